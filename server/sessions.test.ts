import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { Message, MessagePage } from "../generated/index.ts";
import type { Agent, Turn } from "./agents/agent.ts";
import { type ConfigurationOptions, configure } from "./configuration.ts";
import type { Result } from "./result.ts";
import { Sessions } from "./sessions.ts";
import { MemoryStore } from "./stores/memory-store.ts";
import { createSettableClock } from "./testing/settable-clock.ts";

const CHANNEL = "ch_01hxyz";
const HOUR = 3_600_000;

function start(options: ConfigurationOptions = {}) {
  const clock = createSettableClock("2026-03-19T12:00:00Z");
  const sessions = new Sessions(configure({ clock: clock.now, ...options }));
  const create = async (request = {}) => value(await sessions.create("default", CHANNEL, request));
  const get = async (id: string) => value(await sessions.get("default", id));
  const history = async (id: string) => value(await sessions.list("default", id, { limit: 100 })).data;
  const sending = (message: string, session_id?: string, signal = new AbortController().signal) => ({
    tenant: "default",
    channelId: CHANNEL,
    request: { message, ...(session_id !== undefined && { session_id }) },
    signal,
  });
  const send = (...of: Parameters<typeof sending>) => sessions.send(sending(...of));
  const stream = (...of: Parameters<typeof sending>) => sessions.stream(sending(...of));
  return { clock, sessions, create, get, history, send, stream };
}

function value<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  throw new Error(`It was refused: ${result.code}.`);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const one of values) collected.push(one);
  return collected;
}

/** Says one piece, and each time that the test lets one go on, the rest. */
function createSlowAgent(): Agent & { readonly turns: Turn[]; goOn(): void } {
  const gates: { readonly opened: Promise<void>; open(): void }[] = [];
  const gate = (index: number) => {
    let open = () => {};
    gates[index] ??= { opened: new Promise<void>((resolve) => (open = resolve)), open };
    return gates[index];
  };
  const turns: Turn[] = [];
  let gone = 0;
  return {
    model: "slow-1",
    turns,
    goOn: () => gate(gone++).open(),
    async *reply(turn) {
      const { opened } = gate(turns.push(turn) - 1);
      yield "Well, ";
      await opened;
      yield turn.message;
    },
  };
}

const shape = (messages: readonly Message[]) => messages.map(({ role, content }) => `${role}: ${content}`);
const refusal = (code: string) => ({ ok: false, code });

describe("a new session", () => {
  it("is active, empty, and expires after 24 hours", async () => {
    const { create } = start();
    expect(await create()).toEqual({
      id: expect.stringMatching(/^ses_[0-9a-f]{32}$/),
      channel_id: CHANNEL,
      agent_id: "agt_01hxyz",
      status: "active",
      message_count: 0,
      metadata: {},
      created_at: "2026-03-19T12:00:00.000Z",
      expires_at: "2026-03-20T12:00:00.000Z",
    });
  });

  it("has the channel's default agent, or the one that was asked for", async () => {
    const { create } = start({ channels: [{ id: CHANNEL, agents: ["agt_first", "agt_second"] }] });
    expect(await create()).toHaveProperty("agent_id", "agt_first");
    expect(await create({ agent_id: "agt_second" })).toHaveProperty("agent_id", "agt_second");
  });

  it("is refused for an unknown channel, and for an agent that is not on the channel", async () => {
    const { sessions } = start();
    expect(await sessions.create("default", "ch_none")).toEqual(refusal("channel_not_found"));
    expect(await sessions.create("default", CHANNEL, { agent_id: "agt_none" })).toEqual(
      refusal("agent_not_found"),
    );
  });

  it("keeps metadata equal to what was sent, whatever the keys and types", async () => {
    const { create, get } = start();
    const text =
      '{"__proto__":{"a":null},"":[1.5,true,{"constructor":"x"}],"toString":0,"hasOwnProperty":null}';
    const { id } = await create({ metadata: JSON.parse(text) });
    expect(JSON.stringify((await get(id)).metadata)).toBe(text);
  });

  it("is not changed by who reads it", async () => {
    const { create, get } = start();
    const { id, metadata } = await create({ metadata: { nested: { list: [1] } } });
    expect(() => Object.assign(metadata.nested ?? {}, { added: 1 })).toThrow(TypeError);
    expect((await get(id)).metadata).toEqual({ nested: { list: [1] } });
  });
});

describe("expiry", () => {
  it("comes when the time to live has passed, not a moment before", async () => {
    const { clock, create, get } = start({ sessionTtl: HOUR });
    const { id } = await create();
    clock.advance(HOUR - 1);
    expect(await get(id)).toHaveProperty("status", "active");
    clock.advance(1);
    expect(await get(id)).toHaveProperty("status", "expired");
  });

  it("is put off by each message", async () => {
    const { clock, create, get, send } = start({ sessionTtl: HOUR });
    const { id } = await create();
    clock.advance(HOUR - 1);
    value(await send("hello", id));
    expect(await get(id)).toMatchObject({
      status: "active",
      message_count: 2,
      last_message_at: "2026-03-19T12:59:59.999Z",
      expires_at: "2026-03-19T13:59:59.999Z",
    });
  });

  it("is not put off by reading the session or its history", async () => {
    const { clock, create, get, history } = start({ sessionTtl: HOUR });
    const session = await create();
    clock.advance(HOUR / 2);
    await history(session.id);
    expect(await get(session.id)).toEqual(session);
  });

  it("leaves the whole history readable, and refuses messages and closing", async () => {
    const { clock, sessions, send, history, get } = start();
    const { session_id: id } = value(await send("hello"));
    clock.advance(24 * HOUR);
    expect(await send("again", id)).toEqual(refusal("session_expired"));
    expect(await sessions.close("default", id)).toEqual(refusal("session_expired"));
    expect(shape(await history(id))).toEqual(["user: hello", "assistant: hello"]);
    expect(await get(id)).toMatchObject({ status: "expired", message_count: 2 });
  });
});

describe("closing", () => {
  it("closes for good, however often it is done and however long ago", async () => {
    const { clock, sessions, create, get, send } = start();
    const { id } = await create();
    const closed = value(await sessions.close("default", id));
    expect(closed).toHaveProperty("status", "closed");
    expect(value(await sessions.close("default", id))).toEqual(closed);
    clock.advance(48 * HOUR);
    expect(value(await sessions.close("default", id))).toEqual(closed);
    expect(await get(id)).toEqual(closed);
    expect(await send("hello", id)).toEqual(refusal("session_closed"));
  });

  it("lets a reply under way come to its end", async () => {
    const agent = createSlowAgent();
    const { sessions, stream, get, history } = start({ agent });
    const deltas = value(await stream("hello"))[Symbol.asyncIterator]();
    const id = (await deltas.next()).value.session_id;
    value(await sessions.close("default", id));
    agent.goOn();
    await deltas.next();
    await deltas.next();
    expect(shape(await history(id))).toEqual(["user: hello", "assistant: Well, hello"]);
    expect(await get(id)).toMatchObject({ status: "closed", message_count: 2 });
  });

  it("of a session that does not exist is refused", async () => {
    expect(await start().sessions.close("default", "ses_none")).toEqual(refusal("session_not_found"));
  });
});

describe("a message", () => {
  it("without a session opens one, with the channel's default agent, and the reply names it", async () => {
    const { send, get } = start();
    const reply = value(await send("Hello there!"));
    expect(reply).toEqual({
      id: expect.stringMatching(/^msg_/),
      session_id: expect.stringMatching(/^ses_/),
      role: "assistant",
      content: "Hello there!",
      created_at: "2026-03-19T12:00:00.000Z",
      tokens: 2,
      model: "echo-1",
    });
    expect(await get(reply.session_id)).toMatchObject({
      agent_id: "agt_01hxyz",
      message_count: 2,
      metadata: {},
      last_message_at: reply.created_at,
    });
  });

  it("is stored with its metadata, and its reply after it", async () => {
    const { sessions, create, history } = start();
    const { id } = await create();
    const request = { message: "hello", session_id: id, metadata: JSON.parse('{"__proto__":1}') };
    const { signal } = new AbortController();
    const reply = value(await sessions.send({ tenant: "default", channelId: CHANNEL, request, signal }));
    const [question, ...others] = await history(id);
    expect(others).toEqual([reply]);
    expect(JSON.stringify(question)).toContain('"metadata":{"__proto__":1}');
    expect(question).not.toHaveProperty("tokens");
  });

  it("is stored together with its reply, in one step", async () => {
    const store = new MemoryStore();
    const append = vi.spyOn(store, "append");
    const { create, send } = start({ store });
    const { id } = await create();
    append.mockClear();
    const reply = value(await send("hello", id));
    expect(append.mock.calls).toEqual([[id, [expect.objectContaining({ role: "user" }), reply], 0]]);
  });

  it("lets the agent see the earlier messages and the initial context", async () => {
    const agent = createSlowAgent();
    const { create, send } = start({ agent });
    const { id } = await create({ initial_context: "a regular" });
    for (const message of ["one", "two"]) {
      agent.goOn();
      value(await send(message, id));
    }
    const [first, second] = agent.turns;
    expect(first).toMatchObject({
      agentId: "agt_01hxyz",
      initialContext: "a regular",
      history: { length: 0 },
    });
    expect(await first?.history.newest(5)).toEqual([]);
    expect(shape((await second?.history.newest(Number.POSITIVE_INFINITY)) ?? [])).toEqual([
      "user: one",
      "assistant: Well, one",
    ]);
    expect(shape((await second?.history.newest(1)) ?? [])).toEqual(["assistant: Well, one"]);
  });

  it("never gets a time before the one before it, even when the clock is set back", async () => {
    const { clock, create, send, history, get } = start();
    const { id } = await create();
    value(await send("one", id));
    clock.advance(-HOUR);
    value(await send("two", id));
    const times = (await history(id)).map(({ created_at }) => created_at);
    expect(times).toEqual(Array(4).fill("2026-03-19T12:00:00.000Z"));
    expect(await get(id)).toHaveProperty("last_message_at", times[3]);
  });

  it("is refused on another channel than the session's, and for another tenant", async () => {
    const { sessions, create } = start({
      channels: [
        { id: CHANNEL, agents: ["agt_a"] },
        { id: "ch_other", agents: ["agt_a"] },
      ],
    });
    const request = { message: "hello", session_id: (await create()).id };
    const { signal } = new AbortController();
    for (const [tenant, channelId] of [
      ["default", "ch_other"],
      ["another", CHANNEL],
    ] as const) {
      expect(await sessions.send({ tenant, channelId, request, signal })).toEqual(
        refusal("session_not_found"),
      );
    }
    expect(await sessions.get("another", request.session_id)).toEqual(refusal("session_not_found"));
    expect(await sessions.close("another", request.session_id)).toEqual(refusal("session_not_found"));
    expect(await sessions.list("another", request.session_id, { limit: 1 })).toEqual(
      refusal("session_not_found"),
    );
  });

  it("is refused on a channel of another tenant", async () => {
    const { sessions, send } = start({ channels: [{ id: CHANNEL, agents: ["agt_a"], tenant: "acme" }] });
    expect(await send("hello")).toEqual(refusal("channel_not_found"));
    expect(await sessions.create("acme", CHANNEL)).toHaveProperty("ok", true);
  });

  it("that is refused, or whose reply fails, leaves no trace", async () => {
    const { create, get, send, history } = start({ blockedWords: ["secret"], failingWord: "crash" });
    const session = await create();
    expect(await send("a secret", session.id)).toEqual(refusal("policy_violation"));
    await expect(send("please crash", session.id)).rejects.toThrow("failing word");
    expect(await get(session.id)).toEqual(session);
    expect(await history(session.id)).toEqual([]);
    expect(value(await send("fine", session.id))).toHaveProperty("content", "fine");
  });

  it("is refused by state before policy, and by policy before budget", async () => {
    const { sessions, create, send } = start({ blockedWords: ["secret"], tokenBudget: 1 });
    const open = await create();
    const closed = await create();
    value(await sessions.close("default", closed.id));
    value(await send("hello"));
    expect(await send("secret", closed.id)).toEqual(refusal("session_closed"));
    expect(await send("secret", open.id)).toEqual(refusal("policy_violation"));
    expect(await send("hello", open.id)).toEqual(refusal("budget_exceeded"));
  });

  it("costs the tokens of a reply that fails, and of one that nobody waits for any more", async () => {
    const failing = start({ tokenBudget: 2, failingWord: "crash" });
    await expect(failing.send("one two crash")).rejects.toThrow();
    expect(await failing.send("three")).toEqual(refusal("budget_exceeded"));

    const left = start({ tokenBudget: 1 });
    const client = new AbortController();
    const sent = left.send("word ".repeat(1000), undefined, client.signal);
    await setTimeout(1);
    client.abort();
    await expect(sent).rejects.toThrow("aborted");
    expect(await left.send("hello")).toEqual(refusal("budget_exceeded"));
  });

  it("is refused once the tenant's tokens are used up, not another tenant's", async () => {
    const { sessions, send } = start({
      tokenBudget: (tenant) => (tenant === "default" ? 4 : Number.POSITIVE_INFINITY),
    });
    value(await send("one two three"));
    value(await send("one two"));
    expect(await send("one")).toEqual(refusal("budget_exceeded"));
    const { signal } = new AbortController();
    const sending = { tenant: "acme", channelId: CHANNEL, request: { message: "one" }, signal };
    expect(await sessions.send(sending)).toHaveProperty("ok", true);
  });
});

describe("a streamed reply", () => {
  it("comes in pieces that make up the stored message", async () => {
    const { stream, history, get } = start();
    const deltas = await collect(value(await stream("one  two\nthree ")));
    expect(deltas.map(({ delta }) => delta)).toEqual(["one  ", "two\n", "three "]);
    const id = deltas[0]?.session_id ?? "";
    const [, reply] = await history(id);
    expect(new Set(deltas.map((delta) => delta.id))).toEqual(new Set([reply?.id]));
    expect(reply).toMatchObject({ role: "assistant", content: "one  two\nthree ", tokens: 3 });
    expect(await get(id)).toHaveProperty("message_count", 2);
  });

  it("has its message stored when it begins, and itself when it is complete", async () => {
    const agent = createSlowAgent();
    const { clock, create, stream, get } = start({ agent });
    const { id } = await create();
    const deltas = value(await stream("hello", id));
    expect(await get(id)).toMatchObject({ message_count: 1, last_message_at: "2026-03-19T12:00:00.000Z" });
    clock.advance(1000);
    agent.goOn();
    await collect(deltas);
    expect(await get(id)).toMatchObject({ message_count: 2, last_message_at: "2026-03-19T12:00:01.000Z" });
  });

  it("that fails before the first piece leaves no trace", async () => {
    const { create, stream, get } = start({ failingWord: "crash" });
    const session = await create();
    await expect(stream("crash now", session.id)).rejects.toThrow("failing word");
    expect(await get(session.id)).toEqual(session);
  });

  it("that fails later keeps the message alone, and the session goes on", async () => {
    const { create, stream, send, history } = start({ failingWord: "crash" });
    const { id } = await create();
    await expect(collect(value(await stream("now crash", id)))).rejects.toThrow("failing word");
    expect(shape(await history(id))).toEqual(["user: now crash"]);
    value(await send("hello", id));
    expect(await history(id)).toHaveLength(3);
  });

  it.each(["returns at once", "returns", "aborts and returns"])(
    "that the client leaves (%s) keeps the message alone, and frees the session",
    async (how) => {
      const agent = createSlowAgent();
      const { create, stream, send, history } = start({ agent });
      const { id } = await create();
      const client = new AbortController();
      const deltas = value(await stream("hello", id, client.signal))[Symbol.asyncIterator]();
      if (!how.includes("at once")) await deltas.next();
      if (how.includes("aborts")) client.abort();
      if (how.includes("returns")) await deltas.return?.();
      expect(shape(await history(id))).toEqual(["user: hello"]);

      agent.goOn();
      agent.goOn();
      expect(value(await send("again", id))).toHaveProperty("content", "Well, again");
    },
  );

  it("that the client leaves stops the agent, even one that hangs", async () => {
    const agent = createSlowAgent();
    const { stream, send, history } = start({ agent });
    const client = new AbortController();
    const deltas = value(await stream("hello", undefined, client.signal))[Symbol.asyncIterator]();
    const id = (await deltas.next()).value.session_id;
    const second = deltas.next();
    client.abort();
    await expect(second).rejects.toThrow("aborted");
    expect(agent.turns[0]?.signal.aborted).toBe(true);
    expect(shape(await history(id))).toEqual(["user: hello"]);
    // The agent still hangs, and yet the session takes the next message.
    const next = send("again", id);
    await setTimeout(5);
    expect(agent.turns).toHaveLength(2);
    agent.goOn();
    agent.goOn();
    value(await next);
  });

  it("of an agent that says nothing is an empty message", async () => {
    const agent: Agent = { model: "silent-1", async *reply() {} };
    const { create, stream, history } = start({ agent });
    const { id } = await create();
    expect(await collect(value(await stream("hello", id)))).toEqual([]);
    expect(shape(await history(id))).toEqual(["user: hello", "assistant: "]);
  });

  it("counts against the budget for as far as it came", async () => {
    const { stream } = start({ tokenBudget: 2, failingWord: "crash" });
    await expect(collect(value(await stream("one two crash")))).rejects.toThrow();
    expect(await stream("three")).toEqual(refusal("budget_exceeded"));
  });
});

describe("an agent", () => {
  it("cannot change the history that it reads", async () => {
    const agent: Agent = {
      model: "careless-1",
      async *reply({ message, history }) {
        for (const item of await history.newest(10)) Reflect.set(item, "content", "changed");
        yield message;
      },
    };
    const { create, send, history } = start({ agent });
    const { id } = await create();
    for (const message of ["one", "two"]) value(await send(message, id));
    expect(shape(await history(id))).toEqual(["user: one", "assistant: one", "user: two", "assistant: two"]);
  });
});

describe("messages sent to one session at once", () => {
  it("are answered one after the other, each reply right after its message", async () => {
    const { create, send, history, get } = start();
    const { id } = await create();
    const messages = Array.from({ length: 20 }, (_, index) => `message ${index} of many`);
    await Promise.all(messages.map(async (message) => value(await send(message, id))));
    const items = await history(id);
    expect(items.filter((_, index) => index % 2 === 0).map(({ content }) => content)).toEqual(messages);
    for (const [index, { role, content }] of items.entries()) {
      if (index % 2 === 0) expect(role).toBe("user");
      else expect(content.startsWith(items[index - 1]?.content ?? "none")).toBe(true);
    }
    expect(await get(id)).toHaveProperty("message_count", 40);
  });

  it("wait for a stream to end", async () => {
    const agent = createSlowAgent();
    const { create, send, stream, history } = start({ agent });
    const { id } = await create();
    const deltas = value(await stream("first", id));
    const second = send("second", id);
    await setTimeout(5);
    expect(agent.turns).toHaveLength(1);
    agent.goOn();
    await collect(deltas);
    agent.goOn();
    value(await second);
    expect(shape(await history(id))).toEqual([
      "user: first",
      "assistant: Well, first",
      "user: second",
      "assistant: Well, second",
    ]);
  });

  it("are refused when the session was closed while they waited", async () => {
    const agent = createSlowAgent();
    const { sessions, create, send, stream, history } = start({ agent });
    const { id } = await create();
    const deltas = value(await stream("first", id));
    const others = [send("second", id), send("third", id)];
    value(await sessions.close("default", id));
    agent.goOn();
    await collect(deltas);
    expect(await Promise.all(others)).toEqual([refusal("session_closed"), refusal("session_closed")]);
    expect(await history(id)).toHaveLength(2);
  });

  it("leave the queue when their client goes away", async () => {
    const agent = createSlowAgent();
    const { create, send, stream, history } = start({ agent });
    const { id } = await create();
    const deltas = value(await stream("first", id));
    const client = new AbortController();
    const second = send("second", id, client.signal);
    const third = send("third", id);
    await setTimeout(5);
    client.abort();
    await expect(second).rejects.toThrow("aborted");
    await setTimeout(5);
    expect(agent.turns).toHaveLength(1);
    agent.goOn();
    await collect(deltas);
    agent.goOn();
    value(await third);
    expect((await history(id)).map(({ content }) => content)).toEqual([
      "first",
      "Well, first",
      "third",
      "Well, third",
    ]);
  });
});

describe("the history", () => {
  it("comes in pages without a gap or a doubled message, while messages arrive", async () => {
    const { sessions, send } = start();
    const { session_id: id } = value(await send("0"));
    for (const message of ["1", "2"]) value(await send(message, id));
    const contents: string[] = [];
    let cursor: string | null = null;
    do {
      const page: MessagePage = value(
        await sessions.list("default", id, { limit: 3, ...(cursor !== null && { cursor }) }),
      );
      expect(page.has_more).toBe(page.next_cursor !== null);
      contents.push(...page.data.filter(({ role }) => role === "user").map(({ content }) => content));
      cursor = page.next_cursor;
      if (contents.length === 2) value(await send("3", id));
    } while (cursor !== null);
    expect(contents).toEqual(["0", "1", "2", "3"]);
  });

  it("has no more after a last page that is just full", async () => {
    const { sessions, send } = start();
    const { session_id: id } = value(await send("hello"));
    expect(value(await sessions.list("default", id, { limit: 2 }))).toMatchObject({
      has_more: false,
      next_cursor: null,
    });
  });

  it("refuses a cursor that was made up, or is another session's", async () => {
    const { sessions, send } = start();
    const { session_id: first } = value(await send("hello"));
    const { session_id: second } = value(await send("hello"));
    const { next_cursor: cursor } = value(await sessions.list("default", first, { limit: 1 }));
    if (cursor === null) throw new Error("There is no next page.");
    expect(await sessions.list("default", second, { limit: 1, cursor })).toMatchObject(
      refusal("invalid_request"),
    );
    expect(await sessions.list("default", first, { limit: 1, cursor: "made up" })).toMatchObject(
      refusal("invalid_request"),
    );
    expect(value(await sessions.list("default", first, { limit: 1, cursor })).data).toHaveLength(1);
  });
});
