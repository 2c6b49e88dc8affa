import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Agent } from "../agents/agent.ts";
import { type StartOptions, startServer } from "../start.ts";
import { MemoryStore } from "../stores/memory-store.ts";
import { LogCapture } from "./log-capture.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function start(options: StartOptions = {}) {
  const server = await startServer({ validateResponses: true, ...options });
  closing.push(() => server.close(0));
  const call = (method: string, path: string, body?: object, init: RequestInit = {}) =>
    fetch(server.url + path, {
      method,
      headers: { Authorization: "Bearer tk_local", "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
      ...init,
    });
  const send = (message: string, init?: RequestInit) =>
    call("POST", "/v1/channels/ch_01hxyz/messages", { message }, init);
  return { server, call, send };
}

const FAILING = { failingWord: "crash" };
const idOf = async (response: Response) => JSON.parse(await response.text()).error.request_id;

describe("the log", () => {
  it("is JSON where it is no terminal: a line for each request, with the id that its answer has", async () => {
    const log = new LogCapture();
    const { call, send } = await start({ logLevel: "info", logStream: log });
    const ids = [await idOf(await call("GET", "/v1/sessions/ses_1")), await idOf(await call("PUT", "/"))];
    await send("Hello");
    await vi.waitFor(() => expect(log.records()).toHaveLength(4));
    const duration_ms = expect.any(Number);
    expect(log.records()).toMatchObject([
      { level: "info", msg: "listening" },
      {
        request_id: ids[0],
        method: "GET",
        operation: "getSession",
        status: 404,
        duration_ms,
        msg: "request",
      },
      { request_id: ids[1], method: "PUT", status: 404, duration_ms },
      { request_id: expect.stringMatching(/^req_/), operation: "sendMessage", status: 200 },
    ]);
    expect(log.records()[1]?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("has an error's kind and place, by the id of its request", async () => {
    const log = new LogCapture();
    const { send } = await start({ logLevel: "error", logStream: log, ...FAILING });
    const id = await idOf(await send("crash"));
    expect(log.records()).toEqual([
      expect.objectContaining({
        level: "error",
        request_id: id,
        operation: "sendMessage",
        error: { name: "Error", stack: expect.arrayContaining([expect.stringContaining("echo.ts:")]) },
      }),
    ]);
  });

  it("tells of a client that left before it had its answer", async () => {
    const log = new LogCapture();
    const agent: Agent = {
      model: "slow-1",
      async *reply({ signal }) {
        await setTimeout(60_000, undefined, { signal });
        yield "late";
      },
    };
    const { send } = await start({ logLevel: "info", logStream: log, agent });
    await expect(send("Hello", { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    await vi.waitFor(() => expect(log.records()).toHaveLength(2));
    expect(log.records()[1]).toMatchObject({ operation: "sendMessage", aborted: true });
    expect(log.records()[1]).not.toHaveProperty("status");
  });

  it("is for people on a terminal", async () => {
    const log = new LogCapture(true);
    const { call } = await start({ logLevel: "info", logStream: log });
    const id = await idOf(await call("GET", "/v1/sessions/ses_1"));
    await vi.waitFor(() => expect(log.text).toContain(id));
    expect(log.text.split("\n")[1]).toMatch(
      new RegExp(
        String.raw`^\d\d:\d\d:\d\d\.\d{3} .*info.* request request_id=${id} method=GET operation=getSession status=404 duration_ms=[\d.]+$`,
      ),
    );
  });

  it("has errors alone by default, for people", async () => {
    const log = new LogCapture();
    const { send } = await start({ logStream: log, ...FAILING });
    await send("Hello");
    const id = await idOf(await send("crash"));
    expect(log.text).toMatch(
      new RegExp(
        String.raw`^\S+ .*error.* failed request_id=${id} operation=sendMessage error=\{.*echo\.ts.*\n$`,
      ),
    );
  });

  it("can be switched off", async () => {
    const log = new LogCapture();
    const { send } = await start({ logLevel: "silent", logStream: log, ...FAILING });
    await send("crash");
    expect(log.text).toBe("");
  });
});

describe("/metrics", () => {
  it("counts and times requests by operation and status, and has no ids", async () => {
    const { call, send } = await start({ metrics: true, ...FAILING, logStream: new LogCapture() });
    await call("GET", "/v1/sessions/ses_1");
    await call("GET", "/v1/sessions/ses_2");
    await call("GET", "/v1/nothing");
    const { session_id } = JSON.parse(await (await send("Hello")).text());
    await call("GET", `/v1/sessions/${session_id}`);
    await send("crash");
    const response = await call("GET", "/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=/);
    const count = (operation: string, status: number | string) =>
      `http_request_duration_seconds_count{operation="${operation}",status="${status}"}`;
    expect(text).toContain(`${count("getSession", 404)} 2\n`);
    expect(text).toContain(`${count("getSession", 200)} 1\n`);
    expect(text).toContain(`${count("none", 404)} 1\n`);
    expect(text).toContain(`${count("sendMessage", 200)} 1\n`);
    expect(text).toContain(`${count("sendMessage", 500)} 1\n`);
    expect(text).toContain("process_resident_memory_bytes ");
    expect(text).not.toMatch(/ses_|req_|msg_|ch_/);
  });

  it("is not there unless it is asked for", async () => {
    const { call } = await start();
    const response = await call("GET", "/metrics");
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
  });
});

describe("/healthz and /readyz", () => {
  it.each([
    ["/healthz", "ok\n"],
    ["/readyz", "ready\n"],
    ["/readyz?verbose", "ready\n"],
  ])("%s answers GET and HEAD without a key", async (path, text) => {
    const { server } = await start();
    const get = await fetch(server.url + path);
    expect([get.status, await get.text()]).toEqual([200, text]);
    expect(get.headers.get("cache-control")).toBe("no-store");
    const head = await fetch(server.url + path, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      `${text.length}`,
      "",
    ]);
  });

  it("refuse other methods with 405 and Allow, and leave the connection usable", async () => {
    const { server } = await start();
    for (const path of ["/healthz", "/readyz"]) {
      const response = await fetch(server.url + path, { method: "POST", body: "x".repeat(100_000) });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("are no paths of the API", async () => {
    const { call } = await start();
    for (const path of ["/v1/healthz", "/healthz/", "//healthz", "/Healthz"]) {
      const response = await call("GET", path);
      expect([path, response.status, await response.json()]).toMatchObject([
        path,
        404,
        { error: { code: "not_found" } },
      ]);
    }
  });

  it("/readyz is 503 while the store is out of reach, and 200 as soon as it is back", async () => {
    const store = new MemoryStore();
    const { server } = await start({ store });
    const find = vi.spyOn(store, "find").mockRejectedValue(new Error("secret"));
    const response = await fetch(`${server.url}/readyz`);
    expect([response.status, await response.text()]).toEqual([503, "not ready\n"]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    find.mockRestore();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it("/readyz does not wait for a store that hangs, and asks it once for all who ask at once", async () => {
    const store = new MemoryStore();
    const { server } = await start({ store });
    const find = vi.spyOn(store, "find").mockReturnValue(new Promise(() => {}));
    const begin = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${server.url}/readyz`)));
    expect(performance.now() - begin).toBeLessThan(5000);
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(503));
    expect(find).toHaveBeenCalledOnce();
  });
});

describe("a shutdown", () => {
  it("with a delay still takes requests meanwhile, but is not ready", async () => {
    const { server, send } = await start({ shutdownDelay: 300 });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const closed = server.close();
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, "shutting down\n"]);
    expect((await send("Hello")).status).toBe(200);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await closed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it("ends a stream by the contract's rule when its grace is over, and the history keeps the message alone", async () => {
    const agent: Agent = {
      model: "slow-1",
      async *reply({ signal }) {
        yield "First ";
        await setTimeout(60_000, undefined, { signal });
      },
    };
    const log = new LogCapture();
    const store = new MemoryStore();
    const { server, call } = await start({
      agent,
      store,
      shutdownGrace: 100,
      logLevel: "info",
      logStream: log,
    });
    const response = await call("POST", "/v1/channels/ch_01hxyz/messages", {
      message: "Hello",
      stream: true,
    });
    await server.close();
    const [first = "", error = "", rest] = (await response.text()).split("\n\n");
    const { session_id } = JSON.parse(first.replace("data: ", ""));
    expect(error).toMatch(/^event: error\ndata: \{"error":\{"code":"internal_error",/);
    expect(rest).toBe("");
    await vi.waitFor(async () => expect(await store.messages(session_id, 0, 10)).toHaveLength(1));
    expect(log.records().map(({ msg }) => msg)).toEqual(["listening", "shutting down", "request", "stopped"]);
  });
});
