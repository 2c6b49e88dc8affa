import { isObject } from "./json.ts";

/** What is known of an error, or of a copy of one. */
interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** Says what was thrown, in one line, with what caused it: by itself, a failed fetch says only that it failed. */
export function describeError(thrown: unknown): string {
  if (!isObject<Thrown>(thrown)) return String(thrown);
  const { name, message, code, cause } = thrown;
  // Where several addresses were tried, the platform's error has a code, and no message.
  const text = String(message || code || name);
  return cause ? `${text}: ${describeError(cause)}` : text;
}
