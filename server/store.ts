import type { Message, Session } from "../generated/index.ts";

/** A session, as a store keeps it. */
export interface StoredSession {
  readonly tenant: string;
  readonly initialContext: string | undefined;
  readonly isClosed: boolean;
  /** What the caller gets to see, but for what depends on the time. */
  readonly session: Readonly<Omit<Session, "status" | "expires_at">>;
}

/**
 * Where sessions and their messages are kept. Each method is atomic: others see all of what it does, or nothing.
 * What goes in or comes out is never changed afterwards, neither by the store nor by its caller.
 */
export interface Store {
  /** Adds a session without messages, and at once its first ones, if there are any. */
  insert(stored: StoredSession, messages: readonly Message[]): Promise<void>;
  /** The tenant's session of that id. */
  find(tenant: string, sessionId: string): Promise<StoredSession | undefined>;
  /** Adds messages to the end of a history; the session's `message_count` and `last_message_at` follow. */
  append(sessionId: string, messages: readonly Message[]): Promise<void>;
  /** Closes the session for good. */
  close(sessionId: string): Promise<void>;
  /** At most `limit` messages of a history, oldest first, from a position on; the first message is at 0. */
  messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]>;
}
