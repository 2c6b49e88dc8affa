import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Session } from "../../generated/index.ts";
import { createRouter, type Listening, listen } from "../../generated/stub/index.ts";
import { validateErrorEnvelope } from "../../generated/validators.js";

const BODY_TIMEOUT = 200;
const REQUEST_TIMEOUT = 500;
const MAX_BODY_BYTES = 262_144;

const session = (metadata: Session["metadata"]): Session => ({
  id: "ses_01hxyz",
  channel_id: "ch_01hxyz",
  agent_id: "agt_01hxyz",
  status: "active",
  message_count: 0,
  metadata,
  created_at: "2026-03-19T12:00:00Z",
  expires_at: "2026-03-20T12:00:00Z",
});

/** An answer as it came over the wire. */
interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
}

/** A bare TCP connection: it sends whatever bytes it is told to. */
class Connection {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    // What arrives before a reset counts; that the server closes is what some tests wait for.
    this.#socket.on("error", () => {});
    this.#socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
    });
  }

  get isClosed(): boolean {
    return this.#socket.closed;
  }

  send(...parts: readonly (string | Buffer)[]): void {
    for (const part of parts) this.#socket.write(part);
  }

  /** Ends the sending side only. */
  finish(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Breaks the connection, as a client that crashes does. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /** Waits for the next answer; fails if it has not come within a second. */
  answer(): Promise<Answer> {
    return vi.waitFor(() => this.#takeAnswer(), { timeout: 1000, interval: 5 });
  }

  /** Waits until the server has closed the connection; fails if it has not within a second. */
  closed(): Promise<void> {
    return vi.waitFor(() => expect(this.isClosed).toBe(true), { timeout: 1000, interval: 5 });
  }

  /** Waits for these bytes, and takes them. */
  async receive(text: string): Promise<void> {
    await vi.waitFor(() => expect(this.#received.toString("latin1")).toBe(text), {
      timeout: 1000,
      interval: 5,
    });
    this.#received = Buffer.alloc(0);
  }

  #takeAnswer(): Answer {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end === -1) throw new Error(`No answer yet: ${JSON.stringify(this.#received.toString())}`);
    const [statusLine = "", ...lines] = this.#received.subarray(0, end).toString("latin1").split("\r\n");
    const headers = new Map(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const bodyEnd = end + 4 + Number(headers.get("content-length"));
    if (!(this.#received.length >= bodyEnd)) throw new Error(`The body is not complete: ${statusLine}`);
    const body: unknown = JSON.parse(this.#received.subarray(end + 4, bodyEnd).toString());
    this.#received = this.#received.subarray(bodyEnd);
    return { status: Number(statusLine.split(" ")[1]), headers, body };
  }
}

/** A request's head and body, with a length that fits unless told otherwise. */
function request(
  options: {
    method?: string;
    target?: string;
    headers?: readonly (string | Buffer)[];
    body?: string | Buffer;
  } = {},
): Buffer {
  const { method = "POST", target = "/v1/channels/ch_01hxyz/sessions", headers = [], body = "" } = options;
  const bytes = Buffer.from(body);
  const names = headers.map((header) => header.toString("latin1").toLowerCase());
  const has = (name: string) => names.some((header) => header.startsWith(`${name}:`));
  const lines: (string | Buffer)[] = [`${method} ${target} HTTP/1.1`, "Host: 127.0.0.1"];
  if (!has("authorization")) lines.push("Authorization: Bearer key");
  if (!has("content-type") && bytes.length > 0) lines.push("Content-Type: application/json");
  if (!has("content-length") && !has("transfer-encoding")) lines.push(`Content-Length: ${bytes.length}`);
  const head = [...lines, ...headers].flatMap((line) => [Buffer.from(line), Buffer.from("\r\n")]);
  return Buffer.concat([...head, Buffer.from("\r\n"), bytes]);
}

const inChunks = ["Transfer-Encoding: chunked", "Content-Type: application/json"];
const withoutType = { headers: ["Content-Type:"] };
const chunked = (...chunks: readonly string[]) =>
  chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join("");
const created = (bytes: number) => `{"metadata":{"x":"${"x".repeat(bytes - 22)}"}}`.padEnd(bytes);

let server: Listening;
let connection: Connection;
const onError = vi.fn();

beforeAll(async () => {
  const router = createRouter<string>(
    {
      createSession: ({ body }) => ({
        status: 201,
        headers: { Location: "/v1/sessions/ses_01hxyz" },
        body: session(body?.metadata ?? {}),
      }),
      getSession: ({ params, headers }) =>
        params.session_id === "ses_01hxyz"
          ? { status: 200, body: session({ user: headers["X-Channel-User-Id"] ?? null }) }
          : { status: 404, error: { code: "session_not_found", message: "There is no such session." } },
      sendMessage: ({ body }) => ({
        status: 200,
        type: "application/json",
        body: {
          id: "msg_01hxyz",
          session_id: "ses_01hxyz",
          role: "assistant",
          content: body.message,
          created_at: "2026-03-19T12:00:00Z",
          tokens: 0,
          model: "echo",
        },
      }),
      listMessages: () => ({ status: 200, body: { data: [], has_more: false, next_cursor: null } }),
      closeSession: () => ({ status: 200, body: session({}) }),
    },
    { authenticate: (key) => key, validateResponses: true, bodyTimeout: BODY_TIMEOUT, onError },
  );
  server = await listen(router, { port: 0, requestTimeout: REQUEST_TIMEOUT });
});
afterAll(() => server.close(0));

beforeEach(() => {
  connection = new Connection(server.port);
});
afterEach(() => {
  connection.destroy();
  expect(onError, "no bad request is taken for a bug").not.toHaveBeenCalled();
});

function expectError(answer: Answer, status: number, code: string): void {
  expect(answer.headers.get("content-type")).toBe("application/json");
  if (!validateErrorEnvelope(answer.body)) throw new Error(`No envelope: ${JSON.stringify(answer.body)}`);
  expect({ status: answer.status, code: answer.body.error.code }).toStrictEqual({ status, code });
}

async function expectUsable(): Promise<void> {
  connection.send(request({ method: "GET", target: "/v1/sessions/ses_01hxyz" }));
  expect(await connection.answer()).toMatchObject({ status: 200, body: { id: "ses_01hxyz" } });
}

describe("a body that is no JSON", () => {
  it.each<[string, string | Buffer]>([
    ["cut in half", '{"metadata":{"tick'],
    ["a word", "hello"],
    ["white space", "   "],
    ["two values", "{}{}"],
    ["with a byte order mark", "\ufeff{}"],
    ["invalid UTF-8 in a string", Buffer.from('{"initial_context":"\xff"}', "latin1")],
    ["a surrogate in UTF-8", Buffer.from('{"initial_context":"\xed\xa0\x80"}', "latin1")],
    ["UTF-16", Buffer.from("{}", "utf16le")],
    ["nested 1,001 levels deep", `{"metadata":{"x":${"[".repeat(999)}${"]".repeat(999)}}}`],
    ["nested 1,001 levels deep, brackets in strings", `["]\\"]",${"[".repeat(1000)}${"]".repeat(1001)}`],
    ["nested 100,000 levels deep", "[".repeat(100_000) + "]".repeat(100_000)],
    ["100,000 open brackets", "[".repeat(100_000)],
  ])("%s: 400, and the connection goes on", async (_name, body) => {
    connection.send(request({ body }));
    expectError(await connection.answer(), 400, "invalid_request");
    await expectUsable();
  });

  describe.each(["1e309", "-1e999", "1E+400", "-12.5e0000309", `1${"0".repeat(309)}`])(
    "%s is too large for a double, and could not come back as sent: 400",
    (number) => {
      it.each([
        number,
        ` ${number}`,
        `[0,${number}]`,
        `{"metadata":{"x":${number}}}`,
        `{"metadata":{"x":[\n${number}]}}`,
      ])("in %j", async (body) => {
        connection.send(request({ body }));
        expectError(await connection.answer(), 400, "invalid_request");
      });
    },
  );

  it.each(["1.7976931348623157e308", "1e-400", '"1e999"', '", 1e999"', `"${"1".repeat(400)}"`])(
    "%s is accepted",
    async (value) => {
      connection.send(request({ body: `{"metadata":{"x":${value}}}` }));
      expect(await connection.answer()).toMatchObject({
        status: 201,
        body: { metadata: { x: JSON.parse(value) } },
      });
    },
  );

  it("nested 1,000 levels deep, it is accepted", async () => {
    connection.send(request({ body: `{"metadata":{"x":${"[".repeat(998)}${"]".repeat(998)}}}` }));
    expect(await connection.answer()).toMatchObject({ status: 201 });
  });

  it("brackets in strings do not count as levels", async () => {
    const text = '[{"\\"'.repeat(2000);
    connection.send(request({ body: JSON.stringify({ metadata: { text, "[": "\\" } }) }));
    expect(await connection.answer()).toMatchObject({ status: 201, body: { metadata: { text, "[": "\\" } } });
  });
});

describe("a body that is JSON, but not what is asked for", () => {
  it.each(["null", "[]", '"x"', "7", "true"])("%s: 422 at the root", async (body) => {
    for (const target of ["/v1/channels/ch_01hxyz/sessions", "/v1/channels/ch_01hxyz/messages"]) {
      connection.send(request({ target, body }));
      const answer = await connection.answer();
      expectError(answer, 422, "validation_failed");
      expect(answer.body).toMatchObject({ error: { details: { errors: [{ path: "" }] } } });
    }
  });

  it.each([
    ["null", '{"metadata":null}', "/metadata"],
    ["an array", '{"metadata":[]}', "/metadata"],
    ["a number", '{"initial_context":1}', "/initial_context"],
  ])("a field that is %s: 422 with its pointer", async (_name, body, path) => {
    connection.send(request({ body }));
    const answer = await connection.answer();
    expectError(answer, 422, "validation_failed");
    expect(answer.body).toMatchObject({ error: { details: { errors: [{ path }] } } });
  });

  it.each(["{}", '{"__proto__":{"message":"Hello"}}', '{"Message":"Hello"}'])(
    "%s lacks the message: 400 with its pointer",
    async (body) => {
      connection.send(request({ target: "/v1/channels/ch_01hxyz/messages", body }));
      const answer = await connection.answer();
      expectError(answer, 400, "invalid_request");
      expect(answer.body).toMatchObject({ error: { details: { errors: [{ path: "/message" }] } } });
    },
  );

  it("a missing body: 400 where it is required", async () => {
    connection.send(request({ target: "/v1/channels/ch_01hxyz/messages" }));
    expectError(await connection.answer(), 400, "invalid_request");
  });

  it.each<[string, string, number]>([
    ["of no character", "", 422],
    ["of 32,768 characters", "x".repeat(32_768), 200],
    ["of 32,769 characters", "x".repeat(32_769), 422],
    ["of 32,768 characters outside the basic plane", "😀".repeat(32_768), 200],
    ["of 32,769 characters outside the basic plane", "😀".repeat(32_769), 422],
  ])("a message %s", async (_name, message, status) => {
    connection.send(
      request({ target: "/v1/channels/ch_01hxyz/messages", body: JSON.stringify({ message }) }),
    );
    expect(await connection.answer()).toMatchObject({ status });
  });
});

describe("metadata", () => {
  it.each([
    ["a __proto__ key", '{"__proto__":{"admin":true},"constructor":{"prototype":null},"":"empty"}'],
    ["lone surrogates", '{"text":"\\ud800","\\udfff":1}'],
    ["every type", '{"null":null,"no":false,"zero":0,"float":1.5e300,"list":[null,{}],"text":"\\u0000é😀"}'],
  ])("with %s comes back as sent", async (_name, metadata) => {
    connection.send(request({ body: `{"metadata":${metadata}}` }));
    const answer = await connection.answer();
    expect(answer.status).toBe(201);
    const sent: unknown = JSON.parse(`{"metadata":${metadata}}`);
    expect(JSON.stringify(answer.body)).toContain(JSON.stringify(sent).slice(1, -1));
  });
});

describe("the size of a body", () => {
  it.each<[string, Buffer[]]>([
    ["with a length", [request({ body: created(MAX_BODY_BYTES) })]],
    [
      "in chunks",
      [
        request({ headers: ["Transfer-Encoding: chunked", "Content-Type: application/json"] }),
        Buffer.from(
          `${chunked(created(MAX_BODY_BYTES).slice(0, 100_000), created(MAX_BODY_BYTES).slice(100_000))}0\r\n\r\n`,
        ),
      ],
    ],
  ])("262,144 bytes %s are accepted", async (_name, parts) => {
    connection.send(...parts);
    expect(await connection.answer()).toMatchObject({ status: 201 });
  });

  it.each([MAX_BODY_BYTES + 1, 300 * 1024])("%d bytes are 413, with a length and in chunks", async (size) => {
    connection.send(request({ body: created(size) }));
    expectError(await connection.answer(), 413, "payload_too_large");
    await expectUsable();
    connection.send(
      request({ headers: ["Transfer-Encoding: chunked", "Content-Type: application/json"] }),
      `${chunked(created(size))}0\r\n\r\n`,
    );
    expectError(await connection.answer(), 413, "payload_too_large");
    await expectUsable();
  });

  it("is refused by its length alone, before a byte of it", async () => {
    connection.send(request({ headers: ["Content-Length: 99999999999", "Content-Type: application/json"] }));
    expectError(await connection.answer(), 413, "payload_too_large");
  });
});

describe("the media type of a body", () => {
  it.each<[string, readonly string[]]>([
    ["none", withoutType.headers],
    ["text/plain", ["Content-Type: text/plain"]],
    ["a form", ["Content-Type: application/x-www-form-urlencoded"]],
    ["JSON in UTF-16", ["Content-Type: application/json; charset=utf-16"]],
    ["two types", ["Content-Type: application/json", "Content-Type: text/plain"]],
    ["a subtype of JSON", ["Content-Type: application/problem+json"]],
    ["nearly JSON", ["Content-Type: application/jsonp"]],
    ["compressed JSON", ["Content-Type: application/json", "Content-Encoding: gzip"]],
  ])("%s: 415, and the connection goes on", async (_name, headers) => {
    connection.send(request({ headers, body: '{"metadata":{}}' }));
    expectError(await connection.answer(), 415, "unsupported_media_type");
    await expectUsable();
  });

  it.each([
    "application/json",
    "Application/JSON",
    "application/json;charset=UTF-8",
    'application/json ; charset="utf-8"',
    "application/json; profile=x",
  ])("%s is accepted", async (type) => {
    connection.send(request({ headers: [`Content-Type: ${type}`], body: '{"metadata":{}}' }));
    expect(await connection.answer()).toMatchObject({ status: 201 });
  });

  it("does not matter where there is no body", async () => {
    connection.send(request({ headers: ["Content-Type: text/plain"] }));
    expect(await connection.answer()).toMatchObject({ status: 201 });
  });
});

describe("headers", () => {
  const get = { method: "GET", target: "/v1/sessions/ses_01hxyz" };

  it.each([
    ["yesterday", 400],
    ["2026-02-29", 400],
    ["2026-02-28", 400],
    ["2026-03-01", 200],
    ["2028-02-29", 200],
    ["2026-3-1", 400],
    ["2026-03-19T12:00:00Z", 400],
    ["", 400],
    ["2026-03-01, 2026-03-01", 400],
  ])("Thinklio-Version: %s is answered with %d", async (version, status) => {
    connection.send(request({ ...get, headers: [`Thinklio-Version: ${version}`] }));
    const answer = await connection.answer();
    if (status === 400) expectError(answer, 400, "invalid_request");
    else expect(answer.status).toBe(status);
  });

  it.each<[string, string, number]>([
    ["128 characters", "é😀".repeat(64), 200],
    ["129 characters", `${"é😀".repeat(64)}x`, 400],
    ["128 ASCII characters", "x".repeat(128), 200],
    ["129 ASCII characters", "x".repeat(129), 400],
    ["no character", "", 400],
  ])("X-Channel-User-Id of %s in UTF-8 is answered with %d", async (_name, user, status) => {
    connection.send(request({ ...get, headers: [`X-Channel-User-Id: ${user}`] }));
    const answer = await connection.answer();
    if (status === 200) expect(answer).toMatchObject({ status, body: { metadata: { user } } });
    else expectError(answer, status, "invalid_request");
  });

  it.each([
    ["X-Channel-User-Id", "usr_01hx"],
    ["Thinklio-Version", "2026-03-19"],
  ])("%s sent twice is refused", async (name, value) => {
    connection.send(request({ ...get, headers: [`${name}: ${value}`, `${name.toLowerCase()}: ${value}`] }));
    expectError(await connection.answer(), 400, "invalid_request");
  });

  it.each<[string, readonly string[]]>([
    ["sent twice", ["Authorization: Bearer key", "Authorization: Bearer key"]],
    ["empty", ["Authorization:"]],
    ["of another scheme", ["Authorization: Basic a2V5"]],
    ["without a key", ["Authorization: Bearer"]],
    ["with two keys", ["Authorization: Bearer key, Bearer key"]],
    ["with a key of forbidden characters", ["Authorization: Bearer k\xe9y"]],
  ])("Authorization %s: 401 with the scheme, and the connection goes on", async (_name, headers) => {
    connection.send(request({ headers, body: created(100_000) }));
    const answer = await connection.answer();
    expectError(answer, 401, "invalid_api_key");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    await expectUsable();
  });

  it.each(["Bearer key", "bearer key", "BEARER  key"])(
    "Authorization: %s is accepted",
    async (authorization) => {
      connection.send(request({ ...get, headers: [`Authorization: ${authorization}`] }));
      expect(await connection.answer()).toMatchObject({ status: 200 });
    },
  );

  it("a client that waits for leave to send its body gets it once its head has passed", async () => {
    const headers = ["Expect: 100-continue", "Content-Length: 15", "Content-Type: application/json"];
    connection.send(request({ headers }));
    await connection.receive("HTTP/1.1 100 Continue\r\n\r\n");
    connection.send('{"metadata":{}}');
    expect(await connection.answer()).toMatchObject({ status: 201 });
  });

  it.each<[string, string, number, string]>([
    ["whose key is refused", "Authorization: Basic a2V5", 401, "invalid_api_key"],
    ["whose body has the wrong type", "Content-Type: text/plain", 415, "unsupported_media_type"],
    ["whose body is too large", `Content-Length: ${MAX_BODY_BYTES + 1}`, 413, "payload_too_large"],
  ])(
    "a client that waits for leave to send its body, %s, is told so first",
    async (_name, header, status, code) => {
      const length = header.startsWith("Content-Length") ? [] : ["Content-Length: 15"];
      const type = header.startsWith("Content-Type") ? [] : ["Content-Type: application/json"];
      connection.send(request({ headers: ["Expect: 100-continue", header, ...length, ...type] }));
      expectError(await connection.answer(), status, code);
    },
  );

  it("an expectation that nobody can meet is no reason for an answer outside the contract", async () => {
    connection.send(request({ ...get, headers: ["Expect: the-unexpected"] }));
    expect(await connection.answer()).toMatchObject({ status: 200 });
  });
});

describe("paths", () => {
  it.each<[string, string, number, string]>([
    ["an id of NUL", "/v1/sessions/%00", 404, "session_not_found"],
    ["an id with an encoded slash", "/v1/sessions/ses%2F01hxyz", 404, "session_not_found"],
    ["an id that is no percent-encoding", "/v1/sessions/%zz", 400, "invalid_request"],
    ["an id that ends in a percent sign", "/v1/sessions/ses_%", 400, "invalid_request"],
    ["an id that is no UTF-8", "/v1/sessions/%ff", 400, "invalid_request"],
    ["an id of a surrogate", "/v1/sessions/%ED%A0%80", 400, "invalid_request"],
    ["an id of 129 characters", `/v1/sessions/${"x".repeat(129)}`, 404, "session_not_found"],
    ["an id of 10,000 characters", `/v1/sessions/${"x".repeat(10_000)}`, 404, "session_not_found"],
    ["a path of 10,000 characters", `/${"x".repeat(10_000)}`, 404, "not_found"],
    ["a path of 30,000 characters", `/v1/sessions/${"x".repeat(30_000)}`, 400, "invalid_request"],
    ["no id", "/v1/sessions/", 404, "not_found"],
    ["a slash at the end", "/v1/sessions/ses_01hxyz/", 404, "not_found"],
    ["two slashes", "//v1/sessions/ses_01hxyz", 404, "not_found"],
    ["dots", "/v1/channels/../sessions/ses_01hxyz", 404, "not_found"],
    ["another case", "/V1/sessions/ses_01hxyz", 404, "not_found"],
    ["an encoded letter outside an id", "/v1/%73essions/ses_01hxyz", 404, "not_found"],
    ["a name of Object.prototype", "/constructor", 404, "not_found"],
    ["a target that is no path", "*", 404, "not_found"],
    ["a whole URL without a path", "http://api.thinklio.com", 404, "not_found"],
    ["a whole URL", "http://api.thinklio.com/v1/sessions/ses_02hxyz", 404, "session_not_found"],
  ])("%s", async (_name, target, status, code) => {
    connection.send(request({ method: target === "*" ? "OPTIONS" : "GET", target }));
    expectError(await connection.answer(), status, code);
  });

  it.each([
    "http://api.thinklio.com/v1/sessions/ses_01hxyz",
    "HTTPS://api.thinklio.com:443/v1/sessions/ses_01hxyz?x=/v1",
    "/v1/sessions/ses%5f01hxyz?",
    "/v1/sessions/ses_01hxyz?a=%zz&__proto__=1",
  ])("%s leads to the session", async (target) => {
    connection.send(request({ method: "GET", target }));
    expect(await connection.answer()).toMatchObject({ status: 200, body: { id: "ses_01hxyz" } });
  });

  it("an id of 128 characters outside the basic plane reaches the handler", async () => {
    connection.send(
      request({ method: "GET", target: `/v1/sessions/${encodeURIComponent("😀".repeat(128))}` }),
    );
    const answer = await connection.answer();
    expectError(answer, 404, "session_not_found");
    expect(answer.body).toMatchObject({ error: { message: "There is no such session." } });
  });
});

describe("methods", () => {
  it.each([
    ["DELETE", "/v1/sessions/ses_01hxyz", "GET"],
    ["GET", "/v1/channels/ch_01hxyz/sessions", "POST"],
    ["PATCH", "/v1/channels/ch_01hxyz/messages", "POST"],
    ["OPTIONS", "/v1/sessions/ses_01hxyz/messages", "GET"],
    ["PUT", "/v1/sessions/ses_01hxyz/close", "POST"],
  ])("%s %s: 405 with the methods of the path, and the connection goes on", async (method, target, allow) => {
    connection.send(request({ method, target, body: created(100_000) }));
    const answer = await connection.answer();
    expectError(answer, 405, "method_not_allowed");
    expect(answer.headers.get("allow")).toBe(allow);
    await expectUsable();
  });

  it("a body that the operation does not have is thrown away", async () => {
    const target = "/v1/sessions/ses_01hxyz/close";
    connection.send(request({ target, headers: ["Content-Type: text/plain"], body: created(300 * 1024) }));
    expect(await connection.answer()).toMatchObject({ status: 200 });
    await expectUsable();
  });

  it("CONNECT is answered, and the connection closed", async () => {
    connection.send("CONNECT api.thinklio.com:443 HTTP/1.1\r\nHost: api.thinklio.com\r\n\r\n");
    expectError(await connection.answer(), 400, "invalid_request");
    await connection.closed();
  });
});

describe("what is hardly HTTP", () => {
  it.each<[string, string | Buffer]>([
    ["no HTTP at all", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n"],
    ["a method that does not exist", "BREW /v1/sessions/ses_01hxyz HTTP/1.1\r\n\r\n"],
    ["a version that does not exist", "GET /v1/sessions/ses_01hxyz HTTP/9.9\r\n\r\n"],
    ["a header without a name", request({ headers: [": x"] })],
    ["NUL in a header", request({ headers: ["X-Channel-User-Id: a\0b"] })],
    ["two lengths", request({ headers: ["Content-Length: 1", "Content-Length: 2"] })],
    ["a length and chunks", request({ headers: ["Content-Length: 2", "Transfer-Encoding: chunked"] })],
    ["a length that is no number", request({ headers: ["Content-Length: two"] })],
    [
      "a chunk whose size is no number",
      request({
        headers: ["Transfer-Encoding: chunked", "Content-Type: application/json"],
        body: "zz\r\n{}\r\n",
      }),
    ],
    ["32 KiB of headers", request({ headers: [`X-Long: ${"x".repeat(32 * 1024)}`] })],
  ])("%s: 400, and the connection is closed", async (_name, bytes) => {
    connection.send(bytes);
    expectError(await connection.answer(), 400, "invalid_request");
    await connection.closed();
  });

  it.each<[string, Buffer, number, string]>([
    [
      "without a key",
      request({ headers: ["Authorization:", ...inChunks], body: "zz" }),
      401,
      "invalid_api_key",
    ],
    ["for nothing", request({ target: "/v1/nothing", headers: inChunks, body: "zz" }), 404, "not_found"],
    [
      "of another media type",
      request({ headers: ["Content-Type: text/plain", "Transfer-Encoding: chunked"], body: "zz" }),
      415,
      "unsupported_media_type",
    ],
  ])("a request %s, whose body is no HTTP either, is told the first", async (_name, bytes, status, code) => {
    connection.send(bytes);
    expectError(await connection.answer(), status, code);
    await connection.closed();
  });

  it("rubbish after a good request: the good one is answered first", async () => {
    connection.send(request({ body: "{}" }));
    expect(await connection.answer()).toMatchObject({ status: 201 });
    connection.send("rubbish\r\n\r\n");
    expectError(await connection.answer(), 400, "invalid_request");
    await connection.closed();
  });

  it("a request without a Host is refused (RFC 9112, section 3.2)", async () => {
    connection.send("GET /v1/sessions/ses_01hxyz HTTP/1.1\r\nAuthorization: Bearer key\r\n\r\n");
    expectError(await connection.answer(), 400, "invalid_request");
  });

  it("a client that asks for a tunnel and breaks the connection does not end the process", async () => {
    connection.send("CONNECT ses_01hxyz:1 HTTP/1.1\r\nHost: a\r\n\r\n");
    connection.reset();
    const next = await fetch(`${server.url}/v1/nothing`);
    expect(next.status).toBe(404);
  });

  it.each(["http://a/v1/nothing", "http://[bad/v1/nothing"])("the target %s is answered", async (target) => {
    connection.send(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expectError(await connection.answer(), 404, "not_found");
  });

  it("a transfer coding other than chunked is refused", async () => {
    connection.send(
      request({ headers: ["Transfer-Encoding: gzip, chunked", "Content-Type: application/json"] }),
    );
    expectError(await connection.answer(), 415, "unsupported_media_type");
  });

  it("two requests in one packet are answered in their order", async () => {
    connection.send(
      Buffer.concat([request({ body: "[" }), request({ body: '{"metadata":{"second":true}}' })]),
    );
    expectError(await connection.answer(), 400, "invalid_request");
    expect(await connection.answer()).toMatchObject({ status: 201, body: { metadata: { second: true } } });
  });
});

describe("a request that does not end", () => {
  it.each<[string, Buffer]>([
    [
      "half of a body",
      request({ headers: ["Content-Length: 30", "Content-Type: application/json"], body: '{"metadata"' }),
    ],
    ["a body of no byte", request({ headers: ["Content-Length: 30", "Content-Type: application/json"] })],
  ])("%s: 400 by the time limit, and the connection is closed", async (_name, bytes) => {
    connection.send(bytes);
    expectError(await connection.answer(), 400, "invalid_request");
    await connection.closed();
  });

  it("chunks without end: 400 by the time limit, however fast they come", async () => {
    connection.send(request({ headers: ["Transfer-Encoding: chunked", "Content-Type: application/json"] }));
    const trickle = setInterval(() => connection.send(chunked(" ")), 10);
    try {
      expectError(await connection.answer(), 400, "invalid_request");
      await connection.closed();
    } finally {
      clearInterval(trickle);
    }
  });

  it("chunks without end beyond the size: 413, and the connection is closed by the time limit", async () => {
    connection.send(request({ headers: ["Transfer-Encoding: chunked", "Content-Type: application/json"] }));
    const flood = setInterval(() => connection.send(chunked("x".repeat(64 * 1024))), 5);
    try {
      expectError(await connection.answer(), 413, "payload_too_large");
      await vi.waitFor(() => expect(connection.isClosed).toBe(true), { timeout: 3 * REQUEST_TIMEOUT });
    } finally {
      clearInterval(flood);
    }
  });

  it("half of the headers: 400 by the time limit, and the connection is closed", async () => {
    connection.send("POST /v1/channels/ch_01hxyz/sessions HTTP/1.1\r\nAuthor");
    await new Promise((resolve) => setTimeout(resolve, REQUEST_TIMEOUT));
    expectError(await connection.answer(), 400, "invalid_request");
    await connection.closed();
  });

  it("half of a body, and the client says no more: 400 at once", async () => {
    connection.send(
      request({ headers: ["Content-Length: 30", "Content-Type: application/json"], body: '{"metadata"' }),
    );
    connection.finish();
    expectError(await connection.answer(), 400, "invalid_request");
  });

  it("a client that leaves in the middle of its body troubles nobody", async () => {
    connection.send(
      request({ headers: ["Content-Length: 30", "Content-Type: application/json"], body: '{"metadata"' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    connection.destroy();
    await new Promise((resolve) => setTimeout(resolve, 2 * BODY_TIMEOUT));
    connection = new Connection(server.port);
    await expectUsable();
  });
});
