/** The value of a JSON text; `undefined` if it is none. */
export function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is an object. What it has is what the contract promises: more may be in it, and is left. */
export function isObject<Shape extends object = object>(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
