import { describe, expect, it } from "vitest";
import { type CannedResponse, withFaultyServer } from "./faulty-server.ts";
import { Target } from "./target.ts";

const session = {
  id: "ses_01hxyz",
  channel_id: "ch_01hxyz",
  agent_id: "agt_01hxyz",
  status: "active",
  message_count: 0,
  metadata: {},
  created_at: "2026-03-19T12:00:00Z",
  expires_at: "2026-03-20T12:00:00Z",
};
const item = { id: "msg_1", session_id: "ses_01hxyz", content: "Hi", created_at: "2026-03-19T12:10:00Z" };
const reply = { ...item, role: "assistant", tokens: 1, model: "m" };
const delta = { id: "msg_1", session_id: "ses_01hxyz", delta: "Hi" };
const sse = { "Content-Type": "text/event-stream" };

function error(code: string, more: Record<string, unknown> = {}) {
  return { error: { code, message: "No.", request_id: "req_1", ...more } };
}

function stream(...events: readonly (string | object)[]): CannedResponse {
  const text = events.map((event) =>
    typeof event === "string" ? event : `data: ${JSON.stringify(event)}\n\n`,
  );
  return { status: 200, headers: sse, body: text.join("") };
}

const paths = {
  createSession: ["POST", "/v1/channels/ch_01hxyz/sessions"],
  getSession: ["GET", "/v1/sessions/ses_01hxyz?a=b"],
  sendMessage: ["POST", "/v1/channels/ch_01hxyz/messages"],
  listMessages: ["GET", "/v1/sessions/ses_01hxyz/messages"],
  closeSession: ["POST", "/v1/sessions/ses_01hxyz/close"],
  deleteSession: ["DELETE", "/v1/sessions/ses_01hxyz"],
  nothing: ["GET", "/v1/nothing"],
} as const;
type Request = keyof typeof paths;

async function judged(request: Request, response: CannedResponse): Promise<string[]> {
  return withFaultyServer(response, async (baseUrl) => {
    const options = { baseUrl, key: "k", channel: "ch_01hxyz", agent: "agt_01hxyz", offers: {} };
    const [method, path] = paths[request];
    const { violations } = await new Target(options, { timeout: 2000 }).send(method, path);
    return violations.map(({ message }) => message);
  });
}

const created = { status: 201, headers: { Location: "/v1/sessions/ses_01hxyz" }, body: session };
const unauthorized = { "WWW-Authenticate": "Bearer" };
const limit = { limit: 60, remaining: 0, reset_at: "2026-03-19T12:00:30Z" };

describe("The oracle accepts what the contract says", () => {
  it.each<[string, Request, CannedResponse]>([
    ["a created session", "createSession", created],
    ["a session", "getSession", { status: 200, body: session }],
    ["a field that it does not know", "getSession", { status: 200, body: { ...session, colour: "blue" } }],
    [
      "a media type with a charset, in any case",
      "getSession",
      { status: 200, headers: { "Content-Type": "Application/JSON; Charset=UTF-8" }, body: session },
    ],
    ["a reply", "sendMessage", { status: 200, body: reply }],
    ["a stream", "sendMessage", stream(delta, delta, "data: [DONE]\n\n")],
    ["a stream with comments", "sendMessage", stream(": ping\n\n", delta, ": ping\n\n", "data: [DONE]\n\n")],
    [
      "a stream that breaks off",
      "sendMessage",
      stream(delta, `event: error\ndata: ${JSON.stringify(error("internal_error"))}\n\n`),
    ],
    [
      "a page",
      "listMessages",
      { status: 200, body: { data: [{ ...item, role: "user" }, reply], has_more: false, next_cursor: null } },
    ],
    ["401", "closeSession", { status: 401, headers: unauthorized, body: error("invalid_api_key") }],
    ["404 of a kind", "closeSession", { status: 404, body: error("session_not_found") }],
    [
      "429",
      "getSession",
      {
        status: 429,
        headers: { "Retry-After": "30" },
        body: error("rate_limit_exceeded", { details: limit }),
      },
    ],
    [
      "405",
      "deleteSession",
      { status: 405, headers: { Allow: "GET, HEAD" }, body: error("method_not_allowed") },
    ],
    ["404 of an unknown path", "nothing", { status: 404, body: error("not_found") }],
  ])("%s", async (_name, request, response) => {
    expect(await judged(request, response)).toEqual([]);
  });
});

describe("The oracle catches", () => {
  it.each<[string, Request, CannedResponse, RegExp]>([
    ["an undeclared status", "getSession", { status: 201, body: session }, /getSession does not declare/],
    [
      "an undeclared error status",
      "closeSession",
      { status: 422, body: error("validation_failed") },
      /not declare/,
    ],
    ["a missing Location", "createSession", { status: 201, body: session }, /Location is missing/],
    [
      "a Location that is no session's path",
      "createSession",
      { ...created, headers: { Location: "ses_01hxyz" } },
      /Location must match/,
    ],
    [
      "a wrong media type",
      "getSession",
      { status: 200, headers: { "Content-Type": "text/html" }, body: session },
      /media type is not declared/,
    ],
    [
      "an error of another media type",
      "getSession",
      {
        status: 404,
        headers: { "Content-Type": "application/problem+json" },
        body: error("session_not_found"),
      },
      /media type is not declared/,
    ],
    [
      "a wrong charset",
      "getSession",
      { status: 200, headers: { "Content-Type": "application/json; charset=latin1" }, body: session },
      /charset/,
    ],
    [
      "a stream where none is declared",
      "listMessages",
      { status: 200, headers: sse, body: "data: [DONE]\n\n" },
      /media type is not declared/,
    ],
    ["a body that is not JSON", "getSession", { status: 200, body: "<p>" }, /must be JSON/],
    ["no body", "getSession", { status: 200, body: "" }, /must be JSON/],
    ["a missing field", "getSession", { status: 200, body: { ...session, metadata: undefined } }, /metadata/],
    [
      "a field of a wrong type",
      "getSession",
      { status: 200, body: { ...session, message_count: "0" } },
      /integer/,
    ],
    ["a negative count", "getSession", { status: 200, body: { ...session, message_count: -1 } }, />= 0/],
    [
      "an unknown state",
      "getSession",
      { status: 200, body: { ...session, status: "open" } },
      /status.*active/,
    ],
    [
      "an id without its prefix",
      "getSession",
      { status: 200, body: { ...session, id: "01hxyz" } },
      /id must match/,
    ],
    [
      "a time that is not in UTC",
      "getSession",
      { status: 200, body: { ...session, created_at: "2026-03-19T12:00:00+01:00" } },
      /created_at/,
    ],
    [
      "a time that is none",
      "getSession",
      { status: 200, body: { ...session, expires_at: "2026-02-30T12:00:00Z" } },
      /expires_at/,
    ],
    ["a reply of the user", "sendMessage", { status: 200, body: { ...reply, role: "user" } }, /role/],
    [
      "an item without tokens",
      "listMessages",
      { status: 200, body: { data: [{ ...item, role: "assistant" }], has_more: false, next_cursor: null } },
      /data\/0/,
    ],
    [
      "a page without next_cursor",
      "listMessages",
      { status: 200, body: { data: [], has_more: false } },
      /next_cursor/,
    ],
    [
      "an envelope without request_id",
      "getSession",
      { status: 404, body: { error: { code: "session_not_found", message: "No." } } },
      /request_id/,
    ],
    [
      "a request_id without its prefix",
      "getSession",
      { status: 404, body: error("session_not_found", { request_id: "1" }) },
      /request_id/,
    ],
    [
      "an error with a blank message",
      "getSession",
      { status: 404, body: error("session_not_found", { message: " " }) },
      /message must say what went wrong/,
    ],
    ["an error that is no envelope", "getSession", { status: 404, body: { code: "not_found" } }, /envelope/],
    [
      "a code that does not go with the status",
      "getSession",
      { status: 404, body: error("invalid_request") },
      /does not go with this status/,
    ],
    [
      "a code that does not go with the operation",
      "getSession",
      { status: 404, body: error("agent_not_found") },
      /does not go with this status here/,
    ],
    [
      "401 without WWW-Authenticate",
      "getSession",
      { status: 401, body: error("invalid_api_key") },
      /WWW-Authenticate is missing/,
    ],
    [
      "401 with another scheme",
      "getSession",
      { status: 401, headers: { "WWW-Authenticate": "Basic" }, body: error("invalid_api_key") },
      /WWW-Authenticate/,
    ],
    ["422 without details", "createSession", { status: 422, body: error("validation_failed") }, /details/],
    [
      "422 with a path that is no JSON pointer",
      "createSession",
      {
        status: 422,
        body: error("validation_failed", {
          details: { errors: [{ path: "body.metadata", message: "No." }] },
        }),
      },
      /path/,
    ],
    [
      "429 without Retry-After",
      "getSession",
      { status: 429, body: error("rate_limit_exceeded", { details: limit }) },
      /Retry-After is missing/,
    ],
    [
      "a Retry-After that is no number",
      "getSession",
      {
        status: 429,
        headers: { "Retry-After": "soon" },
        body: error("rate_limit_exceeded", { details: limit }),
      },
      /Retry-After must be integer/,
    ],
    [
      "405 without Allow",
      "deleteSession",
      { status: 405, body: error("method_not_allowed") },
      /Allow is missing/,
    ],
    [
      "an Allow that leaves a method out",
      "deleteSession",
      { status: 405, headers: { Allow: "HEAD" }, body: error("method_not_allowed") },
      /Allow must list/,
    ],
    [
      "an Allow with a method that there is not",
      "deleteSession",
      { status: 405, headers: { Allow: "GET, DELETE" }, body: error("method_not_allowed") },
      /Allow must list/,
    ],
    [
      "404 in the place of 405",
      "deleteSession",
      { status: 404, body: error("not_found") },
      /no such method: the status must say so/,
    ],
    ["200 for an unknown path", "nothing", { status: 200, body: {} }, /no such path: the status must say so/],
    [
      "an unknown path with a code of another kind",
      "nothing",
      { status: 404, body: error("channel_not_found") },
      /code/,
    ],
    ["a stream without [DONE]", "sendMessage", stream(delta), /must end with/],
    [
      "a stream with two [DONE]",
      "sendMessage",
      stream(delta, "data: [DONE]\n\n", "data: [DONE]\n\n"),
      /must come last and once/,
    ],
    [
      "a stream that goes on after [DONE]",
      "sendMessage",
      stream("data: [DONE]\n\n", delta),
      /must come last/,
    ],
    ["a stream that ends within an event", "sendMessage", stream(delta, "data: [DONE]\n"), /within an event/],
    ["an empty stream", "sendMessage", stream(), /must end with/],
    [
      "an event with a type",
      "sendMessage",
      stream("event: delta\n", delta, "data: [DONE]\n\n"),
      /has a type/,
    ],
    ["an event with an id", "sendMessage", stream("id: 1\n", delta, "data: [DONE]\n\n"), /has an id/],
    [
      "an event without session_id",
      "sendMessage",
      stream({ id: "msg_1", delta: "Hi" }, "data: [DONE]\n\n"),
      /data of event 1 of 2: .*session_id/,
    ],
    [
      "an event that is not JSON",
      "sendMessage",
      stream("data: Hi\n\n", "data: [DONE]\n\n"),
      /data of event 1/,
    ],
    [
      "an error event that is no envelope",
      "sendMessage",
      stream(delta, 'event: error\ndata: {"message":"No."}\n\n'),
      /data of event 2/,
    ],
    [
      "a stream with [DONE] after an error",
      "sendMessage",
      stream(`event: error\ndata: ${JSON.stringify(error("internal_error"))}\n\n`, "data: [DONE]\n\n"),
      /is an error, which must come last/,
    ],
  ])("%s", async (_name, request, response, message) => {
    expect(await judged(request, response)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
