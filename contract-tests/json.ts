/** Parses JSON; `undefined` stands for text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What something is, and what it should be, where one value says that. */
export interface Contrast {
  readonly actual: unknown;
  readonly expected?: unknown;
}

/** Where two JSON values differ first, and how. `undefined` stands for a value that is not there. */
export interface JsonDifference extends Contrast {
  /** A JSON pointer; empty for the whole value. */
  readonly pointer: string;
}

/** Finds the first difference of two JSON values. The order of keys does not count, nor the sign of zero. */
export function firstDifference(
  actual: unknown,
  expected: unknown,
  pointer = "",
): JsonDifference | undefined {
  if (actual === expected) return undefined;
  const here = { pointer, actual, expected };
  if (!isContainer(actual) || !isContainer(expected)) return here;
  if (Array.isArray(actual) !== Array.isArray(expected)) return here;
  const [actualMembers, expectedMembers] = [membersOf(actual), membersOf(expected)];
  for (const key of new Set([...expectedMembers.keys(), ...actualMembers.keys()])) {
    const inside = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const difference = firstDifference(actualMembers.get(key), expectedMembers.get(key), inside);
    if (difference) return difference;
  }
  return undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function membersOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value));
}

/** Returns a property of a JSON value; `undefined` if it has none of that name. */
export function property(value: unknown, name: string): unknown {
  return isContainer(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
