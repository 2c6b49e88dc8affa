import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Prism } from "./prism.ts";
import { Recording } from "./recorder.ts";
import { createSecondOpinion } from "./second-opinion.ts";

const recording = new Recording("stateful", new IncomingMessage(new Socket()), "req_1", {
  changed() {},
  grew() {},
  delta() {},
});

/** A second opinion that never comes, on a mock that is busy or not. */
function createCounter() {
  const mock = { isBusy: false, loads: 0, stopping: new AbortController() };
  const load = (): Promise<Prism> => {
    mock.loads += 1;
    return Promise.reject(new Error("There is none."));
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
