import { type Conversation, reply } from "./agent.ts";
import { Failure } from "./failure.ts";

/** A stored message. */
export interface Item {
  readonly id: string;
  readonly session_id: string;
  readonly role: "user" | "assistant";
  readonly content: string;
  readonly created_at: string;
  readonly metadata?: unknown;
  readonly tokens?: number;
  readonly model?: string;
}

/** A session as it is kept. */
export interface Kept {
  readonly id: string;
  readonly tenant: string;
  readonly channel: string;
  readonly agent: string;
  readonly metadata: unknown;
  readonly context: string | undefined;
  readonly born: number;
  readonly items: Item[];
  touched: number;
  isClosed: boolean;
  /** Settles when nobody is being answered. */
  idle: Promise<void>;
}

/** What a message is sent with. */
export interface Sending {
  readonly message: string;
  readonly metadata?: unknown;
}

/** How long a session lives, in milliseconds. */
export const LIFETIME = 3_600_000;
const BUDGET = 10_000;

/** The sessions of this server, which keeps them its own way. */
export class Desk {
  readonly #sessions = new Map<string, Kept>();
  readonly #spent = new Map<string, number>();
  #offset = 0;
  #serial = 41;

  /** Milliseconds since 1970; the clock runs, and can be put forward. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Puts the clock forward by so many milliseconds. */
  passTime(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  open(kept: Pick<Kept, "tenant" | "channel" | "agent" | "metadata" | "context">): Kept {
    const born = this.now();
    const session = {
      ...kept,
      id: this.#nextId("ses"),
      born,
      touched: born,
      items: [],
      isClosed: false,
      idle: Promise.resolve(),
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  find(tenant: string, id: string): Kept {
    const session = this.#sessions.get(id);
    if (session?.tenant !== tenant) throw new Failure(404, "session_not_found");
    return session;
  }

  statusOf({ isClosed, touched }: Kept): "active" | "expired" | "closed" {
    if (isClosed) return "closed";
    return this.now() < touched + LIFETIME ? "active" : "expired";
  }

  show(session: Kept): unknown {
    const { id, channel, agent, metadata, born, touched, items } = session;
    return {
      expires_at: time(touched + LIFETIME),
      ...(items.length > 0 && { last_message_at: time(touched) }),
      created_at: time(born),
      region: "eu",
      metadata,
      message_count: items.length,
      status: this.statusOf(session),
      agent_id: agent,
      channel_id: channel,
      links: { self: `/v1/sessions/${id}` },
      id,
    };
  }

  /** Demands that a session takes a message now. */
  admit(session: Kept, message: string): void {
    const status = this.statusOf(session);
    if (status !== "active") throw new Failure(409, `session_${status}`);
    if (message.includes("pills")) throw new Failure(403, "policy_violation");
    if ((this.#spent.get(session.tenant) ?? 0) >= BUDGET && session.tenant === "poor") {
      throw new Failure(403, "budget_exceeded");
    }
  }

  /** Waits until nobody else is being answered in the session; returns what ends one's own turn. */
  async takeTurn(session: Kept): Promise<() => void> {
    const before = session.idle;
    let end = () => {};
    session.idle = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }

  /** The agent's reply, a piece at a time. */
  converse({ items, context }: Kept, message: string): ReturnType<typeof reply> {
    const conversation: Conversation = { message, earlier: items.map(({ content }) => content), context };
    return reply(conversation);
  }

  createQuestion(session: Kept, { message, metadata }: Sending): Item {
    return {
      ...(metadata !== undefined && { metadata }),
      created_at: time(this.now()),
      content: message,
      role: "user",
      session_id: session.id,
      id: this.#nextId("msg"),
    };
  }

  createReply(session: Kept, content: string, id: string): Item & { readonly role: "assistant" } {
    const tokens = Math.ceil(content.length / 4);
    const created_at = time(this.now());
    return { model: "clerk", tokens, created_at, content, role: "assistant", session_id: session.id, id };
  }

  createReplyId(): string {
    return this.#nextId("msg");
  }

  /** Adds items to the history, and counts what they cost. */
  keep(session: Kept, ...items: readonly Item[]): void {
    for (const item of items) {
      session.items.push(item);
      session.touched = Date.parse(item.created_at);
      const spent = this.#spent.get(session.tenant) ?? 0;
      this.#spent.set(session.tenant, spent + item.content.length / 4);
    }
  }

  #nextId(prefix: string): string {
    this.#serial += 7;
    return `${prefix}_${this.#serial.toString(36)}.${Math.random().toString(36).slice(2)}`;
  }
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
