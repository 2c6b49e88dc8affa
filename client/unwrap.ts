import type { Failure, Success } from "../generated/client/answer.ts";
import type { ApiError } from "../generated/index.ts";
import { ThinklioApiError } from "./errors.ts";

/**
 * Returns what was asked for, for code that would rather catch a failure than look for one.
 *
 * @param answer what a method of the client returned
 * @throws ThinklioApiError if the API refused; TypeError if this is no answer
 */
export function unwrap<Body>(answer: Success<number, Body> | Failure<number, ApiError>): Body {
  if (answer?.ok) return answer.body;
  if (typeof answer?.error?.code !== "string")
    throw new TypeError("unwrap takes an answer: await the call first");
  throw new ThinklioApiError("refused", answer.status, answer.error);
}
