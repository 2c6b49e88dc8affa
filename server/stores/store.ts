import type { Message, Session } from "../../generated/index.ts";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";

/** A session, as a store keeps it. */
export interface StoredSession {
  readonly tenant: string;
  readonly initialContext: string | undefined;
  readonly isClosed: boolean;
  /** What the caller gets to see, but for what depends on the time. */
  readonly session: Readonly<Omit<Session, "status" | "expires_at">>;
}

/**
 * Where sessions and their messages are kept, and what several servers that share them agree on. Each method is
 * atomic: others see all of what it does, or nothing; and it resolves when what it did will last. What goes in or
 * comes out is never changed afterwards, neither by the store nor by its caller.
 */
export interface Store {
  /** What to sign cursors with: the same for all servers that share the store. */
  readonly secret: Uint8Array;
  /** Adds a session without messages, and at once its first ones, if there are any. */
  insert(stored: StoredSession, messages: readonly Message[]): Promise<void>;
  /** The tenant's session of that id. */
  find(tenant: string, sessionId: string): Promise<StoredSession | undefined>;
  /**
   * Adds messages to the end of a history; the session's `message_count` and `last_message_at` follow.
   *
   * @param position where the first of them goes, which must be where the history ends; the first message is at 0
   * @throws (rejects) if the history ends elsewhere, and adds nothing: so that no message comes between two that
   * belong together, even if a turn was lost
   */
  append(sessionId: string, messages: readonly Message[], position: number): Promise<void>;
  /** Closes the session for good. */
  close(sessionId: string): Promise<void>;
  /** At most `limit` messages of a history, oldest first, from a position on. */
  messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]>;
  /**
   * Waits until nobody else, on any server, has the turn to write to the session.
   *
   * @returns a function that ends the turn; calling it again does nothing
   * @throws (rejects) with the signal's reason if that aborts before
   */
  takeTurn(sessionId: string, signal: AbortSignal): Promise<() => void>;
  /** How many tokens of its budget the tenant has spent. */
  tokensSpent(tenant: string): Promise<number>;
  /** Counts tokens of the tenant's budget. */
  spendTokens(tenant: string, tokens: number): Promise<void>;
  /**
   * Counts requests against a limit, together with all servers that share the store. Where it is left out, a server
   * counts its own.
   */
  readonly limitRequests?: ((limit: RateLimit) => Promise<RateLimiter>) | undefined;
  /** Lets go of files and connections. The store is of no use afterwards. */
  end(): Promise<void>;
}
