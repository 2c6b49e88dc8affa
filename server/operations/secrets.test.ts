import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { Agent } from "../agents/agent.ts";
import { type StartOptions, startServer } from "../start.ts";
import { MemoryStore } from "../stores/memory-store.ts";
import { LogCapture } from "./log-capture.ts";
import type { LogLevel } from "./logger.ts";

/** What must never be printed: each text that a client or whoever configures the server gives has it. */
const MARK = "MARK7f3a";
const KEY = `tk_${MARK}_key`;

/** An agent that fails as badly as it can: it quotes the message wherever an error has room. */
const quotingAgent: Agent = {
  model: "quoting-1",
  async *reply({ message, initialContext, signal }) {
    if (message.includes("slow")) await setTimeout(60_000, undefined, { signal });
    if (message.includes("stream")) yield message;
    if (message.includes("string")) throw message;
    const cause = new AggregateError([new Error(message)], `${message}\n    at ${message} (file.ts:1:2)`);
    if (message.includes("fail")) {
      throw Object.assign(new Error(`${message} ${initialContext}\n    at ${message}`, { cause }), {
        detail: message,
        query: message,
      });
    }
    yield message;
  },
};

/** A store that fails as a database driver does. */
class QuotingStore extends MemoryStore {
  override async find(tenant: string, sessionId: string) {
    if (sessionId.includes("driver")) {
      throw Object.assign(new Error(`no such row: ${sessionId}`), {
        code: "22P02",
        detail: `Key (id)=(${sessionId})`,
        where: `$1 = '${sessionId}'`,
      });
    }
    return super.find(tenant, sessionId);
  }
}

/** Sends marks along every path that a request can take. Returns the statuses. */
async function sendMarks(url: string): Promise<Set<number>> {
  const channel = "/v1/channels/ch_01hxyz";
  const key = { Authorization: `Bearer ${KEY}` };
  const json = { ...key, "Content-Type": "application/json" };
  const metadata = { [MARK]: { [`${MARK}-key`]: MARK } };
  const statuses = new Set<number>();
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = json,
  ) => {
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    statuses.add(response.status);
    return response.text();
  };
  const message = (text: string, others: object = {}) =>
    call("POST", `${channel}/messages`, { message: `${MARK} ${text}`, metadata, ...others });

  const created = await call("POST", `${channel}/sessions`, { metadata, initial_context: MARK });
  const { id: session_id } = JSON.parse(created);
  for (const text of ["hello", "fail", "string fail", "forbidden"]) {
    await message(text);
    await message(text, { session_id });
    await message(`stream ${text}`, { stream: true, session_id });
  }
  await message("hello", { session_id: `ses_${MARK}` });
  await message("hello", { session_id: `ses_driver_${MARK}` });
  await message("hello", { stream: MARK });
  await call("POST", `${channel}/messages`, { massage: MARK });
  await call("POST", `${channel}/messages`, `{"message":"${MARK}`);
  await call("POST", `${channel}/messages`, { message: MARK.repeat(50_000) });
  await call("POST", `${channel}/messages`, { message: MARK }, { ...key, "Content-Type": `text/${MARK}` });
  await call("POST", `${channel}/sessions`, { agent_id: MARK, metadata });
  await call("GET", `/v1/sessions/${session_id}`);
  await call("GET", `/v1/sessions/${MARK}`);
  await call("GET", `/v1/sessions/driver-${MARK}/messages`);
  await call("GET", `/v1/sessions/${session_id}/messages?cursor=${MARK}&limit=${MARK}`);
  await call("GET", `/v1/sessions/${session_id}/messages?cursor=${MARK}`);
  await call("GET", `/v1/sessions/${session_id}`, undefined, { ...key, "Thinklio-Version": MARK });
  await call("GET", `/v1/sessions/${session_id}`, undefined, {
    ...key,
    "X-Channel-User-Id": MARK.repeat(99),
  });
  await call("GET", `/${MARK}?${MARK}=${MARK}`);
  await call("GET", `/healthz?${MARK}`, undefined, { [`X-${MARK}`]: MARK });
  await call("POST", "/readyz", MARK);
  await call("PATCH", `/v1/sessions/${MARK}`, MARK);
  for (const unknown of [`Bearer ${MARK}`, `Basic ${MARK}`, MARK]) {
    await call("GET", `/v1/sessions/${session_id}`, undefined, { Authorization: unknown });
  }
  await call("POST", `/v1/sessions/${session_id}/close`);
  await message("hello", { session_id });

  const leaving = { method: "POST", headers: json, signal: AbortSignal.timeout(50) };
  const slow = JSON.stringify({ message: `${MARK} slow` });
  await expect(fetch(`${url}${channel}/messages`, { ...leaving, body: slow })).rejects.toThrow();
  const { port } = new URL(url);
  for (const bytes of [
    `${MARK}\r\n\r\n`,
    `GET /${MARK} HTTP/9.9\r\n${MARK}: ${MARK}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\n${MARK} ${MARK}\r\n\r\n`,
    `CONNECT ${MARK}:443 HTTP/1.1\r\nHost: ${MARK}\r\n\r\n`,
    `GET /${MARK.repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `POST ${channel}/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"${MARK}`,
  ]) {
    const socket = connect(Number(port), "127.0.0.1").on("error", () => {});
    socket.write(bytes);
    await Promise.race([once(socket, "data"), once(socket, "close"), setTimeout(1000)]);
    socket.destroy();
  }
  return statuses;
}

async function printedBy(
  options: StartOptions,
): Promise<{ log: LogCapture; statuses: Set<number>; printed: string }> {
  const log = new LogCapture(options.logStream?.isTTY);
  const printed: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0),
  );
  const spiesOnConsole = (["log", "warn", "error"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words.map(String).join(" "))),
  );
  const server = await startServer({
    keys: [{ key: KEY, tenant: "default", scopes: ["read", "write"] }],
    agent: quotingAgent,
    store: new QuotingStore(),
    blockedWords: ["forbidden"],
    bodyTimeout: 100,
    validateResponses: true,
    metrics: true,
    ...options,
    logStream: log,
  });
  try {
    const statuses = await sendMarks(server.url);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    await server.close(0);
    return { log, statuses, printed: printed.join("") + metrics };
  } finally {
    await server.close(0);
    for (const spy of [...spies, ...spiesOnConsole]) spy.mockRestore();
  }
}

describe("messages, metadata, ids and keys that clients send are nowhere to be read", () => {
  it.each<[string, LogLevel | undefined, boolean]>([
    ["in the log as JSON", "debug", false],
    ["in the log on a terminal", "debug", true],
    ["in what is printed by default", undefined, false],
  ])("%s", async (_name, logLevel, isTTY) => {
    const { log, statuses, printed } = await printedBy({ logLevel, logStream: new LogCapture(isTTY) });
    expect(statuses).toEqual(new Set([200, 201, 400, 401, 403, 404, 405, 409, 413, 415, 422, 500]));
    expect(log.text).toContain("sendMessage");
    expect(log.text).toContain("secrets.test.ts");
    expect(log.text).toContain("22P02");
    expect(log.text + printed).not.toContain(MARK);
  });

  it("even where a bug makes a response that breaks its schema", async () => {
    const store = new (class extends MemoryStore {
      override async find(tenant: string, sessionId: string) {
        const stored = await super.find(tenant, sessionId);
        return stored && { ...stored, session: { ...stored.session, id: MARK, [MARK]: MARK } };
      }
    })();
    const { log } = await printedBy({ store, logLevel: "debug" });
    expect(log.text).toContain("UndeclaredResponseError");
    expect(log.text).not.toContain(MARK);
  });
});
