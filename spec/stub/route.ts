import type { OperationDefinition } from "./definition.ts";

/** What a request's method and path lead to: an operation, or only a path with other methods. */
export type Route =
  | { readonly operation: OperationDefinition; readonly segments: readonly string[] }
  | { readonly allow: string };

interface PathTemplate {
  readonly segments: readonly string[];
  readonly operations: Map<string, OperationDefinition>;
}

/**
 * Prepares the look-up of operations.
 *
 * @returns a function from a method and a raw path (still percent-encoded) to its route; `undefined` for a path
 * that the contract does not have. Paths match exactly: a trailing slash or an empty segment is another path.
 */
export function createRouteFinder(
  operations: readonly OperationDefinition[],
): (method: string, path: string) => Route | undefined {
  const templates = new Map<string, PathTemplate>();
  for (const operation of operations) {
    const key = operation.path.join("/");
    const template = templates.get(key) ?? { segments: operation.path, operations: new Map() };
    template.operations.set(operation.method, operation);
    templates.set(key, template);
  }
  const candidates = [...templates.values()];

  return (method, path) => {
    const segments = path.split("/").slice(1);
    const template = candidates.find((candidate) => fits(candidate.segments, segments));
    if (template === undefined) return undefined;
    const operation = template.operations.get(method);
    if (operation === undefined) return { allow: [...template.operations.keys()].join(", ") };
    return { operation, segments };
  };
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) =>
      part.startsWith("{") ? segments[index] !== "" : part === segments[index],
    )
  );
}

/** Splits a request target into its raw path and its query string. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf("?");
  return mark === -1
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
