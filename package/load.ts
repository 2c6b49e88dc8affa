import { setTimeout } from "node:timers/promises";
import type { AssistantMessage, Message, MessagePage, Session } from "../generated/index.ts";

const HEADERS = { Authorization: "Bearer tk_local", "Content-Type": "application/json" };
const CHANNEL_PATH = "/v1/channels/ch_01hxyz";

/** What the server has told the load about a session. */
interface Known {
  /** Replies that were acknowledged, by their ids. */
  readonly replies: Map<string, AssistantMessage>;
  /** What was sent as a stream: of these, the server may have the message alone. */
  readonly streamed: Set<string>;
  /** Those of them that have begun, so that the server has the message for sure. */
  readonly begun: Set<string>;
  /** Whether it was asked to close, and whether that was acknowledged. */
  closing: "no" | "asked" | "acknowledged";
}

/** Loads servers that share a store with requests, and then compares what they have with what they acknowledged. */
export class Load {
  /** How many sessions and messages were acknowledged. */
  sessions = 0;
  messages = 0;
  /** How many requests got an error or no answer. */
  failures = 0;
  readonly #servers: () => readonly string[];
  readonly #known = new Map<string, Known>();
  readonly #touched = new Set<string>();
  #count = 0;

  /** @param servers the base URLs to spread requests over, some of which may be dead */
  constructor(servers: () => readonly string[]) {
    this.#servers = servers;
  }

  /** Sends requests, several at a time, until the signal aborts. */
  async run(clients: number, stop: AbortSignal): Promise<void> {
    const client = async () => {
      while (!stop.aborted) {
        await this.#step().catch(async () => {
          this.failures += 1;
          await setTimeout(10);
        });
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  /**
   * Compares the sessions that were touched since the last time, or all of them.
   *
   * @returns what is wrong, in words
   */
  async compare(scope: "touched" | "all"): Promise<string[]> {
    const ids = scope === "all" ? [...this.#known.keys()] : [...this.#touched];
    this.#touched.clear();
    const faults: string[] = [];
    const queue = ids.values();
    const worker = async () => {
      for (const id of queue) {
        const known = this.#known.get(id);
        if (known) faults.push(...(await this.#compareSession(id, known)).map((fault) => `${id}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return faults;
  }

  async #step(): Promise<void> {
    const dice = Math.random();
    if (dice < 0.2 || this.#known.size === 0) return this.#create();
    // Most messages go to few sessions, so that they meet.
    const recent = [...this.#known.keys()].slice(-10);
    const id = recent[Math.floor(Math.random() * recent.length)];
    if (dice < 0.23 && id) return this.#close(id);
    if (dice < 0.4) return this.#send(undefined);
    if (dice < 0.6 && id) return this.#stream(id);
    return this.#send(id);
  }

  async #create(): Promise<void> {
    const session: Session = JSON.parse(await this.#text("POST", `${CHANNEL_PATH}/sessions`, {}));
    this.sessions += 1;
    this.#know(session.id);
  }

  async #close(id: string): Promise<void> {
    const known = this.#know(id);
    if (known.closing === "no") known.closing = "asked";
    await this.#text("POST", `/v1/sessions/${id}/close`);
    known.closing = "acknowledged";
  }

  async #send(session_id: string | undefined): Promise<void> {
    this.#count += 1;
    const message = `message ${this.#count}`;
    const reply: AssistantMessage = JSON.parse(
      await this.#text("POST", `${CHANNEL_PATH}/messages`, { message, session_id }),
    );
    if (session_id === undefined) this.sessions += 1;
    this.messages += 1;
    this.#know(reply.session_id).replies.set(reply.id, reply);
  }

  async #stream(session_id: string): Promise<void> {
    this.#count += 1;
    const message = `stream ${this.#count}`;
    this.#know(session_id).streamed.add(message);
    const body = { message, session_id, stream: true };
    const response = await this.#fetch("POST", `${CHANNEL_PATH}/messages`, body);
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes("\n\n")) this.#know(session_id).begun.add(message);
    }
    if (!text.endsWith("data: [DONE]\n\n")) throw new Error("The stream broke off.");
    this.messages += 1;
    const deltas = text
      .split("\n\n")
      .slice(0, -2)
      .map((event): { id: string; delta: string } => JSON.parse(event.slice("data: ".length)));
    const [first] = deltas;
    if (!first) throw new Error("The stream was empty.");
    this.#know(session_id).replies.set(first.id, {
      id: first.id,
      session_id,
      role: "assistant",
      content: deltas.map(({ delta }) => delta).join(""),
      created_at: "",
      tokens: deltas.length,
      model: "echo-1",
    });
  }

  #know(id: string): Known {
    const known: Known = this.#known.get(id) ?? {
      replies: new Map(),
      streamed: new Set(),
      begun: new Set(),
      closing: "no",
    };
    this.#known.set(id, known);
    this.#touched.add(id);
    return known;
  }

  async #compareSession(id: string, known: Known): Promise<string[]> {
    const faults: string[] = [];
    const response = await this.#fetch("GET", `/v1/sessions/${id}`).catch(() => undefined);
    if (!response) return ["an acknowledged session is lost"];
    const session: Session = JSON.parse(await response.text());
    const items = await this.#history(id);
    if (session.message_count !== items.length) {
      faults.push(`message_count is ${session.message_count}, and the history has ${items.length}`);
    }
    if (session.last_message_at !== items.at(-1)?.created_at)
      faults.push("last_message_at is not that of the last");
    const expected = { no: ["active"], asked: ["active", "closed"], acknowledged: ["closed"] }[known.closing];
    if (!expected.includes(session.status)) faults.push(`its status is ${session.status}`);
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const reply of known.replies.values()) {
      if (byId.get(reply.id)?.content !== reply.content)
        faults.push(`the reply ${reply.id} is lost or changed`);
    }
    const contents = new Set(items.map(({ content }) => content));
    for (const message of known.begun)
      if (!contents.has(message)) faults.push(`"${message}" had begun, and is lost`);
    for (const [index, item] of items.entries()) {
      const next = items[index + 1];
      const before = items[index - 1];
      if (
        item.role === "assistant" &&
        !(before?.role === "user" && item.content.startsWith(before.content))
      ) {
        faults.push(`the item ${index} is a reply without its message`);
      }
      if (item.role === "user" && next?.role !== "assistant" && !known.streamed.has(item.content)) {
        faults.push(`the item ${index} is a message without its reply`);
      }
      if (before && item.created_at < before.created_at)
        faults.push(`the item ${index} is older than the one before`);
    }
    return faults;
  }

  async #history(id: string): Promise<Message[]> {
    const items: Message[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: MessagePage = JSON.parse(
        await this.#text("GET", `/v1/sessions/${id}/messages?limit=100${query}`),
      );
      items.push(...page.data);
      cursor = page.next_cursor;
    }
    return items;
  }

  async #text(method: string, path: string, body?: object): Promise<string> {
    return (await this.#fetch(method, path, body)).text();
  }

  /** @throws (rejects) if there is no answer, or one that is no success */
  async #fetch(method: string, path: string, body?: object): Promise<Response> {
    const servers = this.#servers();
    const server = servers[Math.floor(Math.random() * servers.length)];
    const response = await fetch(`${server}${path}`, {
      method,
      headers: HEADERS,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.ok) return response;
    await response.text();
    throw new Error(`${method} ${path} was answered with ${response.status}`);
  }
}
