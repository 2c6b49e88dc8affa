import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenAPI3 } from "openapi-typescript";
import type { Contract } from "./contract.ts";
import { escapePointer } from "./text.ts";

interface MediaType {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** Says what is wrong with a value; `undefined` if it fits the schema. */
type Check = (schema: object, value: unknown) => string | undefined;

/**
 * Checks that every request body and every response has a named example, that each error code a response can carry
 * has one of its name, and that every example fits its schema, each event of a stream included.
 *
 * @throws naming every example that is missing or does not fit
 */
export function checkExamples(document: OpenAPI3, contract: Contract): void {
  const check = createCheck(document);
  const { paths, components = {} } = document;
  const mediaTypes = [
    ...findMediaTypes(paths, "#/paths"),
    ...findMediaTypes(components.responses, "#/components/responses"),
  ];
  const problems = mediaTypes.flatMap(([place, mediaType]) => [
    ...findMissing(mediaType, contract).map((missing) => `${place} has no ${missing}.`),
    ...findMisfits(mediaType, contract, check).map((misfit) => `${place}: the example ${misfit}.`),
  ]);
  for (const [name, schema] of Object.entries(components.schemas ?? {})) {
    for (const value of "examples" in schema && Array.isArray(schema.examples) ? schema.examples : []) {
      const misfit = check({ $ref: `#/components/schemas/${name}` }, value);
      if (misfit) problems.push(`#/components/schemas/${name}: the example ${misfit}.`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function createCheck(document: OpenAPI3): Check {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", ...document });
  return (schema, value) => {
    const local = JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"document#');
    const validate = ajv.compile(JSON.parse(local));
    return validate(value) ? undefined : `does not fit: ${ajv.errorsText(validate.errors)}`;
  };
}

function findMissing({ schema, examples = {} }: MediaType, { errors }: Contract): string[] {
  const text = JSON.stringify(schema);
  const missing = errors
    .filter(
      ({ schema: name, code }) => text.includes(`"#/components/schemas/${name}"`) && !(code in examples),
    )
    .map(({ code }) => `example for ${code}`);
  return Object.keys(examples).length === 0 ? ["named example", ...missing] : missing;
}

function findMisfits({ schema, examples = {} }: MediaType, { errors }: Contract, check: Check): string[] {
  const codes = new Set(errors.map(({ code }) => code));
  return Object.entries(examples).flatMap(([name, { value }]) => {
    const misfits = [check(schema, value), ...checkEvents(value, check)];
    const code = errorCode(value);
    if (codes.has(name) && code !== name) misfits.push(`has the code ${code}`);
    return misfits.filter((misfit) => misfit !== undefined).map((misfit) => `${name} ${misfit}`);
  });
}

/** Checks each event of an example in the format of Server-Sent Events. */
function checkEvents(value: unknown, check: Check): (string | undefined)[] {
  if (typeof value !== "string") return [];
  const events = value.split("\n\n").filter((event) => event !== "");
  const last = events.at(-1);
  const end = last === "data: [DONE]" || last?.startsWith("event: error\n") ? undefined : "has no end";
  const checked = events
    .filter((event) => event !== "data: [DONE]")
    .map((event) => {
      const [, isError, data = "null"] = /^(event: error\n)?data: (.+)$/.exec(event) ?? [];
      const schema = isError ? "ErrorEnvelope" : "MessageDelta";
      return check({ $ref: `#/components/schemas/${schema}` }, JSON.parse(data));
    });
  return [end, ...checked];
}

function errorCode(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("error" in value)) return undefined;
  const { error } = value;
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
}

/** Every media type object below a node, with its JSON pointer. */
function* findMediaTypes(node: unknown, place: string): Generator<[string, MediaType]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const pointer = `${place}/${escapePointer(key)}`;
    if (key !== "content") {
      yield* findMediaTypes(value, pointer);
      continue;
    }
    for (const [name, mediaType] of Object.entries<MediaType>(value)) {
      yield [`${pointer}/${escapePointer(name)}`, mediaType];
    }
  }
}
