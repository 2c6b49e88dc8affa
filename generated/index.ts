// Written by `npm run generate` from spec/. Do not edit.

import type { components } from "./types.ts";

export type { components, operations, paths } from "./types.ts";

/** Names an agent. Begins with `agt_`; opaque beyond that. */
export type AgentId = components["schemas"]["AgentId"];

/** The agent does not exist, or the key may not see it. */
export type AgentNotFound = components["schemas"]["AgentNotFound"];

/** HTTP methods, separated by commas. */
export type AllowedMethods = components["schemas"]["AllowedMethods"];

/** Any error of the API. `code` tells them apart. */
export type ApiError = components["schemas"]["ApiError"];

/** A message that the agent replied with. */
export type AssistantMessage = components["schemas"]["AssistantMessage"];

/** The scheme `Bearer`, with or without parameters. */
export type BearerChallenge = components["schemas"]["BearerChallenge"];

/** The budget is exhausted. */
export type BudgetExceeded = components["schemas"]["BudgetExceeded"];

/** Names a channel. Begins with `ch_`; opaque beyond that. */
export type ChannelId = components["schemas"]["ChannelId"];

/** The channel does not exist, or the key may not see it. */
export type ChannelNotFound = components["schemas"]["ChannelNotFound"];

/** What to open a session with. All of it is optional, and so is the body itself. */
export type CreateSessionRequest = components["schemas"]["CreateSessionRequest"];

/** More about an error. What is in it depends on the error. */
export type ErrorDetails = components["schemas"]["ErrorDetails"];

/** The one envelope of all errors. */
export type ErrorEnvelope = components["schemas"]["ErrorEnvelope"];

/** One field that breaks its schema. */
export type FieldError = components["schemas"]["FieldError"];

/** The fields of the body that are at fault. */
export type FieldErrors = components["schemas"]["FieldErrors"];

/** The key is good, but may not do this. */
export type InsufficientScope = components["schemas"]["InsufficientScope"];

/** Something went wrong on the server's side. No details are given; quote the `request_id` when you ask for help. */
export type InternalError = components["schemas"]["InternalError"];

/** The key is missing, malformed or revoked. */
export type InvalidApiKey = components["schemas"]["InvalidApiKey"];

/**
 * The request is malformed: a required field is missing, a header or a query parameter is wrong, the path is not
 * validly percent-encoded, or the cursor was not given to you. Or the body is not JSON, did not arrive in time, nests
 * deeper than 1,000 levels, or has a number too large for a double.
 */
export type InvalidRequest = components["schemas"]["InvalidRequest"];

/** One item of a history. `role` tells the two kinds apart. */
export type Message = components["schemas"]["Message"];

/** One event of a streamed reply: the next piece of the text. */
export type MessageDelta = components["schemas"]["MessageDelta"];

/** Names a message. Begins with `msg_`; opaque beyond that. */
export type MessageId = components["schemas"]["MessageId"];

/** A part of a history, oldest message first. */
export type MessagePage = components["schemas"]["MessagePage"];

/**
 * A reply as Server-Sent Events. Each event has only data, a `MessageDelta` in JSON, and the stream ends with the data
 * `[DONE]`. If the reply breaks off, one `event: error` with an `ErrorEnvelope` as its data comes instead, and the
 * stream ends without `[DONE]`. A failure before the first event is an ordinary JSON error.
 */
export type MessageStream = components["schemas"]["MessageStream"];

/**
 * Your own identifiers, kept with what you attach them to: a user id of your system, a ticket number, a thread.
 *
 * It comes back equal to what you sent: every key (`__proto__` and the empty string too), every value, every
 * type. The order of the keys, and digits beyond what an IEEE 754 double holds, are not promised.
 */
export type Metadata = components["schemas"]["Metadata"];

/** The path exists, but not for this method. `Allow` lists those that do. */
export type MethodNotAllowed = components["schemas"]["MethodNotAllowed"];

/** The body is larger than 256 KiB (262,144 bytes). */
export type PayloadTooLarge = components["schemas"]["PayloadTooLarge"];

/** A policy blocks the message. */
export type PolicyViolation = components["schemas"]["PolicyViolation"];

/** Too many requests with this key. `Retry-After` says when to try again. */
export type RateLimitExceeded = components["schemas"]["RateLimitExceeded"];

/** The state of the rate limit that you ran into. */
export type RateLimitState = components["schemas"]["RateLimitState"];

/** Names one request, for support. Begins with `req_`; opaque beyond that. */
export type RequestId = components["schemas"]["RequestId"];

/** A time to wait, in whole seconds. */
export type RetryDelay = components["schemas"]["RetryDelay"];

/** The API has nothing at this path. Check the URL. */
export type RouteNotFound = components["schemas"]["RouteNotFound"];

/** What to say to the agent. */
export type SendMessageRequest = components["schemas"]["SendMessageRequest"];

/** A conversation with an agent, on a channel. */
export type Session = components["schemas"]["Session"];

/** The session is closed. It can still be read, but it takes no new message. */
export type SessionClosed = components["schemas"]["SessionClosed"];

/** The session has expired. It can still be read, but it takes no new message and cannot be closed. */
export type SessionExpired = components["schemas"]["SessionExpired"];

/** Names a session. Begins with `ses_`; opaque beyond that. */
export type SessionId = components["schemas"]["SessionId"];

/** The session does not exist, is on another channel, or the key may not see it. */
export type SessionNotFound = components["schemas"]["SessionNotFound"];

/** The path of a session, to get it from. */
export type SessionPathname = components["schemas"]["SessionPathname"];

/**
 * Whether a session takes messages. An `active` one does. One that went too long without a message is `expired`, one
 * that was closed is `closed`: these can still be read, with their whole history, but take no new message.
 */
export type SessionStatus = components["schemas"]["SessionStatus"];

/** A moment in UTC, as an RFC 3339 date-time. */
export type Timestamp = components["schemas"]["Timestamp"];

/** The body is not application/json in UTF-8, or it is compressed. */
export type UnsupportedMediaType = components["schemas"]["UnsupportedMediaType"];

/** A message that you sent. It has no `tokens` and no `model`. */
export type UserMessage = components["schemas"]["UserMessage"];

/** The body does not fit its schema. It is well-formed JSON, and no required field is missing. */
export type ValidationFailed = components["schemas"]["ValidationFailed"];
