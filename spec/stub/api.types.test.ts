import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type {
  AssistantMessage,
  CreateSessionRequest,
  MessageDelta,
  SendMessageRequest,
  Session,
} from "../../generated/index.ts";
import {
  type CreateSessionOutcome,
  createRouter,
  type GetSessionOutcome,
  type ListMessagesOutcome,
  refuse,
  type SendMessageOutcome,
  type SessionsApi,
} from "../../generated/stub/index.ts";
import { readExpectations, typeCheck } from "../../package/type-check.ts";

const session: Session = {
  id: "ses_01hxyz",
  channel_id: "ch_01hxyz",
  agent_id: "agt_01hxyz",
  status: "active",
  message_count: 0,
  metadata: {},
  created_at: "2026-03-19T12:00:00Z",
  expires_at: "2026-03-20T12:00:00Z",
};
const reply: AssistantMessage = {
  id: "msg_01hxyz",
  session_id: "ses_01hxyz",
  role: "assistant",
  content: "Hello",
  created_at: "2026-03-19T12:00:00Z",
  tokens: 1,
  model: "echo",
};
const headers = { Location: "/v1/sessions/ses_01hxyz" };
async function* deltas(): AsyncGenerator<MessageDelta> {
  yield { id: "msg_01hxyz", session_id: "ses_01hxyz", delta: "Hello" };
}

/** An API that uses all that the types offer. That it compiles is what it is for. */
const correct: SessionsApi<{ tenant: string }> = {
  createSession({
    params,
    query,
    headers: { "X-Channel-User-Id": user = "nobody" },
    body,
    context,
    requestId,
  }) {
    const texts: string[] = [params.channel_id, user, context.tenant, requestId, ...Object.keys(query)];
    const agent: string | undefined = body?.agent_id;
    return {
      status: 201,
      headers,
      body: { ...session, agent_id: agent ?? "agt_01hxyz", metadata: { texts } },
    };
  },
  async getSession({ params }) {
    if (params.session_id === session.id) return { status: 200, body: session };
    return { status: 404, error: { code: "session_not_found", message: "There is no such session." } };
  },
  sendMessage({ body, signal }) {
    if (body.message === "policy") {
      return { status: 403, error: { code: "policy_violation", message: "Blocked." } };
    }
    if (signal.aborted || !body.stream) return { status: 200, type: "application/json", body: reply };
    return { status: 200, type: "text/event-stream", events: deltas() };
  },
  listMessages({ query }) {
    const limit: number = query.limit;
    const cursor: string | undefined = query.cursor;
    if (cursor !== undefined) {
      const errors = [{ path: "/cursor", message: "is unknown" }];
      return {
        status: 400,
        error: { code: "invalid_request", message: "No such cursor.", details: { errors } },
      };
    }
    return { status: 200, body: { data: [reply], has_more: limit === 1, next_cursor: null } };
  },
  closeSession: () => ({
    status: 429,
    headers: { "Retry-After": 30 },
    error: {
      code: "rate_limit_exceeded",
      message: "Too many requests.",
      details: { limit: 1, remaining: 0, reset_at: "2026-03-19T12:00:30Z" },
    },
  }),
};

/** Requests as a client writes them: what the contract gives a default may be left out. */
const requests: readonly [CreateSessionRequest, SendMessageRequest] = [{}, { message: "Hello" }];

/**
 * Outcomes that must not compile. The words behind each directive are what the compiler has to say about the line
 * below it; the test removes the directives and looks.
 */
const wrongToCreate: readonly CreateSessionOutcome[] = [
  // @ts-expect-error Type '202' is not assignable
  { status: 202, headers, body: session },
  // @ts-expect-error '"session_closed"' is not assignable
  { status: 404, error: { code: "session_closed", message: "It is closed." } },
  // @ts-expect-error '"session_not_found"' is not assignable
  { status: 404, error: { code: "session_not_found", message: "It belongs to another operation." } },
  // @ts-expect-error '"not_found"' is not assignable
  { status: 400, error: { code: "not_found", message: "The code is of another status." } },
  // @ts-expect-error Property 'headers' is missing
  { status: 201, body: session },
  // @ts-expect-error Property 'Location' is missing
  { status: 201, headers: {}, body: session },
  // @ts-expect-error Property 'body' is missing
  { status: 201, headers },
  // @ts-expect-error Property 'expires_at' is missing
  { status: 201, headers, body: (({ expires_at, ...rest }) => rest)(session) },
  // @ts-expect-error '"open"' is not assignable
  { status: 201, headers, body: { ...session, status: "open" } },
  // @ts-expect-error 'string' is not assignable to type 'number'
  { status: 201, headers, body: { ...session, message_count: "0" } },
  // @ts-expect-error 'undefined' is not assignable to type 'string'
  { status: 201, headers, body: { ...session, last_message_at: undefined } },
  // @ts-expect-error Property 'details' is missing
  { status: 422, error: { code: "validation_failed", message: "A field is wrong." } },
  // @ts-expect-error Property 'errors' is missing
  { status: 422, error: { code: "validation_failed", message: "A field is wrong.", details: {} } },
  // @ts-expect-error Property 'message' is missing
  { status: 404, error: { code: "channel_not_found" } },
  // @ts-expect-error 'request_id' does not exist
  { status: 404, error: { code: "channel_not_found", message: "Gone.", request_id: "req_01hxyz" } },
  // @ts-expect-error 'type' does not exist
  { status: 201, headers, type: "text/event-stream", events: deltas() },
];

const state = { limit: 1, remaining: 0, reset_at: "2026-03-19T12:00:30Z" };
const limited = { code: "rate_limit_exceeded", message: "Too many requests.", details: state } as const;

const wrongToGet: readonly GetSessionOutcome[] = [
  // @ts-expect-error Property 'headers' is missing
  { status: 429, error: limited },
  // @ts-expect-error Property '"Retry-After"' is missing
  { status: 429, headers: {}, error: limited },
  // @ts-expect-error 'string' is not assignable to type 'number'
  { status: 429, headers: { "Retry-After": "30" }, error: limited },
  // @ts-expect-error Type '422' is not assignable
  { status: 422, error: { code: "validation_failed", message: "There is no body." } },
  // @ts-expect-error Type '201' is not assignable
  { status: 201, headers, body: session },
  // @ts-expect-error '"agent_not_found"' is not assignable
  refuse("agent_not_found"),
  // @ts-expect-error Property 'headers' is missing
  refuse("rate_limit_exceeded"),
];

const wrongToSend: readonly SendMessageOutcome[] = [
  // @ts-expect-error Property 'type' is missing
  { status: 200, body: reply },
  // @ts-expect-error 'events' does not exist
  { status: 200, type: "application/json", events: deltas() },
  // @ts-expect-error 'body' does not exist
  { status: 200, type: "text/event-stream", body: reply },
  // @ts-expect-error '"user"' is not assignable
  { status: 200, type: "application/json", body: { ...reply, role: "user" } },
  // @ts-expect-error Property '[Symbol.asyncIterator]' is missing
  { status: 200, type: "text/event-stream", events: [] },
];

const wrongToList: readonly ListMessagesOutcome[] = [
  // @ts-expect-error Property 'next_cursor' is missing
  { status: 200, body: { data: [], has_more: false } },
  // @ts-expect-error 'type' does not exist
  { status: 200, type: "text/event-stream", events: deltas() },
];

const wrongApis: readonly SessionsApi<{ tenant: string }>[] = [
  // @ts-expect-error Property 'closeSession' is missing
  { ...(({ closeSession, ...rest }) => rest)(correct) },
  // @ts-expect-error Type '204' is not assignable
  { ...correct, createSession: () => ({ status: 204 }) },
  // @ts-expect-error Type 'undefined' is not assignable
  { ...correct, createSession: async () => undefined },
  // @ts-expect-error Property 'id' does not exist
  { ...correct, getSession: (input) => ({ status: 200, body: { ...session, id: input.params.id } }) },
];

const refused = [wrongToCreate, wrongToGet, wrongToSend, wrongToList, wrongApis];

describe("the types of the stub", () => {
  it("accept an API that returns what the contract declares", () => {
    expect(createRouter(correct, { authenticate: (tenant) => ({ tenant }) })).toBeTypeOf("function");
    expect(requests).toHaveLength(2);
  });

  it("refuse, each for its own reason, what the contract does not declare", () => {
    const path = fileURLToPath(import.meta.url);
    const text = readFileSync(path, "utf8");
    const expected = Object.entries(readExpectations(text));
    expect(expected).toHaveLength(refused.flat().length);
    const reasons = expected.map(([line, reason]) => [line, expect.stringContaining(reason)]);
    const said = typeCheck(path, text.replaceAll("@ts-expect-error", ""));
    expect(said).toStrictEqual(Object.fromEntries(reasons));
  });
});
