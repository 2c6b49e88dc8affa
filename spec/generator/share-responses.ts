import type { OpenAPI3, OperationObject, ReferenceObject, ResponseObject } from "openapi-typescript";

/**
 * Writes each response that several operations have in common once, among the document's components: the emitter
 * repeats it in each. It is named after the errors that it can carry, such as `SessionNotFoundOrRouteNotFound`.
 *
 * @throws if two of them would have one name
 */
export function shareResponses(document: OpenAPI3): OpenAPI3 {
  const texts = Object.values(document.paths ?? {})
    .flatMap((item) => Object.values(item))
    .flatMap(({ responses = {} }: OperationObject) => Object.values(responses))
    .map((response) => JSON.stringify(response));
  const shared = new Map<string, ResponseObject>();
  const share = (response: ResponseObject): ResponseObject | ReferenceObject => {
    const text = JSON.stringify(response);
    const name = nameResponse(response);
    if (name === "" || texts.indexOf(text) === texts.lastIndexOf(text)) return response;
    if (JSON.stringify(shared.get(name) ?? response) !== text) {
      throw new Error(`Two responses that operations share would be called ${name}.`);
    }
    shared.set(name, response);
    return { $ref: `#/components/responses/${name}` };
  };
  const paths = mapValues(document.paths, (item: object) =>
    mapValues(item, (operation: OperationObject) =>
      operation.responses ? { ...operation, responses: mapValues(operation.responses, share) } : operation,
    ),
  );
  const responses = Object.fromEntries([...shared].sort());
  return { ...document, paths, components: { ...document.components, responses } };
}

/** Empty for a response that carries no schema. */
function nameResponse({ content = {} }: ResponseObject): string {
  const references = JSON.stringify(content).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  return [...references].map(([, name]) => name).join("Or");
}

function mapValues<From, To>(values: object | undefined, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, map(value)]));
}
