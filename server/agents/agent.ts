import type { Message } from "../../generated/index.ts";

/** The messages of a session that come before the one to reply to. */
export interface History {
  /** How many there are, the user's and the agent's. */
  readonly length: number;
  /** Reads the newest of them, oldest first: at most `limit`, so that a long session costs no more than a short one. */
  newest(limit: number): Promise<readonly Message[]>;
}

/** One message to reply to, and what the agent may know beside it. */
export interface Turn {
  /** The agent that is to reply. One implementation can play several. */
  readonly agentId: string;
  readonly message: string;
  readonly history: History;
  /** What the session was created with. */
  readonly initialContext: string | undefined;
  /** Aborted when nobody waits for the reply any more. */
  readonly signal: AbortSignal;
}

/** What writes the replies. */
export interface Agent {
  /** The name that replies carry as their `model`. */
  readonly model: string;
  /**
   * Writes a reply, piece by piece; all pieces joined are the reply's `content`. Each piece counts as one token.
   * A throw fails the reply: the caller gets `internal_error`.
   */
  reply(turn: Turn): AsyncIterable<string>;
}
