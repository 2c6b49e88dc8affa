import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Session } from "../generated/index.ts";
import { MODES, type Mode } from "./activity.ts";
import { type Mock, startMock } from "./index.ts";
import { SLOW_START } from "./perform.ts";

const mocks = new Map<Mode, Mock>();
beforeAll(async () => {
  for (const mode of MODES) mocks.set(mode, await startMock({ mode, tokenDelay: 0 }));
});
beforeEach(() => {
  for (const mock of mocks.values()) mock.reset();
});
afterAll(() => Promise.all(Array.from(mocks.values(), (mock) => mock.close(0))));

function mockIn(mode: Mode): Mock {
  return mocks.get(mode) ?? expect.fail(`There is no mock in the mode ${mode}.`);
}

const LONG = "one two three four five six seven eight";

function send({ url }: Mock, body: object, prefer?: string): Promise<Response> {
  return fetch(`${url}/v1/channels/ch_01hxyz/messages`, {
    method: "POST",
    headers: {
      Authorization: "Bearer any",
      "Content-Type": "application/json",
      ...(prefer !== undefined && { Prefer: prefer }),
    },
    body: JSON.stringify({ message: LONG, ...body }),
  });
}

describe.each(MODES)("In the mode %s", (mode) => {
  it("slow-start: nothing comes for three seconds", async () => {
    const start = performance.now();
    const slow = [true, false].map(async (stream) => {
      const response = await send(mockIn(mode), { stream }, "scenario=slow-start");
      expect(performance.now() - start).toBeGreaterThan(SLOW_START - 50);
      expect(response.status).toBe(200);
      return response.text();
    });
    await Promise.all(slow);
  });

  it("broken-stream: a stream breaks off with an error event", async () => {
    const text = await (await send(mockIn(mode), { stream: true }, "scenario=broken-stream")).text();
    expect(text).toMatch(/^data: {"id":.*\n\nevent: error\ndata: {"error":{"code":"internal_error".*}\n\n$/s);
    expect(text.match(/"delta"/g)?.length).toBeLessThanOrEqual(3);
  });

  it("broken-stream: a whole reply is 500", async () => {
    const response = await send(mockIn(mode), {}, "scenario=broken-stream");
    expect([response.status, await response.json()]).toMatchObject([
      500,
      { error: { code: "internal_error" } },
    ]);
  });

  it("cut-connection: the connection ends after some words", async () => {
    const response = await send(mockIn(mode), { stream: true }, "scenario=cut-connection");
    const decoder = new TextDecoder();
    let text = "";
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    })();
    await expect(reading).rejects.toThrow("terminated");
    expect(text).toContain('"delta"');
    expect(text).not.toContain("[DONE]");
  });

  it("cut-connection: a whole reply does not come", async () => {
    await expect(send(mockIn(mode), {}, "scenario=cut-connection")).rejects.toThrow("fetch failed");
  });

  it("long-reply: it goes on for 2,000 words, in a stream and whole", async () => {
    const streamed = await (await send(mockIn(mode), { stream: true }, "scenario=long-reply")).text();
    expect(streamed.match(/"delta"/g)?.length).toBeGreaterThan(2000);
    const whole: { content: string } = JSON.parse(
      await (await send(mockIn(mode), {}, "scenario=long-reply")).text(),
    );
    expect(whole.content.split(" ").length).toBeGreaterThan(2000);
  });

  it("the switch does it for every reply, unless the request prefers another", async () => {
    const mock = mockIn(mode);
    mock.settings.change({ scenario: "broken-stream" });
    expect((await send(mock, {})).status).toBe(500);
    expect((await send(mock, {}, "scenario=long-reply")).status).toBe(200);
  });

  it("a stream has a pace, and a whole reply has none", async () => {
    const mock = mockIn(mode);
    mock.settings.change({ tokenDelay: 100 });
    const start = performance.now();
    await send(mock, {});
    const whole = performance.now() - start;
    const text = await (await send(mock, { stream: true })).text();
    const pieces = text.match(/"delta"/g)?.length ?? 0;
    expect(performance.now() - start - whole).toBeGreaterThan(pieces * 100 - 50);
    expect(whole).toBeLessThan(pieces * 100);
  });
});

describe("What a scenario leaves behind is what a real server would", () => {
  async function count(mock: Mock, scenario: string, stream: boolean): Promise<number | undefined> {
    const headers = { Authorization: "Bearer any" };
    const created = await fetch(`${mock.url}/v1/channels/ch_01hxyz/sessions`, { method: "POST", headers });
    const { id }: Session = JSON.parse(await created.text());
    await send(mock, { session_id: id, stream }, `scenario=${scenario}`)
      .then((response) => response.text())
      .catch(() => {});
    const read = await fetch(`${mock.url}/v1/sessions/${id}`, { headers });
    const session: Session = JSON.parse(await read.text());
    return session.message_count;
  }

  it.each([
    ["broken-stream", true, 1],
    ["cut-connection", true, 1],
    ["long-reply", true, 2],
    ["broken-stream", false, 0],
    ["cut-connection", false, 0],
    ["long-reply", false, 2],
  ])("%s (streamed: %j) leaves %i messages", async (scenario, stream, messages) => {
    expect(await count(mockIn("stateful"), scenario, stream)).toBe(messages);
  });
});

describe("A client that leaves in the middle of a reply", () => {
  it.each(MODES)("troubles nobody (%s)", async (mode) => {
    const mock = mockIn(mode);
    mock.settings.change({ tokenDelay: 30 });
    const leaving = new AbortController();
    const response = await fetch(`${mock.url}/v1/channels/ch_01hxyz/messages`, {
      method: "POST",
      headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
      body: JSON.stringify({ message: LONG, stream: true }),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    await expect.poll(() => mock.requests[0]?.answer?.duration).toBeGreaterThan(0);
    expect(mock.requests[0]?.answer?.isComplete).toBe(false);
    expect((await send(mock, {})).status).toBe(200);
  });
});
