import fc, { type Arbitrary } from "fast-check";

/** A request that must be refused, and the bytes of it. */
export interface BadRequest {
  /** What is wrong with it. */
  readonly kind: string;
  readonly bytes: Buffer;
  /**
   * The statuses that may answer it. Where it is `undefined`, the bytes may be no HTTP at all: the answer is some 4xx,
   * or the server closes the connection.
   */
  readonly statuses: readonly number[] | undefined;
  /** Whether the client goes away before the answer. */
  readonly isAborted?: boolean;
  /** Whether the answer has no body. */
  readonly isHead?: boolean;
}

/** What the server has that requests are about. */
export interface Surroundings {
  readonly key: string;
  readonly channel: string;
  /** A session that is closed. */
  readonly closedSession: string;
  /** One with a message in it. */
  readonly openSession: string;
}

interface Parts {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

const MAX_BODY = 262_144;
const MAX_MESSAGE = 32_768;

/** Any text, of any characters, and often of the ones that break things. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    "\0",
    "..",
    "%",
    "\u2028",
    "__proto__",
    "constructor",
    "'; DROP TABLE sessions; --",
    "\\u0000",
  ),
);
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const notString = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(anyText, { maxLength: 3 }),
  fc.dictionary(anyText, anyText, { maxKeys: 3 }),
);
const notObject = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer()));
const notBoolean = fc.oneof(anyText, fc.integer(), fc.constant(null), fc.array(fc.boolean()));
/** What JSON.parse does not take. */
const notJson = fc
  .oneof(
    anyBytes.map((bytes) => bytes.toString("latin1")),
    fc.json().chain((text) => fc.nat(text.length).map((length) => text.slice(0, length))),
    fc.json().map((text) => `${text},`),
    fc.constantFrom(
      "{",
      "[",
      '"',
      "{'a':1}",
      "NaN",
      "[1,]",
      '{"a":1}}',
      "\ufeff{}",
      '{"message":"\n"}',
      "[".repeat(5000),
    ),
  )
  .map((text) => (isJson(text) || text === "" ? `${text}{` : text));
/** A text that is part of a path: percent-encoded, so that it says what it says. */
const anySegment = anyText
  .map((text) => encodeURIComponent(Buffer.from(text).toString()))
  .filter((text) => text !== "");
const brokenSegment = fc.constantFrom("%", "%2", "%zz", "%ff", "%c3%28", "a%80b", "%ed%a0%80");

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Makes the generator of bad requests. */
export function badRequests(surroundings: Surroundings): Arbitrary<BadRequest> {
  const { key, channel, closedSession, openSession } = surroundings;
  const authorization = `Authorization: Bearer ${key}`;
  const send = `/v1/channels/${channel}/messages`;
  const create = `/v1/channels/${channel}/sessions`;
  const bodyTarget = fc.constantFrom(send, create);
  const readTarget = fc.constantFrom(`/v1/sessions/${openSession}`, `/v1/sessions/${openSession}/messages`);

  /** A well-formed request. */
  function request({ method = "GET", target = "/", headers = [authorization], body }: Parts): Buffer {
    const bytes = Buffer.from(body ?? "");
    const length = body === undefined ? [] : [`Content-Length: ${bytes.length}`];
    const head = [`${method} ${target} HTTP/1.1`, "Host: a", ...headers, ...length, "", ""].join("\r\n");
    return Buffer.concat([Buffer.from(head, "latin1"), bytes]);
  }
  function post(target: string, body: string | Buffer, headers: readonly string[] = []): Buffer {
    return request({
      method: "POST",
      target,
      body,
      headers: [authorization, "Content-Type: application/json", ...headers],
    });
  }
  function kind(name: string, bytes: Arbitrary<Buffer>, ...statuses: number[]): Arbitrary<BadRequest> {
    return bytes.map((made) => ({ kind: name, bytes: made, statuses }));
  }
  const json = (value: unknown) => JSON.stringify(value);
  const message = (fields: Arbitrary<object>) =>
    fields.map((given) => post(send, json({ message: "Hello", ...given })));

  const wellFormed = [
    kind(
      "path",
      fc.array(anySegment, { maxLength: 5 }).map((parts) => request({ target: `/v2/${parts.join("/")}` })),
      404,
    ),
    kind(
      "path beside",
      anySegment.map((part) => request({ target: `/v1/sessions/${openSession}/${part}/x` })),
      404,
    ),
    kind(
      "method",
      fc
        .tuple(
          fc.constantFrom("DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "PROPFIND"),
          fc.oneof(bodyTarget, readTarget),
        )
        .map(([method, target]) => request({ method, target })),
      405,
    ),
    readTarget.map((target) => ({
      kind: "HEAD",
      bytes: request({ method: "HEAD", target }),
      statuses: [405],
      isHead: true,
    })),
    kind(
      "key",
      fc
        .oneof(
          fc.constantFrom(
            [],
            ["Authorization:"],
            ["Authorization: Bearer"],
            [authorization, authorization],
            ["Authorization: Basic YTpi"],
          ),
          fc.base64String({ minLength: 1, maxLength: 200 }).map((text) => [`Authorization: Bearer x${text}`]),
          fc
            .string({ unit: fc.constantFrom(..." !#~\u00e9\u00ff\t;,="), maxLength: 20 })
            .map((text) => [`Authorization: ${text}`]),
        )
        .chain((headers) => fc.oneof(bodyTarget, readTarget).map((target) => ({ headers, target })))
        .map(({ headers, target }) =>
          request({
            method: target.endsWith(`${channel}/sessions`) || target === send ? "POST" : "GET",
            target,
            headers,
          }),
        ),
      401,
    ),
    kind(
      "media type",
      fc
        .tuple(
          bodyTarget,
          fc.constantFrom(
            "text/plain",
            "application/xml",
            "application/json; charset=latin1",
            "json",
            "",
            "application/json, text/html",
            "*/*",
            "application/jsonx",
          ),
        )
        .map(([target, type]) =>
          request({ method: "POST", target, body: "{}", headers: [authorization, `Content-Type: ${type}`] }),
        ),
      415,
    ),
    kind(
      "encoding",
      bodyTarget.map((target) => post(target, "{}", ["Content-Encoding: gzip"])),
      415,
    ),
    kind(
      "JSON",
      fc.tuple(bodyTarget, notJson).map(([target, text]) => post(target, text)),
      400,
    ),
    kind(
      "UTF-8",
      bodyTarget.map((target) => post(target, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))),
      400,
    ),
    kind(
      "depth",
      fc
        .integer({ min: 1001, max: 20_000 })
        .map((depth) => post(create, `{"metadata":{"a":${"[".repeat(depth)}${"]".repeat(depth)}}}`)),
      400,
    ),
    kind(
      "number",
      fc.integer({ min: 309, max: 9999 }).map((power) => post(create, `{"metadata":{"a":1e${power}}}`)),
      400,
    ),
    kind("no body", fc.constant(request({ method: "POST", target: send })), 400),
    kind(
      "no message",
      fc
        .dictionary(
          anyText.filter((name) => name !== "message"),
          anyText,
        )
        .map((body) => post(send, json(body))),
      400,
    ),
    kind(
      "message",
      notString.map((given) => post(send, json({ message: given }))),
      422,
    ),
    kind(
      "length of a message",
      fc
        .constantFrom("", "x".repeat(MAX_MESSAGE + 1), "é".repeat(MAX_MESSAGE + 1))
        .map((given) => post(send, json({ message: given }))),
      422,
    ),
    kind("session_id", message(notString.map((session_id) => ({ session_id }))), 422),
    kind("stream", message(notBoolean.map((stream) => ({ stream }))), 422),
    kind("metadata", message(notObject.map((metadata) => ({ metadata }))), 422),
    kind(
      "agent_id",
      notString.map((agent_id) => post(create, json({ agent_id }))),
      422,
    ),
    kind(
      "initial_context",
      notString.map((initial_context) => post(create, json({ initial_context }))),
      422,
    ),
    kind(
      "body",
      fc
        .oneof(fc.array(anyText), anyText, fc.integer(), fc.boolean(), fc.constant(null))
        .map((body) => post(create, json(body))),
      422,
    ),
    kind(
      "version",
      fc
        .tuple(
          readTarget,
          fc.constantFrom("", "yesterday", "2026-02-30", "2025-01-01", "2026-3-1", "٢٠٢٦-٠٣-٠١"),
        )
        .map(([target, version]) =>
          request({
            target,
            headers: [authorization, `Thinklio-Version: ${Buffer.from(version).toString("latin1")}`],
          }),
        ),
      400,
    ),
    kind(
      "user",
      readTarget.map((target) =>
        request({ target, headers: [authorization, `X-Channel-User-Id: ${"u".repeat(129)}`] }),
      ),
      400,
    ),
    kind(
      "limit",
      fc
        .oneof(
          anySegment.filter((text) => !/^\d+$/.test(text)),
          fc.constantFrom("0", "101", "-1", "1.5", "1e1", "0x10", ""),
        )
        .map((limit) => request({ target: `/v1/sessions/${openSession}/messages?limit=${limit}` })),
      400,
    ),
    kind(
      "cursor",
      fc
        .oneof(
          anySegment,
          fc.base64String().map((text) => `cur_${encodeURIComponent(text)}`),
        )
        .map((cursor) => request({ target: `/v1/sessions/${openSession}/messages?cursor=${cursor}` })),
      400,
    ),
    kind(
      "broken id",
      brokenSegment.map((id) => request({ target: `/v1/sessions/${id}` })),
      400,
    ),
    kind(
      "no such session",
      fc
        .tuple(anySegment, fc.constantFrom("", "/messages"))
        .map(([id, rest]) => request({ target: `/v1/sessions/${id}${rest}` })),
      404,
    ),
    kind(
      "no such session to close",
      anySegment.map((id) => request({ method: "POST", target: `/v1/sessions/${id}/close` })),
      404,
    ),
    kind(
      "no such session to write to",
      message(fc.tuple(anyText, fc.boolean()).map(([session_id, stream]) => ({ session_id, stream }))),
      404,
    ),
    kind(
      "no such channel",
      fc
        .tuple(anySegment, fc.constantFrom("sessions", "messages"))
        .map(([id, rest]) => post(`/v1/channels/${id}/${rest}`, json({ message: "Hello" }))),
      404,
    ),
    kind(
      "no such agent",
      anyText.map((agent_id) => post(create, json({ agent_id }))),
      404,
    ),
    kind(
      "closed session",
      message(fc.boolean().map((stream) => ({ session_id: closedSession, stream }))),
      409,
    ),
    kind(
      "length of an id",
      fc
        .integer({ min: 129, max: 3000 })
        .map((length) => request({ target: `/v1/sessions/${"a".repeat(length)}` })),
      404,
    ),
  ];

  const tooLarge = kind(
    "size",
    fc
      .boolean()
      .map((isPadded) => post(create, isPadded ? "{}".padEnd(MAX_BODY + 1) : `"${"x".repeat(MAX_BODY)}"`)),
    413,
  );

  /** A request with a key that is wrong, so that whatever a change makes of it is refused. */
  const harmless = fc.constantFrom(
    request({ target: `/v1/sessions/${openSession}`, headers: ["Authorization: Bearer wrong"] }),
    request({
      method: "POST",
      target: send,
      body: '{"message":"Hello"}',
      headers: ["Content-Type: application/json", "Authorization: Bearer wrong"],
    }),
    request({
      method: "POST",
      target: create,
      headers: ["Transfer-Encoding: chunked"],
      body: "5\r\n{}   \r\n0\r\n\r\n",
    }),
  );
  const changed = fc
    .tuple(harmless, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }))
    .map(([bytes, changes]) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy;
    });
  const line = fc.string({ unit: fc.constantFrom(..."aZ09:/ \t\0\r\n%?#\u00ff[]{}"), maxLength: 60 });
  const malformed = fc
    .oneof(
      anyBytes,
      changed,
      line.map((text) => Buffer.from(`${text}\r\n\r\n`, "latin1")),
      line.map((text) => Buffer.from(`GET / HTTP/1.1\r\nHost: a\r\n${text}\r\n\r\n`, "latin1")),
      line.map((text) =>
        Buffer.from(
          `POST ${send} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${text}`,
          "latin1",
        ),
      ),
      fc.tuple(harmless, fc.nat()).map(([bytes, cut]) => bytes.subarray(0, cut % bytes.length)),
      fc
        .constantFrom(
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET / HTTP/3.7\r\nHost: a\r\n\r\n",
          "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
          `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
          `GET / HTTP/1.1\r\nHost: a\r\n${"X-Many: x\r\n".repeat(3000)}\r\n`,
          `POST ${create} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
          `POST ${create} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}   `,
          `POST ${create} HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n`,
          `POST ${create} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n`,
          `POST ${create} HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
          "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        )
        .map((text) => Buffer.from(text, "latin1")),
    )
    .map((bytes): BadRequest => ({ kind: "HTTP", bytes, statuses: undefined }));

  const aborted = fc
    .tuple(fc.constantFrom(post(create, "{}"), post(send, json({ message: "Hello" }))), fc.nat())
    .map(
      ([bytes, cut]): BadRequest => ({
        kind: "client that leaves",
        bytes: bytes.subarray(0, cut % bytes.length),
        statuses: undefined,
        isAborted: true,
      }),
    );

  return fc.oneof(
    { weight: 80, arbitrary: fc.oneof(...wellFormed) },
    { weight: 1, arbitrary: tooLarge },
    { weight: 15, arbitrary: malformed },
    { weight: 4, arbitrary: aborted },
  );
}
