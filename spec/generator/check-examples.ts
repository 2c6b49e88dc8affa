import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenAPI3 } from "openapi-typescript";
import type { Contract } from "./contract.ts";

interface MediaType {
  readonly schema: object;
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

/**
 * Checks that every request body and every response has a named example, that every example fits its schema, and
 * that each error code a response can carry has one.
 *
 * @throws naming every example that is missing or does not fit
 */
export function checkExamples(document: OpenAPI3, contract: Contract): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", ...document });
  const problems: string[] = [];
  for (const [place, mediaType] of findMediaTypes(document.paths, "#/paths")) {
    const { schema, examples = {} } = mediaType;
    const validate = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"document#')),
    );
    const values = Object.entries(examples);
    if (values.length === 0) problems.push(`${place} has no named example.`);
    for (const [name, { value }] of values) {
      if (!validate(value))
        problems.push(`${place}: the example ${name} does not fit: ${ajv.errorsText(validate.errors)}.`);
    }
    const text = JSON.stringify(schema);
    for (const { code, schema: name } of contract.errors) {
      if (!text.includes(`"#/components/schemas/${name}"`) || code in examples) continue;
      problems.push(`${place} has no example for ${code}.`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** Every media type object below a node, with its JSON pointer. */
function* findMediaTypes(node: unknown, place: string): Generator<[string, MediaType]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const pointer = `${place}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (key !== "content") yield* findMediaTypes(value, pointer);
    else
      for (const [name, mediaType] of Object.entries<MediaType>(value))
        yield [`${pointer}/${name}`, mediaType];
  }
}
