import type { ApiError, ErrorCode } from "../generated/index.ts";

/**
 * Why a call has no answer that the contract declares:
 *
 * - `network`: no answer came, or it broke off
 * - `invalid_response`: the answer is not what the contract says, for example not JSON
 * - `undeclared_status`: the contract does not declare the status for the operation
 * - `unknown_code`: the status is declared, but not with this error code
 * - `stream_cut`: the stream ended before the event that completes it
 * - `refused`: the API answered with an error that the contract declares, where the call had nothing to return it in
 * - `stream_error`: the API broke the stream off with an error
 */
export type ThinklioErrorReason =
  | "network"
  | "invalid_response"
  | "undeclared_status"
  | "unknown_code"
  | "stream_cut"
  | "refused"
  | "stream_error";

/** What is known of the answer that an error is about. */
export interface ThinklioErrorDetails {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Says why a call has no answer that the contract declares. It never holds the API key, unless that has fewer than 8
 * characters. Its cause, if it has one, is a copy of the error that was thrown, without what else may hold the key: it
 * has the name, the message, the code, the stack and the cause.
 */
export class ThinklioError extends Error {
  override readonly name: string = "ThinklioError";
  /** What went wrong. */
  declare readonly reason: ThinklioErrorReason;
  /** The status of the answer, if one came. */
  declare readonly status: number | undefined;
  /** The error's code as the API said it, also if the contract does not know it. */
  declare readonly code: string | undefined;
  /** The request's id, to quote when you ask for help, if the API said it. */
  declare readonly requestId: string | undefined;

  /** @param message what went wrong, for a person to read */
  constructor(reason: ThinklioErrorReason, message: string, details: ThinklioErrorDetails = {}) {
    super(message, details);
    this.reason = reason;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
  }
}

/** An error that the API reported and the contract knows, thrown where a call has nothing to return it in. */
export class ThinklioApiError extends ThinklioError {
  override readonly name: string = "ThinklioApiError";
  declare readonly reason: "refused" | "stream_error";
  declare readonly status: number;
  declare readonly code: ErrorCode;
  /** The error as the API reported it. `code` tells the errors apart. */
  readonly error: ApiError;

  /** @param status the status of the answer that carried the error: 200 if it came within a stream */
  constructor(reason: "refused" | "stream_error", status: number, error: ApiError) {
    const { code, message, request_id: requestId } = error;
    // Nobody has checked that the details are what the contract says.
    const { path, message: why }: { path?: unknown; message?: unknown } =
      (code === "validation_failed" && error.details?.errors?.[0]) || {};
    const fault =
      typeof why === "string" ? ` ${typeof path === "string" && path ? path : "body"}: ${why}` : "";
    super(reason, `${code}: ${message}${fault} (${status}${requestId ? `, ${requestId}` : ""})`, {
      status,
      code,
      requestId,
    });
    this.error = error;
  }
}
