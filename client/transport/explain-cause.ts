import { ThinklioError, type ThinklioErrorReason } from "../errors.ts";
import { describeError } from "./describe-error.ts";
import { isObject } from "./json.ts";
import type { Settings } from "./settings.ts";

/** What is copied of an error. What else it has may hold the key: the parser of HTTP keeps the bytes that it refused. */
const COPIED = ["name", "message", "code", "stack", "cause"];

/**
 * Makes an error of what the platform, or the `fetch` that was given, threw.
 *
 * @param what what went wrong, for a person to read
 * @param thrown `undefined` if nothing was thrown
 * @param status the status of the answer, if one came
 */
export function explainCause(
  reason: ThinklioErrorReason,
  what: string,
  thrown: unknown,
  { redact }: Settings,
  status?: number,
): ThinklioError {
  if (thrown === undefined) return new ThinklioError(reason, what, { status });
  // A list of names takes them also where they are not enumerable, as those of an error are not.
  const text = redact(JSON.stringify(thrown, COPIED));
  const cause: unknown = JSON.parse(text, (_name, value) =>
    isObject<Error>(value) ? copyError(value) : value,
  );
  return new ThinklioError(reason, `${what}: ${describeError(cause)}`, { status, cause });
}

/** The message and the cause that an error is made with are not enumerable, also when they are set again. */
function copyError(copied: Error): Error {
  return Object.assign(new Error(copied.message, copied), copied);
}
