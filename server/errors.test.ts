import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Session } from "../generated/index.ts";
import { contract } from "../generated/stub/index.ts";
import { validateErrorEnvelope, validateSession } from "../generated/validators.js";
import { type StartOptions, startServer } from "./start.ts";

const CHANNEL = "/v1/channels/ch_01hxyz";

/** Sends a request, with the local key and a JSON body unless told otherwise. */
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

/** A request that provokes an error. It can need others before. */
interface Provocation {
  readonly code: string;
  readonly status: number;
  readonly options?: StartOptions;
  provoke(call: Call): Promise<Response>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly details?: unknown;
}

async function createSession(call: Call): Promise<Session> {
  const session: unknown = await (await call("POST", `${CHANNEL}/sessions`)).json();
  if (!validateSession(session)) throw new Error(`No session: ${JSON.stringify(session)}`);
  return session;
}

const PROVOCATIONS: readonly Provocation[] = [
  {
    code: "invalid_request",
    status: 400,
    provoke: (call) => call("POST", `${CHANNEL}/messages`, '{"message":'),
  },
  {
    code: "invalid_api_key",
    status: 401,
    provoke: (call) => call("GET", "/v1/sessions/ses_1", undefined, { Authorization: "Bearer unknown" }),
    headers: { "www-authenticate": "Bearer" },
  },
  {
    code: "insufficient_scope",
    status: 403,
    options: { keys: [{ key: "tk_local", tenant: "default", scopes: ["read"] }] },
    provoke: (call) => call("POST", `${CHANNEL}/sessions`),
  },
  {
    code: "policy_violation",
    status: 403,
    options: { blockedWords: ["secret"] },
    provoke: (call) => call("POST", `${CHANNEL}/messages`, { message: "A Secret." }),
  },
  {
    code: "budget_exceeded",
    status: 403,
    options: { tokenBudget: 1 },
    async provoke(call) {
      await call("POST", `${CHANNEL}/messages`, { message: "hello" });
      return call("POST", `${CHANNEL}/messages`, { message: "hello" });
    },
  },
  {
    code: "channel_not_found",
    status: 404,
    provoke: (call) => call("POST", "/v1/channels/ch_none/sessions"),
  },
  {
    code: "session_not_found",
    status: 404,
    provoke: (call) => call("GET", "/v1/sessions/ses_none/messages"),
  },
  {
    code: "agent_not_found",
    status: 404,
    provoke: (call) => call("POST", `${CHANNEL}/sessions`, { agent_id: "agt_none" }),
  },
  { code: "not_found", status: 404, provoke: (call) => call("GET", "/v1/nothing") },
  {
    code: "method_not_allowed",
    status: 405,
    provoke: (call) => call("DELETE", "/v1/sessions/ses_1"),
    headers: { allow: "GET" },
  },
  {
    code: "session_expired",
    status: 409,
    options: { sessionTtl: 1 },
    async provoke(call) {
      const { id } = await createSession(call);
      await setTimeout(5);
      return call("POST", `${CHANNEL}/messages`, { message: "hello", session_id: id });
    },
  },
  {
    code: "session_closed",
    status: 409,
    async provoke(call) {
      const { id } = await createSession(call);
      await call("POST", `/v1/sessions/${id}/close`);
      return call("POST", `${CHANNEL}/messages`, { message: "hello", session_id: id });
    },
  },
  {
    code: "payload_too_large",
    status: 413,
    provoke: (call) => call("POST", `${CHANNEL}/messages`, { message: "x".repeat(300 * 1024) }),
  },
  {
    code: "unsupported_media_type",
    status: 415,
    provoke: (call) =>
      call("POST", `${CHANNEL}/messages`, { message: "hello" }, { "Content-Type": "text/plain" }),
  },
  {
    code: "validation_failed",
    status: 422,
    provoke: (call) => call("POST", `${CHANNEL}/messages`, { message: "" }),
    details: { errors: [{ path: "/message", message: expect.any(String) }] },
  },
  {
    code: "rate_limit_exceeded",
    status: 429,
    options: { rateLimit: { limit: 1, window: 60_000 } },
    async provoke(call) {
      await call("GET", "/v1/sessions/ses_1");
      return call("GET", "/v1/sessions/ses_1");
    },
    headers: { "retry-after": expect.stringMatching(/^(60|59)$/) },
    details: { limit: 1, remaining: 0, reset_at: expect.stringMatching(/^\d{4}-.*Z$/) },
  },
  {
    code: "internal_error",
    status: 500,
    options: { failingWord: "crash" },
    provoke: (call) => call("POST", `${CHANNEL}/messages`, { message: "crash" }),
  },
];

async function withServer<Value>(
  options: StartOptions,
  use: (call: Call, errors: readonly unknown[]) => Promise<Value>,
): Promise<Value> {
  const errors: unknown[] = [];
  const server = await startServer({
    validateResponses: true,
    onError: (error) => void errors.push(error),
    ...options,
  });
  const call: Call = (method, path, body, headers) =>
    fetch(server.url + path, {
      method,
      headers: {
        Authorization: "Bearer tk_local",
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  try {
    return await use(call, errors);
  } finally {
    await server.close();
  }
}

describe("the server answers with", () => {
  it.each(PROVOCATIONS)(
    "$status $code",
    async ({ code, status, options = {}, provoke, headers, details }) => {
      await withServer(options, async (call, errors) => {
        const response = await provoke(call);
        const body: unknown = await response.json();
        if (!validateErrorEnvelope(body)) throw new Error(`No envelope: ${JSON.stringify(body)}`);
        const { error } = body;
        expect(error).toMatchObject({ code, request_id: expect.stringMatching(/^req_/) });
        expect(response.status).toBe(status);
        expect(response.headers.get("content-type")).toBe("application/json");
        expect(Object.fromEntries(response.headers)).toMatchObject(headers ?? {});
        expect("details" in error ? error.details : undefined).toEqual(details);
        expect(errors).toHaveLength(status === 500 ? 1 : 0);
      });
    },
  );

  it("every error code of the contract", () => {
    expect(PROVOCATIONS.map(({ code }) => code).sort()).toEqual(Object.keys(contract.errors).sort());
  });
});

describe("an error on the server's side", () => {
  it("tells nothing of the inside", async () => {
    await withServer({ failingWord: "crash" }, async (call, errors) => {
      const text = await (await call("POST", `${CHANNEL}/messages`, { message: "crash" })).text();
      expect(String(errors[0])).toContain("failing word");
      expect(text).not.toMatch(/echo|failing|\.ts|at /);
    });
  });
});
