import type { Message } from "../generated/index.ts";
import { MemoryStore } from "../server/stores/memory-store.ts";
import type { StoredSession } from "../server/stores/store.ts";

/** How much is kept, and who wants to know what becomes of it. */
export interface BoundedStoreOptions {
  /** How many sessions are kept. */
  readonly mostSessions: number;
  /** How much their texts and metadata may come to, in characters of JSON. */
  readonly mostCharacters: number;
  /** A session was opened, or something about it changed. */
  changed(stored: StoredSession): void;
  /** A session was dropped to make room. */
  dropped(sessionId: string): void;
}

/** Keeps sessions in memory, within bounds: the ones that were quiet the longest go first. */
export class BoundedStore extends MemoryStore {
  readonly #options: BoundedStoreOptions;
  /** The tenant and the size of each session, the one that was quiet the longest first. */
  readonly #kept = new Map<string, { readonly tenant: string; readonly characters: number }>();
  #characters = 0;

  constructor(options: BoundedStoreOptions) {
    super();
    this.#options = options;
  }

  override async insert(stored: StoredSession, messages: readonly Message[]): Promise<void> {
    this.#kept.set(stored.session.id, { tenant: stored.tenant, characters: 0 });
    this.#grow(stored.session.id, sizeOf(stored) + sizeOf(messages));
    await super.insert(stored, messages);
    await this.#tell(stored.session.id);
    this.#makeRoom();
  }

  override async append(sessionId: string, messages: readonly Message[], position?: number): Promise<void> {
    // Dropped while a reply was under way: there is nothing left to add it to, and the reply is given all the same.
    if (!this.#kept.has(sessionId)) return;
    await super.append(sessionId, messages, position);
    if (messages.length === 0) return;
    this.#grow(sessionId, sizeOf(messages));
    await this.#tell(sessionId);
    this.#makeRoom();
  }

  override async close(sessionId: string): Promise<void> {
    if (!this.#kept.has(sessionId)) return;
    await super.close(sessionId);
    await this.#tell(sessionId);
  }

  override async messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]> {
    // It may have been dropped since it was found.
    return this.#kept.has(sessionId) ? super.messages(sessionId, position, limit) : [];
  }

  /** Every session that is kept, the oldest first. */
  *sessions(): Iterable<StoredSession> {
    for (const { stored } of this.entries.values()) yield stored;
  }

  /** A session's whole history, oldest first; `undefined` if there is no such session. */
  history(sessionId: string): readonly Message[] | undefined {
    return this.entries.get(sessionId)?.messages.slice();
  }

  /** Forgets everything. */
  clear(): void {
    for (const sessionId of [...this.#kept.keys()]) this.#drop(sessionId);
  }

  #drop(sessionId: string): void {
    this.#characters -= this.#kept.get(sessionId)?.characters ?? 0;
    this.#kept.delete(sessionId);
    this.entries.delete(sessionId);
  }

  #grow(sessionId: string, characters: number): void {
    const before = this.#kept.get(sessionId);
    if (before === undefined) return;
    this.#characters += characters;
    this.#kept.delete(sessionId);
    this.#kept.set(sessionId, { ...before, characters: before.characters + characters });
  }

  #makeRoom(): void {
    const { mostSessions, mostCharacters, dropped } = this.#options;
    while (this.#kept.size > mostSessions || this.#characters > mostCharacters) {
      const [oldest] = this.#kept.keys();
      if (oldest === undefined) return;
      this.#drop(oldest);
      dropped(oldest);
    }
  }

  async #tell(sessionId: string): Promise<void> {
    const kept = this.#kept.get(sessionId);
    const stored = kept && (await this.find(kept.tenant, sessionId));
    if (stored) this.#options.changed(stored);
  }
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
