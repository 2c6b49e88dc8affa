import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Listening } from "../../generated/stub/index.ts";
import type { Agent } from "../agents/agent.ts";
import { startServer } from "../start.ts";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
const CHANNEL = "/v1/channels/ch_01hxyz";
const IDLE = 10_000;
/** How long a body may take; a whole request may take 5 seconds more. */
const BODY_TIMEOUT = 2000;
const REQUEST_TIMEOUT = BODY_TIMEOUT + 5000;
/** How long another client may wait while all this goes on, in milliseconds: far longer than it does. */
const PATIENCE = 2000;

const AUTHORIZATION = "Authorization: Bearer tk_local";
const HEAD = `POST ${CHANNEL}/messages HTTP/1.1\r\nHost: a\r\n${AUTHORIZATION}\r\nContent-Type: application/json\r\n`;

/** Connections that are opened at once, so that the server's queue of new ones does not overflow. */
const BATCH = 200;

interface Connections {
  readonly sockets: readonly Socket[];
  /** What each has received. */
  readonly received: string[];
}

const opened: Socket[] = [];
let server: ChildProcess | undefined;
let url = "";

beforeEach(async () => {
  // A process of its own: server and clients each have as many files open as there are connections.
  const words = [CLI, "serve", "--port", "0", "--request-timeout", `${BODY_TIMEOUT}ms`];
  server = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  server.stdout?.on("data", (text) => {
    output += text;
  });
  [, url = ""] = await vi.waitFor(() => /(http:\S+)\n/.exec(output) ?? expect.fail(output), {
    timeout: 10_000,
  });
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy();
  server?.kill("SIGKILL");
});

async function open(count: number, address = url): Promise<Connections> {
  const port = Number(new URL(address).port);
  const received: string[] = [];
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index += 1) {
    // Several addresses, where the system has them, so that the ports of one do not run out.
    const localAddress = process.platform === "linux" ? `127.0.0.${2 + (index % 8)}` : "127.0.0.1";
    const socket = connect({ port, host: "127.0.0.1", localAddress }).on("error", () => {});
    received[index] = "";
    socket.on("data", (chunk) => {
      received[index] = `${received[index]}${chunk}`;
    });
    sockets.push(socket);
    opened.push(socket);
    if (sockets.length % BATCH === 0 || sockets.length === count) {
      await Promise.all(
        sockets
          .slice(-BATCH)
          .map((one) => one.connecting && Promise.race([once(one, "connect"), once(one, "close")])),
      );
    }
  }
  return { sockets, received };
}

const isOpen = (socket: Socket) => socket.readyState === "open";

/** Uses the server as others do. Returns how long the longest answer took, in milliseconds. */
async function useAsOthersDo(address = url, rounds = 50): Promise<number> {
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const response = await fetch(`${address}${CHANNEL}/sessions`, {
      method: "POST",
      headers: { Authorization: "Bearer tk_local" },
      signal: AbortSignal.timeout(10_000),
    });
    expect(response.status).toBe(201);
    await response.text();
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** Sends a byte each 100 milliseconds on each connection, until the server has closed them all. */
async function trickle(sockets: readonly Socket[], byte: string): Promise<void> {
  while (sockets.some(isOpen)) {
    for (const socket of sockets) if (isOpen(socket)) socket.write(byte);
    await setTimeout(100);
  }
}

describe("others are answered, and the server gets rid of", () => {
  it(`${IDLE} connections that say nothing`, async ({ skip }) => {
    const limit = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
    skip(Number(limit) < IDLE + 500, `A process may have only ${limit} files open.`);
    const { sockets } = await open(IDLE);
    expect(sockets.filter(isOpen)).toHaveLength(IDLE);
    expect(await useAsOthersDo()).toBeLessThan(PATIENCE);
    await vi.waitFor(() => expect(sockets.filter(isOpen)).toHaveLength(0), {
      timeout: REQUEST_TIMEOUT + 10_000,
      interval: 200,
    });
    expect(await useAsOthersDo()).toBeLessThan(PATIENCE);
  });

  it("connections that are kept alive, and not used again", async () => {
    const { sockets, received } = await open(1000);
    for (const socket of sockets) socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(await useAsOthersDo()).toBeLessThan(PATIENCE);
    await vi.waitFor(() => expect(sockets.filter(isOpen)).toHaveLength(0), {
      timeout: 15_000,
      interval: 200,
    });
    expect(received.every((text) => text.startsWith("HTTP/1.1 200 "))).toBe(true);
  });

  it("headers that come byte by byte", async () => {
    const { sockets, received } = await open(300);
    for (const socket of sockets) socket.write(`GET /v1/sessions/ses_1 HTTP/1.1\r\nHost: a\r\nX-Slow: `);
    const start = performance.now();
    const slow = trickle(sockets, "x");
    expect(await useAsOthersDo()).toBeLessThan(PATIENCE);
    await slow;
    expect(performance.now() - start).toBeLessThan(REQUEST_TIMEOUT + 5000);
    expect(received.every((text) => /^HTTP\/1\.1 400 .*"code":"invalid_request"/s.test(text))).toBe(true);
  });

  it("bodies that come byte by byte", async () => {
    const { sockets, received } = await open(300);
    for (const socket of sockets) socket.write(`${HEAD}Content-Length: 100000\r\n\r\n{`);
    const start = performance.now();
    const slow = trickle(sockets, " ");
    expect(await useAsOthersDo()).toBeLessThan(PATIENCE);
    await slow;
    expect(performance.now() - start).toBeLessThan(REQUEST_TIMEOUT + 5000);
    expect(received.every((text) => /^HTTP\/1\.1 400 .*The body took too long to arrive/s.test(text))).toBe(
      true,
    );
  });
});

describe("streams that nobody reads", () => {
  const STREAMS = 100;
  let listening: Listening | undefined;
  afterEach(() => listening?.close(0));

  it("are held back, do not stop others, and end, and their agents with them", async () => {
    let pieces = 0;
    let running = 0;
    const agent: Agent = {
      model: "endless-1",
      async *reply() {
        running += 1;
        try {
          for (;;) {
            pieces += 1;
            yield "x".repeat(10_000);
            await setTimeout(1);
          }
        } finally {
          running -= 1;
        }
      },
    };
    listening = await startServer({ agent });
    const { sockets } = await open(STREAMS, listening.url);
    const body = '{"message":"Hello","stream":true}';
    for (const socket of sockets)
      socket.pause().write(`${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`);
    await vi.waitFor(() => expect(running).toBe(STREAMS), { timeout: 10_000 });
    expect(await useAsOthersDo(listening.url)).toBeLessThan(PATIENCE);
    // What the system's buffers hold is soon full; then nothing more is made.
    await vi.waitFor(
      async () => {
        const before = pieces;
        await setTimeout(1000);
        expect(pieces).toBe(before);
      },
      { timeout: 25_000 },
    );
    expect(await useAsOthersDo(listening.url)).toBeLessThan(PATIENCE);
    await vi.waitFor(() => expect(running).toBe(0), { timeout: 60_000, interval: 500 });
  });
});
