import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { componentName } from "./component-name.ts";
import type { Preference } from "./prefer.ts";

/** The path of the OpenAPI document. */
export const DOCUMENT: string = fileURLToPath(new URL("../generated/openapi.json", import.meta.url));

/** An example of the contract: where it is in the document, and the answer that it makes. */
export interface Example {
  readonly status: number;
  readonly mediaType: string;
  readonly name: string;
  /** The same that Prism picks, without the second that Prism takes to load. */
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly body: unknown;
  };
}

interface Document {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, Response | Reference> }>
  >;
  readonly components: {
    readonly schemas: Record<string, { readonly examples?: (string | number)[] }>;
    readonly responses: Record<string, Response>;
  };
}

interface Reference {
  readonly $ref: string;
}

interface Response {
  readonly headers?: Record<string, { readonly schema: Reference }>;
  readonly content: Record<string, { readonly examples: Record<string, { readonly value: unknown }> }>;
}

/** Reads the examples of each operation's responses, by its id, in the document's order. */
export async function readExamples(): Promise<ReadonlyMap<string, readonly Example[]>> {
  const { paths, components }: Document = JSON.parse(await readFile(DOCUMENT, "utf8"));
  const exampleOf = ($ref: string) => {
    const [first] = components.schemas[componentName($ref)]?.examples ?? [];
    if (first === undefined) throw new Error(`The contract has no example of ${$ref}.`);
    return first;
  };
  const resolve = (response: Response | Reference) => {
    if (!("$ref" in response)) return response;
    const shared = components.responses[componentName(response.$ref)];
    if (shared === undefined) throw new Error(`The contract has no response ${response.$ref}.`);
    return shared;
  };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  return new Map(
    operations.map(({ operationId, responses }) => [
      operationId,
      Object.entries(responses).flatMap(([text, response]) => {
        const status = Number(text);
        const { headers = {}, content } = resolve(response);
        const sent = Object.fromEntries(
          Object.entries(headers).map(([name, { schema }]) => [name, exampleOf(schema.$ref)]),
        );
        return Object.entries(content).flatMap(([mediaType, { examples }]) =>
          Object.entries(examples).map(([name, { value }]) => {
            return { status, mediaType, name, answer: { status, headers: sent, body: value } };
          }),
        );
      }),
    ]),
  );
}

/**
 * Chooses the answer to a request: what it prefers, or else the success in the media type that its body asks for.
 *
 * @returns the example, or in words what the operation does not have
 */
export function chooseExample(
  examples: readonly Example[],
  preference: Preference,
  wantsStream: boolean,
): Example | string {
  const coded = examples.filter(({ status }) => (preference.code ?? String(status)) === String(status));
  if (coded.length === 0) {
    return `Prefer: code=${preference.code} is no response of this operation. It has ${list(examples, "status")}.`;
  }
  const named = coded.filter(({ name }) => (preference.example ?? name) === name);
  const wanted = wantsStream ? "text/event-stream" : "application/json";
  return (
    named.find(({ mediaType }) => mediaType === wanted) ??
    named[0] ??
    `Prefer: example=${preference.example} is no example of this response. It has ${list(coded, "name")}.`
  );
}

function list(examples: readonly Example[], property: "status" | "name"): string {
  return [...new Set(examples.map((example) => example[property]))].join(", ");
}
