import { ThinklioError, type ThinklioErrorReason } from "../errors.ts";
import { describeError } from "./describe-error.ts";
import type { Settings } from "./settings.ts";

/**
 * Makes an error of what the platform, or the `fetch` that was given, threw. Its cause is a copy without what else may
 * hold the key: the platform's parser, for one, keeps the bytes that it refused.
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
  const text = JSON.stringify(thrown, ["name", "message", "code", "cause"]);
  const cause: unknown = JSON.parse(redact(text));
  return new ThinklioError(reason, `${what}: ${describeError(cause)}`, { status, cause });
}
