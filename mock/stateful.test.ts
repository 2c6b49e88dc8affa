import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MessagePage, Session } from "../generated/index.ts";
import { createSettableClock } from "../server/testing/settable-clock.ts";
import type { ActivityEvent } from "./activity.ts";
import { type Mock, startMock } from "./index.ts";

const clock = createSettableClock();

let mock: Mock;
beforeEach(async () => {
  mock = await startMock({ tokenDelay: 0, clock: clock.now });
});
afterEach(() => mock.close());

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(mock.url + path, {
    method,
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function create(body: unknown = {}): Promise<Session> {
  const session: Session = JSON.parse(
    await (await call("POST", "/v1/channels/ch_01hxyz/sessions", body)).text(),
  );
  return session;
}

const send = (body: unknown, headers?: Record<string, string>) =>
  call("POST", "/v1/channels/ch_01hxyz/messages", body, headers);

async function history(id: string): Promise<MessagePage> {
  const page: MessagePage = JSON.parse(await (await call("GET", `/v1/sessions/${id}/messages`)).text());
  return page;
}

async function errorOf(response: Response): Promise<object> {
  const { error }: { error: { code: string; message: string } } = JSON.parse(await response.text());
  return { status: response.status, ...error };
}

describe("The mock keeps", () => {
  it("what is created", async () => {
    const session = await create({ metadata: { ticket: "T-1042" } });
    const read: unknown = await (await call("GET", `/v1/sessions/${session.id}`)).json();
    expect(read).toEqual(session);
    expect(session.metadata).toEqual({ ticket: "T-1042" });
  });

  it("what is sent, and its reply", async () => {
    const { id } = await create();
    const reply: unknown = await (await send({ message: "Hello!", session_id: id })).json();
    expect((await history(id)).data).toMatchObject([{ role: "user", content: "Hello!" }, reply]);
  });

  it("a streamed reply when it is complete", async () => {
    const { id } = await create();
    const text = await (await send({ message: "Hello there!", session_id: id, stream: true })).text();
    expect(text).toMatch(/"delta":"Hello "}\n\ndata: .*"delta":"there!"}\n\ndata: \[DONE\]\n\n$/);
    expect((await history(id)).data.map(({ content }) => content)).toEqual(["Hello there!", "Hello there!"]);
  });

  it("that a session is closed", async () => {
    const { id } = await create();
    await call("POST", `/v1/sessions/${id}/close`);
    const refused = await send({ message: "Hello!", session_id: id });
    expect(await errorOf(refused)).toMatchObject({ status: 409, code: "session_closed" });
  });

  it("that a session has expired", async () => {
    const { id } = await create();
    mock.settings.change({ expireAfter: 30_000 });
    clock.advance(30_000);
    const read: unknown = await (await call("GET", `/v1/sessions/${id}`)).json();
    expect(read).toMatchObject({ status: "expired" });
    const refused = await send({ message: "Hello!", session_id: id });
    expect(await errorOf(refused)).toMatchObject({ status: 409, code: "session_expired" });
  });
});

describe("Prefer", () => {
  it("gets the error that it asks for, and keeps nothing", async () => {
    const { id } = await create();
    const refused = await send({ message: "Hello!", session_id: id }, { Prefer: "code=429" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    expect((await history(id)).data).toEqual([]);
  });

  it("gets an example of a session that is not there", async () => {
    const response = await call("GET", "/v1/sessions/ses_any", undefined, { Prefer: "example=expired" });
    expect(await response.json()).toMatchObject({ status: "expired" });
  });

  it("gets generated data", async () => {
    const response = await call("GET", "/v1/sessions/ses_any", undefined, { Prefer: "dynamic=true" });
    expect(await response.json()).toMatchObject({
      id: "ses_any",
      created_at: expect.stringMatching(/^2026-03/),
    });
  });

  it.each([
    ["dynamic=perhaps", "Prefer: dynamic=perhaps is neither true nor false."],
    ["scenario=earthquake", /^Prefer: scenario=earthquake is none of the mock's\. It has slow-start, /],
    ["code=418", /^Prefer: code=418 is no response of this operation\. It has 200, /],
  ])("%s is told what there is", async (preference, message) => {
    const response = await send({ message: "Hello!" }, { Prefer: preference });
    const wanted = typeof message === "string" ? message : expect.stringMatching(message);
    expect(await errorOf(response)).toMatchObject({ status: 400, code: "invalid_request", message: wanted });
  });
});

it("Someone who names an unknown channel is told which there are", async () => {
  const response = await call("POST", "/v1/channels/ch_demo/sessions");
  expect(await errorOf(response)).toMatchObject({
    code: "channel_not_found",
    message: expect.stringContaining("ch_01hxyz (agt_01hxyz)"),
  });
});

describe("Prism judges", () => {
  it("each request and its answer, after it is given", async () => {
    await send({ message: 7 });
    const { id } = await create();
    await (await send({ message: "Hello!", session_id: id, stream: true })).text();
    const verdicts = await vi.waitFor(
      () => mock.requests.map(({ prism }) => prism ?? expect.fail("Prism has not judged yet.")),
      { timeout: 10_000 },
    );
    expect(verdicts).toMatchObject([
      { request: [{ in: "body", path: "/message", message: expect.stringContaining("string") }], answer: [] },
      { request: [], answer: [] },
      { request: [], answer: [] },
    ]);
  });

  it("and one that it does not survive does no harm", async () => {
    await call("GET", "/v1/sessions/%ff");
    const judged = await vi.waitFor(() => mock.requests[0]?.prism ?? expect.fail("Not judged yet."), {
      timeout: 10_000,
    });
    expect(judged.request).toMatchObject([{ message: expect.stringContaining("cannot judge") }]);
    expect((await create()).status).toBe("active");
  });
});

describe("The state is bounded", () => {
  it("the sessions that were quiet the longest go first, and it says so", async () => {
    await mock.close();
    const dropped: string[] = [];
    mock = await startMock({ mostSessions: 2, onDrop: (id) => dropped.push(id) });
    const events: ActivityEvent[] = [];
    mock.activity.subscribe((event) => events.push(event));
    const [first, second] = [await create(), await create()];
    await send({ message: "Hello!", session_id: first.id });
    const third = await create();
    expect(dropped).toEqual([second.id]);
    expect(events).toContainEqual({ type: "session-dropped", sessionId: second.id });
    expect((await call("GET", `/v1/sessions/${second.id}`)).status).toBe(404);
    expect(mock.sessions?.list().map(({ id }) => id)).toEqual([third.id, first.id]);
  });

  it("a session is dropped while its reply is under way, and the reply is given all the same", async () => {
    await mock.close();
    mock = await startMock({ mostSessions: 1, tokenDelay: 20 });
    const { id } = await create();
    const streaming = await send({ message: "one two three four five", session_id: id, stream: true });
    await create();
    expect(await streaming.text()).toMatch(/"delta":"five"}\n\ndata: \[DONE\]\n\n$/);
    expect((await call("GET", `/v1/sessions/${id}`)).status).toBe(404);
  });
});

describe("The view of the sessions", () => {
  it("has them as they are now, the newest first, with their messages", async () => {
    const [first, second] = [await create(), await create({ metadata: { n: 2 } })];
    await send({ message: "Hello!", session_id: first.id });
    expect(mock.sessions?.list()).toMatchObject([
      { id: second.id, message_count: 0, metadata: { n: 2 } },
      { id: first.id, message_count: 2, status: "active" },
    ]);
    expect(mock.sessions?.messages(first.id)).toMatchObject([{ role: "user" }, { role: "assistant" }]);
    expect(mock.sessions?.messages("ses_none")).toBeUndefined();
  });

  it("and a listener hears of each change", async () => {
    const seen: unknown[] = [];
    mock.activity.subscribe((event) => {
      if (event.type === "session") seen.push([event.session.message_count, event.session.status]);
    });
    const { id } = await create();
    await send({ message: "Hello!", session_id: id });
    await call("POST", `/v1/sessions/${id}/close`);
    await send({ message: "Hello!" });
    expect(seen).toEqual([
      [0, "active"],
      [2, "active"],
      [2, "closed"],
      [2, "active"],
    ]);
  });
});
