import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { statements } from "../generated/statements.ts";
import type { ActivityEvent } from "./activity.ts";
import { type Mock, startMock } from "./index.ts";

let mock: Mock;
beforeEach(async () => {
  mock = await startMock({ mode: "examples" });
});
afterEach(() => mock.close());

async function send(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${mock.url}/v1/channels/ch_01hxyz/messages`, {
    method: "POST",
    headers: { Authorization: "Bearer tk_secret", "Content-Type": "application/json", ...headers },
    body,
  });
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(mock.url + path, { headers: { Authorization: "Bearer tk_secret", ...headers } });
}

/** The last request, once its answer has ended. */
function last() {
  return vi.waitFor(() => {
    const request = mock.requests.at(-1);
    if (request?.answer?.duration === undefined) throw new Error("The answer has not ended.");
    return request;
  });
}

describe("A request is recorded", () => {
  it("with its body, its operation, and its answer", async () => {
    const response = await send('{"message":"Hello!"}');
    const answer: unknown = await response.json();
    expect(await last()).toMatchObject({
      id: expect.stringMatching(/^req_/),
      mode: "examples",
      method: "POST",
      path: "/v1/channels/ch_01hxyz/messages",
      operationId: "sendMessage",
      body: { message: "Hello!" },
      verdict: { isValid: true, faults: [] },
      answer: { status: 200, body: answer, isComplete: true, duration: expect.any(Number) },
    });
  });

  it("without its key", async () => {
    await get("/v1/sessions/ses_1");
    const request = await last();
    expect(request.headers.authorization).toBe("Bearer [redacted]");
    expect(JSON.stringify(request)).not.toContain("tk_secret");
  });

  it("under the id that an error's envelope has", async () => {
    const response = await get("/v1/nothing");
    const { error }: { error: { request_id: string } } = JSON.parse(await response.text());
    expect((await last()).id).toBe(error.request_id);
  });

  it("with the text of a body that is not JSON", async () => {
    await send('{"message":');
    expect((await last()).body).toBe('{"message":');
  });

  it("with the events of a stream", async () => {
    await (await send('{"message":"Hello!","stream":true}')).text();
    const { answer } = await last();
    expect(answer?.events).toMatchObject([{ delta: "Your order " }, { delta: "is on its way." }]);
  });

  it("up to the latest thousand", async () => {
    for (let batch = 0; batch < 21; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => get(`/v1/sessions/ses_${batch}_${index}`)));
    }
    expect(mock.requests).toHaveLength(1000);
    expect(mock.requests.some(({ path }) => path.startsWith("/v1/sessions/ses_0_"))).toBe(false);
  });
});

describe("The verdict names the fault and the statements behind it", () => {
  const long = "x".repeat(129);
  it.each<[string, () => Promise<Response>, object]>([
    ["a path of no operation", () => get("/v1/nothing"), { in: "route", statements: ["Error 26"] }],
    [
      "a method that the path does not have",
      () => get("/v1/channels/ch_1/sessions"),
      { in: "route", statements: ["Error 27"] },
    ],
    [
      "no key",
      () => fetch(`${mock.url}/v1/sessions/ses_1`),
      { in: "key", path: "Authorization", statements: ["Error 11"] },
    ],
    [
      "a malformed key",
      () => get("/v1/sessions/ses_1", { Authorization: "tk_1" }),
      { in: "key", statements: ["Error 12"] },
    ],
    [
      "an id that is too long",
      () => get(`/v1/sessions/${long}`),
      { in: "path", path: "session_id", statements: ["Operation 11"] },
    ],
    [
      "a path that is no percent-encoding",
      () => get("/v1/sessions/%ff"),
      { in: "path", path: "session_id", statements: ["Operation 13"] },
    ],
    [
      "a limit that is none",
      () => get("/v1/sessions/ses_1/messages?limit=0"),
      {
        in: "query",
        path: "limit",
        message: "The query parameter limit must be at least 1.",
        statements: ["History 5"],
      },
    ],
    [
      "a version before the first",
      () => get("/v1/sessions/ses_1", { "Thinklio-Version": "2026-01-01" }),
      { in: "header", path: "Thinklio-Version", statements: ["Request 8"] },
    ],
    [
      "a version that is no date",
      () => get("/v1/sessions/ses_1", { "Thinklio-Version": "2026-02-30" }),
      { in: "header", statements: ["Request 9"] },
    ],
    [
      "a user id that is too long",
      () => get("/v1/sessions/ses_1", { "X-Channel-User-Id": long }),
      { in: "header", path: "X-Channel-User-Id", statements: ["Request 4"] },
    ],
    [
      "another media type",
      () => send("hello", { "Content-Type": "text/plain" }),
      { in: "header", path: "Content-Type", statements: ["Error 30"] },
    ],
    [
      "another charset",
      () => send("hello", { "Content-Type": "application/json; charset=latin1" }),
      { in: "header", path: "Content-Type", statements: ["Error 31"] },
    ],
    [
      "a compressed body",
      () => send("hello", { "Content-Encoding": "gzip" }),
      { in: "header", path: "Content-Encoding", statements: ["Error 32"] },
    ],
    ["a body that is not JSON", () => send("{"), { in: "body", path: "", statements: ["Error 4"] }],
    ["a body that is too large", () => send(" ".repeat(262_145)), { in: "body", statements: ["Error 29"] }],
    ["a number that is too large", () => send("1e999"), { in: "body", statements: ["Error 9"] }],
    [
      "a body that nests too deep",
      () => send("[".repeat(2000) + "]".repeat(2000)),
      { in: "body", statements: ["Error 8"] },
    ],
    [
      "a missing field",
      () => send("{}"),
      {
        in: "body",
        path: "/message",
        message: "The field /message is required.",
        statements: ["Message 1", "Error 6"],
      },
    ],
    [
      "an empty message",
      () => send('{"message":""}'),
      { in: "body", path: "/message", statements: ["Message 2", "Error 33"] },
    ],
    [
      "a field of the wrong type",
      () => send('{"message":"Hello!","stream":"yes"}'),
      {
        in: "body",
        path: "/stream",
        message: "The field /stream must be of type boolean.",
        statements: ["Message 5", "Error 33"],
      },
    ],
  ])("%s", async (_name, request, fault) => {
    await (await request()).text();
    const { verdict } = await last();
    expect(verdict).toMatchObject({ isValid: false, faults: [fault] });
    const known = new Set(statements.map(({ id }) => id));
    expect(verdict?.faults.flatMap((found) => found.statements).filter((id) => !known.has(id))).toEqual([]);
  });

  it("lists every fault of a body", async () => {
    await send('{"message":7,"stream":"yes","metadata":[]}');
    expect((await last()).verdict?.faults.map(({ path }) => path).sort()).toEqual([
      "/message",
      "/metadata",
      "/stream",
    ]);
  });

  it("says why a valid request is refused all the same", async () => {
    await send('{"message":"Hello!"}', { Prefer: "example=session_expired" });
    expect(await last()).toMatchObject({
      verdict: { isValid: true },
      answer: { status: 409, statements: ["Lifecycle 8"] },
    });
  });
});

describe("A listener hears", () => {
  it("of a request while it goes on, of its deltas, and of its end", async () => {
    const events: ActivityEvent[] = [];
    const unsubscribe = mock.activity.subscribe((event) => events.push(event));
    await (await send('{"message":"Hello!","stream":true}')).text();
    await last();
    const stages = events.map((event) =>
      event.type === "request" ? [event.type, event.request.answer?.isComplete] : [event.type],
    );
    expect(stages).toEqual([
      ["request", undefined],
      ["request", undefined],
      ["request", false],
      ["delta"],
      ["delta"],
      ["request", true],
    ]);
    unsubscribe();
    await get("/v1/sessions/ses_1");
    expect(events).toHaveLength(6);
  });

  it("of a switch that is changed, of a reset, and that the mock stops", async () => {
    const types: string[] = [];
    mock.activity.subscribe(({ type }) => types.push(type));
    mock.settings.change({ tokenDelay: 5 });
    mock.reset();
    await mock.stop();
    expect(types).toEqual(["settings", "reset", "settings", "stopped"]);
    expect(mock.settings.values.tokenDelay).toBe(40);
  });
});

it("After a reset no request is known", async () => {
  await get("/v1/sessions/ses_1");
  mock.reset();
  expect(mock.requests).toEqual([]);
});
