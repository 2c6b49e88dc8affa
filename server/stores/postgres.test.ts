import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Listening } from "../../generated/stub/index.ts";
import { useLocalPostgres } from "../../package/local-databases.ts";
import type { Agent } from "../agents/agent.ts";
import { type ConfigurationOptions, configure } from "../configuration.ts";
import type { Result } from "../result.ts";
import { Sessions } from "../sessions.ts";
import { startServer } from "../start.ts";
import { openStore, parseStore } from "./open-store.ts";
import type { Store } from "./store.ts";

const CHANNEL = "ch_01hxyz";

const postgres = useLocalPostgres();
let url: string;
beforeAll(async () => {
  url = await postgres.createDatabase();
});

const atEnd: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
});

async function open(): Promise<Store> {
  const store = await openStore(parseStore(url));
  atEnd.push(() => store.end());
  return store;
}

const { signal } = new AbortController();

function value<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  throw new Error(`It was refused: ${result.code}.`);
}

/** One of several instances of the service, with a connection of its own to the database. */
async function startInstance(options: ConfigurationOptions = {}) {
  const store = await open();
  const sessions = new Sessions(configure({ ...options, store }));
  const create = async () => value(await sessions.create("default", CHANNEL)).id;
  const send = (message: string, session_id: string) =>
    sessions.send({ tenant: "default", channelId: CHANNEL, request: { message, session_id }, signal });
  const history = async (id: string, limit = 100) =>
    value(await sessions.list("default", id, { limit })).data;
  return { store, sessions, create, send, history };
}

/** An agent that has begun to reply when `begun` resolves, and goes on when it may. */
function createSlowAgent() {
  let begin = () => {};
  let goOn = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const agent: Agent = {
    model: "slow-1",
    async *reply() {
      begin();
      await gate;
      yield "late";
    },
  };
  return { agent, begun, goOn: () => goOn() };
}

/** How many advisory locks there are: one for a turn, and one for who is next. */
async function countLocks(): Promise<number> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
  await client.end();
  return Number(rows[0].count);
}

/** Ends the connections that did this last. */
async function terminateConnections(query: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE $1",
    [`%${query}%`],
  );
  await client.end();
}

describe("Several instances on one database", () => {
  it("keep one order of messages that are sent to both at once, and lose none", async () => {
    const instances = [await startInstance(), await startInstance()] as const;
    const [first, second] = instances;
    const id = await first.create();
    const messages = Array.from({ length: 60 }, (_, index) => `message ${index}`);
    const replies = await Promise.all(
      messages.map(async (message, index) =>
        value(await instances[index % 2 === 0 ? 0 : 1].send(message, id)),
      ),
    );
    const items = [...(await first.history(id)), ...(await rest(second, id))];
    const questions = items.filter(({ role }) => role === "user");
    expect(questions.map(({ content }) => content).sort()).toEqual(messages.toSorted());
    for (const [index, question] of questions.entries()) {
      expect(items[2 * index]).toEqual(question);
      expect(items[2 * index + 1]).toEqual(replies[messages.indexOf(question.content)]);
    }
    const times = items.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted());
    expect(value(await second.sessions.get("default", id)).message_count).toBe(120);
  });

  /** What follows a page of 100, by the cursor that the other instance gave. */
  async function rest({ sessions }: Awaited<ReturnType<typeof startInstance>>, id: string) {
    const other = await startInstance();
    const page = value(await other.sessions.list("default", id, { limit: 100 }));
    return value(await sessions.list("default", id, { limit: 100, cursor: page.next_cursor ?? "" })).data;
  }

  it("never mix two exchanges, even when a turn is lost in the middle of one", async () => {
    const { agent, begun, goOn } = createSlowAgent();
    const slow = await startInstance({ agent });
    const quick = await startInstance();
    const id = await quick.create();
    const losing = slow.send("slow", id);
    const lost = expect(losing).rejects.toThrow();
    await begun;
    await terminateConnections("pg_try_advisory_lock");
    value(await quick.send("quick", id));
    goOn();
    await lost;
    expect((await quick.history(id)).map(({ content }) => content)).toEqual(["quick", "quick"]);
  });

  it("refuse a message to a session that the other one has closed while it waited", async () => {
    const { agent, begun, goOn } = createSlowAgent();
    const first = await startInstance({ agent });
    const second = await startInstance();
    const id = await first.create();
    const underWay = first.send("first", id);
    await begun;
    const waiting = second.send("second", id);
    await vi.waitFor(async () => expect(await countLocks()).toBe(2), { timeout: 5000 });
    value(await second.sessions.close("default", id));
    goOn();
    value(await underWay);
    expect(await waiting).toEqual({ ok: false, code: "session_closed" });
    expect(await second.history(id)).toHaveLength(2);
  });

  it("share a rate limit, and a key's id is all that the database has of it", async () => {
    const keys = [
      { key: "tk_limited", tenant: "default", scopes: ["read"] as const },
      { key: "tk_other", tenant: "default", scopes: ["read"] as const },
    ];
    const rateLimit = { limit: 10, window: 60_000 };
    const servers = await Promise.all(
      [1, 2].map(async () => startServer({ store: await open(), keys, rateLimit })),
    );
    atEnd.push(() => Promise.all(servers.map((server) => server.close(0))));
    const ask = (index: number, key = "tk_limited") =>
      fetch(`${servers[index % 2]?.url}/v1/sessions/ses_1`, { headers: { Authorization: `Bearer ${key}` } });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(index)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(404), ...Array(20).fill(429)]);
    for (const index of [0, 1]) {
      const refused = await ask(index);
      const retryAfter = Number(refused.headers.get("retry-after"));
      const { details } = JSON.parse(await refused.text()).error;
      expect(retryAfter).toBeGreaterThan(30);
      expect(retryAfter).toBeLessThanOrEqual(60);
      expect(details).toEqual({ limit: 10, remaining: 0, reset_at: expect.stringMatching(/^\d{4}-.*Z$/) });
      expect(Math.abs(Date.parse(details.reset_at) - Date.now() - retryAfter * 1000)).toBeLessThan(2000);
    }
    expect((await ask(0, "tk_other")).status).toBe(404);
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query("SELECT * FROM thinklio_rate_limits");
    await client.end();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain("tk_");
  });

  it("accept requests again when the time of a rate limit has passed", async () => {
    const rateLimit = { limit: 2, window: 1500 };
    const server = await startServer({ store: await open(), rateLimit });
    atEnd.push(() => server.close(0));
    const ask = () =>
      fetch(`${server.url}/v1/sessions/ses_1`, { headers: { Authorization: "Bearer tk_local" } });
    for (let round = 0; round < 2; round += 1) {
      const answers = [await ask(), await ask(), await ask()];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
      await setTimeout(1000 * Number(answers[2]?.headers.get("retry-after")));
    }
  });

  it("share the budget of a tenant", async () => {
    const tenants = { tokenBudget: 2 };
    const first = await startInstance(tenants);
    const second = await startInstance(tenants);
    const send = ({ sessions }: typeof first, message: string) =>
      sessions.send({ tenant: "thrifty", channelId: CHANNEL, request: { message }, signal });
    value(await send(first, "one two"));
    expect(await send(second, "three")).toEqual({ ok: false, code: "budget_exceeded" });
  });

  it("have connections for others while a hundred messages wait", async () => {
    const first = await startInstance();
    const second = await startInstance();
    const ids = await Promise.all(Array.from({ length: 100 }, () => first.create()));
    const ends = await Promise.all(ids.map((id) => first.store.takeTurn(id, signal)));
    const waiting = ids.map((id) => second.send("hello", id));
    await setTimeout(100);
    const other = await second.create();
    value(await second.send("hello", other));
    for (const end of ends) end();
    for (const sent of await Promise.all(waiting)) value(sent);
  });

  it("never give an item an earlier time than the one before it, whatever their clocks say", async () => {
    const behind = await startInstance({ clock: () => Date.parse("2026-03-19T12:00:00Z") });
    const ahead = await startInstance({ clock: () => Date.parse("2026-03-19T12:00:05Z") });
    const id = await behind.create();
    for (const instance of [behind, ahead, behind]) value(await instance.send("hello", id));
    const times = (await ahead.history(id)).map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted());
    expect(times[5]).toBe("2026-03-19T12:00:05.000Z");
  });
});

describe("A server whose database goes and comes back", () => {
  const headers = { Authorization: "Bearer tk_local", "Content-Type": "application/json" };

  async function start(): Promise<{
    server: Listening;
    call(path: string, body?: object): Promise<Response>;
  }> {
    const server = await startServer({ store: await open(), onError: () => {}, validateResponses: true });
    atEnd.push(() => server.close(0));
    const call = (path: string, body?: object) =>
      fetch(`${server.url}/v1${path}`, {
        headers,
        ...(body && { method: "POST", body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(2000),
      });
    return { server, call };
  }

  /** What of an answer the tests look at. */
  async function read(response: Response): Promise<{ session_id: string; error: unknown; data: unknown }> {
    return JSON.parse(await response.text());
  }

  it("says 500 at once, and nothing of the inside, and then goes on by itself", async () => {
    const { call } = await start();
    const path = `/channels/${CHANNEL}/messages`;
    const { session_id } = await read(await call(path, { message: "before" }));
    const requests = [
      () => call(`/sessions/${session_id}`),
      () => call(`/sessions/${session_id}/messages`),
      () => call(`/channels/${CHANNEL}/sessions`, {}),
      () => call(path, { message: "hello" }),
      () => call(path, { message: "hello", session_id }),
      () => call(path, { message: "hello", session_id, stream: true }),
    ];

    await postgres.crash();
    for (const request of requests) {
      const response = await request();
      expect(response.status).toBe(500);
      const { error } = await read(response);
      expect(error).toEqual({
        code: "internal_error",
        message: expect.not.stringMatching(/ECONN|127\.0\.0\.1|postgres|connection|SQL/i),
        request_id: expect.stringMatching(/^req_/),
      });
    }

    await postgres.start();
    for (const request of requests) {
      const response = await request();
      expect(response.status).toBeLessThan(300);
      await response.text();
    }
    const { data } = await read(await call(`/sessions/${session_id}/messages`));
    expect(data).toHaveLength(6);
  });
});
