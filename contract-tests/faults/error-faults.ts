import {
  afterRefusal,
  codeOf,
  editError,
  editHeader,
  editRequest,
  editResponseHeader,
  editSession,
  headerOf,
  idOf,
  invalid,
  operationOf,
  refusal,
  refusing,
  replaceError,
  replaceResponse,
  withoutHeader,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { changeAgent } from "./parts.ts";
import type { Wire, WireRequest } from "./wire.ts";

/** Changes the errors of a code. */
function editErrors(code: string, edit: (error: Readonly<Record<string, unknown>>) => unknown): Wire {
  return editError(({ error }) => ({ error: error.code === code ? edit({ ...error }) : error }));
}

/** Changes the fields that a 422 names. */
function editFieldErrors(edit: (fault: { path: string; message: string }) => unknown): Wire {
  return editError(({ error }) =>
    error.code === "validation_failed"
      ? { error: { ...error, details: { errors: error.details.errors.map(edit) } } }
      : { error },
  );
}

/** Errors with a wrong status, code, header or envelope. */
export const errorFaults: readonly Fault[] = [
  {
    id: "error-without-request-id",
    title: "Errors have no request_id",
    caughtBy: ["ERR-001"],
    wire: editError(({ error }) => ({ error: { ...error, request_id: undefined } })),
  },
  {
    id: "error-request-id-without-prefix",
    title: "request_id has no prefix",
    caughtBy: ["ERR-001"],
    wire: editError(({ error }) => ({ error: { ...error, request_id: error.request_id.slice(4) } })),
  },
  {
    id: "error-without-envelope",
    title: "Errors are not in an envelope",
    caughtBy: ["ERR-001"],
    wire: editError(({ error }) => error),
  },
  {
    id: "error-without-message",
    title: "Errors have no message",
    caughtBy: ["ERR-001"],
    wire: editError(({ error }) => ({ error: { ...error, message: undefined } })),
  },
  {
    id: "error-details-as-text",
    title: "The details of errors are text",
    caughtBy: ["ERR-015"],
    wire: editError(({ error }) => ({ error: { ...error, details: "It failed." } })),
  },
  {
    id: "error-as-problem",
    title: "The media type of errors is application/problem+json",
    caughtBy: ["ERR-001"],
    wire: {
      response: (response) =>
        response.status >= 400
          ? { ...response, headers: { ...response.headers, "content-type": "application/problem+json" } }
          : response,
    },
  },
  {
    id: "error-with-stack-trace",
    title: "The message of a 500 is a stack trace",
    caughtBy: ["ERR-012"],
    wire: editErrors("internal_error", (error) => ({ ...error, message: new Error("It failed.").stack })),
  },
  {
    id: "error-is-502",
    title: "A failure of the agent is answered with 502",
    caughtBy: ["ERR-012", "STR-009"],
    wire: replaceError("internal_error", refusal(502, "internal_error")),
  },
  {
    id: "policy-as-budget",
    title: "A message that a policy blocks is answered as if the budget were exhausted",
    caughtBy: ["ERR-003"],
    wire: replaceError("policy_violation", refusal(403, "budget_exceeded")),
  },
  {
    id: "policy-is-422",
    title: "A message that a policy blocks is answered with 422",
    caughtBy: ["ERR-003"],
    wire: replaceError("policy_violation", invalid("/message")),
  },
  {
    id: "policy-not-for-streams",
    title: "The policy is not asked about streamed messages",
    caughtBy: ["ERR-003"],
    wire: editRequest((body) =>
      body.stream === true && typeof body.message === "string"
        ? { ...body, message: body.message.replace("forbidden", "fine") }
        : body,
    ),
  },
  {
    id: "budget-is-402",
    title: "An exhausted budget is answered with 402",
    caughtBy: ["ERR-004"],
    wire: replaceError("budget_exceeded", refusal(402, "budget_exceeded")),
  },
  {
    id: "budget-never-exhausted",
    title: "The budget is never exhausted",
    caughtBy: ["ERR-004"],
    parts: () => ({ tokenBudget: () => Number.POSITIVE_INFINITY }),
  },
  {
    id: "channel-as-session",
    title: "A channel that does not exist is answered like a session that does not",
    caughtBy: ["ERR-005", "ERR-006"],
    wire: replaceError("channel_not_found", refusal(404, "session_not_found")),
  },
  {
    id: "session-without-code",
    title: "A session that does not exist is answered like a route that does not",
    caughtBy: ["ERR-007"],
    wire: replaceError("session_not_found", refusal(404, "not_found")),
  },
  {
    id: "route-as-session",
    title: "A route that does not exist is answered like a session that does not",
    caughtBy: ["ERR-009"],
    wire: replaceError("not_found", refusal(404, "session_not_found")),
  },
  {
    id: "route-is-html",
    title: "A route that does not exist is answered with HTML",
    caughtBy: ["ERR-001", "ERR-009"],
    wire: replaceResponse((response) => codeOf(response) === "not_found", {
      status: 404,
      headers: { "content-type": "text/html" },
      body: "<h1>Not found</h1>",
    }),
  },
  {
    id: "method-is-404",
    title: "Another method is answered with 404",
    caughtBy: ["HTT-001", "HTT-002", "HTT-003", "HTT-004", "HTT-005"],
    wire: replaceError("method_not_allowed", refusal(404, "not_found")),
  },
  {
    id: "allow-missing",
    title: "405 has no Allow",
    caughtBy: ["HTT-001"],
    wire: withoutHeader("allow"),
  },
  {
    id: "allow-too-much",
    title: "Allow lists methods that are refused",
    caughtBy: ["HTT-001", "HTT-002"],
    wire: editResponseHeader("allow", () => "GET, POST, PUT, PATCH, DELETE"),
  },
  {
    id: "allow-of-another-path",
    title: "Allow lists the methods of another path",
    caughtBy: ["HTT-001", "HTT-002"],
    wire: editResponseHeader("allow", (value) => (value === "GET" ? "POST" : "GET")),
  },
  {
    id: "invalid-without-details",
    title: "422 has no details",
    caughtBy: ["ERR-010"],
    wire: editErrors("validation_failed", (error) => ({ ...error, details: undefined })),
  },
  {
    id: "invalid-path-with-dots",
    title: "The paths of a 422 have dots and no slash",
    caughtBy: ["ERR-010"],
    wire: editFieldErrors((fault) => ({ ...fault, path: fault.path.replace("/", ".") })),
  },
  {
    id: "invalid-path-of-the-body",
    title: "The paths of a 422 name the whole body",
    caughtBy: ["ERR-010", "MSG-011"],
    wire: editFieldErrors((fault) => ({ ...fault, path: "" })),
  },
  {
    id: "invalid-without-words",
    title: "The fields of a 422 have no message",
    caughtBy: ["ERR-010"],
    wire: editFieldErrors(({ path }) => ({ path })),
  },
  {
    id: "limit-is-503",
    title: "A request beyond the rate limit is answered with 503",
    caughtBy: ["ERR-011"],
    wire: replaceError("rate_limit_exceeded", refusal(503, "rate_limit_exceeded")),
  },
  {
    id: "retry-after-missing",
    title: "429 has no Retry-After",
    caughtBy: ["ERR-011"],
    wire: withoutHeader("retry-after"),
  },
  {
    id: "retry-after-is-a-date",
    title: "Retry-After is a date",
    caughtBy: ["ERR-011"],
    wire: editResponseHeader("retry-after", () => "Thu, 19 Mar 2026 12:01:00 GMT"),
  },
  {
    id: "rate-limit-told-one-less",
    title: "The rate limit accepts one request more than it says",
    caughtBy: ["ERR-014"],
    wire: editErrors("rate_limit_exceeded", (error) => ({
      ...error,
      details: { limit: 19, remaining: 0, reset_at: "2026-03-19T12:01:00Z" },
    })),
  },
  {
    id: "retry-after-too-short",
    title: "Retry-After is a tenth of what it should be",
    caughtBy: ["ERR-014"],
    wire: editResponseHeader("retry-after", (value) => String(Math.floor(Number(value) / 10))),
  },
  {
    id: "limit-without-state",
    title: "429 does not tell the state of the limit",
    caughtBy: ["ERR-011"],
    wire: editErrors("rate_limit_exceeded", (error) => ({ ...error, details: undefined })),
  },
  {
    id: "limit-for-reading-alone",
    title: "The rate limit does not count for createSession",
    caughtBy: ["ERR-016"],
    wire: replaceResponse(
      (response, request) => operationOf(request) === "createSession" && response.status === 429,
      refusal(404, "channel_not_found"),
    ),
  },
  {
    id: "request-id-repeated",
    title: "Every error has the same request_id",
    caughtBy: ["ERR-017"],
    wire: editError(({ error }) => ({ error: { ...error, request_id: "req_01hxyz" } })),
  },
  {
    id: "limit-remaining-drifts",
    title: "remaining goes below 0",
    caughtBy: ["ERR-011"],
    wire: editErrors("rate_limit_exceeded", (error) => ({
      ...error,
      details: { limit: 20, remaining: -1, reset_at: "2026-03-19T12:01:00Z" },
    })),
  },
  {
    id: "malformed-json-is-500",
    title: "A body that is not JSON makes the server fail",
    caughtBy: ["HTT-043"],
    wire: replaceResponse(
      (response, request) =>
        codeOf(response) === "invalid_request" && request.body.toString().startsWith('{"message":"Hel'),
      refusal(500, "internal_error"),
    ),
  },
  {
    id: "malformed-json-is-422",
    title: "A body that is not JSON is answered with 422",
    caughtBy: ["HTT-043"],
    wire: replaceResponse(
      (response, request) => codeOf(response) === "invalid_request" && request.body.toString() === "hello",
      invalid(""),
    ),
  },
  {
    id: "malformed-path-is-500",
    title: "A path that cannot be decoded makes the server fail",
    caughtBy: ["HTT-020"],
    wire: refusing((request) => request.path.includes("%zz"), refusal(500, "internal_error")),
  },
  {
    id: "malformed-path-is-an-id",
    title: "A path that cannot be decoded is an id that names nothing",
    caughtBy: ["HTT-020"],
    wire: { request: (request) => ({ ...request, path: request.path.replace(/%(?![0-9a-f]{2})/gi, "x") }) },
  },
  {
    id: "nul-in-a-path-is-500",
    title: "The character NUL in an id makes the server fail",
    caughtBy: ["HTT-021"],
    wire: refusing((request) => request.path.includes("%00"), refusal(500, "internal_error")),
  },
  {
    id: "slash-decoded-early",
    title: "An encoded slash in an id divides the path",
    caughtBy: ["HTT-022"],
    wire: { request: (request) => ({ ...request, path: request.path.replace(/%2f/gi, "/") }) },
  },
  {
    id: "id-decoded-twice",
    title: "An id is decoded twice",
    caughtBy: ["HTT-022"],
    wire: refusing((request) => /%25(?![0-9a-f]{2}[0-9a-f]{2})/i.test(idOf(request))),
  },
  {
    id: "id-needs-its-prefix",
    title: "An id without its prefix is malformed, and not unknown",
    caughtBy: ["HTT-023"],
    wire: refusing((request) => operationOf(request) === "getSession" && !idOf(request).startsWith("ses_")),
  },
  {
    id: "id-in-an-object",
    title: "An id is looked up in an object, where __proto__ is something",
    caughtBy: ["HTT-023"],
    wire: refusing((request) => idOf(request) === "__proto__", refusal(500, "internal_error")),
  },
  {
    id: "media-type-missing-accepted",
    title: "A body needs no media type",
    caughtBy: ["HTT-030"],
    wire: {
      request: (request) =>
        request.body.length > 0 && headerOf(request, "Content-Type") === ""
          ? { ...request, headers: [...request.headers, ["Content-Type", "application/json"]] }
          : request,
    },
  },
  {
    id: "media-type-ignored",
    title: "A body may be of any media type",
    caughtBy: ["HTT-031", "ERR-023", "ERR-024"],
    wire: editHeader("content-type", () => "application/json"),
  },
  {
    id: "media-type-by-its-beginning",
    title: "A media type counts by its beginning",
    caughtBy: ["HTT-031"],
    wire: editHeader("content-type", (value) => value.replace(/^(application\/json)\w+/, "$1")),
  },
  {
    id: "media-type-as-text",
    title: "The media type must be written application/json",
    caughtBy: ["HTT-033"],
    wire: refusing(
      (request) => /json/i.test(headerOf(request, "Content-Type")) && !isPlain(request),
      refusal(415, "unsupported_media_type"),
    ),
  },
  {
    id: "media-type-is-400",
    title: "A body of another media type is answered with 400",
    caughtBy: ["HTT-030", "HTT-031", "HTT-032", "HTT-034"],
    wire: replaceError("unsupported_media_type", refusal(400, "invalid_request")),
  },
  {
    id: "charset-ignored",
    title: "The charset of a body is not looked at",
    caughtBy: ["HTT-032"],
    wire: editHeader("content-type", (value) => value.replace(/;.*/, "")),
  },
  {
    id: "encoding-ignored",
    title: "A body may say that it is compressed",
    caughtBy: ["HTT-034"],
    wire: editHeader("content-encoding", () => undefined),
  },
  {
    id: "size-is-400",
    title: "A body that is too large is answered with 400",
    caughtBy: ["HTT-041"],
    wire: replaceError("payload_too_large", refusal(400, "invalid_request")),
  },
  {
    id: "chunks-ignored",
    title: "A body that comes in chunks is taken for none",
    caughtBy: ["HTT-200"],
    wire: {
      request: (request) =>
        headerOf(request, "Transfer-Encoding") === "" ? request : { ...request, body: Buffer.alloc(0) },
    },
  },
  {
    id: "chunks-refused",
    title: "A body must announce its length",
    caughtBy: ["HTT-042"],
    wire: refusing(
      (request) => headerOf(request, "Transfer-Encoding") !== "",
      refusal(411, "invalid_request"),
    ),
  },
  {
    id: "empty-segment-is-an-id",
    title: "Nothing where an id should be is an id that names nothing",
    caughtBy: ["HTT-026"],
    wire: replaceResponse(
      (_, { path }) => path.includes("//") || path.endsWith("/"),
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "json-up-to-its-end",
    title: "What follows the JSON in a body is ignored",
    caughtBy: ["HTT-043"],
    wire: replaceBody("{} {}", '{"message":"Hello"}'),
  },
  {
    id: "json-with-comma",
    title: "JSON may have a comma too many",
    caughtBy: ["HTT-043"],
    wire: replaceBody('{"message":"Hello",}', '{"message":"Hello"}'),
  },
  {
    id: "bytes-replaced",
    title: "Bytes that are no UTF-8 are replaced",
    caughtBy: ["HTT-044"],
    wire: { request: (request) => ({ ...request, body: Buffer.from(request.body.toString()) }) },
  },
  {
    id: "blocked-message-counted",
    title: "A message that a policy blocks is counted",
    caughtBy: ["MSG-026"],
    wire: counting("policy_violation"),
  },
  {
    id: "budgeted-message-counted",
    title: "A message that the budget does not allow is counted",
    caughtBy: ["MSG-031"],
    wire: counting("budget_exceeded"),
  },
  {
    id: "message-on-another-channel-counted",
    title: "A message on a wrong channel is refused, and counted",
    caughtBy: ["MSG-024"],
    wire: counting("session_not_found"),
  },
  {
    id: "invalid-message-counted",
    title: "A message that is not valid is refused, and counted",
    caughtBy: ["MSG-025"],
    wire: counting("validation_failed"),
  },
  {
    id: "failed-message-counted",
    title: "A message that the agent fails on is counted",
    caughtBy: ["MSG-027"],
    wire: counting("internal_error"),
  },
  {
    id: "agent-failure-is-a-reply",
    title: "A message that the agent fails on gets an apology for a reply",
    caughtBy: ["ERR-012", "STR-009", "MSG-027"],
    ...changeAgent((agent) => ({
      async *reply(turn) {
        try {
          yield* agent.reply(turn);
        } catch {
          yield "Sorry.";
        }
      },
    })),
  },
];

function isPlain(request: WireRequest): boolean {
  return headerOf(request, "Content-Type") === "application/json";
}

function replaceBody(body: string, replacement: string): Wire {
  return {
    request: (request) =>
      request.body.toString() === body ? { ...request, body: Buffer.from(replacement) } : request,
  };
}

/** A server that counts the messages which it refuses for one reason. */
function counting(reason: string): Wire {
  const refused = new Map<string, number>();
  const showing = editSession((session) => ({
    ...session,
    message_count: session.message_count + (refused.get(session.id) ?? 0),
  }));
  return afterRefusal((id, code) => {
    if (code === reason) refused.set(id, (refused.get(id) ?? 0) + 1);
  }, showing);
}
