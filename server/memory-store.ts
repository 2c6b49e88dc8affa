import type { Message } from "../generated/index.ts";
import type { Store, StoredSession } from "./store.ts";

interface Entry {
  stored: StoredSession;
  readonly messages: Message[];
}

/** Keeps everything in memory, for as long as the process lives. */
export class MemoryStore implements Store {
  readonly #entries = new Map<string, Entry>();

  async insert(stored: StoredSession, messages: readonly Message[]): Promise<void> {
    this.#entries.set(stored.session.id, { stored: deepFreeze(stored), messages: [] });
    await this.append(stored.session.id, messages);
  }

  async find(tenant: string, sessionId: string): Promise<StoredSession | undefined> {
    const stored = this.#entries.get(sessionId)?.stored;
    return stored?.tenant === tenant ? stored : undefined;
  }

  async append(sessionId: string, messages: readonly Message[]): Promise<void> {
    const entry = this.#entry(sessionId);
    for (const message of messages) {
      const count = entry.messages.push(deepFreeze(message));
      const session = { ...entry.stored.session, message_count: count, last_message_at: message.created_at };
      entry.stored = deepFreeze({ ...entry.stored, session });
    }
  }

  async close(sessionId: string): Promise<void> {
    const entry = this.#entry(sessionId);
    entry.stored = deepFreeze({ ...entry.stored, isClosed: true });
  }

  async messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]> {
    return this.#entry(sessionId).messages.slice(position, position + limit);
  }

  #entry(sessionId: string): Entry {
    const entry = this.#entries.get(sessionId);
    if (entry === undefined) throw new Error(`There is no session ${sessionId} in the store.`);
    return entry;
  }
}

/** Freezes a value and all that it holds: that costs less than copies at each read, and keeps every key as it is. */
function deepFreeze<Value>(value: Value): Value {
  // What is frozen was frozen here, and so were its parts; numbers, strings and null count as frozen.
  if (Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value) ?? {})) deepFreeze(part);
  return value;
}
