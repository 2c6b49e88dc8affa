import { setImmediate, setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageDelta } from "../../generated/index.ts";
import {
  createRouter,
  type Listening,
  listen,
  type SendMessageInput,
  type SendMessageOutcome,
} from "../../generated/stub/index.ts";
import { validateErrorEnvelope } from "../../generated/validators.js";

const GRACE = 100;

const piece: MessageDelta = { id: "msg_01hxyz", session_id: "ses_01hxyz", delta: "Hello" };
const onError = vi.fn();
beforeEach(() => void onError.mockReset());

let server: Listening | undefined;
afterEach(() => server?.close(0));

/** Sends a message to a server with this `sendMessage`. */
async function send(sendMessage: (input: SendMessageInput<string>) => Promise<SendMessageOutcome>) {
  const notCalled = () => expect.unreachable();
  const called = vi.fn(sendMessage);
  const api = {
    sendMessage: called,
    createSession: notCalled,
    getSession: notCalled,
    listMessages: notCalled,
    closeSession: notCalled,
  };
  server = await listen(createRouter(api, { authenticate: (key) => key, onError, validateResponses: true }));
  const answer = fetch(`${server.url}/v1/channels/ch_01hxyz/messages`, {
    method: "POST",
    headers: { Authorization: "Bearer key", "Content-Type": "application/json" },
    body: '{ "message": "Hello", "stream": true }',
  });
  await vi.waitFor(() => expect(called).toHaveBeenCalled());
  return { server, answer };
}

const stream = (events: AsyncIterable<MessageDelta>): SendMessageOutcome => ({
  status: 200,
  type: "text/event-stream",
  events,
});

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

function codeOf(text: string): string {
  const body: unknown = JSON.parse(text);
  if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${text}`);
  return body.error.code;
}

async function elapsed(promise: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await promise;
  return performance.now() - start;
}

describe("a shutdown", () => {
  it("lets a stream end by itself within the grace", async () => {
    const { server, answer } = await send(async () =>
      stream(
        (async function* () {
          yield piece;
          await setTimeout(50);
          yield piece;
        })(),
      ),
    );
    const response = await answer;
    const closed = server.close(5000);
    expect(await response.text()).toMatch(/^(data: \{.*\}\n\n){2}data: \[DONE\]\n\n$/);
    await closed;
  });

  it("then ends it with one error event, without [DONE], and stops what made it", async () => {
    const ended = vi.fn();
    const { server, answer } = await send(async ({ signal }) =>
      stream(
        (async function* () {
          try {
            yield piece;
            await untilAborted(signal);
          } finally {
            ended();
          }
        })(),
      ),
    );
    const response = await answer;
    const time = await elapsed(server.close(GRACE));
    const [, envelope = ""] =
      /^data: \{.*\}\n\nevent: error\ndata: (.*)\n\n$/.exec(await response.text()) ?? [];
    expect(codeOf(envelope)).toBe("internal_error");
    expect(time).toBeGreaterThan(GRACE - 10);
    expect(time).toBeLessThan(GRACE + 800);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(onError).not.toHaveBeenCalled();
  });

  it("ends a stream whose iterator knows of no signal, and asks it for nothing more", async () => {
    const next = vi
      .fn<() => Promise<IteratorResult<MessageDelta>>>(() => new Promise(() => {}))
      .mockResolvedValueOnce({ done: false, value: piece });
    const endIterator = vi.fn(async () => ({ done: true as const, value: undefined }));
    const { server, answer } = await send(async () =>
      stream({ [Symbol.asyncIterator]: () => ({ next, return: endIterator }) }),
    );
    const response = await answer;
    await server.close(GRACE);
    expect(await response.text()).toMatch(/\n\nevent: error\ndata: .*\n\n$/);
    expect(endIterator).toHaveBeenCalledOnce();
    expect(next).toHaveBeenCalledTimes(2);
  });

  it.each<[string, (input: SendMessageInput<string>) => Promise<SendMessageOutcome>]>([
    ["is still being made", ({ signal }) => untilAborted(signal)],
    [
      "would be a stream, before its first event",
      async ({ signal }) =>
        stream(
          // biome-ignore lint/correctness/useYield: it never comes to that.
          (async function* () {
            await untilAborted(signal);
          })(),
        ),
    ],
    [
      "comes too late",
      async () => {
        await setTimeout(GRACE + 100);
        return { status: 404, error: { code: "channel_not_found", message: "too late" } };
      },
    ],
  ])("gives 500 internal_error for an answer that %s", async (_name, sendMessage) => {
    const { server, answer } = await send(sendMessage);
    await server.close(GRACE);
    const response = await answer;
    expect([response.status, response.headers.get("connection")]).toEqual([500, "close"]);
    expect(codeOf(await response.text())).toBe("internal_error");
    await setTimeout(150);
    expect(onError).not.toHaveBeenCalled();
  });

  it.each<[string, () => Promise<unknown>, number, string]>([
    ["an answer that is made at its very end", async () => {}, 404, "channel_not_found"],
    ["500 where the answer is made right after", () => setImmediate(), 500, "internal_error"],
  ])(
    "within the grace, and to the turn of the event loop, gives %s",
    async (_name, hesitate, status, code) => {
      const { answer } = await send(async () => {
        // The two timers go off in one turn of the event loop, this one first.
        const made = setTimeout(GRACE);
        void server?.close(GRACE);
        await made;
        await hesitate();
        return { status: 404, error: { code: "channel_not_found", message: "just in time" } };
      });
      const response = await answer;
      expect(response.status).toBe(status);
      expect(codeOf(await response.text())).toBe(code);
    },
  );

  it("does not wait for a client that does not read", async () => {
    const { server, answer } = await send(async () =>
      stream(
        (async function* () {
          for (;;) yield { ...piece, delta: "x".repeat(100_000) };
        })(),
      ),
    );
    await answer;
    await setTimeout(100);
    expect(await elapsed(server.close(GRACE))).toBeLessThan(GRACE + 2000);
  });
});
