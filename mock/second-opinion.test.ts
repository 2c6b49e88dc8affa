import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Prism } from "./prism.ts";
import { Recording } from "./recorder.ts";
import { createSecondOpinion } from "./second-opinion.ts";

const recording = new Recording("stateful", new IncomingMessage(new Socket()), "req_1", {
  changed() {},
  grew() {},
  delta() {},
});

/** Ends a request, and perhaps stops the mock; returns how often Prism was then asked for. */
async function countLoads(stops: boolean): Promise<number> {
  let loads = 0;
  const load = (): Promise<Prism> => {
    loads += 1;
    return Promise.reject(new Error("There is none."));
  };
  const stopping = new AbortController();
  const judgeLater = createSecondOpinion(load, stopping.signal);
  judgeLater(recording);
  if (stops) stopping.abort();
  judgeLater(recording);
  await setTimeout(100);
  return loads;
}

it("Prism is loaded once, for a second opinion", async () => {
  expect(await countLoads(false)).toBe(1);
});

it("Prism is not loaded any more when the mock has stopped: a test that is over has no use for it", async () => {
  expect(await countLoads(true)).toBe(0);
});
