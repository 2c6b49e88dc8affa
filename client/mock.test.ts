import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Listening } from "../generated/stub/index.ts";
import { startMock } from "../mock/index.ts";
import { readDeclaredExamples } from "../spec/testing/declared-examples.ts";
import { type Client, createClient, ThinklioApiError } from "./index.ts";

let mock: Listening;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close(0));

/** A client whose every request asks the mock for one of its examples. */
function createPreferring(prefer: string): Client {
  return createClient({
    apiKey: "any",
    baseUrl: mock.url,
    fetch: (request) => {
      request.headers.set("Prefer", prefer);
      return fetch(request);
    },
  });
}

const CALLS: Record<string, (client: Client) => Promise<unknown>> = {
  createSession: (client) => client.createSession("ch_1", {}),
  getSession: (client) => client.getSession("ses_1"),
  closeSession: (client) => client.closeSession("ses_1"),
  listMessages: (client) => client.listMessages("ses_1"),
  sendMessage: (client) => client.sendMessage("ch_1", { message: "Hello!" }),
};

const examples = await readDeclaredExamples();
const declared = examples.filter(({ mediaType }) => mediaType === "application/json");

describe("every answer that the contract declares is returned as it is", () => {
  it("for each operation, each status and each code", () => {
    expect(new Set(declared.map(({ id }) => id))).toEqual(new Set(Object.keys(CALLS)));
    expect(declared.length).toBeGreaterThan(40);
  });

  it.each(declared)("$id: $status, $name", async ({ id, status, name, value }) => {
    const answer = await CALLS[id]?.(createPreferring(`code=${status}, example=${name}`));
    const ok = status < 400;
    expect(answer).toMatchObject({ ok, status, ...(ok ? { body: value } : Object(value)) });
  });
});

describe("a streamed message", () => {
  it("has the mock's pieces", async () => {
    const client = createClient({ apiKey: "any", baseUrl: mock.url });
    const message = "Hello, are you there?";
    const deltas: string[] = [];
    for await (const { delta } of client.streamMessage("ch_01hxyz", { message })) deltas.push(delta);
    expect(deltas).toEqual(["Hello, ", "are ", "you ", "there?"]);
  });

  it("is refused as the mock is asked to", async () => {
    const stream = createPreferring("code=409").streamMessage("ch_1", { message: "Hello!" });
    const error: unknown = await stream.next().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ThinklioApiError);
    expect(error).toMatchObject({ status: 409, code: "session_expired" });
  });
});
