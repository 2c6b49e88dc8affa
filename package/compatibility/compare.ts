import { apiCompare } from "api-smart-diff";
import { judge } from "./judge.ts";

/** An OpenAPI document, as far as it is read here. */
export interface OpenApi {
  readonly paths: object;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** A change that breaks somebody. */
export interface BreakingChange {
  /** Where in the document, as a path of keys. */
  readonly where: string;
  /** What was done there, and why that is no addition. */
  readonly what: string;
}

/** What the operations lead to; the shared schemas below are found there, in the direction in which they are used. */
const USED = ["paths", "servers", "security"];

/**
 * Names each change between two documents that the vendor's rule forbids within a major version: nothing is removed,
 * nothing changes its meaning, there are only additions.
 */
export function findBreakingChanges(before: OpenApi, after: OpenApi): BreakingChange[] {
  const { diffs } = apiCompare(prepare(before), prepare(after));
  const changes = diffs
    .filter(({ path: [part] }) => USED.includes(String(part)))
    .flatMap((difference) => {
      const what = judge({ ...difference, path: difference.path.map(String) });
      return what === undefined ? [] : [{ where: describe(difference.path, [before, after]), what }];
    });
  return [...new Map(changes.map((change) => [`${change.where} ${change.what}`, change])).values()];
}

/**
 * Makes up for what the comparison does not see: it follows references, but not those of our extension, so the schemas
 * of a stream's events join as those of a response; and to it a schema without `enum` has an empty one.
 */
function prepare(document: OpenApi): object {
  const content = Object.fromEntries(
    Object.entries(document.components.schemas).flatMap(([name, schema]) => {
      const events: unknown = Reflect.get(schema, "x-event-stream");
      if (!isObject(events)) return [];
      return ["data", "error"].map((part) => [`${name}.${part}`, { schema: events[part] }]);
    }),
  );
  const streams = { get: { responses: { 200: { description: "The events of the streams.", content } } } };
  return JSON.parse(
    JSON.stringify({ ...document, paths: { ...document.paths, "(events)": streams } }, (_key, value) =>
      isObject(value) && Array.isArray(value.enum) ? { ...value, "x-enumerated": true } : value,
    ),
  );
}

/** The place in words: without what only the comparison put there, and parameters by their names. */
function describe(path: readonly (string | number)[], documents: readonly OpenApi[]): string {
  const words = path.map((key, index) => {
    if (path[index - 1] !== "parameters") return String(key);
    return (
      documents.map((document) => parameterName(document, path.slice(0, index + 1))).find(Boolean) ??
      String(key)
    );
  });
  return words
    .filter((key, index) => key !== "paths" && key !== "allOf" && words[index - 1] !== "allOf")
    .join(" › ");
}

function parameterName(document: OpenApi, path: readonly (string | number)[]): string | undefined {
  const parameter = lookUp(document, path);
  const reference = isObject(parameter) && typeof parameter.$ref === "string" ? parameter.$ref : undefined;
  const resolved = reference === undefined ? parameter : lookUp(document, reference.split("/").slice(1));
  return isObject(resolved) ? String(resolved.name) : undefined;
}

function lookUp(document: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, key) => (isObject(value) ? value[key] : undefined), document);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
