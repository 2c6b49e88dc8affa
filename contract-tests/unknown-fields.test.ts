import { describe, expect, it } from "vitest";
import type { HttpRequest, HttpResponse } from "./http.ts";
import { parseJson } from "./json.ts";
import { judgeUnknownFields } from "./unknown-fields.ts";

const session = {
  id: "ses_1",
  channel_id: "ch_1",
  agent_id: "agt_1",
  status: "active",
  message_count: 0,
  metadata: { "any key": { of: "theirs" } },
  created_at: "2026-03-19T10:00:00Z",
  expires_at: "2026-03-20T10:00:00Z",
};

function fieldsIn(request: Pick<HttpRequest, "method" | "path">, status: number, body: unknown): string {
  const isStream = typeof body === "string";
  const text = isStream ? body : JSON.stringify(body);
  const response: HttpResponse = {
    status,
    headers: new Headers({ "Content-Type": isStream ? "text/event-stream" : "application/json" }),
    rawHeaders: [],
    body: Buffer.from(text),
    text,
    json: parseJson(text),
    complete: true,
  };
  const violations = judgeUnknownFields({ ...request, headers: [] }, response);
  return violations.map(({ message }) => message.replace(/^.*: /, "")).join();
}

const get = { method: "GET", path: "/v1/sessions/x" };
const list = { method: "GET", path: "/v1/sessions/x/messages?limit=1" };
const send = { method: "POST", path: "/v1/channels/x/messages" };

describe("Judged strictly, a response", () => {
  it("may have what the contract knows, and metadata as they are", () => {
    expect(fieldsIn(get, 200, session)).toBe("");
  });

  it("may have no other field", () => {
    expect(fieldsIn(get, 200, { ...session, colour: 1, "a/b~": 2 })).toBe("/colour, /a~1b~0");
  });

  it("may have none in the items of a list", () => {
    const item = {
      id: "msg_1",
      session_id: "ses_1",
      role: "user",
      content: "a",
      created_at: session.created_at,
    };
    const page = { data: [item, { ...item, x: 1 }, { ...item, x: 1 }], has_more: false, next_cursor: null };
    expect(fieldsIn(list, 200, page)).toBe("/data/*/x");
  });

  it("may have none in an error, nor beside it", () => {
    const error = { code: "session_not_found", message: "No.", request_id: "req_1" };
    expect(fieldsIn(get, 404, { error })).toBe("");
    expect(fieldsIn(get, 404, { error: { ...error, hint: "x" }, trace: 1 })).toBe("/error/hint, /trace");
    const other = { code: "method_not_allowed", message: "No.", request_id: "req_1", hint: "x" };
    expect(fieldsIn({ ...get, method: "DELETE" }, 405, { error: other })).toBe("/error/hint");
  });

  it("may have none in the events of a stream", () => {
    const delta = { id: "msg_1", session_id: "ses_1", delta: "a" };
    const stream = (...events: readonly unknown[]) =>
      `${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}data: [DONE]\n\n`;
    expect(fieldsIn(send, 200, stream(delta, delta))).toBe("");
    expect(fieldsIn(send, 200, stream(delta, { ...delta, index: 1 }))).toBe("/index");
  });
});
