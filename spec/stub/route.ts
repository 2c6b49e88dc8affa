/** What a request can ask for. */
interface Target {
  readonly method: string;
  /** The path's segments; one in braces is a parameter. */
  readonly path: readonly string[];
}

/** What a request's method and path lead to: an operation, or only a path with other methods. */
export type Route<Operation> =
  | {
      readonly operation: Operation;
      /** What stands in the place of each parameter of the path, still percent-encoded. */
      readonly pathValues: readonly string[];
    }
  | { readonly allow: string };

interface PathTemplate<Operation> {
  readonly pattern: string;
  readonly parameterCount: number;
  readonly operations: Map<string, Operation>;
}

/** A path of the contract, by the groups of the expression that matches all of them. */
interface Candidate<Operation> {
  readonly operations: ReadonlyMap<string, Operation>;
  /** The group of its first parameter. */
  readonly first: number;
  /** The empty group after its last parameter. */
  readonly end: number;
}

/**
 * Prepares the look-up of operations.
 *
 * @returns a function from a method and a raw path (still percent-encoded) to its route; `undefined` for a path
 * that the contract does not have. Paths match exactly: a trailing slash or an empty segment is another path.
 */
export function createRouteFinder<Operation extends Target>(
  operations: readonly Operation[],
): (method: string, path: string) => Route<Operation> | undefined {
  const templates = new Map<string, PathTemplate<Operation>>();
  for (const operation of operations) {
    const key = operation.path.join("/");
    const template = templates.get(key) ?? createTemplate<Operation>(operation.path);
    template.operations.set(operation.method, operation);
    templates.set(key, template);
  }
  // One expression for all paths: to split a path, and to compare it with one template after the other, takes three
  // times as long. The empty group at the end of each tells which it was.
  const expression = new RegExp(
    `^(?:${[...templates.values()].map(({ pattern }) => `${pattern}()`).join("|")})$`,
  );
  const candidates: Candidate<Operation>[] = [];
  for (const { operations, parameterCount } of templates.values()) {
    const first = (candidates.at(-1)?.end ?? 0) + 1;
    candidates.push({ operations, first, end: first + parameterCount });
  }

  return (method, path) => {
    const match = expression.exec(path);
    if (match === null) return undefined;
    for (const { operations, first, end } of candidates) {
      if (match[end] === undefined) continue;
      const operation = operations.get(method);
      if (operation === undefined) return { allow: [...operations.keys()].join(", ") };
      return { operation, pathValues: match.slice(first, end) };
    }
    return undefined;
  };
}

function createTemplate<Operation>(segments: readonly string[]): PathTemplate<Operation> {
  const isParameter = (segment: string) => segment.startsWith("{");
  const patterns = segments.map((segment) =>
    isParameter(segment) ? "/([^/]+)" : `/${segment.replace(/\W/g, "\\$&")}`,
  );
  return {
    pattern: patterns.join(""),
    parameterCount: segments.filter(isParameter).length,
    operations: new Map(),
  };
}

/** Splits a request target into its raw path and its query string. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf("?");
  return mark === -1
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
