import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { PrismVerdict } from "./activity.ts";
import type { Prism } from "./prism.ts";
import { Recording } from "./recorder.ts";
import { createSecondOpinion } from "./second-opinion.ts";

/** A recording of a request that has been answered. */
function createRecording(): Recording {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method: "GET",
    url: "/v1/sessions/ses_1",
  });
  const ended = new Recording("stateful", request, "req_1", { changed() {}, grew() {}, delta() {} });
  ended.operation("getSession");
  ended.answer({ status: 404, headers: {}, body: {}, length: 2 });
  ended.ended(true);
  return ended;
}

const recording = createRecording();
const VERDICT: PrismVerdict = { request: [], answer: [] };

/** A Prism that finds nothing wrong. */
function createPrism(judge: Prism["judge"] = () => Promise.resolve(VERDICT)): Prism {
  return { generate: () => Promise.reject(new Error("Nobody asks for data.")), judge };
}

/** A second opinion on a mock that is busy or not. */
function createCounter() {
  const mock = { isBusy: false, loads: 0, stopping: new AbortController() };
  const load = (): Promise<Prism> => {
    mock.loads += 1;
    return Promise.resolve(createPrism());
  };
  return { mock, judgeLater: createSecondOpinion(load, () => mock.isBusy, mock.stopping.signal) };
}

describe("Prism is loaded for a second opinion", () => {
  it("once, when nothing happens any more", async () => {
    const { mock, judgeLater } = createCounter();
    judgeLater(recording);
    judgeLater(recording);
    await expect.poll(() => mock.loads).toBe(1);
    judgeLater(recording);
    await setTimeout(300);
    expect(mock.loads).toBe(1);
  });

  it("not while a reply is streamed, which it would hold up", async () => {
    const { mock, judgeLater } = createCounter();
    mock.isBusy = true;
    judgeLater(recording);
    await setTimeout(500);
    expect(mock.loads).toBe(0);
    mock.isBusy = false;
    await expect.poll(() => mock.loads).toBe(1);
  });

  it("not when the mock has stopped: a test that is over has no use for it", async () => {
    const { mock, judgeLater } = createCounter();
    judgeLater(recording);
    mock.stopping.abort();
    judgeLater(recording);
    await setTimeout(500);
    expect(mock.loads).toBe(0);
  });
});

describe("A second opinion that fails", () => {
  const { signal } = new AbortController();

  it("as Prism does not load is tried anew with the next request", async () => {
    const load = vi
      .fn(() => Promise.resolve(createPrism()))
      .mockRejectedValueOnce(new Error("There is none."));
    const judgeLater = createSecondOpinion(load, () => false, signal);
    const [first, second] = [createRecording(), createRecording()];
    judgeLater(first);
    await expect.poll(() => load.mock.calls.length).toBe(1);
    await setTimeout(20);
    judgeLater(second);
    await expect.poll(() => second.snapshot().prism).toEqual(VERDICT);
    // It is not kept until Prism comes, which may be never.
    expect(first.snapshot().prism).toBeUndefined();
  });

  it("for one request is there for those after it, those that waited and those that come later", async () => {
    const judge = vi.fn(() => Promise.resolve(VERDICT));
    const judgeLater = createSecondOpinion(
      () => Promise.resolve(createPrism(judge)),
      () => false,
      signal,
    );
    const [failing, waiting] = [createRecording(), createRecording()];
    const [failingLater, later] = [createRecording(), createRecording()];
    judge.mockRejectedValueOnce(new Error("It cannot."));
    judgeLater(failing);
    judgeLater(waiting);
    await expect.poll(() => waiting.snapshot().prism).toEqual(VERDICT);
    judge.mockRejectedValueOnce(new Error("It cannot."));
    judgeLater(failingLater);
    judgeLater(later);
    await expect.poll(() => later.snapshot().prism).toEqual(VERDICT);
    expect([failing, failingLater].map((each) => each.snapshot().prism)).toEqual([undefined, undefined]);
  });
});
