// Written by `npm run generate` from spec/. Do not edit.

/** What is there, or yet to come. */
export type Awaitable<Value> = Value | Promise<Value>;

/**
 * Whether a value is yet to come. To await one that is there would take a turn of the microtask queue all the same, and
 * each request has several.
 */
export function isPending<Value>(value: Awaitable<Value>): value is Promise<Value> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

/** Goes on with a value: at once if it is there. */
export function andThen<Value, Next>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Next>,
): Awaitable<Next> {
  // Other libraries have promises of their own, whose `then` may return anything.
  return isPending(value) ? Promise.resolve(value).then(next) : next(value);
}
