import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  contract,
  createRequestHandler,
  createRouter,
  type Listening,
  listen,
  type RefusalCode,
  type RouterOptions,
  refuse,
  type SessionsApi,
} from "../../generated/stub/index.ts";
import { validateErrorEnvelope } from "../../generated/validators.js";

const notCalled = (): never => {
  throw new Error("No test of this file gets here.");
};

const bare: SessionsApi<unknown> = {
  createSession: notCalled,
  getSession: notCalled,
  sendMessage: notCalled,
  listMessages: notCalled,
  closeSession: notCalled,
};

async function serve(
  api: Partial<SessionsApi<unknown>>,
  options: Partial<RouterOptions<unknown>>,
): Promise<Listening> {
  const authenticate = (key: string) => key;
  return listen(createRouter({ ...bare, ...api }, { authenticate, validateResponses: true, ...options }));
}

async function readError(response: Response): Promise<{ status: number; code: string; message: string }> {
  const body: unknown = await response.json();
  if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${JSON.stringify(body)}`);
  const { code, message } = body.error;
  return { status: response.status, code, message };
}

describe("the order of the checks", () => {
  /** A request to send a message, and what the server is told to think of its key. */
  const healthy = {
    base: "/v1/channels/",
    channel: "ch_01hxyz",
    method: "POST",
    authorization: "Bearer key",
    isLimited: false,
    mediaType: "application/json",
    text: '{ "message": "Hello" }',
    padding: 0,
    version: "2026-03-19",
    isAuthorized: true,
  };

  /** Every check, in the contract's order, with a fault that it finds and the answer to that. */
  const checks: readonly [
    string,
    Partial<typeof healthy>,
    { status: number; code: string; message?: RegExp },
  ][] = [
    ["route", { base: "/v2/channels/" }, { status: 404, code: "not_found" }],
    ["method", { method: "DELETE" }, { status: 405, code: "method_not_allowed" }],
    ["key", { authorization: "Basic a2V5" }, { status: 401, code: "invalid_api_key" }],
    ["rate limit", { isLimited: true }, { status: 429, code: "rate_limit_exceeded" }],
    ["media type", { mediaType: "text/plain" }, { status: 415, code: "unsupported_media_type" }],
    ["size", { padding: 300 * 1024 }, { status: 413, code: "payload_too_large" }],
    ["JSON", { text: '{ "message": ' }, { status: 400, code: "invalid_request", message: /JSON/ }],
    [
      "headers",
      { version: "yesterday" },
      { status: 400, code: "invalid_request", message: /Thinklio-Version/ },
    ],
    ["body schema", { text: '{ "message": 7 }' }, { status: 422, code: "validation_failed" }],
    ["scope", { isAuthorized: false }, { status: 403, code: "insufficient_scope" }],
    ["length of the id", { channel: "c".repeat(129) }, { status: 404, code: "channel_not_found" }],
    ["handler", {}, { status: 409, code: "session_closed" }],
  ];

  let server: Listening;
  let request = healthy;

  beforeAll(async () => {
    server = await serve(
      {
        sendMessage: () => ({ status: 409, error: { code: "session_closed", message: "It is closed." } }),
      },
      {
        rateLimit: () =>
          request.isLimited
            ? { retryAfter: 30, limit: 1, remaining: 0, reset_at: "2026-03-19T12:00:30Z" }
            : undefined,
        authorize: () => request.isAuthorized,
      },
    );
  });
  afterAll(() => server.close());

  async function send(
    faulty: Partial<typeof healthy>,
  ): Promise<{ status: number; code: string; message: string }> {
    request = { ...healthy, ...faulty };
    const response = await fetch(`${server.url}${request.base}${request.channel}/messages`, {
      method: request.method,
      headers: {
        Authorization: request.authorization,
        "Content-Type": request.mediaType,
        "Thinklio-Version": request.version,
      },
      body: request.text + " ".repeat(request.padding),
    });
    return readError(response);
  }

  const expected = ({ message, ...rest }: (typeof checks)[number][2]) =>
    message === undefined ? rest : { ...rest, message: expect.stringMatching(message) };

  it.each(checks)("a single fault is found: %s", async (_name, fault, answer) => {
    expect(await send(fault)).toMatchObject(expected(answer));
  });

  const pairs = checks.flatMap(([earlier, earlierFault, answer], index) =>
    checks
      .slice(index + 1)
      .map(([later, laterFault]) => ({ earlier, earlierFault, later, laterFault, answer })),
  );
  it.each(pairs)("$earlier comes before $later", async ({ earlierFault, laterFault, answer }) => {
    expect(await send({ ...laterFault, ...earlierFault })).toMatchObject(expected(answer));
  });

  it("a missing required field comes before a field that breaks its schema", async () => {
    expect(await send({ text: '{ "stream": "yes" }' })).toMatchObject({
      status: 400,
      code: "invalid_request",
      message: expect.stringContaining("/message"),
    });
  });

  it("the handler of a refused request is not called, and a refused key is not counted", async () => {
    const sendMessage = vi.fn(notCalled);
    const rateLimit = vi.fn(() => undefined);
    await using refusing = await disposable(
      serve({ sendMessage }, { rateLimit, authenticate: () => undefined }),
    );
    const response = await fetch(`${refusing.url}/v1/channels/ch_01hxyz/messages`, {
      method: "POST",
      headers: { Authorization: "Bearer revoked", "Content-Type": "application/json" },
      body: '{ "message": "Hello" }',
    });
    expect(await readError(response)).toMatchObject({ status: 401 });
    expect(rateLimit).not.toHaveBeenCalled();
    expect(sendMessage).not.toHaveBeenCalled();
  });
});

describe("what the handler is given", () => {
  const authorized = { headers: { Authorization: "bEaReR key" } };

  it("decoded path parameters, the query with its defaults, the headers, the context, and the request's id", async () => {
    const listMessages = vi.fn<SessionsApi<unknown>["listMessages"]>(({ requestId }) => ({
      status: 400,
      error: { code: "invalid_request", message: requestId },
    }));
    await using server = await disposable(
      serve({ listMessages }, { authenticate: (key) => ({ owner: key }) }),
    );
    const response = await fetch(
      `${server.url}/v1/sessions/a%2Fb%00%C3%A9/messages?cursor=next%26&unknown=1`,
      {
        headers: { ...authorized.headers, "X-Channel-User-Id": "usr_01hx", "Thinklio-Version": "2026-03-01" },
      },
    );
    const body: unknown = await response.json();
    const input = listMessages.mock.calls[0]?.[0];
    expect(input).toMatchObject({
      params: { session_id: "a/b\0é" },
      query: { limit: 20, cursor: "next&" },
      headers: { "X-Channel-User-Id": "usr_01hx", "Thinklio-Version": "2026-03-01" },
      body: undefined,
      context: { owner: "key" },
    });
    expect(input?.query).not.toHaveProperty("unknown");
    expect(body).toMatchObject({ error: { message: input?.requestId, request_id: input?.requestId } });
  });

  it.each([
    ["1", 1],
    ["100", 100],
  ])("limit=%s as a number", async (text, limit) => {
    const listMessages = vi.fn<SessionsApi<unknown>["listMessages"]>(() => ({
      status: 200,
      body: { data: [], has_more: false, next_cursor: null },
    }));
    await using server = await disposable(serve({ listMessages }, {}));
    await fetch(`${server.url}/v1/sessions/ses_01hxyz/messages?limit=${text}`, authorized);
    expect(listMessages.mock.calls[0]?.[0].query).toStrictEqual({ limit });
  });

  it.each(["0", "101", "-1", "1.5", "1e1", "ten", "", "%zz", "5&limit=5", "0x10", "9007199254740993"])(
    "never limit=%s, which is refused",
    async (text) => {
      await using server = await disposable(serve({}, {}));
      const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz/messages?limit=${text}`, authorized);
      expect(await readError(response)).toMatchObject({ status: 400, code: "invalid_request" });
    },
  );

  it("all of it when it is spread, so that one API can wrap another", async () => {
    const getSession = vi.fn<SessionsApi<unknown>["getSession"]>(() => ({
      status: 404,
      error: { code: "session_not_found", message: "There is no such session." },
    }));
    await using server = await disposable(
      serve({ getSession: ({ ...input }) => getSession({ ...input, context: "wrapped" }) }, {}),
    );
    await fetch(`${server.url}/v1/sessions/ses_01hxyz`, authorized);
    expect(getSession.mock.calls[0]?.[0]).toEqual({
      params: { session_id: "ses_01hxyz" },
      query: {},
      headers: {},
      body: undefined,
      context: "wrapped",
      requestId: expect.stringMatching(/^req_/),
      signal: expect.any(AbortSignal),
    });
  });

  it("the API's own `this`", async () => {
    class Api implements SessionsApi<unknown> {
      readonly #message = "from the instance";
      createSession = notCalled;
      sendMessage = notCalled;
      listMessages = notCalled;
      closeSession = notCalled;
      getSession(): { status: 404; error: { code: "session_not_found"; message: string } } {
        return { status: 404, error: { code: "session_not_found", message: this.#message } };
      }
    }
    await using server = await disposable(listen(createRouter(new Api(), { authenticate: (key) => key })));
    const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz`, authorized);
    expect(await readError(response)).toMatchObject({ message: "from the instance" });
  });
});

describe("refuse()", () => {
  it.each(Object.entries(contract.errors))("%s: the contract's status and message", (code, standard) => {
    if (!isRefusalCode(code)) throw new Error(`The stub does not know ${code}.`);
    expect(refuse(code)).toStrictEqual({
      status: standard.status,
      error: { code, message: standard.message },
    });
    expect(refuse(code, "Not today.").error.message).toBe("Not today.");
  });

  const isRefusalCode = (code: string): code is RefusalCode => code in contract.errors;
});

describe("what the router's options answer later", () => {
  /** A promise as another library, or another realm such as a test runner's, has it; its `then` says nothing. */
  const later = <Value>(value: Value): Promise<Value> => {
    const promise = Promise.resolve(value);
    return {
      // biome-ignore lint/suspicious/noThenProperty: that is what makes a promise of an object.
      then(...parameters) {
        void promise.then(...parameters);
        return new Promise(() => {});
      },
      catch: promise.catch,
      finally: promise.finally,
      [Symbol.toStringTag]: "",
    };
  };
  const refusal = { retryAfter: 30, limit: 1, remaining: 0, reset_at: "2026-03-19T12:00:30Z" };

  it.each<[string, number, Partial<RouterOptions<unknown>>]>([
    ["no caller", 401, { authenticate: () => later(undefined) }],
    ["no caller, in a promise", 401, { authenticate: async () => undefined }],
    ["that the key is not good", 401, { authenticate: () => later(false) }],
    ["that the key is not good, in a promise", 401, { authenticate: async () => false }],
    ["a rate limit", 429, { rateLimit: () => later(refusal) }],
    ["a rate limit, in a promise", 429, { rateLimit: async () => refusal }],
    ["no leave", 403, { authorize: () => later(false) }],
    ["no leave, in a promise", 403, { authorize: async () => false }],
  ])("is waited for, whatever kind of promise it is: %s", async (_name, status, options) => {
    await using server = await disposable(serve({}, options));
    const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz`, {
      headers: { Authorization: "Bearer key" },
    });
    expect(response.status).toBe(status);
  });

  it("authenticate: whether the key is good is enough", async () => {
    const authenticate = (key: string) => key === "good";
    await using server = await disposable(
      serve({ getSession: () => refuse("session_not_found") }, { authenticate }),
    );
    const statuses = ["good", "bad"].map(async (key) => {
      const headers = { Authorization: `Bearer ${key}` };
      return (await fetch(`${server.url}/v1/sessions/ses_01hxyz`, { headers })).status;
    });
    expect(await Promise.all(statuses)).toEqual([404, 401]);
  });

  it("authorize: anything but `true` refuses, also nothing at all", async () => {
    // @ts-expect-error as JavaScript may do
    await using server = await disposable(serve({}, { authorize: () => {} }));
    const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz`, {
      headers: { Authorization: "Bearer key" },
    });
    expect(response.status).toBe(403);
  });
});

describe("what the router's options throw", () => {
  const failing = (): never => {
    throw new Error("secret");
  };

  it.each<[string, Partial<RouterOptions<unknown>>]>([
    ["authenticate", { authenticate: failing }],
    ["authenticate, later", { authenticate: async () => failing() }],
    ["rateLimit", { rateLimit: failing }],
    ["authorize", { authorize: failing }],
  ])("%s: it is a bug, told to `onError` and to no caller", async (_name, options) => {
    const onError = vi.fn();
    await using server = await disposable(serve({}, { ...options, onError }));
    const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz`, {
      headers: { Authorization: "Bearer key" },
    });
    const { status, code, message } = await readError(response);
    expect({ status, code }).toStrictEqual({ status: 500, code: "internal_error" });
    expect(message).not.toContain("secret");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: "secret" }),
      expect.objectContaining({ operationId: "getSession", requestId: expect.stringMatching(/^req_/) }),
    );
  });

  it("onError: the caller is answered all the same, and the process lives", async () => {
    const print = vi.spyOn(console, "error").mockReturnValue();
    await using server = await disposable(serve({}, { authenticate: failing, onError: failing }));
    const response = await fetch(`${server.url}/v1/sessions/ses_01hxyz`, {
      headers: { Authorization: "Bearer key" },
      signal: AbortSignal.timeout(1000),
    });
    expect(await readError(response)).toMatchObject({ status: 500, code: "internal_error" });
    expect(print).toHaveBeenCalled();
    print.mockRestore();
  });
});

it("Without a handler for each operation there is no router", () => {
  const { getSession, ...others } = Object.fromEntries(
    contract.operations.map(({ id }) => [id, { handle: notCalled }]),
  );
  expect(getSession).toBeDefined();
  expect(() => createRequestHandler(contract, others, { authenticate: (key) => key })).toThrow("getSession");
});

describe("requests that come together", () => {
  it("are all handled before the first of them is answered, so that their answers leave together", async () => {
    const answers: ServerResponse[] = [];
    const wereEnded: boolean[][] = [];
    await using server = await disposable(
      serve(
        {},
        {
          observe(_request, response) {
            wereEnded.push(answers.map(({ writableEnded }) => writableEnded));
            answers.push(response);
            return undefined;
          },
        },
      ),
    );
    const request = "GET /v1/nothing HTTP/1.1\r\nHost: a\r\n\r\n";
    const socket = connect(server.port, "127.0.0.1").setEncoding("utf8");
    let received = "";
    socket.on("data", (text: string) => {
      received += text;
    });
    socket.write(request.repeat(3));
    await vi.waitFor(() => expect(received.match(/HTTP\/1.1 404/g)).toHaveLength(3));
    socket.destroy();
    expect(wereEnded).toEqual([[], [false], [false, false]]);
  });
});

it("A server whose clock is a test's, as with fake timers, answers all the same", async () => {
  await using server = await disposable(serve({}, {}));
  vi.useFakeTimers();
  try {
    expect((await fetch(`${server.url}/v1/nothing`)).status).toBe(404);
  } finally {
    vi.useRealTimers();
  }
});

it("An answer that the server cannot write is a bug, and ends its connection alone", async () => {
  const onError = vi.fn();
  const router = createRouter(bare, { authenticate: (key) => key, onError });
  // What Node does of itself with a body for HEAD, whose answer has none.
  const server = createServer({ rejectNonStandardBodyWrites: true }, router).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const url = `http://127.0.0.1:${port}/v1/nothing`;
  await expect(fetch(url, { method: "HEAD" })).rejects.toThrow();
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "ERR_HTTP_BODY_NOT_ALLOWED" }),
    expect.anything(),
  );
  expect((await fetch(url)).status).toBe(404);
  server.close().closeAllConnections();
});

describe("a body parser before the router", () => {
  it("is reported as what it is, and does not hang", async () => {
    const onError = vi.fn();
    const router = createRouter(bare, { authenticate: (key) => key, onError });
    await using server = await disposable(
      listen((request, response) => request.resume().once("end", () => router(request, response))),
    );
    const response = await fetch(`${server.url}/v1/channels/ch_01hxyz/messages`, {
      method: "POST",
      headers: { Authorization: "Bearer key", "Content-Type": "application/json" },
      body: '{ "message": "Hello" }',
    });
    expect(await readError(response)).toMatchObject({ status: 500 });
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      message: expect.stringContaining("before any body parser"),
    });
  });
});

/** A server that closes at the end of its block. */
async function disposable(listening: Promise<Listening>): Promise<Listening & AsyncDisposable> {
  const server = await listening;
  return { ...server, [Symbol.asyncDispose]: () => server.close(0) };
}

describe("createRouter(), in a program without types", () => {
  const authenticate = () => true;
  const { closeSession: _left, ...incomplete } = bare;
  it.each<[string, unknown[], string]>([
    ["nothing", [], "The API has no sendMessage."],
    ["an API that lacks an operation", [incomplete, { authenticate }], "The API has no closeSession."],
    ["no options", [bare], "authenticate is missing: give a function that tells whose key it is"],
    ["a key", [bare, { authenticate: "tk_local" }], "authenticate is missing"],
  ])("refuses %s when the router is made, and not with the first request", (_name, given, message) => {
    const create = () => Reflect.apply(createRouter, undefined, given);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(message);
  });
});
