import type { CreateSessionRequest, Message, SendMessageRequest } from "../../generated/index.ts";
import {
  validateAssistantMessage,
  validateMessageDelta,
  validateMessagePage,
  validateSession,
} from "../../generated/validators.js";
import { closeSession, createSession, getSession, listMessages, sendMessage } from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import { parseEventStream } from "../event-stream.ts";
import type { HeaderField } from "../http.ts";
import { parseJson } from "../json.ts";
import type { Answer, Target } from "../target.ts";
import type { Fault } from "./faults.ts";
import { type Constants, ModelSession } from "./model.ts";
import { type Moment, Time } from "./time.ts";
import { show } from "./words.ts";

/**
 * Does something with sessions, and demands that the server does what the model of the lifecycle says. Each step is
 * written down in words.
 */
export class Conversation {
  /** The sessions so far, in order. */
  readonly sessions: ModelSession[] = [];
  readonly #target: Target;
  readonly #steps: string[];
  readonly #lifetime: number;
  readonly #time = new Time();

  /**
   * @param steps where to write down the steps
   * @param lifetime how long a session lives without a message, in milliseconds
   */
  constructor(target: Target, steps: string[], lifetime: number) {
    this.#target = target;
    this.#steps = steps;
    this.#lifetime = lifetime;
  }

  /** Creates a session, which must be as the request asks. */
  async create(request: CreateSessionRequest, headers: readonly HeaderField[] = []): Promise<ModelSession> {
    const withHeaders = headers.length === 0 ? "" : `, and the headers ${show(Object.fromEntries(headers))}`;
    this.#steps.push(`create session ${this.#nextName()}${describeFields(request)}${withHeaders}`);
    const begin = this.#time.now();
    const answer = await createSession(this.#target, request, { headers });
    const created = demandBody(answer, 201, validateSession);
    const { channel, agent } = this.#target;
    const { agent_id = agent, metadata = {} } = request;
    const { id, created_at } = created;
    const session = this.#add({ id, channel_id: channel, agent_id, metadata, created_at }, begin);
    session.check(created, answer);
    return session;
  }

  /** Sends a message to a session, or to a new one. A session that takes none must refuse it. */
  async send(request: SendMessageRequest, session?: ModelSession): Promise<void> {
    const { message, stream, metadata, ...others } = request;
    const where = session ? `to ${session.name}` : `to a new session ${this.#nextName()}`;
    const fields = describeFields({ ...others, ...(metadata && { metadata }) });
    this.#steps.push(`${stream ? "stream" : "send"} ${show(message)} ${where}${fields}`);
    const begin = this.#time.now();
    const expected = session?.statuses ?? ["active"];
    const answer = await sendMessage(this.#target, {
      ...request,
      ...(session && { session_id: session.id }),
    });
    if (session && !takesRequest(answer, session, expected)) return;
    const reply = stream ? readStream(answer) : demandBody(answer, 200, validateAssistantMessage);
    const { channel: channel_id, agent: agent_id } = this.#target;
    const id = session?.id ?? reply.session_id;
    demandEqual("session_id of the reply", reply.session_id, id, answer);
    const home = session ?? this.#add({ id, channel_id, agent_id, metadata: {} }, begin);
    const item = { role: "user", session_id: id, content: message } as const;
    home.add({ ...item, ...(metadata && { metadata }) }, reply, begin);
  }

  /** Reads a session. */
  async read(session: ModelSession): Promise<void> {
    this.#steps.push(`read ${session.name}`);
    await this.#check(session);
  }

  /** Reads the next page of a session's history; after the last page, the first one. */
  async page(session: ModelSession, limit: number): Promise<void> {
    const which = session.position.index === 0 ? "the first page" : "the next page";
    this.#steps.push(`read ${which} of ${session.name}, of up to ${limit}`);
    await this.#checkPage(session, limit);
  }

  /** Closes a session. An expired one must refuse that. */
  async close(session: ModelSession): Promise<void> {
    this.#steps.push(`close ${session.name}`);
    const expected = session.statuses;
    const answer = await closeSession(this.#target, session.id);
    if (expected[0] !== "closed" && !takesRequest(answer, session, expected)) return;
    const closed = demandBody(answer, 200, validateSession);
    session.close();
    session.check(closed, answer);
  }

  /** Sends a faulty request in the context of a session, and returns the answer. */
  async sendFaulty(fault: Fault, session: ModelSession): Promise<Answer> {
    this.#steps.push(fault.words);
    return fault.send(this.#target, session.id);
  }

  /** Makes a part of the time pass that a session lives without a message; 1 is all of it. */
  async passTime(part: number): Promise<void> {
    this.#steps.push(`let ${part} of a session's lifetime pass`);
    await this.#time.pass(part * this.#lifetime, this.#target.offer("pass-time"));
  }

  /** Reads all sessions with their whole histories, which is no step of its own. */
  async checkAll(): Promise<void> {
    for (const session of this.sessions) {
      await this.#check(session);
      session.startOver();
      do await this.#checkPage(session, 100);
      while (session.position.index > 0);
    }
  }

  async #check(session: ModelSession): Promise<void> {
    const answer = await getSession(this.#target, session.id);
    session.check(demandBody(answer, 200, validateSession), answer);
  }

  async #checkPage(session: ModelSession, limit: number): Promise<void> {
    const { cursor } = session.position;
    const query = { limit: String(limit), ...(cursor !== undefined && { cursor }) };
    const answer = await listMessages(this.#target, session.id, query);
    session.checkPage(demandBody(answer, 200, validateMessagePage), limit, answer);
  }

  #add(constants: Constants, begin: Moment): ModelSession {
    const isNew = this.sessions.every(({ id }) => id !== constants.id);
    demand(isNew, `the new session has the id of another one, ${constants.id}`);
    const session = new ModelSession(this.#nextName(), constants, this.#time, begin, this.#lifetime);
    this.sessions.push(session);
    return session;
  }

  #nextName(): string {
    const { length } = this.sessions;
    return String.fromCodePoint(65 + (length % 26)) + (length < 26 ? "" : String(Math.floor(length / 26)));
  }
}

/** Demands a refusal of a session that is not active, and says whether there was none and should be none. */
function takesRequest(answer: Answer, session: ModelSession, before: ModelSession["statuses"]): boolean {
  // It may have expired meanwhile.
  const statuses = [...new Set([...before, ...session.statuses])];
  if (statuses.includes("active") && (answer.response.status === 200 || statuses.length === 1)) return true;
  const [status = ""] = statuses.filter((one) => one !== "active");
  demandError(answer, 409, `session_${status}`);
  if (status === "expired") session.learnStatus(status);
  return false;
}

/** What is known of a reply that was streamed. */
function readStream(answer: Answer): Partial<Message> & Pick<Message, "session_id"> {
  demandStatus(answer, 200);
  const { events } = parseEventStream(answer.response.text);
  demandEqual("the data of the last event", events.at(-1)?.data, "[DONE]", answer);
  const deltas = events.slice(0, -1).map(({ data }) => {
    const delta = parseJson(data);
    demand(validateMessageDelta(delta), "an event's data does not fit its schema", answer);
    return delta;
  });
  const [first] = deltas;
  demand(first !== undefined, "the stream has no delta", answer);
  const content = deltas.map(({ delta }) => delta).join("");
  return { role: "assistant", id: first.id, session_id: first.session_id, content };
}

function describeFields(fields: object): string {
  return Object.keys(fields).length === 0 ? "" : `, with ${show(fields)}`;
}
