// Written by `npm run generate` from spec/. Do not edit.

import type { components } from "./types.ts";

export type { components, operations, paths } from "./types.ts";

type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** The base URL of the vendor's server, without a slash at its end. */
export const BASE_URL = "https://api.thinklio.com";

/** The code of an error, by which to decide what to do. The vendor may add codes. */
export type ErrorCode =
  | "invalid_request"
  | "invalid_api_key"
  | "insufficient_scope"
  | "policy_violation"
  | "budget_exceeded"
  | "channel_not_found"
  | "session_not_found"
  | "not_found"
  | "agent_not_found"
  | "method_not_allowed"
  | "session_expired"
  | "session_closed"
  | "payload_too_large"
  | "unsupported_media_type"
  | "validation_failed"
  | "rate_limit_exceeded"
  | "internal_error";

/** The errors that each status can carry. */
export interface ErrorsByStatus {
  400: InvalidRequest;
  401: InvalidApiKey;
  403: InsufficientScope | PolicyViolation | BudgetExceeded;
  404: ChannelNotFound | SessionNotFound | RouteNotFound | AgentNotFound;
  405: MethodNotAllowed;
  409: SessionExpired | SessionClosed;
  413: PayloadTooLarge;
  415: UnsupportedMediaType;
  422: ValidationFailed;
  429: RateLimitExceeded;
  500: InternalError;
}

/** A status that carries an error. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;

/** The status that each error code comes with. */
export const ERROR_STATUS = {
  /** The request is malformed. */
  invalid_request: 400,
  /** The key is missing, malformed or revoked. */
  invalid_api_key: 401,
  /** The key is good, but may not do this. */
  insufficient_scope: 403,
  /** A policy blocks the message. */
  policy_violation: 403,
  /** The budget is exhausted. */
  budget_exceeded: 403,
  /** The channel does not exist, or the key may not see it. */
  channel_not_found: 404,
  /** The session does not exist, is on another channel, or the key may not see it. */
  session_not_found: 404,
  /** The API has nothing at this path. */
  not_found: 404,
  /** The agent does not exist, or the key may not see it. */
  agent_not_found: 404,
  /** The path exists, but not for this method. */
  method_not_allowed: 405,
  /** The session has expired. */
  session_expired: 409,
  /** The session is closed. */
  session_closed: 409,
  /** The body is larger than 256 KiB (262,144 bytes). */
  payload_too_large: 413,
  /** The body is not application/json in UTF-8, or it is compressed. */
  unsupported_media_type: 415,
  /** The body does not fit its schema. */
  validation_failed: 422,
  /** Too many requests with this key. */
  rate_limit_exceeded: 429,
  /** Something went wrong on the server's side. */
  internal_error: 500,
} as const;

/** Names an agent. Begins with `agt_`; opaque beyond that. */
export type AgentId = Schema<"AgentId">;

/** The agent does not exist, or the key may not see it. */
export interface AgentNotFound extends Schema<"AgentNotFound"> {}

/** HTTP methods, separated by commas. */
export type AllowedMethods = Schema<"AllowedMethods">;

/** Any error of the API. `code` tells them apart. */
export type ApiError = InvalidRequest | InvalidApiKey | InsufficientScope | PolicyViolation | BudgetExceeded | ChannelNotFound | SessionNotFound | AgentNotFound | RouteNotFound | MethodNotAllowed | SessionExpired | SessionClosed | PayloadTooLarge | UnsupportedMediaType | ValidationFailed | RateLimitExceeded | InternalError;

/** A message that the agent replied with. */
export interface AssistantMessage extends Schema<"AssistantMessage"> {}

/** A challenge with the scheme `Bearer`, with or without parameters; other challenges may stand beside it. */
export type BearerChallenge = Schema<"BearerChallenge">;

/** The budget is exhausted. */
export interface BudgetExceeded extends Schema<"BudgetExceeded"> {}

/** Names a channel. Begins with `ch_`; opaque beyond that. */
export type ChannelId = Schema<"ChannelId">;

/** The channel does not exist, or the key may not see it. */
export interface ChannelNotFound extends Schema<"ChannelNotFound"> {}

/** What to open a session with. All of it is optional, and so is the body itself. */
export interface CreateSessionRequest extends Schema<"CreateSessionRequest"> {}

/** What every error has, beside its code. */
export interface ErrorBase extends Schema<"ErrorBase"> {}

/** More about an error. What is in it depends on the error. */
export interface ErrorDetails extends Schema<"ErrorDetails"> {}

/** The one envelope of all errors. */
export interface ErrorEnvelope extends Schema<"ErrorEnvelope"> {}

/** One field that breaks its schema. */
export interface FieldError extends Schema<"FieldError"> {}

/** The fields of the body that are at fault. */
export interface FieldErrors extends Schema<"FieldErrors"> {}

/** The key is good, but may not do this. */
export interface InsufficientScope extends Schema<"InsufficientScope"> {}

/** Something went wrong on the server's side. No details are given; quote the `request_id` when you ask for help. */
export interface InternalError extends Schema<"InternalError"> {}

/** The key is missing, malformed or revoked. */
export interface InvalidApiKey extends Schema<"InvalidApiKey"> {}

/**
 * The request is malformed: a required field is missing, a header or a query parameter is wrong, the path is not
 * validly percent-encoded, or the cursor was not given to you. Or the body is not JSON, did not arrive in time, nests
 * deeper than 1,000 levels, or has a number too large for a double.
 */
export interface InvalidRequest extends Schema<"InvalidRequest"> {}

/** One item of a history. `role` tells the two kinds apart. */
export type Message = UserMessage | AssistantMessage;

/** One event of a streamed reply: the next piece of the text. */
export interface MessageDelta extends Schema<"MessageDelta"> {}

/** Names a message. Begins with `msg_`; opaque beyond that. */
export type MessageId = Schema<"MessageId">;

/** A part of a history, oldest message first. */
export interface MessagePage extends Schema<"MessagePage"> {}

/**
 * A reply as Server-Sent Events. Each event has only data, a `MessageDelta` in JSON, and the stream ends with the data
 * `[DONE]`. If the reply breaks off, one `event: error` with an `ErrorEnvelope` as its data comes instead, and the
 * stream ends without `[DONE]`. A failure before the first event is an ordinary JSON error.
 */
export type MessageStream = Schema<"MessageStream">;

/**
 * Your own identifiers, kept with what you attach them to: a user id of your system, a ticket number, a thread.
 *
 * It comes back equal to what you sent: every key (`__proto__` and the empty string too), every value, every
 * type. The order of the keys, and digits beyond what an IEEE 754 double holds, are not promised.
 */
export interface Metadata extends Schema<"Metadata"> {}

/** The path exists, but not for this method. `Allow` lists those that do. */
export interface MethodNotAllowed extends Schema<"MethodNotAllowed"> {}

/** The body is larger than 256 KiB (262,144 bytes). */
export interface PayloadTooLarge extends Schema<"PayloadTooLarge"> {}

/** What every error has that says no more than its code; it may have details all the same. */
export interface PlainError extends Schema<"PlainError"> {}

/** A policy blocks the message. */
export interface PolicyViolation extends Schema<"PolicyViolation"> {}

/** Too many requests with this key. `Retry-After` says when to try again. */
export interface RateLimitExceeded extends Schema<"RateLimitExceeded"> {}

/** The state of the rate limit that you ran into. */
export interface RateLimitState extends Schema<"RateLimitState"> {}

/** Names one request, for support. Begins with `req_`; opaque beyond that. */
export type RequestId = Schema<"RequestId">;

/** A time to wait, in whole seconds. */
export type RetryDelay = Schema<"RetryDelay">;

/** The API has nothing at this path. Check the URL. */
export interface RouteNotFound extends Schema<"RouteNotFound"> {}

/** What to say to the agent. */
export interface SendMessageRequest extends Schema<"SendMessageRequest"> {}

/** A conversation with an agent, on a channel. */
export interface Session extends Schema<"Session"> {}

/** The session is closed. It can still be read, but it takes no new message. */
export interface SessionClosed extends Schema<"SessionClosed"> {}

/** The session has expired. It can still be read, but it takes no new message and cannot be closed. */
export interface SessionExpired extends Schema<"SessionExpired"> {}

/** Names a session. Begins with `ses_`; opaque beyond that. */
export type SessionId = Schema<"SessionId">;

/** Where a session is: a reference to its URL, which may leave out what the server is at. */
export type SessionLocation = Schema<"SessionLocation">;

/** The session does not exist, is on another channel, or the key may not see it. */
export interface SessionNotFound extends Schema<"SessionNotFound"> {}

/**
 * Whether a session takes messages. An `active` one does. One that went too long without a message is `expired`, one
 * that was closed is `closed`: these can still be read, with their whole history, but take no new message.
 */
export type SessionStatus = Schema<"SessionStatus">;

/** A moment in UTC, as an RFC 3339 date-time. */
export type Timestamp = Schema<"Timestamp">;

/** The body is not application/json in UTF-8, or it is compressed. */
export interface UnsupportedMediaType extends Schema<"UnsupportedMediaType"> {}

/** A message that you sent. It has no `tokens` and no `model`. */
export interface UserMessage extends Schema<"UserMessage"> {}

/** The body does not fit its schema. It is well-formed JSON, and no required field is missing. */
export interface ValidationFailed extends Schema<"ValidationFailed"> {}
