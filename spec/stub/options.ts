import type { IncomingMessage, ServerResponse } from "node:http";
import type { Awaitable } from "./awaitable.ts";
import type { Input } from "./input.ts";
import type { Observer } from "./observer.ts";
import type { Outcome } from "./outcome.ts";

/** The state of a rate limit that refuses a request. */
export interface RateLimitRefusal {
  /** How long the caller should wait, in whole seconds. */
  readonly retryAfter: number;
  /** How many requests the limit allows in its window. */
  readonly limit: number;
  /** How many are left. */
  readonly remaining: number;
  /** When the limit allows requests again, as an RFC 3339 date-time in UTC. */
  readonly reset_at: string;
}

/** The request in which something was thrown. */
export interface ErrorOrigin<OperationId extends string = string> {
  readonly requestId: string;
  /** `undefined` where the request led to no operation. */
  readonly operationId: OperationId | undefined;
}

/** What the stub leaves to its user, beside the handlers. */
export interface RouterOptions<Context, OperationId extends string = string> {
  /**
   * Tells whose key this is. What it returns reaches the handlers as `context`; `false`, `undefined` or `null` refuses
   * the request with 401 `invalid_api_key`.
   */
  authenticate(key: string, request: IncomingMessage): Awaitable<Context | false | undefined | null>;
  /** Counts a request. A returned state refuses it with 429 `rate_limit_exceeded`. */
  rateLimit?(context: Context): Awaitable<RateLimitRefusal | undefined>;
  /** Whether the key may do this; anything but `true` refuses the request with 403 `insufficient_scope`. */
  authorize?(context: Context, operationId: OperationId): Awaitable<boolean>;
  /**
   * Gets what is thrown: bugs, that the caller is told nothing of but a 500 `internal_error`.
   * They are printed on standard error unless this is given.
   */
  onError?(error: unknown, where: ErrorOrigin<OperationId>): void;
  /** Check every response against its schema before it goes out, and treat one that does not fit as a bug. */
  validateResponses?: boolean;
  /** How long a body may take to arrive, in milliseconds; 10,000 unless given. */
  bodyTimeout?: number;
  /**
   * Gets every request before it is looked at, and may return what is to watch it. When it is over, the response says
   * so (`close`); the request need not.
   */
  observe?:
    | ((request: IncomingMessage, response: ServerResponse, requestId: string) => Observer | undefined)
    | undefined;
}

/** The code behind one operation. */
export interface Handler<Context> {
  handle(input: Input<Context>): Awaitable<Outcome>;
}
