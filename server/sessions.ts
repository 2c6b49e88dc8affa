import type {
  AssistantMessage,
  CreateSessionRequest,
  MessageDelta,
  MessagePage,
  SendMessageRequest,
  Session,
} from "../generated/index.ts";
import { createId } from "../generated/stub/index.ts";
import type { Agent } from "./agents/agent.ts";
import { TokenBudget, type TokenLimit } from "./budget.ts";
import { type Channel, findChannel } from "./channel.ts";
import { type Clock, createTimeFormat, formatTime } from "./clock.ts";
import { Cursors } from "./cursor.ts";
import { Exchange } from "./exchange.ts";
import { blockWords, type Policy } from "./policy.ts";
import { done, type Result, refused } from "./result.ts";
import type { Store, StoredSession } from "./stores/store.ts";

/** What the service works with. */
export interface SessionsOptions {
  readonly channels: readonly Channel[];
  readonly agent: Agent;
  readonly store: Store;
  readonly clock: Clock;
  /** After how long without a message a session expires, in milliseconds. */
  readonly sessionTtl: number;
  readonly blockedWords: readonly string[];
  /** How many tokens the replies to one tenant may cost. */
  readonly tokenBudget: TokenLimit;
}

/** A message to send. */
export interface Sending {
  readonly tenant: string;
  readonly channelId: string;
  readonly request: Omit<SendMessageRequest, "stream">;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** Why a message can be refused. */
export type SendRefusal =
  | "channel_not_found"
  | "session_not_found"
  | "session_expired"
  | "session_closed"
  | "policy_violation"
  | "budget_exceeded";

/** The sessions of all tenants, and what can be done with them. It knows the rules, and nothing of HTTP. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #permits: Policy;
  readonly #budget: TokenBudget;
  readonly #cursors: Cursors;
  /** A format of its own, so that the latest of either kind is kept. */
  readonly #formatExpiry = createTimeFormat();

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#permits = blockWords(options.blockedWords);
    this.#budget = new TokenBudget(options.tokenBudget, options.store);
    this.#cursors = new Cursors(options.store.secret);
  }

  /** Opens a session: Lifecycle 1 of the contract. */
  async create(
    tenant: string,
    channelId: string,
    request: CreateSessionRequest = {},
  ): Promise<Result<Session, "channel_not_found" | "agent_not_found">> {
    const channel = findChannel(this.#options.channels, tenant, channelId);
    if (!channel) return refused("channel_not_found");
    if (request.agent_id !== undefined && !channel.agents.includes(request.agent_id)) {
      return refused("agent_not_found");
    }
    const stored = this.#open(tenant, channel, request);
    await this.#options.store.insert(stored, []);
    return done(this.show(stored));
  }

  /** Reads a session as it is now: Lifecycle 4, 5, 6 and 9. */
  async get(tenant: string, sessionId: string): Promise<Result<Session, "session_not_found">> {
    const stored = await this.#options.store.find(tenant, sessionId);
    return stored ? done(this.show(stored)) : refused("session_not_found");
  }

  /** Sends a message and waits for the whole reply. Rejects with what the agent throws. */
  async send(sending: Sending): Promise<Result<AssistantMessage, SendRefusal>> {
    const exchange = await this.#begin(sending);
    return exchange.ok ? done(await exchange.value.whole()) : exchange;
  }

  /** Sends a message and waits for the first piece of the reply. Rejects with what the agent throws until then. */
  async stream(sending: Sending): Promise<Result<AsyncIterable<MessageDelta>, SendRefusal>> {
    const exchange = await this.#begin(sending);
    if (!exchange.ok) return exchange;
    const deltas = exchange.value.streamed();
    return done(startWith(await deltas.next(), deltas));
  }

  /** Reads a page of a history: Lifecycle 4, 6 and 9. */
  async list(
    tenant: string,
    sessionId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Result<MessagePage, "session_not_found" | "invalid_request">> {
    const position = cursor === undefined ? 0 : this.#cursors.read(sessionId, cursor);
    if (position === undefined) {
      return refused("invalid_request", "This cursor was not given for this session.");
    }
    const { store } = this.#options;
    if (!(await store.find(tenant, sessionId))) return refused("session_not_found");
    const items = await store.messages(sessionId, position, limit + 1);
    const hasMore = items.length > limit;
    const nextCursor = hasMore ? this.#cursors.issue(sessionId, position + limit) : null;
    return done({ data: items.slice(0, limit), has_more: hasMore, next_cursor: nextCursor });
  }

  /** Closes a session: Lifecycle 11, 12 and 13. A reply that is under way is still completed. */
  async close(
    tenant: string,
    sessionId: string,
  ): Promise<Result<Session, "session_not_found" | "session_expired">> {
    const { store } = this.#options;
    const stored = await store.find(tenant, sessionId);
    if (!stored) return refused("session_not_found");
    if (this.#status(stored, this.#expiry(stored)) === "expired") return refused("session_expired");
    if (!stored.isClosed) await store.close(sessionId);
    return done(this.show({ ...stored, isClosed: true }));
  }

  /** A session that is stored, as its caller gets to see it now. */
  show(stored: StoredSession): Session {
    const expiry = this.#expiry(stored);
    const status = this.#status(stored, expiry);
    return { ...stored.session, status, expires_at: this.#formatExpiry(expiry) };
  }

  /** Checks whether a message can be sent, and again when its turn has come: while it waited, things may have changed. */
  async #begin(sending: Sending): Promise<Result<Exchange, SendRefusal>> {
    const { tenant, channelId, request, signal } = sending;
    const { agent, channels, clock, store } = this.#options;
    const { session_id, message, metadata } = request;
    const channel = findChannel(channels, tenant, channelId);
    if (!channel) return refused("channel_not_found");
    const opened = session_id === undefined ? this.#open(tenant, channel) : undefined;

    const early = await this.#admit(sending, opened);
    if (!early.ok) return early;
    const onEnd = await store.takeTurn(early.value.session.id, signal);
    try {
      const admitted = await this.#admit(sending, opened);
      if (!admitted.ok) {
        onEnd();
        return admitted;
      }
      const stored = admitted.value;
      const isNew = stored === opened;
      const budget = this.#budget;
      return done(
        new Exchange({ agent, store, clock, budget, stored, isNew, message, metadata, signal, onEnd }),
      );
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  /** Checks in the contract's order whether the session takes the message now: the one that it names, or a new one. */
  async #admit(
    { tenant, channelId, request: { session_id, message } }: Sending,
    opened: StoredSession | undefined,
  ): Promise<Result<StoredSession, SendRefusal>> {
    const stored = session_id === undefined ? opened : await this.#options.store.find(tenant, session_id);
    if (stored?.session.channel_id !== channelId) return refused("session_not_found");
    const status = this.#status(stored, this.#expiry(stored));
    if (status !== "active") return refused(`session_${status}`);
    if (!this.#permits(message)) return refused("policy_violation");
    if (await this.#budget.isExhausted(stored.tenant)) return refused("budget_exceeded");
    return done(stored);
  }

  #open(
    tenant: string,
    channel: Channel,
    { agent_id = channel.agents[0], metadata = {}, initial_context }: CreateSessionRequest = {},
  ): StoredSession {
    const created_at = formatTime(this.#options.clock());
    const id = createId("ses");
    const session = { id, channel_id: channel.id, agent_id, message_count: 0, metadata, created_at };
    return { tenant, initialContext: initial_context, isClosed: false, session };
  }

  #status({ isClosed }: StoredSession, expiry: number): Session["status"] {
    if (isClosed) return "closed";
    return this.#options.clock() >= expiry ? "expired" : "active";
  }

  #expiry({ session }: StoredSession): number {
    return Date.parse(session.last_message_at ?? session.created_at) + this.#options.sessionTtl;
  }
}

/** Puts the first result, which was taken already, back before the others. */
function startWith<Value>(
  first: IteratorResult<Value, void>,
  others: AsyncGenerator<Value, void>,
): AsyncIterable<Value> {
  const taken = [first];
  const next = async () => taken.shift() ?? others.next();
  return { [Symbol.asyncIterator]: () => ({ next, return: () => others.return() }) };
}
