import { getEventListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startServer } from "../server/start.ts";
import { type Client, type ClientOptions, createClient } from "./index.ts";
import { type RawServer, respond, startRawServer } from "./raw-server.ts";
import { retryDelay, wait } from "./transport/retry.ts";

const SESSION = { id: "ses_1", status: "active" };
const OK: Step = (_request, response) => respond(response, 200, SESSION);
const CUT: Step = (request) => request.socket.destroy();
const CUT_BODY: Step = (_request, response) => {
  response.writeHead(200, { "Content-Length": "100" });
  response.write("{");
  setTimeout(() => response.destroy(), 10);
};
const REFUSALS: Record<number, string> = {
  429: "rate_limit_exceeded",
  500: "internal_error",
  404: "not_found",
};

type Step = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers with a status, and with the contract's error if it has one for it. */
function refuse(status: number, headers: Record<string, string> = {}): Step {
  const code = REFUSALS[status];
  const body = code === undefined ? "Down." : { error: { code, message: "No.", request_id: "req_1" } };
  return (_request, response) => respond(response, status, body, headers);
}

const servers: { close(grace?: number): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close(0)));
});

/** A server that answers the first request by the first step, and so on, and the last one for ever. */
async function start(steps: readonly Step[], options: Partial<ClientOptions> = {}) {
  const server: RawServer = await startRawServer((request, response) => {
    steps[Math.min(server.requests.length, steps.length) - 1]?.(request, response);
  });
  servers.push(server);
  const retries = { limit: 2, minDelay: 20 };
  return { server, client: createClient({ apiKey: "tk_1", baseUrl: server.url, retries, ...options }) };
}

/** The result's status, or the reason of the error. */
const outcome = (call: Promise<{ status: number }>): Promise<unknown> =>
  call.then(
    ({ status }) => status,
    ({ reason, status }) => (reason === "network" ? reason : status),
  );

const CALLS: Record<string, (client: Client) => Promise<{ status: number }>> = {
  getSession: (client) => client.getSession("ses_1"),
  listMessages: (client) => client.listMessages("ses_1"),
  closeSession: (client) => client.closeSession("ses_1"),
  createSession: (client) => client.createSession("ch_1", {}),
  sendMessage: (client) => client.sendMessage("ch_1", { message: "Hello" }),
  streamMessage: (client) =>
    client
      .streamMessage("ch_1", { message: "Hello" })
      .next()
      .then(() => ({ status: 200 })),
};
const IDEMPOTENT = ["getSession", "listMessages", "closeSession"];
const [SAFE, UNSAFE] = [true, false].map((isSafe) =>
  Object.entries(CALLS).filter(([name]) => IDEMPOTENT.includes(name) === isSafe),
);

describe("a call is repeated", () => {
  it.each(SAFE ?? [])("%s: if no answer comes, a part of one, or one that may pass", async (_name, call) => {
    for (const step of [CUT, CUT_BODY, refuse(429), refuse(500), refuse(502), refuse(503), refuse(504)]) {
      const { client, server } = await start([step, step, OK]);
      expect(await outcome(call(client))).toBe(200);
      expect(server.requests).toHaveLength(3);
    }
  });

  it.each(UNSAFE ?? [])("%s: only if it was refused with 429, which did nothing", async (_name, call) => {
    const { client, server } = await start([refuse(429), refuse(429), refuse(404)]);
    expect(await outcome(call(client))).toBe(404);
    expect(server.requests).toHaveLength(3);
    for (const [step, result] of [
      [CUT, "network"],
      [refuse(500), 500],
      [refuse(502), 502],
      [refuse(503, { "Retry-After": "0" }), 503],
    ] as const) {
      const once = await start([step, OK]);
      expect(await outcome(call(once.client))).toBe(result);
      expect(once.server.requests).toHaveLength(1);
    }
  });

  it.each(Object.entries(CALLS))("%s: not if it was refused for good", async (_name, call) => {
    const { client, server } = await start([refuse(404), OK]);
    expect(await outcome(call(client))).toBe(404);
    expect(server.requests).toHaveLength(1);
  });

  it("as often as was said, and then the last outcome is the outcome", async () => {
    const { client, server } = await start([CUT, refuse(503), refuse(429)]);
    expect(await client.getSession("ses_1")).toMatchObject({ status: 429, ok: false });
    expect(server.requests).toHaveLength(3);
    const other = await start([refuse(500), refuse(500), CUT]);
    expect(await outcome(other.client.getSession("ses_1"))).toBe("network");
  });

  it("not at all unless that is wanted", async () => {
    const { client, server } = await start([refuse(429), OK], { retries: undefined });
    expect(await outcome(client.getSession("ses_1"))).toBe(429);
    expect(server.requests).toHaveLength(1);
  });

  it("with the same body each time", async () => {
    const bodies: Promise<string>[] = [];
    const read: Step = (request, response) => {
      bodies.push(text(request));
      refuse(bodies.length < 3 ? 429 : 404)(request, response);
    };
    const { client } = await start([read]);
    await client.sendMessage("ch_1", { message: "Zoë" });
    expect(await Promise.all(bodies)).toEqual(Array(3).fill('{"message":"Zoë"}'));
  });

  it("not once a stream has begun", async () => {
    const { client, server } = await start([
      (_request, response) =>
        respond(response, 200, 'data: {"delta":"Hi"}\n\n', { "Content-Type": "text/event-stream" }),
    ]);
    const stream = client.streamMessage("ch_1", { message: "Hello" });
    await stream.next();
    await expect(stream.next()).rejects.toMatchObject({ reason: "stream_cut" });
    expect(server.requests).toHaveLength(1);
  });

  it("until the reference server's rate limit lets it pass", async () => {
    const server = await startServer({ rateLimit: { limit: 1, window: 1000 } });
    servers.push(server);
    const client = createClient({ apiKey: "tk_local", baseUrl: server.url, retries: 3 });
    for (const _ of [1, 2]) expect(await client.createSession("ch_01hxyz")).toMatchObject({ status: 201 });
  });
});

describe("the wait", () => {
  const answer = (retryAfter: string) => new Response(null, { headers: { "Retry-After": retryAfter } });
  const DELAYS = { limit: 9, minDelay: 100, maxDelay: 1000 };

  it.each([
    [0, [50, 100, 200, 400, 500, 500]],
    [0.999999, [100, 200, 400, 800, 1000, 1000]],
  ])("doubles from try to try up to the longest, and is left to chance by half (%d)", (chance, expected) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const delays = expected.map((_delay, repeats) => retryDelay(undefined, repeats, DELAYS));
    expect(delays.map((delay) => Math.round(delay ?? Number.NaN))).toEqual(expected);
  });

  it.each([0, 0.999999])("is never shorter than Retry-After says, nor much longer (%d)", (chance) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const options = { ...DELAYS, maxDelay: 60_000 };
    const extra = Math.round(chance * 100);
    expect(Math.round(retryDelay(answer("2"), 0, options) ?? 0)).toBe(2000 + extra);
    expect(Math.round(retryDelay(answer("0"), 5, options) ?? -1)).toBe(extra);
    const date = retryDelay(answer(new Date(Date.now() + 5000).toUTCString()), 0, options);
    expect(date).toBeGreaterThan(3900);
    expect(date).toBeLessThan(5101);
    expect(Math.round(retryDelay(answer(new Date(0).toUTCString()), 0, options) ?? -1)).toBe(extra);
  });

  it("is exactly what Retry-After says if the caller would wait no longer", () => {
    expect(retryDelay(answer("1"), 0, DELAYS)).toBe(1000);
  });

  it("does without a Retry-After that is nonsense", () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    for (const value of ["soon", "-1", "", "1.5s"]) expect(retryDelay(answer(value), 0, DELAYS)).toBe(50);
  });

  it("is as long as Retry-After says", async () => {
    const { client, server } = await start([refuse(429, { "Retry-After": "1" }), OK]);
    const begin = performance.now();
    expect(await outcome(client.getSession("ses_1"))).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(990);
    expect(server.requests).toHaveLength(2);
  });

  it("is half a second or so at first, unless something else is said", async () => {
    const { client } = await start([refuse(429), OK], { retries: 1 });
    const begin = performance.now();
    expect(await outcome(client.getSession("ses_1"))).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(240);
  });

  it("is none if Retry-After says more than the caller would wait: he gets the refusal", async () => {
    const { client, server } = await start([refuse(429, { "Retry-After": "31" }), OK]);
    expect(await outcome(client.getSession("ses_1"))).toBe(429);
    expect(server.requests).toHaveLength(1);
  });

  it("is none if Retry-After says more than a timer can wait, however long the caller would", async () => {
    const retries = { limit: 3, maxDelay: Number.POSITIVE_INFINITY };
    const { client, server } = await start([refuse(429, { "Retry-After": "3000000" })], { retries });
    expect(await outcome(client.getSession("ses_1"))).toBe(429);
    expect(server.requests).toHaveLength(1);
  });

  it("leaves nothing behind, whether it passes or is aborted", async () => {
    const { signal } = new AbortController();
    await wait(1, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    vi.useFakeTimers();
    const reason = new Error("The user went away.");
    const controller = new AbortController();
    const waits = [wait(20_000, controller.signal), wait(20_000, AbortSignal.abort(reason))];
    controller.abort(reason);
    const left = vi.getTimerCount();
    vi.useRealTimers();
    expect(left).toBe(0);
    for (const ended of waits) await expect(ended).rejects.toBe(reason);
  });

  it("ends when the signal is aborted", async () => {
    const controller = new AbortController();
    const { client, server } = await start([
      (request, response) => {
        refuse(429, { "Retry-After": "20" })(request, response);
        setTimeout(() => controller.abort(new Error("The user went away.")), 50);
      },
    ]);
    const begin = performance.now();
    const call = client.createSession("ch_1", {}, { signal: controller.signal });
    await expect(call).rejects.toThrow("The user went away.");
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a call whose signal is aborted rejects with the signal's reason", () => {
  const reason = new Error("The user went away.");
  it.each(Object.entries(CALLS))("%s, without being repeated", async (_name, _call) => {
    const controller = new AbortController();
    const { client, server } = await start([() => setTimeout(() => controller.abort(reason), 20)]);
    const options = { signal: controller.signal };
    const call = {
      getSession: () => client.getSession("ses_1", options),
      listMessages: () => client.listMessages("ses_1", {}, options),
      closeSession: () => client.closeSession("ses_1", options),
      createSession: () => client.createSession("ch_1", {}, options),
      sendMessage: () => client.sendMessage("ch_1", { message: "Hello" }, options),
      streamMessage: () => client.streamMessage("ch_1", { message: "Hello" }, options).next(),
    }[_name];
    await expect(call?.()).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
    await expect(call?.()).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it("a timeout is told from other reasons", async () => {
    const { client } = await start([() => {}]);
    const call = client.getSession("ses_1", { signal: AbortSignal.timeout(20) });
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("a stream, also if the fetch that was given does not heed the signal", async () => {
    const body = new ReadableStream({
      start: (queue) => queue.enqueue(new TextEncoder().encode('data: {"delta":"Hi"}\n\n')),
    });
    const headers = { "Content-Type": "text/event-stream" };
    const controller = new AbortController();
    const client = createClient({ apiKey: "tk_1", fetch: async () => new Response(body, { headers }) });
    const stream = client.streamMessage("ch_1", { message: "Hello" }, { signal: controller.signal });
    expect(await stream.next()).toEqual({ done: false, value: { delta: "Hi" } });
    const next = stream.next();
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
  });
});
