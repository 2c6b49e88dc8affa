import { randomBytes } from "node:crypto";
import type { Message } from "../../generated/index.ts";
import { Queue } from "./queue.ts";
import type { Store, StoredSession } from "./store.ts";

/** A session, and its whole history. */
export interface Entry {
  stored: StoredSession;
  readonly messages: Message[];
}

/** Keeps everything in memory, for as long as the process lives. */
export class MemoryStore implements Store {
  readonly secret: Uint8Array = randomBytes(32);
  /** Every session that is kept, the oldest first. */
  protected readonly entries: Map<string, Entry> = new Map();
  readonly #turns = new Queue();
  readonly #tokens = new Map<string, number>();

  async insert(stored: StoredSession, messages: readonly Message[]): Promise<void> {
    deepFreeze(stored.session.metadata);
    const entry = { stored, messages: [] };
    this.entries.set(stored.session.id, entry);
    add(entry, messages);
  }

  async find(tenant: string, sessionId: string): Promise<StoredSession | undefined> {
    const stored = this.entries.get(sessionId)?.stored;
    return stored?.tenant === tenant ? stored : undefined;
  }

  async append(sessionId: string, messages: readonly Message[], position?: number): Promise<void> {
    const entry = this.#entry(sessionId);
    const { length } = entry.messages;
    if ((position ?? length) !== length) {
      throw new Error(`The history of ${sessionId} does not end at ${position}, but at ${length}.`);
    }
    add(entry, messages);
  }

  async close(sessionId: string): Promise<void> {
    const entry = this.#entry(sessionId);
    entry.stored = { ...entry.stored, isClosed: true };
  }

  async messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]> {
    return this.#entry(sessionId).messages.slice(position, position + limit);
  }

  takeTurn(sessionId: string, signal: AbortSignal): Promise<() => void> {
    return this.#turns.take(sessionId, signal);
  }

  async tokensSpent(tenant: string): Promise<number> {
    return this.#tokens.get(tenant) ?? 0;
  }

  async spendTokens(tenant: string, tokens: number): Promise<void> {
    this.#tokens.set(tenant, (this.#tokens.get(tenant) ?? 0) + tokens);
  }

  async end(): Promise<void> {
    this.entries.clear();
  }

  #entry(sessionId: string): Entry {
    const entry = this.entries.get(sessionId);
    if (entry === undefined) throw new Error(`There is no session ${sessionId} in the store.`);
    return entry;
  }
}

function add(entry: Entry, messages: readonly Message[]): void {
  for (const message of messages) {
    if (message.role === "user") deepFreeze(message.metadata);
    entry.messages.push(Object.freeze(message));
  }
  const last = messages.at(-1);
  if (last === undefined) return;
  const { length } = entry.messages;
  const session = { ...entry.stored.session, message_count: length, last_message_at: last.created_at };
  entry.stored = { ...entry.stored, session };
}

/** Freezes a value and all that it holds: others get metadata as it is kept. */
function deepFreeze(value: unknown): void {
  // What is frozen was frozen here, and so were its parts; numbers, strings and null count as frozen.
  if (Object.isFrozen(value)) return;
  for (const part of Object.values(Object.freeze(value) ?? {})) deepFreeze(part);
}
