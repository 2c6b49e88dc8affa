import type { OperationDefinition } from "../../generated/client/transport.ts";
import type { ApiError } from "../../generated/index.ts";
import { ThinklioApiError, type ThinklioError } from "../errors.ts";
import { explain } from "../transport/explain.ts";
import { parseJson } from "../transport/json.ts";
import { type Reported, readReported } from "../transport/reported.ts";
import type { Settings } from "../transport/settings.ts";

/** Makes an error of the event that breaks a stream off. */
export function readErrorEvent(
  data: string,
  operation: OperationDefinition,
  { redact }: Settings,
): ThinklioError {
  const body = redact(parseJson(data) ?? data);
  const reported = readReported(body);
  const status = operation.success;
  if (reported && isApiError(reported, operation)) {
    return new ThinklioApiError("stream_error", status, reported);
  }
  const [reason, what] = reported
    ? (["unknown_code", "a code"] as const)
    : (["invalid_response", "data"] as const);
  return explain(operation, reason, `the stream broke off with ${what}`, body, status);
}

function isApiError(reported: Reported, { failures }: OperationDefinition): reported is Reported & ApiError {
  return Object.values(failures).some((codes) => codes.includes(reported.code));
}
