import type { RouterOptions } from "../../generated/stub/index.ts";
import { describeError } from "./describe-error.ts";
import type { Logger } from "./logger.ts";
import type { RequestObserver } from "./requests.ts";

/** Logs each request when it is over: what was asked and answered, and nothing of what it was about. */
export function createRequestLog(log: Logger): RequestObserver {
  return ({ id, method, operation, status, isComplete, duration }) => {
    const fields = {
      request_id: id,
      method,
      operation,
      status,
      duration_ms: Math.round(duration * 1000) / 1000,
      ...(!isComplete && { aborted: true }),
    };
    if (status !== undefined && status >= 500) log.warn(fields, "request");
    else log.info(fields, "request");
  };
}

/** Logs bugs, by the id of the request that met one. */
export function createErrorLog(log: Logger): NonNullable<RouterOptions<unknown>["onError"]> {
  return (error, { requestId, operationId }) => {
    log.error({ request_id: requestId, operation: operationId, error: describeError(error) }, "failed");
  };
}
