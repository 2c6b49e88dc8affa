import type { Message, MessagePage, Session } from "../../generated/index.ts";
import { demand, demandEqual } from "../demand.ts";
import type { Answer } from "../target.ts";
import type { Moment, Time } from "./time.ts";

/** What never changes about a session. When a message has opened it, its beginning is only known once it is read. */
export type Constants = Pick<Session, "id" | "channel_id" | "agent_id" | "metadata"> &
  Partial<Pick<Session, "created_at">>;

/** An item of a history: what was sent or answered, and all of it once it was read. */
export type Item = Partial<Message>;

/** Where reading a history page by page has come to. */
export interface Position {
  readonly index: number;
  readonly cursor: string | undefined;
}

const START: Position = { index: 0, cursor: undefined };

/** What a session must be like by the contract, after all that was done to it. */
export class ModelSession {
  /** What it is called in words. */
  readonly name: string;
  readonly #time: Time;
  /** How long it lives without a message, in milliseconds. */
  readonly #lifetime: number;
  readonly #items: Item[] = [];
  #constants: Constants;
  /** Between which moments it began, or got its last message. */
  #lastActivity: readonly [begin: Moment, end: Moment];
  #lastMessageAt: string | undefined;
  #isClosed = false;
  #isExpired = false;
  #position: Position = START;

  /**
   * @param begin a moment before it began
   * @param lifetime how long it lives without a message, in milliseconds
   */
  constructor(name: string, constants: Constants, time: Time, begin: Moment, lifetime: number) {
    this.name = name;
    this.#constants = constants;
    this.#time = time;
    this.#lifetime = lifetime;
    this.#lastActivity = [begin, time.now()];
  }

  get id(): string {
    return this.#constants.id;
  }

  /** Where the next page begins. */
  get position(): Position {
    return this.#position;
  }

  /** What its status can be now: more than one while it is about to expire. */
  get statuses(): readonly Session["status"][] {
    if (this.#isClosed) return ["closed"];
    if (this.#isExpired) return ["expired"];
    const { least, most } = this.#time.since(...this.#lastActivity);
    const margin = Math.min(1000, this.#lifetime / 4);
    if (least >= this.#lifetime + margin) return ["expired"];
    return most < this.#lifetime - margin ? ["active"] : ["active", "expired"];
  }

  /** Takes note of a status that the server has shown: what has expired stays so. */
  learnStatus(status: Session["status"]): void {
    this.#isExpired ||= status === "expired";
  }

  /** Goes back to the beginning of its history, if it was being read page by page. */
  startOver(): void {
    this.#position = START;
  }

  /** Takes note that it was closed. */
  close(): void {
    this.#isClosed = true;
  }

  /**
   * Adds a message and its reply.
   *
   * @param begin a moment before the message was sent
   */
  add(message: Item, reply: Item, begin: Moment): void {
    this.#items.push(message, reply);
    this.#lastMessageAt = reply.created_at;
    this.#lastActivity = [begin, this.#time.now()];
  }

  /** Demands that the server shows the session as it must be. */
  check(actual: Session, answer: Answer): void {
    const of = `of session ${this.name}`;
    const { status, message_count, last_message_at, expires_at, ...constants } = actual;
    demandEqual(
      `the session ${this.name}`,
      constants,
      { created_at: actual.created_at, ...this.#constants },
      answer,
    );
    this.#constants = constants;
    const { statuses } = this;
    if (!statuses.includes(status)) demandEqual(`status ${of}`, status, statuses[0], answer);
    this.learnStatus(status);
    demandEqual(`message_count ${of}`, message_count, this.#items.length, answer);
    const hasMessages = last_message_at !== undefined;
    demandEqual(`whether there is last_message_at ${of}`, hasMessages, this.#items.length > 0, answer);
    this.#lastMessageAt ??= last_message_at;
    demandEqual(`last_message_at ${of}`, instant(last_message_at), instant(this.#lastMessageAt), answer);
    const lifetime = Date.parse(expires_at) - Date.parse(last_message_at ?? actual.created_at);
    demandEqual(
      `how long expires_at ${of} is after its last activity, in ms,`,
      lifetime,
      this.#lifetime,
      answer,
    );
  }

  /** Demands that a page, read with this limit from the position on, is what it must be; the position moves on. */
  checkPage({ data, has_more, next_cursor }: MessagePage, limit: number, answer: Answer): void {
    const { index: begin } = this.#position;
    const end = Math.min(begin + limit, this.#items.length);
    const what = `the history of session ${this.name}`;
    demandEqual(`the number of items on this page of ${what}`, data.length, end - begin, answer);
    for (const [offset, item] of data.entries()) this.#checkItem(begin + offset, item, answer);
    demandEqual(`has_more on this page of ${what}`, has_more, end < this.#items.length, answer);
    demand(
      has_more === (next_cursor !== null),
      `next_cursor does not go with has_more on this page of ${what}`,
      answer,
    );
    this.#position = next_cursor === null ? START : { index: end, cursor: next_cursor };
  }

  #checkItem(index: number, actual: Message, answer: Answer): void {
    const known = this.#items[index] ?? {};
    const shown = Object.fromEntries(Object.entries(actual).filter(([name]) => Object.hasOwn(known, name)));
    const what = `item ${index + 1} in the history of session ${this.name}`;
    demandEqual(what, shown, known, answer);
    const earlier = instant(this.#items[index - 1]?.created_at);
    const isOlder = earlier !== undefined && Date.parse(actual.created_at) < earlier;
    demand(!isOlder, `${what} is older than the one before it`, answer);
    this.#items[index] = actual;
    if (index === this.#items.length - 1) this.#lastMessageAt ??= actual.created_at;
  }
}

function instant(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
