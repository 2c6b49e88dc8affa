import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import document from "../generated/openapi.json" with { type: "json" };
import { type ClientOptions, createClient, ThinklioError, unwrap } from "./index.ts";
import { type RawServer, respond, startRawServer } from "./raw-server.ts";

const KEY = "tk_secret/+~.-_==";
/** The key, or its bytes as they are shown. */
const RAW_KEY = new RegExp(
  `secret|${Buffer.from("secret")
    .toString("hex")
    .replace(/..(?!$)/g, "$& ")}`,
);
const SESSION = { id: "ses_1", status: "active" };
const EVENTS = { "Content-Type": "text/event-stream" };
const DELTA = 'data: {"id":"msg_1","session_id":"ses_1","delta":"Hello"}\n\n';

const CHUNKED = `Transfer-Encoding: chunked\r\n\r\n${DELTA.length.toString(16)}\r\n${DELTA}\r\n`;

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  options: Partial<ClientOptions> = {},
) {
  const server = await startRawServer(answer);
  servers.push(server);
  return { server, client: createClient({ apiKey: KEY, baseUrl: server.url, ...options }) };
}

/** What a call rejects with. */
async function failure(call: Promise<unknown>): Promise<ThinklioError> {
  const error: unknown = await call.then(
    (value) => expect.fail(`It resolved, to ${inspect(value)}.`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ThinklioError)) throw error;
  return error;
}

/** What comes of a stream: its pieces, and the error that it ends with. */
async function readStream(stream: AsyncIterable<{ delta: string }>) {
  const deltas: string[] = [];
  const read = async () => {
    for await (const { delta } of stream) deltas.push(delta);
  };
  return {
    error: await read().then(
      () => undefined,
      (error: unknown) => error,
    ),
    deltas,
  };
}

const envelope = (code: string, more: object = {}) => ({
  error: { code, message: "No.", request_id: "req_1", ...more },
});

describe("the client says so if an answer", () => {
  it.each<[string, number, unknown, Record<string, string>, object]>([
    [
      "of success is HTML",
      200,
      "<!doctype html>\n<p>Sign in</p>",
      { "Content-Type": "text/html" },
      {
        reason: "invalid_response",
        message:
          /^getSession: answered with 200 and a body that the contract does not declare: <!doctype html> <p>Sign in/,
      },
    ],
    ["of success is empty", 200, "", {}, { reason: "invalid_response", message: /: nothing$/ }],
    [
      "of success is cut JSON",
      200,
      '{"id": "se',
      {},
      { reason: "invalid_response", message: /: {"id": "se$/ },
    ],
    ["of success is null", 200, "null", {}, { reason: "invalid_response", message: /: null$/ }],
    ["of success is a list", 200, "[]", {}, { reason: "invalid_response", message: /: \[\]$/ }],
    [
      "of failure is HTML, from something in front of the API",
      404,
      "<h1>Not here</h1>",
      {},
      { reason: "invalid_response", status: 404, code: undefined, message: /404.*<h1>Not here/ },
    ],
    [
      "of failure is JSON, but no envelope",
      500,
      { message: "x" },
      {},
      { reason: "invalid_response", status: 500 },
    ],
    [
      "of failure has no code",
      500,
      { error: { message: "x" } },
      {},
      { reason: "invalid_response", status: 500 },
    ],
    [
      "has an undeclared status",
      503,
      "upstream is down",
      {},
      {
        reason: "undeclared_status",
        status: 503,
        message: /503, a status that the contract does not declare: upstream is/,
      },
    ],
    [
      "has an undeclared status, and says that nothing follows",
      503,
      "",
      { "Content-Length": "0" },
      { reason: "undeclared_status", message: /503, a status that the contract does not declare: nothing$/ },
    ],
    [
      "has an undeclared status, with the contract's envelope",
      418,
      envelope("teapot"),
      {},
      {
        reason: "undeclared_status",
        status: 418,
        code: "teapot",
        requestId: "req_1",
        message: /418.*: teapot: No\.$/,
      },
    ],
    ["has an undeclared status of success", 202, SESSION, {}, { reason: "undeclared_status", status: 202 }],
    ["has no content", 204, "", {}, { reason: "undeclared_status", status: 204 }],
    [
      "has a status of other operations",
      409,
      envelope("session_expired"),
      {},
      { reason: "undeclared_status", status: 409, code: "session_expired" },
    ],
    [
      "has a code that the contract does not know",
      404,
      envelope("galaxy_not_found"),
      {},
      {
        reason: "unknown_code",
        status: 404,
        code: "galaxy_not_found",
        requestId: "req_1",
        message: /galaxy_not_found: No\./,
      },
    ],
    ["has a code of other operations", 404, envelope("channel_not_found"), {}, { reason: "unknown_code" }],
    ["has a code of another status", 403, envelope("not_found"), {}, { reason: "unknown_code", status: 403 }],
    ["has a code that every object has", 404, envelope("constructor"), {}, { reason: "unknown_code" }],
    ["is a redirect", 302, "", { Location: "/elsewhere" }, { reason: "undeclared_status", status: 302 }],
  ])("%s", async (_name, status, body, headers, { message, ...expected }: { message?: RegExp }) => {
    const { client, server } = await start((_request, response) => respond(response, status, body, headers));
    const error = await failure(client.getSession("ses_1"));
    expect(error).toMatchObject({ status, ...expected });
    if (message) expect(error.message).toMatch(message);
    expect(server.requests).toHaveLength(1);
  });

  it("never comes", async () => {
    const { client, server } = await start((request) => request.socket.destroy());
    expect(await failure(client.getSession("ses_1"))).toMatchObject({
      reason: "network",
      status: undefined,
      message: expect.stringMatching(/^getSession: no answer, or not all of it: fetch failed: /),
      cause: { name: "TypeError", message: "fetch failed", cause: { name: "SocketError" } },
    });
    await server.close();
    const error = await failure(client.getSession("ses_1"));
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.cause).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  it("never comes, for a reason that is an error, and has all that is safe to know of it", async () => {
    const thrown = new TypeError(`Cannot send ${KEY}.`, { cause: new RangeError("Too far.") });
    const client = createClient({
      apiKey: KEY,
      fetch: () => Promise.reject(Object.assign(thrown, { code: "E_SEND", key: KEY })),
    });
    const { cause } = await failure(client.getSession("ses_1"));
    if (!(cause instanceof Error)) expect.fail("The cause is no error.");
    expect(cause).toMatchObject({ name: "TypeError", message: "Cannot send [apiKey].", code: "E_SEND" });
    expect(cause.stack).toBe(thrown.stack?.replace(KEY, "[apiKey]"));
    expect(cause.cause).toBeInstanceOf(Error);
    expect(cause.cause).toMatchObject({ name: "RangeError", message: "Too far." });
    expect(inspect(cause)).toMatch(
      /^Error \[TypeError\]: Cannot send \[apiKey\]\.\n {4}at .*hostile-answers/,
    );
    expect(inspect(cause)).toMatch(
      /\{\n {2}code: 'E_SEND',\n {2}\[cause\]: Error \[RangeError\]: Too far\.\n/,
    );
  });

  it("breaks off in its body", async () => {
    const { client } = await start((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
      response.write('{"id":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failure(client.getSession("ses_1"))).toMatchObject({ reason: "network" });
  });

  it("quotes at most 200 characters of it", async () => {
    const { client } = await start((_request, response) => respond(response, 502, "x".repeat(10_000)));
    expect((await failure(client.getSession("ses_1"))).message).toMatch(/: x{200}…$/);
  });
});

describe("the client accepts", () => {
  it("fields that the contract does not know, in a success and in an error", async () => {
    const { client } = await start((request, response) =>
      request.method === "GET"
        ? respond(response, 200, { ...SESSION, mood: "good" })
        : respond(response, 409, envelope("session_expired", { mood: "bad" })),
    );
    expect(await client.getSession("ses_1")).toMatchObject({ ok: true, body: { ...SESSION, mood: "good" } });
    expect(await client.closeSession("ses_1")).toMatchObject({ ok: false, error: { mood: "bad" } });
  });

  it.each([
    undefined,
    null,
    {},
    { errors: {} },
    { errors: "abc" },
    { errors: [null] },
    { errors: [42] },
    { errors: [{}] },
    { errors: [{ path: {}, message: { a: 1 } }] },
  ])("a refusal of the body whose details are %j, and so name no field", async (details) => {
    const { client } = await start((_request, response) =>
      respond(response, 422, envelope("validation_failed", { details })),
    );
    const answer = await client.sendMessage("ch_1", { message: "" });
    expect(() => unwrap(answer)).toThrow("validation_failed: No. (422, req_1)");
  });

  it("a field at fault whose path is no text", async () => {
    const details = { errors: [{ path: { toString: 1, valueOf: 1 }, message: "must not be empty" }] };
    const { client } = await start((_request, response) =>
      respond(response, 422, envelope("validation_failed", { details })),
    );
    const answer = await client.sendMessage("ch_1", { message: "" });
    expect(() => unwrap(answer)).toThrow("validation_failed: No. body: must not be empty (422, req_1)");
  });

  it("a base URL with a path, and slashes at its end", async () => {
    const { client, server } = await start((_request, response) => respond(response, 200, SESSION));
    await client.getSession("ses_1");
    await createClient({ apiKey: KEY, baseUrl: `${server.url}/proxy//` }).getSession("ses_1");
    expect(server.requests.map(({ url }) => url)).toEqual(["/v1/sessions/ses_1", "/proxy/v1/sessions/ses_1"]);
  });
});

describe("a stream", () => {
  const stream = async (text: string, headers: Record<string, string> = EVENTS, status = 200) => {
    const { client, server } = await start((_request, response) => respond(response, status, text, headers));
    return { server, ...(await readStream(client.streamMessage("ch_1", { message: "Hello" }))) };
  };

  it.each<[string, string, object]>([
    ["that ends without [DONE] is cut", DELTA, { reason: "stream_cut", status: 200 }],
    ["that ends within [DONE] is cut", `${DELTA}data: [DONE]\n`, { reason: "stream_cut" }],
    [
      "with an error throws it, and the envelope",
      `${DELTA}event: error\ndata: ${JSON.stringify(envelope("internal_error"))}\n\n`,
      { name: "ThinklioApiError", reason: "stream_error", error: envelope("internal_error").error },
    ],
    [
      "with an error that the contract does not know throws it as it was said",
      `${DELTA}event: error\ndata: ${JSON.stringify(envelope("out_of_words"))}\n\n`,
      { reason: "unknown_code", code: "out_of_words", requestId: "req_1", message: /out_of_words: No\./ },
    ],
    [
      "with an error that is none of the contract's says so",
      `${DELTA}event: error\ndata: overload\n\n`,
      { reason: "invalid_response", message: /: overload$/ },
    ],
    [
      "with data that is not JSON says so",
      `${DELTA}data: Hi\n\n`,
      { reason: "invalid_response", message: /an event that the contract does not declare: Hi$/ },
    ],
    ["with data that is no object says so", `${DELTA}data: 7\n\n`, { reason: "invalid_response" }],
  ])(
    "%s, after the pieces before it",
    async (_name, text, { message, ...expected }: { message?: RegExp }) => {
      const { error, deltas } = await stream(text);
      expect(error).toMatchObject({
        ...expected,
        ...(message && { message: expect.stringMatching(message) }),
      });
      expect(error).toBeInstanceOf(ThinklioError);
      expect(deltas).toEqual(["Hello"]);
    },
  );

  it("ends at [DONE], passes over types that are not known, and leaves what follows", async () => {
    const text = `event: ping\ndata: {"delta": "no"}\n\nevent: message\n${DELTA}data: [DONE]\n\n${DELTA}`;
    expect(await stream(text)).toMatchObject({ error: undefined, deltas: ["Hello"] });
  });

  it.each<[string, Record<string, string>, number, string, object]>([
    [
      "is JSON",
      {},
      200,
      "{}",
      { reason: "invalid_response", message: /: no stream of events, but application\/json$/ },
    ],
    [
      "is of another kind",
      { "Content-Type": "application/x-text/event-stream" },
      200,
      DELTA,
      { reason: "invalid_response" },
    ],
    [
      "has another status",
      EVENTS,
      206,
      DELTA,
      { reason: "undeclared_status", status: 206, message: /: nothing$/ },
    ],
    [
      "is refused, and says that nothing follows",
      { "Content-Length": "0" },
      503,
      "",
      { reason: "undeclared_status", status: 503, message: /: nothing$/ },
    ],
    ["is refused, but not as declared", {}, 502, "Bad gateway", { reason: "undeclared_status", status: 502 }],
  ])(
    "is none if the answer %s",
    async (_name, headers, status, text, { message, ...expected }: { message?: RegExp }) => {
      const { error } = await stream(text, headers, status);
      expect(error).toMatchObject({
        ...expected,
        ...(message && { message: expect.stringMatching(message) }),
      });
    },
  );

  /** What a client makes of a stream whose bytes come in these pieces, and then end, or fail with an error. */
  const readPieces = (pieces: readonly Uint8Array[], failure?: Error) => {
    const body = new ReadableStream({
      pull(queue) {
        const [piece, ...others] = pieces;
        pieces = others;
        if (piece) queue.enqueue(piece);
        else if (failure) queue.error(failure);
        else queue.close();
      },
    });
    const client = createClient({ apiKey: KEY, fetch: async () => new Response(body, { headers: EVENTS }) });
    return readStream(client.streamMessage("ch_1", { message: "Hello" }));
  };

  it("has the characters that were sent, wherever its bytes are cut", async () => {
    const bytes = new TextEncoder().encode('data: {"delta":"Zoë 😀"}\r\n\r\ndata: [DONE]\r\n\r\n');
    for (let place = 0; place <= bytes.length; place += 1) {
      const pieces = [bytes.subarray(0, place), bytes.subarray(place)];
      expect(await readPieces(pieces)).toEqual({ error: undefined, deltas: ["Zoë 😀"] });
    }
  });

  it("that says that nothing follows is cut", async () => {
    expect(await stream("", { ...EVENTS, "Content-Length": "0" })).toMatchObject({
      error: { reason: "stream_cut", message: "sendMessage: the stream was cut before [DONE]" },
      deltas: [],
    });
  });

  it("that just ends is cut, which is all that there is to say", async () => {
    const { error } = await readPieces([new TextEncoder().encode(DELTA)]);
    expect(error).toMatchObject({
      message: "sendMessage: the stream was cut before [DONE]",
      status: 200,
    });
    expect(error).not.toHaveProperty("cause");
  });

  it("that fails within a fetch that was given is cut, without what that may hold of the key", async () => {
    const { error, deltas } = await readPieces(
      [new TextEncoder().encode(DELTA)],
      Object.assign(new Error(`Bearer ${KEY} has gone.`), { data: KEY }),
    );
    expect(error).toMatchObject({
      message: "sendMessage: the stream was cut before [DONE]: Bearer [apiKey] has gone.",
      status: 200,
    });
    expect(error).toMatchObject({ cause: { name: "Error", message: "Bearer [apiKey] has gone." } });
    expect(error).not.toHaveProperty("cause.data");
    expect(deltas).toEqual(["Hello"]);
  });

  it("that breaks off with its connection is cut", async () => {
    const { client } = await start((_request, response) => {
      response.writeHead(200, EVENTS);
      response.write(DELTA);
      setTimeout(() => response.destroy(), 20);
    });
    const { error, deltas } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
    expect(error).toMatchObject({
      reason: "stream_cut",
      message: expect.stringMatching(/cut before \[DONE\]: \w/),
      status: 200,
      cause: { name: "TypeError", cause: { name: "SocketError" } },
    });
    expect(deltas).toEqual(["Hello"]);
  });

  it("that does not end after [DONE] is given up after a second, without anybody waiting", async () => {
    let isClosed = false;
    const { client } = await start((_request, response) => {
      response.writeHead(200, EVENTS);
      response.write(`${DELTA}data: [DONE]\n\n`);
      response.on("close", () => {
        isClosed = true;
      });
    });
    const begin = performance.now();
    expect(await readStream(client.streamMessage("ch_1", { message: "Hello" }))).toMatchObject({
      error: undefined,
    });
    expect(performance.now() - begin).toBeLessThan(900);
    await expect.poll(() => isClosed, { timeout: 10_000 }).toBe(true);
  });

  it("leaves its connection to the next request", async () => {
    const { client, server } = await start((request, response) => {
      if (request.method === "GET") return respond(response, 200, SESSION);
      response.writeHead(200, EVENTS);
      response.write(`${DELTA}data: [DONE]\n\n`);
      return setTimeout(() => response.end(), 20);
    });
    await readStream(client.streamMessage("ch_1", { message: "Hello" }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await client.getSession("ses_1");
    const [first, second] = server.requests.map(({ socket }) => socket);
    expect(second).toBe(first);
  });
});

it("an error without the request's id is said without it", async () => {
  const body = { error: { code: "not_found", message: "No." } };
  const { client } = await start((request, response) =>
    request.method === "GET"
      ? respond(response, 404, body)
      : respond(response, 200, `event: error\ndata: ${JSON.stringify(body)}\n\n`, EVENTS),
  );
  const answer = await client.getSession("ses_1");
  expect(() => unwrap(answer)).toThrow(/^not_found: No\. \(404\)$/);
  const { error } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
  expect(error).toMatchObject({ message: "not_found: No. (200)", requestId: undefined });
});

describe("a history", () => {
  const list = async (...pages: readonly object[]) => {
    let count = 0;
    const { client } = await start((_request, response) =>
      respond(response, 200, pages[count++] ?? pages.at(-1)),
    );
    const ids: unknown[] = [];
    const read = async () => {
      for await (const { id } of client.listAllMessages("ses_1")) ids.push(id);
    };
    return {
      error: await read().then(
        () => undefined,
        (error: unknown) => error,
      ),
      ids,
    };
  };
  const page = (id: string, has_more: boolean, next_cursor: unknown) => ({
    data: [{ id }],
    has_more,
    next_cursor,
  });

  it.each<[string, object[], string[]]>([
    ["does not say where to go on", [page("a", true, "1"), page("b", true, null)], ["a", "b"]],
    ["sends the reader in a circle", [page("a", true, "1"), page("b", true, "1")], ["a", "b"]],
    [
      "sends the reader in a wide circle",
      [page("a", true, "1"), page("b", true, "2"), page("c", true, "1"), page("d", true, "2")],
      ["a", "b", "c"],
    ],
    ["has no list", [page("a", true, "1"), { has_more: false }], ["a"]],
  ])("says so if a page %s", async (_name, pages, ids) => {
    const result = await list(...pages);
    expect(result.error).toMatchObject({
      reason: "invalid_response",
      message: expect.stringMatching(/^a page/),
    });
    expect(result.ids).toEqual(ids);
  });
});

describe("the key", () => {
  it("is sent with every request, and nowhere else", async () => {
    const { client, server } = await start((_request, response) => respond(response, 200, SESSION));
    await client.getSession("ses_1");
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(inspect(client, { showHidden: true, depth: 9 })).not.toContain("secret");
  });

  const echo = `Bearer ${KEY} is wrong`;
  const quoted = JSON.stringify(envelope("not_found", { message: echo, details: { [KEY]: KEY } }));
  it.each<[string, number, string]>([
    ["in a body that is not JSON", 200, echo],
    ["in a JSON body of success", 200, JSON.stringify([KEY])],
    ["in a declared error", 404, quoted],
    ["in an undeclared error", 502, quoted],
    ["in a text", 502, echo],
    ["in an unknown code", 404, quoted.replace("not_found", "odd")],
  ])("appears in no error, also if the server repeats it %s", async (_name, status, body) => {
    const { client } = await start((_request, response) => respond(response, status, body));
    const said = await client.getSession("ses_1").then(
      (answer) => inspect(answer.ok ? expect.fail("It is no error.") : answer.error, { depth: 9 }),
      (error: unknown) => inspect(error, { depth: 9, showHidden: true }),
    );
    expect(said).toContain("[apiKey]");
    expect(said).not.toContain("secret");
    const { error } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("secret");
  });

  it("appears in no error, also if the server repeats it in a stream", async () => {
    for (const data of [quoted, echo, quoted.replace("not_found", "odd")]) {
      const { client } = await start((_request, response) =>
        respond(response, 200, `event: error\ndata: ${data}\n\n`, EVENTS),
      );
      const { error } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
      expect(inspect(error, { depth: 9, showHidden: true })).toContain("[apiKey]");
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("secret");
    }
  });

  it.each<[string, (socket: Socket) => void, object]>([
    ["in an answer that is no HTTP", (socket) => socket.end(`HTTP/1.1 200 OK\r\n@ ${KEY}\r\n\r\n`), {}],
    [
      "in a stream that becomes none",
      (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n${CHUNKED}`);
        setTimeout(() => socket.end(`${KEY}\r\n`), 20);
      },
      { reason: "stream_cut" },
    ],
  ])("appears in no error, also if the server repeats it %s", async (_name, write, expected) => {
    const { client } = await start(({ socket }) => write(socket));
    const { error } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
    expect(error).toMatchObject({ cause: { cause: { name: "HTTPParserError" } }, ...expected });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(RAW_KEY);
  });

  it("appears in no error, also if the server takes it for a media type", async () => {
    const { client } = await start((_request, response) =>
      respond(response, 200, "", { "Content-Type": KEY }),
    );
    const { error } = await readStream(client.streamMessage("ch_1", { message: "Hello" }));
    expect(error).toMatchObject({ message: "sendMessage: no stream of events, but [apiKey]" });
  });

  it("appears in an error if it is a word for a mock, with fewer than 8 characters", async () => {
    const body = JSON.stringify(envelope("not_found", { message: "Is there any?" }));
    const { client } = await start((_request, response) => respond(response, 404, body), { apiKey: "any" });
    expect(await client.getSession("ses_1")).toMatchObject({ error: { message: "Is there any?" } });
  });

  it("appears in no error, also if a fetch that was given repeats it", async () => {
    const client = createClient({
      apiKey: KEY,
      fetch: async ({ headers }) => {
        throw Object.assign(new Error(`Cannot send ${headers.get("Authorization")}`), {
          headers: [...headers],
        });
      },
    });
    const error = await failure(client.getSession("ses_1"));
    expect(error.message).toBe("getSession: no answer, or not all of it: Cannot send Bearer [apiKey]");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("secret");
  });

  it.each(["tk_secret\n", " tk_secret", "tk secret", "tk_secret☎", 'tk_"secret"'])(
    "is refused if it is %j, in words that do not repeat it",
    (apiKey) => {
      expect(() => createClient({ apiKey })).toThrow(/^apiKey is no bearer token(?!.*secret)/);
    },
  );

  it.each(["", JSON.parse('{"a":[]}').a[0]])("is missing if it is %j, which is said", (apiKey) => {
    expect(() => createClient({ apiKey })).toThrow(
      'apiKey is missing: give it as createClient({ apiKey: "…" })',
    );
  });
});

describe("what cannot be sent", () => {
  it.each<[string, string]>([
    ["localhost:3000", "localhost:3000"],
    ["api.thinklio.com", "api.thinklio.com"],
    ["", ""],
    ["ftp://a", "ftp://a"],
    ["https://", "https://"],
    ["http://", "http://"],
    ["https:///", "https:///"],
    ["http:///v1", "http:///v1"],
    ["https://:8080", "https://:8080"],
    ["//a", "//a"],
    ["//", "//"],
    ["http://user:password@a", "…@a"],
    ["https://password@a/b", "…@a/b"],
    ["https://user:password@", "…@"],
    ["https://user:p@ss/password@a", "…@a"],
    ["user:password@a", "…@a"],
  ])("the base URL %j is no place of an API, and is shown without a password", (baseUrl, shown) => {
    expect(() => createClient({ apiKey: KEY, baseUrl })).toThrow(
      `baseUrl must begin with https:// or http:// and a host, without a user, or in a browser with /: "${shown}"`,
    );
  });

  it.each<[string, string]>([
    ["https://a/?token=password", "https://a/?…"],
    ["https://?", "https://?…"],
    ["https://a#b", "https://a#b"],
    ["https://\\a", "https://\\\\a"],
    ["/\\a", "/\\\\a"],
    ["/\t/a", "/\\t/a"],
    ["https:// a", "https:// a"],
  ])("the base URL %j has what no base can have, and is shown without a query", (baseUrl, shown) => {
    expect(() => createClient({ apiKey: KEY, baseUrl })).toThrow(
      `baseUrl must have no query, fragment, backslash or white space: "${shown}"`,
    );
  });

  it.each(["https://api.thinklio.com/v1", "http://localhost:3000/proxy/v1//", "/v1"])(
    "the base URL %j has what each path begins with",
    (baseUrl) => {
      expect(() => createClient({ apiKey: KEY, baseUrl })).toThrow(
        `baseUrl must leave out /v1: each path begins with it: "${baseUrl}"`,
      );
    },
  );

  it("every path of the contract begins with what a base URL must leave out", () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith("/v1/"))).toEqual([]);
  });

  it.each([
    "https://a",
    "http://localhost:3000/",
    "http://[::1]:80/b/@c",
    "/",
    "/proxy",
    "/@a/b",
    "https://v1",
    "https://a/v1/b",
    "https://a/rev1",
  ])("the base URL %j is none of that", (baseUrl) => {
    expect(() => createClient({ apiKey: KEY, baseUrl })).not.toThrow();
  });

  it.each<ClientOptions["retries"]>([
    Number.NaN,
    -1,
    { limit: Number.NaN },
    { limit: 1, minDelay: Number.NaN },
    { limit: 1, minDelay: -1 },
    { limit: 1, maxDelay: Number.NaN },
    JSON.parse("{}"),
  ])("retries of %j are refused", (retries) => {
    expect(() => createClient({ apiKey: KEY, retries })).toThrow("retries must be 0 or more");
  });

  it.each(["", ".", ".."])("the id %j is refused before a request is made", async (id) => {
    const { client, server } = await start((_request, response) => respond(response, 200, SESSION));
    await expect(client.closeSession(id)).rejects.toThrow(`session_id is no id: ${JSON.stringify(id)}`);
    expect(server.requests).toEqual([]);
  });

  it.each<[string, object, object, ErrorConstructor | TypeErrorConstructor]>([
    ["a body that JSON cannot hold", { metadata: { count: 1n } }, {}, TypeError],
    ["an end user that no header can carry", {}, { endUser: "usr_\n1" }, TypeError],
    ["a lone surrogate as an id", {}, {}, URIError],
  ])("%s is the caller's mistake, and none of the network", async (name, metadata, options, type) => {
    const { client, server } = await start((_request, response) => respond(response, 200, SESSION), {
      retries: 3,
    });
    const id = name.includes("surrogate") ? "\uD800" : "ch_1";
    await expect(client.createSession(id, metadata, options)).rejects.toThrow(type);
    expect(server.requests).toEqual([]);
  });
});
