// Written by `npm run generate` from spec/. Do not edit.

import type { AgentNotFound, ApiError, AssistantMessage, BudgetExceeded, ChannelNotFound, CreateSessionRequest, InsufficientScope, InternalError, InvalidApiKey, InvalidRequest, Message, MessageDelta, MessagePage, MethodNotAllowed, PayloadTooLarge, PolicyViolation, RateLimitExceeded, RouteNotFound, SendMessageRequest, Session, SessionClosed, SessionExpired, SessionNotFound, UnsupportedMediaType, ValidationFailed } from "../index.ts";
import type { Failure, Success } from "./answer.ts";
import type { OperationDefinition, Transport } from "./transport.ts";

/** What one call has of its own. What it does not say is as the client was told. */
export interface CallOptions {
  /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
  readonly endUser?: string | undefined;
  /**
   * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
   * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
   */
  readonly version?: string | undefined;
  /** Ends the call, whatever it is doing, when it is aborted. The call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The headers that the options become. */
export function optionHeaders({ endUser, version }: CallOptions): Record<string, string | undefined> {
  return { "X-Channel-User-Id": endUser, "Thinklio-Version": version };
}

/** The answers that the contract declares for `sendMessage`. */
export type SendMessageResult =
  | Success<200, AssistantMessage>
  | Failure<400, InvalidRequest>
  | Failure<401, InvalidApiKey>
  | Failure<403, InsufficientScope | PolicyViolation | BudgetExceeded>
  | Failure<404, ChannelNotFound | SessionNotFound | RouteNotFound>
  | Failure<405, MethodNotAllowed>
  | Failure<409, SessionExpired | SessionClosed>
  | Failure<413, PayloadTooLarge>
  | Failure<415, UnsupportedMediaType>
  | Failure<422, ValidationFailed>
  | Failure<429, RateLimitExceeded>
  | Failure<500, InternalError>;

/** The answers that the contract declares for `createSession`. */
export type CreateSessionResult =
  | Success<201, Session>
  | Failure<400, InvalidRequest>
  | Failure<401, InvalidApiKey>
  | Failure<403, InsufficientScope>
  | Failure<404, ChannelNotFound | RouteNotFound | AgentNotFound>
  | Failure<405, MethodNotAllowed>
  | Failure<413, PayloadTooLarge>
  | Failure<415, UnsupportedMediaType>
  | Failure<422, ValidationFailed>
  | Failure<429, RateLimitExceeded>
  | Failure<500, InternalError>;

/** The answers that the contract declares for `getSession`. */
export type GetSessionResult =
  | Success<200, Session>
  | Failure<400, InvalidRequest>
  | Failure<401, InvalidApiKey>
  | Failure<403, InsufficientScope>
  | Failure<404, SessionNotFound | RouteNotFound>
  | Failure<405, MethodNotAllowed>
  | Failure<429, RateLimitExceeded>
  | Failure<500, InternalError>;

/** The answers that the contract declares for `closeSession`. */
export type CloseSessionResult =
  | Success<200, Session>
  | Failure<400, InvalidRequest>
  | Failure<401, InvalidApiKey>
  | Failure<403, InsufficientScope>
  | Failure<404, SessionNotFound | RouteNotFound>
  | Failure<405, MethodNotAllowed>
  | Failure<409, SessionExpired>
  | Failure<429, RateLimitExceeded>
  | Failure<500, InternalError>;

/** What `listMessages` can be asked for. */
export interface ListMessagesQuery {
  /** How many messages to return at most. 20 unless given. */
  readonly limit?: number | undefined;
  /** Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
  readonly cursor?: string | undefined;
}

/** The answers that the contract declares for `listMessages`. */
export type ListMessagesResult =
  | Success<200, MessagePage>
  | Failure<400, InvalidRequest>
  | Failure<401, InvalidApiKey>
  | Failure<403, InsufficientScope>
  | Failure<404, SessionNotFound | RouteNotFound>
  | Failure<405, MethodNotAllowed>
  | Failure<429, RateLimitExceeded>
  | Failure<500, InternalError>;

/**
 * A client of the API. A method that has an operation's name returns what the contract declares for the operation:
 * `status` tells the answers apart, and `ok` a success from a failure. All else is thrown.
 */
export interface Client {
  /**
   * Send a message.
   *
   * Sends a message to the agent, which sees the session's earlier messages, and returns its reply: whole, or as a
   * stream of pieces. Messages sent to one session at once are answered one after the other, so that in the history each
   * is followed by its own reply.
   *
   * The message and a whole reply join the history together; a message that is refused, or whose reply fails before the
   * first byte, leaves no trace. With a stream, the message joins when the stream begins and the reply when it is
   * complete; if the stream breaks off, or you leave, the agent stops and the message stays alone.
   *
   * The vendor marks this operation as Beta.
   *
   * @param channel_id The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like.
   * @param body What to say, and how the reply should come.
   * @param options what this call has of its own
   * @throws (rejects) ThinklioError if there is no answer, or none that the contract declares
   */
  sendMessage(channel_id: string, body: Omit<SendMessageRequest, "stream">, options?: CallOptions | undefined): Promise<SendMessageResult>;

  /**
   * Send a message, and iterate over the reply while it is made.
   *
   * The request goes out when the loop begins, and the loop can be run once. To leave it is to cancel the request.
   *
   * Sends a message to the agent, which sees the session's earlier messages, and returns its reply: whole, or as a
   * stream of pieces. Messages sent to one session at once are answered one after the other, so that in the history each
   * is followed by its own reply.
   *
   * The message and a whole reply join the history together; a message that is refused, or whose reply fails before the
   * first byte, leaves no trace. With a stream, the message joins when the stream begins and the reply when it is
   * complete; if the stream breaks off, or you leave, the agent stops and the message stays alone.
   *
   * The vendor marks this operation as Beta.
   *
   * @param channel_id The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like.
   * @param body What to say, and how the reply should come.
   * @param options what this call has of its own
   * @throws (rejects) ThinklioApiError if the API refuses, or breaks the stream off with an error; ThinklioError if the
   * stream is cut, or is none
   */
  streamMessage(channel_id: string, body: Omit<SendMessageRequest, "stream">, options?: CallOptions | undefined): AsyncIterableIterator<MessageDelta>;

  /**
   * Create a session.
   *
   * Opens a session on a channel, to choose its agent, its context and its metadata before the first message.
   * This is optional: a message without a `session_id` opens a session by itself.
   *
   * The vendor marks this operation as Beta.
   *
   * @param channel_id The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like.
   * @param body How to open the session. Leave it out for the channel's defaults.
   * @param options what this call has of its own
   * @throws (rejects) ThinklioError if there is no answer, or none that the contract declares
   */
  createSession(channel_id: string, body?: CreateSessionRequest | undefined, options?: CallOptions | undefined): Promise<CreateSessionResult>;

  /**
   * Get a session.
   *
   * Returns the session as it is now: its state, message count and metadata. Reading is no activity: it does not put off
   * the expiry.
   *
   * The vendor marks this operation as Beta.
   *
   * @param session_id The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like.
   * @param options what this call has of its own
   * @throws (rejects) ThinklioError if there is no answer, or none that the contract declares
   */
  getSession(session_id: string, options?: CallOptions | undefined): Promise<GetSessionResult>;

  /**
   * Close a session.
   *
   * Closes the session: it can still be read, but takes no new message. Closing it again changes nothing; an expired
   * session cannot be closed.
   *
   * This operation is decided by this contract: the vendor only says that a session can be closed.
   *
   * @param session_id The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like.
   * @param options what this call has of its own
   * @throws (rejects) ThinklioError if there is no answer, or none that the contract declares
   */
  closeSession(session_id: string, options?: CallOptions | undefined): Promise<CloseSessionResult>;

  /**
   * List the messages of a session.
   *
   * Returns the session's history, oldest message first, a page at a time. Reading is no activity: it does not put off
   * the expiry.
   *
   * The vendor only names this endpoint: its path and its shape are decided by this contract.
   *
   * @param session_id The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like.
   * @param query which part of it to return
   * @param options what this call has of its own
   * @throws (rejects) ThinklioError if there is no answer, or none that the contract declares
   */
  listMessages(session_id: string, query?: ListMessagesQuery | undefined, options?: CallOptions | undefined): Promise<ListMessagesResult>;

  /**
   * List the messages of a session, all of them, page after page.
   *
   * A page is asked for when the iteration comes to it. `limit` is the size of a page.
   *
   * Returns the session's history, oldest message first, a page at a time. Reading is no activity: it does not put off
   * the expiry.
   *
   * The vendor only names this endpoint: its path and its shape are decided by this contract.
   *
   * @param session_id The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like.
   * @param query which part of it to return
   * @param options what this call has of its own
   * @throws (rejects) ThinklioApiError if the API refuses a page; ThinklioError if there is no answer
   */
  listAllMessages(session_id: string, query?: ListMessagesQuery | undefined, options?: CallOptions | undefined): AsyncIterableIterator<Message>;
}

const COMMON_FAILURES = {
  400: ["invalid_request"],
  401: ["invalid_api_key"],
  405: ["method_not_allowed"],
  429: ["rate_limit_exceeded"],
  500: ["internal_error"],
};

const sendMessage: OperationDefinition = {
  id: "sendMessage",
  method: "post",
  path: "/v1/channels/{channel_id}/messages",
  idempotent: false,
  success: 200,
  failures: {
    ...COMMON_FAILURES,
    403: ["insufficient_scope", "policy_violation", "budget_exceeded"],
    404: ["channel_not_found", "session_not_found", "not_found"],
    409: ["session_expired", "session_closed"],
    413: ["payload_too_large"],
    415: ["unsupported_media_type"],
    422: ["validation_failed"],
  },
  done: "[DONE]",
};

const createSession: OperationDefinition = {
  id: "createSession",
  method: "post",
  path: "/v1/channels/{channel_id}/sessions",
  idempotent: false,
  success: 201,
  failures: {
    ...COMMON_FAILURES,
    403: ["insufficient_scope"],
    404: ["channel_not_found", "not_found", "agent_not_found"],
    413: ["payload_too_large"],
    415: ["unsupported_media_type"],
    422: ["validation_failed"],
  },
};

const getSession: OperationDefinition = {
  id: "getSession",
  method: "get",
  path: "/v1/sessions/{session_id}",
  idempotent: true,
  success: 200,
  failures: {
    ...COMMON_FAILURES,
    403: ["insufficient_scope"],
    404: ["session_not_found", "not_found"],
  },
};

const closeSession: OperationDefinition = {
  id: "closeSession",
  method: "post",
  path: "/v1/sessions/{session_id}/close",
  idempotent: true,
  success: 200,
  failures: {
    ...COMMON_FAILURES,
    403: ["insufficient_scope"],
    404: ["session_not_found", "not_found"],
    409: ["session_expired"],
  },
};

const listMessages: OperationDefinition = {
  id: "listMessages",
  method: "get",
  path: "/v1/sessions/{session_id}/messages",
  idempotent: true,
  success: 200,
  failures: {
    ...COMMON_FAILURES,
    403: ["insufficient_scope"],
    404: ["session_not_found", "not_found"],
  },
};

/** Makes the methods of a client. */
export function createMethods({ call, stream, pages }: Transport<CallOptions, ApiError>): Client {
  return {
    sendMessage: (channel_id, body, options) => call(sendMessage, { path: { channel_id }, body }, options),
    streamMessage: (channel_id, body, options) => stream(sendMessage, { path: { channel_id }, body: { ...body, stream: true } }, options),
    createSession: (channel_id, body, options) => call(createSession, { path: { channel_id }, body }, options),
    getSession: (session_id, options) => call(getSession, { path: { session_id } }, options),
    closeSession: (session_id, options) => call(closeSession, { path: { session_id } }, options),
    listMessages: (session_id, query, options) => call(listMessages, { path: { session_id }, query }, options),
    listAllMessages: (session_id, query, options) =>
      pages((cursor) => call<ListMessagesResult>(listMessages, { path: { session_id }, query: { ...query, cursor } }, options), query?.cursor),
  };
}
