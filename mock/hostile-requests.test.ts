import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateErrorEnvelope } from "../generated/validators.js";
import { MODES, type Mode } from "./activity.ts";
import { type Mock, startMock } from "./index.ts";

const mocks = new Map<Mode, Mock>();
beforeAll(async () => {
  for (const mode of MODES) mocks.set(mode, await startMock({ mode, tokenDelay: 0, requestTimeout: 200 }));
});
afterAll(() => Promise.all(Array.from(mocks.values(), (mock) => mock.close(0))));

/** Sends bytes on a connection of their own, and reads until the mock closes it. */
async function exchange(port: number, bytes: readonly (string | Buffer)[]) {
  const socket = connect({ port, host: "127.0.0.1" });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk)).on("error", () => {});
  for (const part of bytes) socket.write(part);
  await once(socket, "close");
  const text = Buffer.concat(chunks).toString();
  const [head = "", body = ""] = text.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), body };
}

const head = (target: string, ...headers: string[]) =>
  [
    `POST ${target} HTTP/1.1`,
    "Host: a",
    "Authorization: Bearer any",
    "Connection: close",
    ...headers,
    "",
    "",
  ].join("\r\n");
const json = "Content-Type: application/json";
const sessions = "/v1/channels/ch_01hxyz/sessions";
const sized = (body: string | Buffer, ...headers: string[]) => [
  head(sessions, json, `Content-Length: ${Buffer.byteLength(body)}`, ...headers),
  body,
];

const hostile: readonly [string, readonly (string | Buffer)[], number, string][] = [
  ["malformed JSON", sized('{"metadata":{"tick'), 400, "invalid_request"],
  ["an open bracket, 100,000 times", sized("[".repeat(100_000)), 400, "invalid_request"],
  [
    "a body that is no UTF-8",
    sized(Buffer.from('{"initial_context":"\xff"}', "latin1")),
    400,
    "invalid_request",
  ],
  ["a number beyond a double", sized('{"metadata":{"x":1e999}}'), 400, "invalid_request"],
  ["a body of 300 KiB", sized(`"${"x".repeat(300 * 1024)}"`), 413, "payload_too_large"],
  [
    "a body that never ends",
    [head(sessions, json, "Content-Length: 30"), '{"metadata"'],
    400,
    "invalid_request",
  ],
  ["a compressed body", sized("x", "Content-Encoding: gzip"), 415, "unsupported_media_type"],
  ["a body that is no object", sized("[]"), 422, "validation_failed"],
  ["two keys", sized("{}", "Authorization: Bearer other"), 401, "invalid_api_key"],
  ["a path that cannot be decoded", [head("/v1/sessions/%ff/close")], 400, "invalid_request"],
  [
    "an id of 10,000 characters",
    [head(`/v1/sessions/${"x".repeat(10_000)}/close`)],
    404,
    "session_not_found",
  ],
  ["a path out of the API", [head("/v1/channels/../../etc/passwd")], 404, "not_found"],
  ["a name of Object.prototype", [head("/v1/__proto__")], 404, "not_found"],
  ["a header with NUL", [head(sessions, "X-Channel-User-Id: a\0b")], 400, "invalid_request"],
  ["no HTTP at all", ["\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n"], 400, "invalid_request"],
  [
    "a preference of 8,000 characters",
    sized("{}", `Prefer: example=${"x".repeat(8000)}`),
    400,
    "invalid_request",
  ],
];

describe.each(MODES)("In the mode %s", (mode) => {
  it.each(hostile)("%s is answered within the contract", async (_name, bytes, status, code) => {
    const mock = mocks.get(mode) ?? expect.fail("There is no mock.");
    const answer = await exchange(mock.port, bytes);
    const body: unknown = JSON.parse(answer.body);
    if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${answer.body}`);
    expect([answer.status, body.error.code]).toEqual([status, code]);
    const next = await fetch(mock.url + sessions, {
      method: "POST",
      headers: { Authorization: "Bearer any" },
    });
    expect(next.status).toBe(201);
  });

  it("__proto__ in metadata does no harm, and keeps its place", async () => {
    const mock = mocks.get(mode) ?? expect.fail("There is no mock.");
    const response = await fetch(mock.url + sessions, {
      method: "POST",
      headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
      body: '{"metadata":{"__proto__":{"polluted":true}}}',
    });
    const text = await response.text();
    expect(response.status).toBe(201);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    // Examples are what they are, whatever is sent.
    if (mode !== "examples") expect(text).toContain('"__proto__":{"polluted":true}');
  });
});
