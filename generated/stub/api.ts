// Written by `npm run generate` from spec/. Do not edit.

import { ERROR_STATUS } from "../index.ts";
import type { components } from "../types.ts";
import { contract } from "./contract.ts";
import type { Input } from "./input.ts";
import type { RouterOptions } from "./options.ts";
import { createRequestHandler, type RequestHandler } from "./router.ts";

type Schemas = components["schemas"];

/** An error as a handler gives it: the stub adds the request's id. */
export type Refused<Name extends keyof Schemas> = Omit<Schemas[Name], "request_id">;

/** The headers that every operation can be called with. */
export type CallHeaders = {
  /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
  readonly "X-Channel-User-Id"?: string;
  /**
   * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
   * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
   */
  readonly "Thinklio-Version"?: string;
};

/** What `sendMessage` is given. */
export interface SendMessageInput<Context> extends Input<Context> {
  readonly params: {
    /** The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
    readonly channel_id: string;
  };
  readonly query: Readonly<Record<string, never>>;
  readonly headers: CallHeaders;
  readonly body: Schemas["SendMessageRequest"];
}

/** The outcomes that the contract declares for `sendMessage`. */
export type SendMessageOutcome =
  | { status: 200; type: "application/json"; body: Schemas["AssistantMessage"] }
  | { status: 200; type: "text/event-stream"; events: AsyncIterable<Schemas["MessageDelta"]> }
  | { status: 400; error: Refused<"InvalidRequest"> }
  | { status: 401; error: Refused<"InvalidApiKey"> }
  | { status: 403; error: Refused<"InsufficientScope"> }
  | { status: 403; error: Refused<"PolicyViolation"> }
  | { status: 403; error: Refused<"BudgetExceeded"> }
  | { status: 404; error: Refused<"ChannelNotFound"> }
  | { status: 404; error: Refused<"SessionNotFound"> }
  | { status: 404; error: Refused<"RouteNotFound"> }
  | { status: 405; headers: { Allow: string }; error: Refused<"MethodNotAllowed"> }
  | { status: 409; error: Refused<"SessionExpired"> }
  | { status: 409; error: Refused<"SessionClosed"> }
  | { status: 413; error: Refused<"PayloadTooLarge"> }
  | { status: 415; error: Refused<"UnsupportedMediaType"> }
  | { status: 422; error: Refused<"ValidationFailed"> }
  | { status: 429; headers: { "Retry-After": number }; error: Refused<"RateLimitExceeded"> }
  | { status: 500; error: Refused<"InternalError"> };

/** What `createSession` is given. */
export interface CreateSessionInput<Context> extends Input<Context> {
  readonly params: {
    /** The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
    readonly channel_id: string;
  };
  readonly query: Readonly<Record<string, never>>;
  readonly headers: CallHeaders;
  readonly body: Schemas["CreateSessionRequest"] | undefined;
}

/** The outcomes that the contract declares for `createSession`. */
export type CreateSessionOutcome =
  | { status: 201; headers: { Location: string }; body: Schemas["Session"] }
  | { status: 400; error: Refused<"InvalidRequest"> }
  | { status: 401; error: Refused<"InvalidApiKey"> }
  | { status: 403; error: Refused<"InsufficientScope"> }
  | { status: 404; error: Refused<"ChannelNotFound"> }
  | { status: 404; error: Refused<"AgentNotFound"> }
  | { status: 404; error: Refused<"RouteNotFound"> }
  | { status: 405; headers: { Allow: string }; error: Refused<"MethodNotAllowed"> }
  | { status: 413; error: Refused<"PayloadTooLarge"> }
  | { status: 415; error: Refused<"UnsupportedMediaType"> }
  | { status: 422; error: Refused<"ValidationFailed"> }
  | { status: 429; headers: { "Retry-After": number }; error: Refused<"RateLimitExceeded"> }
  | { status: 500; error: Refused<"InternalError"> };

/** What `getSession` is given. */
export interface GetSessionInput<Context> extends Input<Context> {
  readonly params: {
    /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
    readonly session_id: string;
  };
  readonly query: Readonly<Record<string, never>>;
  readonly headers: CallHeaders;
  readonly body: undefined;
}

/** The outcomes that the contract declares for `getSession`. */
export type GetSessionOutcome =
  | { status: 200; body: Schemas["Session"] }
  | { status: 400; error: Refused<"InvalidRequest"> }
  | { status: 401; error: Refused<"InvalidApiKey"> }
  | { status: 403; error: Refused<"InsufficientScope"> }
  | { status: 404; error: Refused<"SessionNotFound"> }
  | { status: 404; error: Refused<"RouteNotFound"> }
  | { status: 405; headers: { Allow: string }; error: Refused<"MethodNotAllowed"> }
  | { status: 429; headers: { "Retry-After": number }; error: Refused<"RateLimitExceeded"> }
  | { status: 500; error: Refused<"InternalError"> };

/** What `closeSession` is given. */
export interface CloseSessionInput<Context> extends Input<Context> {
  readonly params: {
    /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
    readonly session_id: string;
  };
  readonly query: Readonly<Record<string, never>>;
  readonly headers: CallHeaders;
  readonly body: undefined;
}

/** The outcomes that the contract declares for `closeSession`. */
export type CloseSessionOutcome =
  | { status: 200; body: Schemas["Session"] }
  | { status: 400; error: Refused<"InvalidRequest"> }
  | { status: 401; error: Refused<"InvalidApiKey"> }
  | { status: 403; error: Refused<"InsufficientScope"> }
  | { status: 404; error: Refused<"SessionNotFound"> }
  | { status: 404; error: Refused<"RouteNotFound"> }
  | { status: 405; headers: { Allow: string }; error: Refused<"MethodNotAllowed"> }
  | { status: 409; error: Refused<"SessionExpired"> }
  | { status: 429; headers: { "Retry-After": number }; error: Refused<"RateLimitExceeded"> }
  | { status: 500; error: Refused<"InternalError"> };

/** What `listMessages` is given. */
export interface ListMessagesInput<Context> extends Input<Context> {
  readonly params: {
    /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
    readonly session_id: string;
  };
  readonly query: {
    /** How many messages to return at most. */
    readonly limit: number;
    /** Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
    readonly cursor?: string;
  };
  readonly headers: CallHeaders;
  readonly body: undefined;
}

/** The outcomes that the contract declares for `listMessages`. */
export type ListMessagesOutcome =
  | { status: 200; body: Schemas["MessagePage"] }
  | { status: 400; error: Refused<"InvalidRequest"> }
  | { status: 401; error: Refused<"InvalidApiKey"> }
  | { status: 403; error: Refused<"InsufficientScope"> }
  | { status: 404; error: Refused<"SessionNotFound"> }
  | { status: 404; error: Refused<"RouteNotFound"> }
  | { status: 405; headers: { Allow: string }; error: Refused<"MethodNotAllowed"> }
  | { status: 429; headers: { "Retry-After": number }; error: Refused<"RateLimitExceeded"> }
  | { status: 500; error: Refused<"InternalError"> };

/**
 * The API, as you implement it: one method for each operation. A declared outcome is returned; what is thrown is
 * taken for a bug.
 */
export interface SessionsApi<Context> {
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
   */
  sendMessage(input: SendMessageInput<Context>): SendMessageOutcome | Promise<SendMessageOutcome>;

  /**
   * Create a session.
   *
   * Opens a session on a channel, to choose its agent, its context and its metadata before the first message.
   * This is optional: a message without a `session_id` opens a session by itself.
   *
   * The vendor marks this operation as Beta.
   */
  createSession(input: CreateSessionInput<Context>): CreateSessionOutcome | Promise<CreateSessionOutcome>;

  /**
   * Get a session.
   *
   * Returns the session as it is now: its state, message count and metadata. Reading is no activity: it does not put off
   * the expiry.
   *
   * The vendor marks this operation as Beta.
   */
  getSession(input: GetSessionInput<Context>): GetSessionOutcome | Promise<GetSessionOutcome>;

  /**
   * Close a session.
   *
   * Closes the session: it can still be read, but takes no new message. Closing it again changes nothing; an expired
   * session cannot be closed.
   *
   * This operation is decided by this contract: the vendor only says that a session can be closed.
   */
  closeSession(input: CloseSessionInput<Context>): CloseSessionOutcome | Promise<CloseSessionOutcome>;

  /**
   * List the messages of a session.
   *
   * Returns the session's history, oldest message first, a page at a time. Reading is no activity: it does not put off
   * the expiry.
   *
   * The vendor only names this endpoint: its path and its shape are decided by this contract.
   */
  listMessages(input: ListMessagesInput<Context>): ListMessagesOutcome | Promise<ListMessagesOutcome>;
}

/** The name of an operation. */
export type OperationId = keyof SessionsApi<unknown>;

/**
 * Puts the API on HTTP: a listener for `node:http`, which is a middleware for Express, too.
 *
 * @param api your implementation
 * @param options who may call, how often, and what becomes of bugs
 * @throws if the API lacks an operation, or the options lack `authenticate`
 */
export function createRouter<Context>(
  api: SessionsApi<Context>,
  options: RouterOptions<Context, OperationId>,
): RequestHandler {
  const handlers = {
    sendMessage: { handle: (input: SendMessageInput<Context>) => api.sendMessage(input) },
    createSession: { handle: (input: CreateSessionInput<Context>) => api.createSession(input) },
    getSession: { handle: (input: GetSessionInput<Context>) => api.getSession(input) },
    closeSession: { handle: (input: CloseSessionInput<Context>) => api.closeSession(input) },
    listMessages: { handle: (input: ListMessagesInput<Context>) => api.listMessages(input) },
  };
  for (const id of Object.keys(handlers)) {
    if (typeof Reflect.get(Object(api), id) !== "function") throw new TypeError(`The API has no ${id}.`);
  }
  return createRequestHandler(contract, handlers, options);
}

/** The code of an error of the contract. */
export type RefusalCode = keyof typeof ERROR_STATUS;

/** The outcome for a code: with the status that the contract gives it. */
export type Refusal<Code extends RefusalCode> = {
  [Each in Code]: { status: (typeof ERROR_STATUS)[Each]; error: { code: Each; message: string } };
}[Code];

/**
 * Makes the outcome that refuses a request. What 405, 422 and 429 must have beside it is for the caller to add:
 * without it they are no outcome of any operation.
 *
 * @param message what is wrong; the contract's message for this code unless given
 */
export function refuse<Code extends RefusalCode>(code: Code, message?: string): Refusal<Code>;
export function refuse(
  code: RefusalCode,
  message: string = contract.errors[code]?.message ?? code,
): { status: number; error: { code: string; message: string } } {
  return { status: ERROR_STATUS[code], error: { code, message } };
}
