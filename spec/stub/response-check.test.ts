import { afterEach, describe, expect, it, vi } from "vitest";
import type { Session } from "../../generated/index.ts";
import {
  type CreateSessionOutcome,
  createRouter,
  type Listening,
  listen,
  UndeclaredResponseError,
} from "../../generated/stub/index.ts";
import { validateErrorEnvelope } from "../../generated/validators.js";

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
const created = (body: Session): CreateSessionOutcome => ({
  status: 201,
  headers: { Location: `/v1/sessions/${body.id}` },
  body,
});

/** An outcome that the compiler would refuse, as an API in plain JavaScript can return it. */
function unchecked(outcome: object): CreateSessionOutcome {
  return JSON.parse(JSON.stringify(outcome));
}

let server: Listening | undefined;
afterEach(() => server?.close(0));

async function createWith(
  outcome: () => CreateSessionOutcome | Promise<CreateSessionOutcome>,
  validateResponses = true,
) {
  const onError = vi.fn();
  const notCalled = () => expect.unreachable();
  server = await listen(
    createRouter(
      {
        createSession: outcome,
        getSession: notCalled,
        sendMessage: notCalled,
        listMessages: notCalled,
        closeSession: notCalled,
      },
      { authenticate: (key) => key, onError, validateResponses },
    ),
  );
  const response = await fetch(`${server.url}/v1/channels/ch_01hxyz/sessions`, {
    method: "POST",
    headers: { Authorization: "Bearer key" },
    signal: AbortSignal.timeout(1000),
  });
  return { response, text: await response.text(), onError };
}

function expectInternalError({ response, text }: { response: Response; text: string }): void {
  expect(response.status).toBe(500);
  expect(response.statusText).toBe("Internal Server Error");
  expect(response.headers.get("content-type")).toBe("application/json");
  const body: unknown = JSON.parse(text);
  if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${text}`);
  expect(body.error).toStrictEqual({
    code: "internal_error",
    message: "Something went wrong on the server's side.",
    request_id: body.error.request_id,
  });
}

describe("a declared outcome", () => {
  it("goes out with its status, its headers and its body", async () => {
    const { response, text, onError } = await createWith(() => created(session));
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe("/v1/sessions/ses_01hxyz");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    expect(JSON.parse(text)).toStrictEqual(session);
    expect(onError).not.toHaveBeenCalled();
  });

  it("may carry fields that the contract does not know", async () => {
    const { response, text } = await createWith(() => created(Object.assign({ mood: "good" }, session)));
    expect(response.status).toBe(201);
    expect(JSON.parse(text)).toHaveProperty("mood", "good");
  });

  it("gets the headers that the contract fixes, and an error the request's id", async () => {
    const { response, text } = await createWith(() => ({
      status: 401,
      error: { code: "invalid_api_key", message: "Revoked meanwhile." },
    }));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(JSON.parse(text).error).toMatchObject({
      code: "invalid_api_key",
      message: "Revoked meanwhile.",
      request_id: expect.stringMatching(/^req_/),
    });
  });
});

describe("an outcome that breaks the contract", () => {
  it.each<[string, object, string]>([
    ["an undeclared status", { status: 202, body: session }, "no response 202"],
    ["a missing header", { status: 201, body: session }, "the header Location"],
    [
      "a header that breaks its schema",
      { ...created(session), headers: { Location: 7 } },
      "the header Location",
    ],
    ["a missing field", created({ ...session, id: JSON.parse("{}").id }), "'id'"],
    ["a field that breaks its schema", created({ ...session, id: "01hxyz" }), "/id"],
    ["no body", { status: 201, headers: { Location: "/v1/sessions/ses_01hxyz" } }, "must be object"],
    [
      "an error code of another status",
      { status: 404, error: { code: "session_closed", message: "Closed." } },
      "/error/code",
    ],
    [
      "an error without its details",
      { status: 422, error: { code: "validation_failed", message: "No." } },
      "details",
    ],
    [
      "a stream that is not declared",
      { status: 201, type: "text/event-stream", events: [] },
      "does not stream",
    ],
  ])("%s is a bug of the handler", async (_name, outcome, reason) => {
    const answer = await createWith(() => unchecked(outcome));
    expectInternalError(answer);
    expect(answer.text).not.toContain(reason);
    expect(answer.onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringContaining(reason) }),
      { operationId: "createSession", requestId: JSON.parse(answer.text).error.request_id },
    );
  });

  it("names the faults of a body for `onError`", async () => {
    const { onError } = await createWith(() => created({ ...session, id: "01hxyz", message_count: -1 }));
    const error: unknown = onError.mock.calls[0]?.[0];
    if (!(error instanceof UndeclaredResponseError)) throw error;
    expect(error.faults.map(({ instancePath }) => instancePath).sort()).toStrictEqual([
      "/id",
      "/message_count",
    ]);
  });

  it("is not looked for unless `validateResponses` is on", async () => {
    const { response } = await createWith(() => created({ ...session, id: "01hxyz" }), false);
    expect(response.status).toBe(201);
  });
});

describe("an outcome that cannot be written", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  it.each<[string, CreateSessionOutcome]>([
    ["a BigInt", created({ ...session, metadata: { big: 1n } })],
    ["a cycle", created({ ...session, metadata: cyclic })],
    [
      "a header that is no header",
      { status: 201, headers: { Location: "/é中\r\nX-Evil: 1" }, body: session },
    ],
  ])("%s: still a clean 500", async (_name, outcome) => {
    for (const validateResponses of [true, false]) {
      const answer = await createWith(() => outcome, validateResponses);
      expectInternalError(answer);
      expect(answer.onError).toHaveBeenCalledOnce();
      await server?.close(0);
    }
  });

  it("no outcome at all: still a clean 500, in time", async () => {
    const answer = await createWith(() => JSON.parse("{}").outcome);
    expectInternalError(answer);
    expect(answer.onError).toHaveBeenCalledOnce();
  });
});

describe("what a handler throws", () => {
  it.each<[string, () => CreateSessionOutcome | Promise<CreateSessionOutcome>]>([
    [
      "at once",
      () => {
        throw new Error("secret");
      },
    ],
    ["later", () => Promise.reject(new Error("secret"))],
  ])("%s becomes a 500 that says nothing of it, and reaches `onError`", async (_name, outcome) => {
    const answer = await createWith(outcome);
    expectInternalError(answer);
    expect(answer.text).not.toContain("secret");
    expect(answer.onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: "secret" }),
      expect.objectContaining({ operationId: "createSession" }),
    );
  });
});
