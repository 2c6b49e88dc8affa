import type { AssistantMessage, Message, MessageDelta, UserMessage } from "../generated/index.ts";
import { createId } from "../generated/stub/index.ts";
import { untilAborted } from "./abort.ts";
import type { Agent, Turn } from "./agents/agent.ts";
import type { TokenBudget } from "./budget.ts";
import { type Clock, formatTime } from "./clock.ts";
import type { Store, StoredSession } from "./stores/store.ts";

/** What an exchange needs. */
export interface ExchangeOptions {
  readonly agent: Agent;
  readonly store: Store;
  readonly clock: Clock;
  readonly budget: TokenBudget;
  readonly stored: StoredSession;
  /** Whether the store does not have the session yet. */
  readonly isNew: boolean;
  readonly message: string;
  readonly metadata: UserMessage["metadata"];
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** Called when the exchange is over, however it ended. */
  readonly onEnd: () => void;
}

/** One message and its reply, to be had once: either whole or streamed. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #question: UserMessage;
  readonly #replyId = createId("msg");
  readonly #pieces: string[] = [];
  /** Where in the history the next item goes. */
  #position: number;
  #isNew: boolean;
  /** When the latest item was created, in milliseconds since 1970-01-01T00:00:00Z. */
  #latest: number;

  constructor(options: ExchangeOptions) {
    const { stored, isNew, message, metadata } = options;
    const { created_at, last_message_at = created_at, message_count } = stored.session;
    this.#options = options;
    this.#position = message_count;
    this.#isNew = isNew;
    this.#latest = Date.parse(last_message_at);
    this.#question = {
      ...this.#createItem(createId("msg"), message),
      role: "user",
      ...(metadata && { metadata }),
    };
  }

  /** The whole reply. The history gets it together with the message, or neither if the agent fails. */
  async whole(): Promise<AssistantMessage> {
    try {
      try {
        // An agent that hangs must not hold the session when the client has left.
        await untilAborted(this.#hear(), this.#options.signal);
      } finally {
        // They are used, whatever becomes of the reply.
        await this.#spendTokens();
      }
      const reply = this.#createReply();
      await this.#store(this.#question, reply);
      return reply;
    } finally {
      this.#options.onEnd();
    }
  }

  /**
   * The reply as it comes. The history gets the message with the first piece, and the reply when it is complete; if
   * the agent fails in between, or the client leaves, the message stays alone.
   */
  async *streamed(): AsyncGenerator<MessageDelta, void> {
    try {
      for await (const piece of this.#listen()) {
        if (this.#pieces.push(piece) === 1) await this.#store(this.#question);
        yield { id: this.#replyId, session_id: this.#question.session_id, delta: piece };
      }
      const reply = this.#createReply();
      await (this.#pieces.length === 0 ? this.#store(this.#question, reply) : this.#store(reply));
    } finally {
      await this.#spendTokens().finally(this.#options.onEnd);
    }
  }

  async #hear(): Promise<void> {
    for await (const piece of this.#options.agent.reply(this.#createTurn())) {
      this.#pieces.push(piece);
      this.#options.signal.throwIfAborted();
    }
  }

  /** The same piece by piece, for as long as the client is there. */
  async *#listen(): AsyncGenerator<string, void> {
    const { agent, signal } = this.#options;
    const pieces = agent.reply(this.#createTurn())[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await untilAborted(pieces.next(), signal);
        if (next.done) return;
        yield next.value;
      }
    } finally {
      // Not awaited, and deaf to failures: a generator that hangs does not return, and its work is no longer wanted.
      pieces.return?.().catch(() => {});
    }
  }

  #createTurn(): Turn {
    const { stored, message, signal, store } = this.#options;
    const { id, agent_id, message_count: length } = stored.session;
    const newest = async (limit: number) =>
      length === 0 ? [] : store.messages(id, Math.max(0, length - limit), Math.min(limit, length));
    const { initialContext } = stored;
    return { agentId: agent_id, message, history: { length, newest }, initialContext, signal };
  }

  #createReply(): AssistantMessage {
    return {
      ...this.#createItem(this.#replyId, this.#pieces.join("")),
      role: "assistant",
      tokens: this.#pieces.length,
      model: this.#options.agent.model,
    };
  }

  /** What both kinds of item have. None is older than the one before it, even if the clock was set back. */
  #createItem(id: string, content: string): Omit<Message, "role"> {
    const { stored, clock } = this.#options;
    this.#latest = Math.max(clock(), this.#latest);
    return { id, session_id: stored.session.id, content, created_at: formatTime(this.#latest) };
  }

  async #store(...messages: Message[]): Promise<void> {
    const { store, stored } = this.#options;
    if (this.#isNew) await store.insert(stored, messages);
    else await store.append(stored.session.id, messages, this.#position);
    this.#isNew = false;
    this.#position += messages.length;
  }

  #spendTokens(): Promise<void> {
    return this.#options.budget.spend(this.#options.stored.tenant, this.#pieces.length);
  }
}
