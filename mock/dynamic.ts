import type { AssistantMessage, Message, MessagePage, Session } from "../generated/index.ts";
import { contract, type Input, type OperationDefinition, type Outcome } from "../generated/stub/index.ts";
import type { Example } from "./examples.ts";
import type { Prism, PrismAnswer } from "./prism.ts";
import { hash } from "./random.ts";

/** Generated sessions expire after as long as the contract says unless configured, in milliseconds. */
const SESSION_TTL = 24 * 60 * 60 * 1000;
/** How far apart the messages of a generated history are, in milliseconds. */
const PACE = 15_000;

/** A JSON outcome that generated data can have; one that streams is made of its reply. */
export type GeneratedOutcome = Exclude<Outcome, { readonly events: unknown }>;

/** Makes answers of the data that Prism generates. The same seed and the same request always get the same answer. */
export class Generator {
  readonly #prism: Prism;
  readonly #seed: string;
  readonly #operations = new Map(contract.operations.map((operation) => [operation.id, operation]));

  constructor(prism: Prism, seed: string) {
    this.#prism = prism;
    this.#seed = seed;
  }

  /**
   * Answers a request with generated data that agrees with the request, with itself, and with what other requests are
   * told of the same session.
   */
  async answer(
    operation: OperationDefinition,
    input: Input<unknown>,
    { status }: Pick<Example, "status">,
  ): Promise<GeneratedOutcome> {
    const unknown = status < 400 ? findUnknown(input) : undefined;
    if (unknown !== undefined) return refuse(unknown);
    const { params, query, body } = input;
    const seed = hash(this.#seed, operation.id, status, params, query, body);
    const generate = () => this.#prism.generate(operation, { status }, seed);
    if (status >= 400) return readError(await generate());
    switch (operation.id) {
      case "createSession":
        return this.#created(input, seed);
      case "sendMessage":
        return { status, body: await this.#reply(input, await generate(), seed) };
      case "listMessages":
        return this.#page(input);
      case "closeSession":
        return { status, body: { ...(await this.#session(String(params.session_id))), status: "closed" } };
      default:
        return { status, body: await this.#session(String(params.session_id)) };
    }
  }

  /** It is the newest message of its session. */
  async #reply({ body }: Input<unknown>, generated: PrismAnswer, seed: string): Promise<AssistantMessage> {
    const message = reply(generated, seed, field(body, "session_id"));
    const { last_message_at = message.created_at } = await this.#session(message.session_id);
    return { ...message, created_at: last_message_at };
  }

  /** The session of that id, before there were any messages. */
  async #created({ params, body }: Input<unknown>, seed: string): Promise<GeneratedOutcome> {
    const id = `ses_${seed.slice(0, 32)}`;
    const { last_message_at: _none, ...session } = await this.#session(id);
    return {
      status: 201,
      headers: { Location: `/v1/sessions/${id}` },
      body: {
        ...session,
        channel_id: params.channel_id,
        // The channel's default agent is always the same.
        agent_id: field(body, "agent_id") ?? String(params.channel_id).replace(/^ch_/, "agt_"),
        message_count: 0,
        metadata: field(body, "metadata") ?? {},
        expires_at: later(session.created_at, SESSION_TTL),
      },
    };
  }

  /** The session of that id: for every request the same. */
  async #session(id: string): Promise<Session> {
    const seed = hash(this.#seed, "session", id);
    const generated = await this.#prism.generate(this.#operation("getSession"), { status: 200 }, seed);
    const { last_message_at: _replaced, ...session } = bodyOf<Session>(generated);
    // A message and its reply come together.
    const message_count = session.message_count - (session.message_count % 2);
    const last = later(session.created_at, message_count * PACE);
    return {
      ...session,
      id,
      // It takes messages, and can be closed.
      status: "active",
      message_count,
      expires_at: later(last, SESSION_TTL),
      last_message_at: last,
    };
  }

  async #page({ params, query }: Input<unknown>): Promise<GeneratedOutcome> {
    const session = await this.#session(String(params.session_id));
    const start = query.cursor === undefined ? 0 : this.#readCursor(session, String(query.cursor));
    if (start === undefined) return refuse("invalid_request", "The cursor was not given for this session.");
    const end = Math.min(start + Number(query.limit), session.message_count);
    const data: Message[] = [];
    for (let position = start; position < end; position += 1) {
      data.push(await this.#item(session, position));
    }
    const has_more = end < session.message_count;
    const page: MessagePage = { data, has_more, next_cursor: has_more ? this.#cursor(session, end) : null };
    return { status: 200, body: page };
  }

  async #item(session: Session, position: number): Promise<Message> {
    const seed = hash(this.#seed, "item", session.id, position);
    const generated = await this.#prism.generate(this.#operation("sendMessage"), { status: 200 }, seed);
    const message = {
      ...reply(generated, seed, session.id),
      created_at: later(session.created_at, (position + 1) * PACE),
    };
    if (position % 2 === 1) return message;
    const { tokens: _tokens, model: _model, ...others } = message;
    return { ...others, role: "user" };
  }

  #cursor({ id }: Session, position: number): string {
    return `cur_${position}_${hash(this.#seed, "cursor", id, position).slice(0, 16)}`;
  }

  /** The position that a cursor stands for; `undefined` if it was not given for this session. */
  #readCursor(session: Session, cursor: string): number | undefined {
    const position = Number(/^cur_(\d+)_/.exec(cursor)?.[1]);
    return this.#cursor(session, position) === cursor ? position : undefined;
  }

  #operation(id: string): OperationDefinition {
    const operation = this.#operations.get(id);
    if (operation === undefined) throw new Error(`The contract has no operation ${id}.`);
    return operation;
  }
}

/** Generated data fits the schemas of the answer that was asked for: Prism generates it from them. */
function bodyOf<Body>({ body }: PrismAnswer): Body {
  // What Prism gives is `unknown`, and every answer is checked against its schema before it goes out.
  return body as Body;
}

function reply(generated: PrismAnswer, seed: string, sessionId: unknown): AssistantMessage {
  const message = bodyOf<AssistantMessage>(generated);
  const session_id = typeof sessionId === "string" ? sessionId : message.session_id;
  return { ...message, id: `msg_${seed.slice(0, 32)}`, session_id };
}

function readError(generated: PrismAnswer): GeneratedOutcome {
  const { error } = bodyOf<{ error: { code: string; details?: unknown } }>(generated);
  const { status, headers } = generated;
  const { message = "" } = contract.errors[error.code] ?? {};
  // Only these two have details whose meaning the contract gives.
  const details = status === 422 || status === 429 ? { details: error.details } : {};
  return { status, headers, error: { code: error.code, message, ...details } };
}

/** The error for an id that no answer could repeat: what names something has its kind's prefix. */
function findUnknown({ params, body }: Input<unknown>): string | undefined {
  const named: readonly [unknown, string, string][] = [
    [params.channel_id, "ch_", "channel_not_found"],
    [params.session_id, "ses_", "session_not_found"],
    [field(body, "session_id"), "ses_", "session_not_found"],
    [field(body, "agent_id"), "agt_", "agent_not_found"],
  ];
  return named.find(([id, prefix]) => typeof id === "string" && !id.startsWith(prefix))?.[2];
}

function refuse(code: string, message?: string): GeneratedOutcome {
  const { status = 500, message: standard = "" } = contract.errors[code] ?? {};
  return { status, error: { code, message: message ?? standard } };
}

function field(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, name)
    ? Object.getOwnPropertyDescriptor(body, name)?.value
    : undefined;
}

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
