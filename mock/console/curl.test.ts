import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { RecordedRequest } from "../activity.ts";
import { curlLine, sendMessageLine } from "./console-page/curl.ts";

const ORIGIN = "http://127.0.0.1:4010";

function recorded(parts: Partial<RecordedRequest>): RecordedRequest {
  return {
    id: "req_1",
    receivedAt: "2026-03-19T10:00:00Z",
    mode: "examples",
    method: "POST",
    path: "/v1/channels/ch_1/messages",
    headers: { authorization: "Bearer [redacted]", "content-type": "application/json" },
    operationId: "sendMessage",
    body: undefined,
    verdict: undefined,
    prism: undefined,
    answer: undefined,
    ...parts,
  };
}

/** What a shell makes of the line: the words that curl would get. */
function wordsOf(line: string, environment: Record<string, string> = {}): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  const output = execFileSync("sh", ["-c", script], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  return output.split("\0").slice(0, -1);
}

const send = (parts: Partial<RecordedRequest>, environment?: Record<string, string>) =>
  wordsOf(curlLine(ORIGIN, recorded(parts)), environment);

describe("A request as curl", () => {
  it("sends the same again", () => {
    expect(send({ body: { message: "Hello!" } })).toEqual([
      "-i",
      `${ORIGIN}/v1/channels/ch_1/messages`,
      "-H",
      "authorization: Bearer any",
      "-H",
      "content-type: application/json",
      "--data-binary",
      '{"message":"Hello!"}',
    ]);
  });

  it("takes the key from the environment", () => {
    expect(send({ body: {} }, { THINKLIO_API_KEY: "tk_mine" })).toContain("authorization: Bearer tk_mine");
  });

  it("has no key where there was none, and another scheme where there was one", () => {
    expect(send({ headers: {} }).join(" ")).not.toMatch(/authorization/i);
    expect(send({ headers: { authorization: "Basic [redacted]" } })).toContain(
      "authorization: Basic [redacted]",
    );
  });

  it("names the method where curl would take another", () => {
    expect(send({ method: "GET" })).not.toContain("-X");
    expect(send({ method: "POST" }).join(" ")).toContain("-X POST");
    expect(send({ method: "DELETE", body: {} }).join(" ")).toContain("-X DELETE");
  });

  it("leaves out what a client says of itself", () => {
    const headers = {
      host: "a",
      "user-agent": "b",
      "sec-fetch-mode": "c",
      accept: "*/*",
      prefer: "code=404",
    };
    expect(send({ method: "GET", headers }).slice(2)).toEqual(["-H", "prefer: code=404"]);
  });

  it("shows a stream as it comes", () => {
    expect(send({ body: { message: "Hello!", stream: true } })).toContain("-N");
  });

  it("sends a malformed body as it was, and a string in JSON as one", () => {
    expect(send({ body: '{"message": "Hel' }).at(-1)).toBe('{"message": "Hel');
    const answer = {
      status: 422,
      headers: {},
      body: {},
      events: [],
      statements: [],
      duration: 1,
      isComplete: true,
    };
    expect(send({ body: "Hello", answer }).at(-1)).toBe('"Hello"');
  });

  it.each([
    "it's",
    '"; touch pwned; "',
    "$(touch pwned)",
    "`id`",
    "a\nb",
    "\u001b]0;title\u0007",
    "100 % \\ \\n",
    "é😀",
  ])("hands %j to curl as it is", (text) => {
    expect(send({ body: text }).at(-1)).toBe(text);
    expect(send({ path: `/${encodeURI(text)}`, method: "GET" })).toContain(`${ORIGIN}/${encodeURI(text)}`);
    expect(send({ headers: { prefer: text } })).toContain(`prefer: ${text}`);
  });

  it("has no character that a terminal obeys", () => {
    const line = curlLine(
      ORIGIN,
      recorded({ body: "\u001b[2J\u0007\u009b\u007f", headers: { prefer: "\u001b[2J" } }),
    );
    expect(line).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe("The line to begin with", () => {
  it("sends a message, in a session or in a new one", () => {
    expect(wordsOf(sendMessageLine(ORIGIN, "ch_1")).at(-1)).toBe('{"message":"Hello!","stream":true}');
    expect(wordsOf(sendMessageLine(ORIGIN, "ch_1", "ses_1")).at(-1)).toBe(
      '{"message":"Hello!","session_id":"ses_1","stream":true}',
    );
  });
});
