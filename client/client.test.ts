import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import type { Message } from "../generated/index.ts";
import type { Listening } from "../generated/stub/index.ts";
import type { Agent } from "../server/agents/agent.ts";
import { type StartOptions, startServer } from "../server/start.ts";
import { type ClientOptions, createClient, ThinklioApiError, unwrap } from "./index.ts";

const CHANNEL = "ch_01hxyz";

const servers: Listening[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close(0)));
});

/** A client of a reference server of its own. */
async function start(server: StartOptions = {}, options: Partial<ClientOptions> = {}) {
  const listening = await startServer({ validateResponses: true, ...server });
  servers.push(listening);
  return createClient({ apiKey: "tk_local", baseUrl: listening.url, ...options });
}

/** An agent that thinks for as long as somebody waits for it, and what resolves when nobody does any more. */
function createThinkingAgent(first?: string) {
  let stopped: () => void = () => {};
  const hasStopped = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const agent: Agent = {
    model: "slow",
    async *reply({ signal }) {
      if (first !== undefined) yield first;
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      stopped();
      yield "too late";
    },
  };
  return { agent, hasStopped };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("a client in a program without types", () => {
  it.each<[string, unknown[], string]>([
    ["no options", [], "apiKey is missing: give it as"],
    ["null", [null], "apiKey is missing: give it as"],
    ["the key alone", ["tk_local"], "apiKey is missing: give it as"],
    ["a misspelt key", [{ apikey: "tk_local" }], "apikey is no option: write apiKey"],
    ["a misspelt URL", [{ apiKey: "tk_local", baseURL: "/" }], "baseURL is no option: write baseUrl"],
    [
      "another language's name",
      [{ apiKey: "tk_local", end_user: "u" }],
      "end_user is no option: write endUser",
    ],
  ])("says in one line what is wrong with %s", (_name, options, message) => {
    const create = () => Reflect.apply(createClient, undefined, options);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(new RegExp(`^${message}.*$`));
  });

  it("may give the URL as an object", async () => {
    const create = () =>
      Reflect.apply(createClient, undefined, [{ apiKey: "k", baseUrl: new URL("http://a.test/") }]);
    expect(create).not.toThrow();
  });

  it("is told of an answer that it has not awaited", () => {
    const answer = createClient({ apiKey: "k", fetch: () => new Promise(() => {}) }).getSession("ses_1");
    for (const given of [answer, undefined, { ok: false, error: "no" }]) {
      const open = () => Reflect.apply(unwrap, undefined, [given]);
      expect(open).toThrow("unwrap takes an answer: await the call first");
    }
  });

  it("may be given more than its options, as part of what a program has", () => {
    const settings = { apiKey: "tk_local", baseUrl: "/", channel: "ch_01hxyz" };
    expect(() => createClient(settings)).not.toThrow();
  });
});

describe("the client of the reference server", () => {
  it("creates a session, gets it, sends a message, lists the messages, and closes the session", async () => {
    const client = await start();
    const created = await client.createSession(CHANNEL, { metadata: { ticket: "T-1042" } });
    expect(created).toMatchObject({
      ok: true,
      status: 201,
      body: { status: "active", metadata: { ticket: "T-1042" } },
    });
    const { id } = unwrap(created);
    expect(created.response.headers.get("Location")).toBe(`/v1/sessions/${id}`);
    expect(await client.getSession(id)).toMatchObject({ status: 200, body: created.body });

    const reply = unwrap(await client.sendMessage(CHANNEL, { message: "Hello", session_id: id }));
    expect(reply).toMatchObject({ role: "assistant", content: "Hello", session_id: id });
    const page = unwrap(await client.listMessages(id, { limit: 1 }));
    expect(page).toMatchObject({ data: [{ role: "user", content: "Hello" }], has_more: true });
    const { next_cursor } = page;
    const next = await client.listMessages(id, { cursor: next_cursor ?? "" });
    expect(unwrap(next)).toEqual({ data: [reply], has_more: false, next_cursor: null });

    expect(await client.closeSession(id)).toMatchObject({ status: 200, body: { status: "closed" } });
  });

  it("creates a session without a body", async () => {
    const client = await start();
    expect(await client.createSession(CHANNEL)).toMatchObject({ status: 201, body: { metadata: {} } });
  });

  it("keeps metadata as it was sent, __proto__ and all", async () => {
    const client = await start();
    const metadata: Record<string, unknown> = JSON.parse('{"__proto__": {"a": null}, "": [1, "😀"]}');
    const { id } = unwrap(await client.createSession(CHANNEL, { metadata }));
    expect(JSON.stringify(unwrap(await client.getSession(id)).metadata)).toBe(JSON.stringify(metadata));
  });

  it("sends an id whatever it looks like", async () => {
    const client = await start();
    for (const id of ["a/b", "?x#y", "%2e%2e", "..a", "é😀", " ", "$&"]) {
      expect(await client.getSession(id)).toMatchObject({
        status: 404,
        error: { code: "session_not_found" },
      });
    }
  });

  it("returns a refusal with its status and its code", async () => {
    const client = await start();
    const { id } = unwrap(await client.createSession(CHANNEL));
    await client.closeSession(id);
    const refused = await client.sendMessage(CHANNEL, { message: "Hello", session_id: id });
    expect(refused).toMatchObject({
      ok: false,
      status: 409,
      error: { code: "session_closed", request_id: expect.stringMatching(/^req_/) },
    });
    expect(() => unwrap(refused)).toThrow(ThinklioApiError);
    const invalid = await client.sendMessage(CHANNEL, { message: "" });
    expect(invalid).toMatchObject({
      status: 422,
      error: { code: "validation_failed", details: { errors: [{ path: "/message" }] } },
    });
    expect(() => unwrap(invalid)).toThrow(
      /^validation_failed: .+ \/message: must not be empty \(422, req_\w+\)$/,
    );
    expect(await client.createSession("ch_2")).toMatchObject({
      status: 404,
      error: { code: "channel_not_found" },
    });
    const stranger = await start({}, { apiKey: "tk_wrong" });
    expect(await stranger.getSession(id)).toMatchObject({ status: 401, error: { code: "invalid_api_key" } });
  });

  it("sends the version and the end user of the client, or those of the call", async () => {
    const client = await start({}, { version: "2026-02-28", endUser: "x".repeat(129) });
    expect(await client.createSession(CHANNEL)).toMatchObject({ status: 400 });
    expect(await client.createSession(CHANNEL, {}, { version: "2026-03-01" })).toMatchObject({ status: 400 });
    const options = { version: "2026-03-01", endUser: "usr_01hx" };
    expect(await client.createSession(CHANNEL, {}, options)).toMatchObject({ status: 201 });
  });

  it("iterates over the whole history, page after page, from a cursor if one is given", async () => {
    const client = await start();
    const { id: session_id } = unwrap(await client.createSession(CHANNEL));
    for (let turn = 1; turn <= 3; turn += 1) {
      await client.sendMessage(CHANNEL, { message: `turn ${turn}`, session_id });
    }
    const whole = unwrap(await client.listMessages(session_id, { limit: 100 })).data;
    expect(whole).toHaveLength(6);
    for (const limit of [1, 2, 4, 6, undefined]) {
      expect(await collect(client.listAllMessages(session_id, { limit }))).toEqual(whole);
    }
    const { next_cursor } = unwrap(await client.listMessages(session_id, { limit: 2 }));
    const rest: Message[] = await collect(client.listAllMessages(session_id, { cursor: next_cursor ?? "" }));
    expect(rest).toEqual(whole.slice(2));
    await expect(collect(client.listAllMessages("ses_none"))).rejects.toMatchObject({
      reason: "refused",
      status: 404,
      error: { code: "session_not_found" },
    });
  });
});

describe("a streamed message to the reference server", () => {
  it("is iterated over in pieces, which joined are the stored reply", async () => {
    const client = await start();
    const deltas = await collect(client.streamMessage(CHANNEL, { message: "Where is my order?" }));
    expect(deltas.length).toBeGreaterThan(3);
    const [{ session_id = "", id = "" } = {}] = deltas;
    expect(await collect(client.listAllMessages(session_id))).toMatchObject([
      { role: "user", content: "Where is my order?" },
      { role: "assistant", id, content: deltas.map(({ delta }) => delta).join("") },
    ]);
  });

  it("throws a refusal", async () => {
    const client = await start();
    const { id: session_id } = unwrap(await client.createSession(CHANNEL));
    await client.closeSession(session_id);
    const stream = client.streamMessage(CHANNEL, { message: "Hello", session_id });
    await expect(collect(stream)).rejects.toMatchObject({
      name: "ThinklioApiError",
      reason: "refused",
      status: 409,
      code: "session_closed",
      message: expect.stringMatching(/^session_closed: .* \(409, req_\w+\)$/),
    });
  });

  it("throws the error that breaks it off, after the pieces before it", async () => {
    const client = await start({ failingWord: "order", onError: () => {} });
    const deltas: string[] = [];
    const read = async () => {
      for await (const { delta } of client.streamMessage(CHANNEL, { message: "My order" }))
        deltas.push(delta);
    };
    await expect(read()).rejects.toMatchObject({
      name: "ThinklioApiError",
      reason: "stream_error",
      status: 200,
      error: { code: "internal_error", request_id: expect.stringMatching(/^req_/) },
    });
    expect(deltas).toEqual(["My "]);
  });

  it.each<[string, (stop: () => void, leave: () => Promise<unknown>) => unknown, boolean]>([
    ["leaving the loop", (_stop, leave) => leave(), false],
    ["the signal", (stop) => stop(), true],
  ])("is cancelled by %s while the agent thinks", async (_name, end, throws) => {
    const { agent, hasStopped } = createThinkingAgent("Well, ");
    const client = await start({ agent });
    const controller = new AbortController();
    const { signal } = controller;
    const stream = client.streamMessage(CHANNEL, { message: "Hello" }, { signal });
    expect(await stream.next()).toMatchObject({ value: { delta: "Well, " } });
    const next = stream.next();
    const reason = new Error("The user went away.");
    await end(
      () => controller.abort(reason),
      async () => stream.return?.(),
    );
    if (throws) await expect(next).rejects.toBe(reason);
    else expect(await next).toEqual({ done: true, value: undefined });
    await hasStopped;
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it("is cancelled by leaving it before the answer begins, and leaves nothing behind", async () => {
    const { agent, hasStopped } = createThinkingAgent();
    const client = await start({ agent });
    const { signal } = new AbortController();
    const stream = client.streamMessage(CHANNEL, { message: "Hello" }, { signal });
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await stream.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    await hasStopped;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("sends nothing if it is left before it begins", async () => {
    let requests = 0;
    const client = await start(
      {},
      { fetch: (request) => fetch(request, { headers: { n: `${++requests}` } }) },
    );
    const stream = client.streamMessage(CHANNEL, { message: "Hello" });
    await stream.return?.();
    expect(await collect(stream)).toEqual([]);
    expect(requests).toBe(0);
  });
});
