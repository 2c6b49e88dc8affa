import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type {
  ApiError,
  ErrorCode,
  ErrorsByStatus,
  Message,
  MessageDelta,
  Session,
} from "../generated/index.ts";
import { readExpectations, typeCheck } from "../package/type-check.ts";
import { type Client, createClient, type SendMessageResult, ThinklioApiError, unwrap } from "./index.ts";

type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const same = <One, Other>(_isSame: Equal<One, Other>) => {};

/** Code that uses all that the types offer. That it compiles is what it is for; it is never run. */
async function use(client: Client): Promise<void> {
  const sent = await client.sendMessage("ch_1", { message: "Hello", session_id: "ses_1" });
  if (sent.status === 409) {
    same<typeof sent.error.code, "session_expired" | "session_closed">(true);
    if (sent.error.code === "session_closed") same<typeof sent.error.code, "session_closed">(true);
  }
  if (sent.status === 422) same<typeof sent.error.details.errors, { path: string; message: string }[]>(true);
  if (sent.status === 429) same<typeof sent.error.details.reset_at, string>(true);
  if (sent.ok) same<typeof sent.status, 200>(true);
  else same<typeof sent.status, 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500>(true);

  const { body, error } = await client.getSession("ses_1");
  if (error) same<typeof error.code extends ErrorCode ? true : false, true>(true);
  else same<typeof body.status, "active" | "expired" | "closed">(true);

  const session: Session = unwrap(await client.createSession("ch_1"));
  for await (const delta of client.streamMessage("ch_1", { message: session.id })) {
    same<typeof delta, MessageDelta>(true);
  }
  for await (const message of client.listAllMessages("ses_1", { limit: 100 })) {
    same<typeof message, Message>(true);
    if (message.role === "assistant") same<typeof message.tokens, number>(true);
  }
  same<ErrorsByStatus[409]["code"], "session_expired" | "session_closed">(true);
  same<ApiError["code"], ErrorCode>(true);
}

/** Exhaustive: that the last line compiles says that no status was forgotten. */
function name(result: SendMessageResult): string {
  if (result.ok) return result.body.content;
  switch (result.status) {
    case 401:
    case 403:
    case 404:
    case 409:
    case 429:
      return result.error.code;
    case 400:
    case 405:
    case 413:
    case 415:
    case 422:
    case 500:
      return result.error.message;
    default:
      return result satisfies never;
  }
}

/** Calls that must not compile, each for the reason that stands above it. */
const wrong: readonly ((client: Client) => unknown)[] = [
  // @ts-expect-error Property 'message' is missing
  (client) => client.sendMessage("ch_1", { session_id: "ses_1" }),
  // @ts-expect-error 'stream' does not exist
  (client) => client.sendMessage("ch_1", { message: "Hello", stream: true }),
  // @ts-expect-error 'text' does not exist
  (client) => client.streamMessage("ch_1", { message: "Hello", text: "Hello" }),
  // @ts-expect-error Expected 1-2 arguments, but got 0
  (client) => client.getSession(),
  // @ts-expect-error 'number' is not assignable to parameter of type 'string'
  (client) => client.closeSession(1),
  // @ts-expect-error Type 'string' is not assignable to type 'number'
  (client) => client.listAllMessages("ses_1", { limit: "20" }),
  // @ts-expect-error 'endUsr' does not exist in type 'CallOptions'
  (client) => client.getSession("ses_1", { endUsr: "usr_01hx" }),
  // @ts-expect-error Property 'apiKey' is missing
  () => createClient({}),
  // @ts-expect-error Property 'content' does not exist on type 'SendMessageResult'
  async (client) => (await client.sendMessage("ch_1", { message: "Hello" })).content,
  // @ts-expect-error have no overlap
  async (client) => (await client.getSession("ses_1")).status === 409,
  // @ts-expect-error 'body' is possibly 'undefined'
  async (client) => (({ body }) => body.id)(await client.getSession("ses_1")),
];

const path = fileURLToPath(import.meta.url);

describe("the types of the client", () => {
  it("let a status narrow the errors, and a code narrow them further", () => {
    expect([use, name]).toEqual([expect.any(Function), expect.any(Function)]);
    const text = readFileSync(path, "utf8");
    const narrow = 'same<typeof sent.error.code, "session_expired" | "session_closed">(true)';
    expect(text).toContain(narrow);
    const wider = text.replace(narrow, "same<typeof sent.error.code, ErrorCode>(true)");
    expect(Object.values(typeCheck(path, wider))).toEqual([expect.stringContaining("not assignable")]);
  });

  it("refuse, each for its own reason, what the contract does not declare", () => {
    const text = readFileSync(path, "utf8");
    const expected = Object.entries(readExpectations(text));
    expect(expected).toHaveLength(wrong.length);
    const reasons = expected.map(([line, reason]) => [line, expect.stringContaining(reason)]);
    const said = typeCheck(path, text.replaceAll("@ts-expect-error", ""));
    expect(said).toStrictEqual(Object.fromEntries(reasons));
  });

  it("let an error that was caught be decided by its code", () => {
    const error: unknown = undefined;
    if (error instanceof ThinklioApiError) same<typeof error.code, ErrorCode>(true);
    expect(ThinklioApiError.prototype).toBeInstanceOf(Error);
  });
});
