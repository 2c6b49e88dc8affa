import { afterEach, describe, expect, it } from "vitest";
import { validateErrorEnvelope } from "../generated/validators.js";
import { type Mock, type MockOptions, startMock } from "./index.ts";

const mocks: Mock[] = [];
afterEach(() => Promise.all(mocks.splice(0).map((mock) => mock.close())));

async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock(options);
  mocks.push(mock);
  return mock;
}

const headers = { Authorization: "Bearer any" };

function create({ url }: Mock, prefer?: string): Promise<Response> {
  return fetch(`${url}/v1/channels/ch_01hxyz/sessions`, {
    method: "POST",
    headers: { ...headers, ...(prefer !== undefined && { Prefer: prefer }) },
  });
}

/** The statuses of so many requests, one after the other. */
async function statuses(mock: Mock, count: number): Promise<number[]> {
  const seen: number[] = [];
  for (let number = 0; number < count; number += 1) seen.push((await create(mock)).status);
  return seen;
}

describe("Two mocks side by side", () => {
  it("do not disturb each other", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const created = await create(one);
    const path = created.headers.get("location");
    one.settings.change({ errorRate: 1 });
    expect((await fetch(other.url + path, { headers })).status).toBe(404);
    expect(one.sessions?.list()).toHaveLength(1);
    expect(other.sessions?.list()).toHaveLength(0);
    expect(one.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(1);
    other.reset();
    expect(one.requests).toHaveLength(1);
    expect(other.settings.values.errorRate).toBe(0);
  });

  it("generate the same for the same seed, also when they take turns", async () => {
    const [one, other, alone] = await Promise.all([
      start({ mode: "dynamic", seed: "a" }),
      start({ mode: "dynamic", seed: "b" }),
      start({ mode: "dynamic", seed: "a" }),
    ]);
    const read = async ({ url }: Mock, id: number) =>
      (await fetch(`${url}/v1/sessions/ses_${id}`, { headers })).text();
    const undisturbed: string[] = [];
    for (let id = 0; id < 10; id += 1) undisturbed.push(await read(alone, id));
    const disturbed: string[] = [];
    for (let id = 0; id < 10; id += 1)
      disturbed.push((await Promise.all([read(one, id), read(other, id)]))[0]);
    expect(disturbed).toEqual(undisturbed);
  });
});

describe("A reset", () => {
  it("forgets sessions and requests, and puts settings and chance back", async () => {
    const mock = await start({ errorRate: 0.5, seed: 7 });
    const first = await statuses(mock, 20);
    mock.settings.change({ errorRate: 1 });
    mock.reset();
    expect(mock.requests).toEqual([]);
    expect(mock.sessions?.list()).toEqual([]);
    expect(mock.settings.values.errorRate).toBe(0.5);
    expect(await statuses(mock, 20)).toEqual(first);
  });
});

describe("Stopping", () => {
  it("can be called twice, and by either name", async () => {
    const mock = await start();
    await Promise.all([mock.stop(), mock.close()]);
    await expect(create(mock)).rejects.toThrow("fetch failed");
  });
});

describe("The error rate", () => {
  it("is that of the errors, which are 500 and 429, and the same for the same seed", async () => {
    const [one, twin, other] = await Promise.all([
      start({ errorRate: 0.3, seed: 1 }),
      start({ errorRate: 0.3, seed: 1 }),
      start({ errorRate: 0.3, seed: 2 }),
    ]);
    const [seen, same, another] = await Promise.all([one, twin, other].map((mock) => statuses(mock, 200)));
    const failed = seen?.filter((status) => status !== 201) ?? [];
    expect(failed.length).toBeGreaterThan(30);
    expect(failed.length).toBeLessThan(90);
    expect(new Set(failed)).toEqual(new Set([500, 429]));
    expect(same).toEqual(seen);
    expect(another).not.toEqual(seen);
  });

  it("gives errors of the contract, which leave nothing behind", async () => {
    const mock = await start({ errorRate: 1 });
    const response = await create(mock);
    expect(validateErrorEnvelope(await response.json())).toBe(true);
    expect(mock.sessions?.list()).toEqual([]);
  });

  it("does not outrank a fault of the request, nor what the request prefers", async () => {
    const mock = await start({ errorRate: 1 });
    expect((await fetch(`${mock.url}/v1/nothing`, { headers })).status).toBe(404);
    expect((await create(mock, "code=201")).status).toBe(201);
  });
});

describe("The latency", () => {
  it("holds every answer back, between its two ends", async () => {
    const mock = await start({ latency: { min: 60, max: 90 } });
    await create(mock);
    const durations = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const began = performance.now();
        await create(mock);
        return performance.now() - began;
      }),
    );
    expect(Math.min(...durations)).toBeGreaterThan(58);
    mock.settings.change({ latency: { min: 0, max: 0 } });
    const began = performance.now();
    await create(mock);
    expect(performance.now() - began).toBeLessThan(58);
  });
});

describe("Options", () => {
  it("that cannot be are refused", async () => {
    await expect(startMock({ errorRate: 2 })).rejects.toThrow(/^errorRate: give a number from 0 to 1$/);
  });

  it.each<[string, unknown, RegExp]>([
    ["there are not", { latancy: 5 }, /^latancy is no option \(Did you mean latency\?\)$/],
    ["are nothing", null, /^null is no object: give options, such as .*$/],
    ["are a number", 4010, /^4010 is no object: give options, such as .*$/],
    [
      "name a file in place of replies",
      { replies: "r.yaml" },
      /^replies: give a list of replies, such as \[.*\]$/,
    ],
    ["have a reply without a text", { replies: [{ wen: "x" }] }, /^replies: give a list/],
    [
      "have a reply to what is no pattern",
      { replies: [{ when: null, reply: "x" }] },
      /^replies: give a list/,
    ],
    ["have a scenario that is none", { replies: [{ reply: "x", scenario: "y" }] }, /^replies: give a list/],
    ["are in another case", { Mode: "examples" }, /^Mode is no option \(Did you mean mode\?\)$/],
    ["have no list of channels", { channels: 5 }, /^channels: give a list of channels, such as \[.*\]$/],
    ["name no mode", { mode: "foo" }, /^mode: give one of examples, dynamic, stateful$/],
  ])("that %s are refused, for a program without types", async (_, options, message) => {
    const refusal: unknown = await Reflect.apply(startMock, undefined, [options]).catch((e: unknown) => e);
    expect(refusal).toBeInstanceOf(TypeError);
    expect(refusal).toHaveProperty("message", expect.stringMatching(message));
  });

  it("may stand beside what a program has for others", async () => {
    const settings = { server: "http://127.0.0.1", model: "m", speed: 1, tokenDelay: 0 };
    await (await startMock(settings)).stop();
  });

  it("a port that is taken is refused with the system's error", async () => {
    const { port } = await start();
    await expect(startMock({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("channels of one's own take the place of the example's", async () => {
    const mock = await start({ channels: [{ id: "ch_mine", agents: ["agt_mine"] }] });
    expect((await create(mock)).status).toBe(404);
    const response = await fetch(`${mock.url}/v1/channels/ch_mine/sessions`, { method: "POST", headers });
    expect(await response.json()).toMatchObject({ channel_id: "ch_mine", agent_id: "agt_mine" });
  });
});
