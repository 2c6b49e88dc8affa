import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageDelta } from "../../generated/index.ts";
import {
  createRouter,
  type Listening,
  listen,
  type SendMessageInput,
  type SendMessageOutcome,
} from "../../generated/stub/index.ts";
import { validateErrorEnvelope, validateMessageDelta } from "../../generated/validators.js";
import { formatEvent } from "./event-stream.ts";

const delta = (text: string): MessageDelta => ({ id: "msg_01hxyz", session_id: "ses_01hxyz", delta: text });
/** An event that the compiler would refuse, as an API in plain JavaScript can yield it. */
const unchecked = (event: object): MessageDelta => JSON.parse(JSON.stringify(event));

const onError = vi.fn();
beforeEach(() => void onError.mockReset());

let server: Listening | undefined;
afterEach(() => server?.close(0));

/** Serves an API whose `sendMessage` streams these events. */
async function serve(
  events: (
    input: SendMessageInput<string>,
  ) => AsyncIterable<MessageDelta> | Promise<AsyncIterable<MessageDelta>>,
  validateResponses = true,
): Promise<Listening> {
  const notCalled = () => expect.unreachable();
  const sendMessage = async (input: SendMessageInput<string>): Promise<SendMessageOutcome> => ({
    status: 200,
    type: "text/event-stream",
    events: await events(input),
  });
  const api = {
    sendMessage,
    createSession: notCalled,
    getSession: notCalled,
    listMessages: notCalled,
    closeSession: notCalled,
  };
  server = await listen(createRouter(api, { authenticate: (key) => key, onError, validateResponses }));
  return server;
}

async function send({ url }: Listening, signal: AbortSignal = AbortSignal.timeout(2000)): Promise<Response> {
  return fetch(`${url}/v1/channels/ch_01hxyz/messages`, {
    method: "POST",
    headers: { Authorization: "Bearer key", "Content-Type": "application/json" },
    body: '{ "message": "Hello", "stream": true }',
    signal,
  });
}

const wire = (...events: readonly MessageDelta[]) =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");

function expectInternalError(text: string): void {
  const body: unknown = JSON.parse(text);
  if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${text}`);
  expect(body.error).toStrictEqual({
    code: "internal_error",
    message: "Something went wrong on the server's side.",
    request_id: body.error.request_id,
  });
}

const bug = new Error("secret");

/** Events by hand, to see what is asked of their iterator. `next` settles only when the test says so. */
function manualEvents() {
  let settle = (_result: IteratorResult<MessageDelta>): void => {};
  const iterator = {
    next: vi.fn(
      () =>
        new Promise<IteratorResult<MessageDelta>>((resolve) => {
          settle = resolve;
        }),
    ),
    return: vi.fn(async (): Promise<IteratorResult<MessageDelta>> => ({ done: true, value: undefined })),
  };
  return {
    iterator,
    events: { [Symbol.asyncIterator]: () => iterator },
    yield: (event: MessageDelta) => settle({ done: false, value: event }),
  };
}

describe("an event", () => {
  it.each([
    ["one line", "a", undefined, "data: a\n\n"],
    ["no text", "", undefined, "data: \n\n"],
    ["a name", "a", "error", "event: error\ndata: a\n\n"],
    [
      "every kind of line break",
      "a\nb\rc\r\nd\n",
      undefined,
      "data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n",
    ],
    ["a line that looks like a field", "a\nevent: b", undefined, "data: a\ndata: event: b\n\n"],
  ])("with %s", (_name, data, name, text) => {
    expect(formatEvent(data, name)).toBe(text);
  });
});

describe("a complete stream", () => {
  it("has the media type, and forbids caches and proxies to hold or change it", async () => {
    const response = await send(
      await serve(async function* () {
        yield delta("Hello");
      }),
    );
    await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("cache-control")?.split(/, */)).toContain("no-transform");
    expect(response.headers.get("cache-control")?.split(/, */)).toContain("no-cache");
    expect(response.headers.has("content-length")).toBe(false);
  });

  it("is its events, each with only data, and [DONE] last and once", async () => {
    const events = ["Hello", "\n\r\n[DONE]\n\nevent: error", "", "é😀\ud800"].map(delta);
    const response = await send(
      await serve(async function* () {
        yield* events;
      }),
    );
    expect(await response.text()).toBe(`${wire(...events)}data: [DONE]\n\n`);
    expect(events.every((event) => validateMessageDelta(event))).toBe(true);
    expect(onError).not.toHaveBeenCalled();
  });

  it("may have no events", async () => {
    const response = await send(await serve(async function* () {}));
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(await response.text()).toBe("data: [DONE]\n\n");
  });

  it("is sent as it is made: each event when it is there", async () => {
    const { events, yield: yieldEvent, iterator } = manualEvents();
    const answer = send(await serve(() => events));
    for (const event of [delta("Hello "), delta("world")]) {
      await vi.waitFor(() => expect(iterator.next).toHaveBeenCalled());
      iterator.next.mockClear();
      yieldEvent(event);
      const { value } = await readChunk(await answer);
      expect(Buffer.from(value ?? []).toString()).toBe(wire(event));
    }
  });

  it("waits for the first event before the headers", async () => {
    const { events, yield: yieldEvent, iterator } = manualEvents();
    const started = vi.fn();
    const answer = send(await serve(() => events)).then((response) => {
      started();
      return response;
    });
    await vi.waitFor(() => expect(iterator.next).toHaveBeenCalledOnce());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(started).not.toHaveBeenCalled();
    yieldEvent(delta("Hello"));
    expect((await answer).status).toBe(200);
  });

  it("leaves the connection usable", async () => {
    const listening = await serve(async function* () {
      yield delta("Hello");
    });
    for (let round = 0; round < 3; round += 1) {
      expect(await (await send(listening)).text()).toMatch(/\[DONE\]\n\n$/);
    }
  });
});

describe("a stream that fails before its first byte is an ordinary 500:", () => {
  it.each<[string, () => AsyncIterable<MessageDelta>, boolean]>([
    [
      "a throw",
      // biome-ignore lint/correctness/useYield: it throws before.
      async function* () {
        throw bug;
      },
      true,
    ],
    [
      "events that cannot be iterated",
      () => ({
        [Symbol.asyncIterator]() {
          throw bug;
        },
      }),
      true,
    ],
    [
      "an event that breaks its schema",
      async function* () {
        yield unchecked({ ...delta("secret"), id: 7 });
      },
      true,
    ],
    [
      "an event that cannot be written",
      async function* () {
        yield Object.assign(delta("secret"), { big: 1n });
      },
      false,
    ],
    [
      "an event that is none",
      async function* () {
        yield JSON.parse("{}").nothing;
      },
      false,
    ],
  ])("%s", async (_name, events, validateResponses) => {
    const response = await send(await serve(events, validateResponses));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toBe("application/json");
    expectInternalError(text);
    expect(text).not.toContain("secret");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.any(Error),
      expect.objectContaining({ operationId: "sendMessage", requestId: JSON.parse(text).error.request_id }),
    );
  });
});

describe("a stream that fails after its first byte ends with one error event, and without [DONE]:", () => {
  it.each<[string, () => AsyncIterable<MessageDelta>, boolean]>([
    [
      "a throw",
      async function* () {
        yield delta("Hello");
        throw bug;
      },
      true,
    ],
    [
      "a throw of something that is no error",
      async function* () {
        yield delta("Hello");
        throw "secret";
      },
      true,
    ],
    [
      "an event that breaks its schema",
      async function* () {
        yield delta("Hello");
        yield unchecked({ id: "msg_01hxyz", text: "secret" });
        yield delta("never");
      },
      true,
    ],
    [
      "an event that cannot be written",
      async function* () {
        yield delta("Hello");
        yield Object.assign(delta("secret"), { big: 1n });
      },
      false,
    ],
    [
      "an event that is none",
      async function* () {
        yield delta("Hello");
        yield JSON.parse("{}").nothing;
        yield delta("never");
      },
      false,
    ],
  ])("%s", async (_name, events, validateResponses) => {
    const response = await send(await serve(events, validateResponses));
    const text = await response.text();
    expect(response.status).toBe(200);
    const [, envelope = ""] =
      /^event: error\ndata: (.*)\n\n$/.exec(text.slice(wire(delta("Hello")).length)) ?? [];
    expect(text).toBe(`${wire(delta("Hello"))}event: error\ndata: ${envelope}\n\n`);
    expectInternalError(envelope);
    expect(text).not.toContain("secret");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      expect.objectContaining({
        operationId: "sendMessage",
        requestId: JSON.parse(envelope).error.request_id,
      }),
    );
  });

  it("and its iterator is ended where the fault is in the event", async () => {
    const ended = vi.fn();
    const response = await send(
      await serve(async function* () {
        try {
          yield unchecked({});
        } finally {
          ended();
        }
      }),
    );
    await response.text();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  });
});

describe("a client that leaves", () => {
  it("in the middle of the stream ends the iterator and aborts the signal", async () => {
    const ended = vi.fn();
    let signal: AbortSignal | undefined;
    const leave = new AbortController();
    const response = await send(
      await serve(async function* (input) {
        signal = input.signal;
        try {
          for (;;) {
            yield delta("Hello ");
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        } finally {
          ended();
        }
      }),
      leave.signal,
    );
    await readChunk(response);
    expect(signal?.aborted).toBe(false);
    leave.abort();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(signal?.aborted).toBe(true);
    expect(onError).not.toHaveBeenCalled();
  });

  it.each(["before the first event", "while the next event is awaited"])(
    "%s ends the iterator once, and aborts the signal",
    async (when) => {
      const { events, iterator, yield: yieldEvent } = manualEvents();
      const leave = new AbortController();
      let signal: AbortSignal | undefined;
      const listening = await serve((input) => {
        signal = input.signal;
        return events;
      });
      const answer = send(listening, leave.signal);
      answer.catch(() => {});
      await vi.waitFor(() => expect(iterator.next).toHaveBeenCalledOnce());
      if (when !== "before the first event") {
        yieldEvent(delta("Hello"));
        await readChunk(await answer);
        expect(iterator.next).toHaveBeenCalledTimes(2);
      }
      expect(signal?.aborted).toBe(false);
      expect(iterator.return).not.toHaveBeenCalled();
      leave.abort();
      await vi.waitFor(() => expect(iterator.return).toHaveBeenCalledOnce());
      expect(signal?.aborted).toBe(true);

      const { length } = iterator.next.mock.calls;
      yieldEvent(delta("too late"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(iterator.next).toHaveBeenCalledTimes(length);
      expect(iterator.return).toHaveBeenCalledOnce();
      expect(onError).not.toHaveBeenCalled();
    },
  );

  it("while the handler is still at work ends the iterator that comes of it", async () => {
    const { events, iterator } = manualEvents();
    let finish = () => {};
    let signal: AbortSignal | undefined;
    const leave = new AbortController();
    const listening = await serve(async (input) => {
      signal = input.signal;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return events;
    });
    send(listening, leave.signal).catch(() => {});
    await vi.waitFor(() => expect(signal).toBeDefined());
    leave.abort();
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
    finish();
    await vi.waitFor(() => expect(iterator.return).toHaveBeenCalledOnce());
    expect(onError).not.toHaveBeenCalled();
  });

  it("does not abort the signal once the stream is complete", async () => {
    let signal: AbortSignal | undefined;
    const listening = await serve(async function* (input) {
      signal = input.signal;
      yield delta("Hello");
    });
    await (await send(listening)).text();
    await listening.close(0);
    expect(signal?.aborted).toBe(false);
  });

  it.each<[string, () => Promise<never>]>([
    ["at once", () => expect.fail("cleaning up failed")],
    ["later", async () => expect.fail("cleaning up failed")],
  ])(
    "meets an iterator whose return() throws %s: `onError` gets it, and the server lives",
    async (_name, fail) => {
      const { events, iterator } = manualEvents();
      iterator.return.mockImplementation(fail);
      const leave = new AbortController();
      const listening = await serve(() => events);
      const answer = send(listening, leave.signal);
      answer.catch(() => {});
      await vi.waitFor(() => expect(iterator.next).toHaveBeenCalledOnce());
      leave.abort();
      await vi.waitFor(() =>
        expect(onError).toHaveBeenCalledExactlyOnceWith(
          expect.objectContaining({ message: "cleaning up failed" }),
          expect.objectContaining({ operationId: "sendMessage" }),
        ),
      );
    },
  );
});

describe("the iterator of a complete stream", () => {
  it("is not told to end: it has ended", async () => {
    const { events, iterator } = manualEvents();
    iterator.next.mockResolvedValue({ done: true, value: undefined });
    await (await send(await serve(() => events))).text();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(iterator.return).not.toHaveBeenCalled();
  });
});

describe("a client that does not read", () => {
  it("holds the events back, gets them all when it reads, and loses none", async () => {
    const total = 64;
    const text = "x".repeat(1024 * 1024);
    let pulled = 0;
    const { port } = await serve(async function* () {
      for (; pulled < total; pulled += 1) yield delta(text);
    });
    const body = '{ "message": "Hello", "stream": true }';
    const socket = connect(port, "127.0.0.1").pause();
    socket.write(
      "POST /v1/channels/ch_01hxyz/messages HTTP/1.0\r\nAuthorization: Bearer key\r\n" +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const pulledAtRest = await restingValue(() => pulled);
    expect(pulledAtRest).toBeGreaterThan(0);
    // What the system buffers on both sides, and little more.
    expect(pulledAtRest).toBeLessThan(total / 2);

    let received = 0;
    let end = "";
    socket.on("data", (chunk) => {
      received += chunk.length;
      end = (end + chunk.subarray(-14).toString()).slice(-14);
    });
    socket.resume();
    await new Promise((resolve) => socket.once("close", resolve));
    expect(pulled).toBe(total);
    expect(received).toBeGreaterThan(total * text.length);
    expect(end).toBe("data: [DONE]\n\n");
  });

  it("and then leaves, ends the iterator", async () => {
    const ended = vi.fn();
    let pulled = 0;
    const { port } = await serve(async function* () {
      try {
        for (; pulled < 64; pulled += 1) yield delta("x".repeat(1024 * 1024));
      } finally {
        ended();
      }
    });
    const socket = connect(port, "127.0.0.1").pause();
    socket.write(
      "POST /v1/channels/ch_01hxyz/messages HTTP/1.1\r\nAuthorization: Bearer key\r\nHost: 127.0.0.1\r\n" +
        'Content-Type: application/json\r\nContent-Length: 17\r\n\r\n{"message":"Hey"}',
    );
    const pulledAtRest = await restingValue(() => pulled);
    expect(ended).not.toHaveBeenCalled();
    socket.destroy();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(pulled).toBe(pulledAtRest);
    expect(onError).not.toHaveBeenCalled();
  });
});

/** Waits until a number has begun to grow and then rests. */
async function restingValue(read: () => number): Promise<number> {
  let before = 0;
  return vi.waitFor(
    () => {
      const now = read();
      const isResting = now > 0 && now === before;
      before = now;
      expect(isResting).toBe(true);
      return now;
    },
    { timeout: 2000, interval: 150 },
  );
}

/** Reads the next piece of a response, and leaves the rest to be read. */
async function readChunk({ body }: Response): Promise<{ value?: Uint8Array | undefined }> {
  const reader = body?.getReader();
  if (reader === undefined) throw new Error("The response has no body.");
  try {
    return await reader.read();
  } finally {
    reader.releaseLock();
  }
}
