import { setTimeout as delay } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Difference } from "../demand.ts";
import { Target } from "../target.ts";
import { tryInputs } from "./attempts.ts";

const options = {
  baseUrl: new URL("http://127.0.0.1:1"),
  key: "k",
  channel: "ch_1",
  agent: "agt_1",
  offers: {},
};

/** Tries inputs, each for so long that the time for all of them is up before the first is through. */
function trySlowly(attempt: () => void): Promise<void> {
  return tryInputs(fc, {
    target: new Target(options, { timeout: 20 }),
    runs: 100,
    inputs: fc.constant(1),
    async attempt(_, steps) {
      steps.push("wait");
      await delay(150);
      attempt();
    },
  });
}

describe("Where one attempt takes longer than there is time for all", () => {
  it("it is the only one, and passes if it finds nothing", async () => {
    let attempts = 0;
    await trySlowly(() => {
      attempts += 1;
    });
    expect(attempts).toBe(1);
  });

  it("it fails with what it finds", async () => {
    const attempt = () => {
      throw new Difference("it is wrong");
    };
    await expect(trySlowly(attempt)).rejects.toThrow(
      /^it is wrong; the shortest way there: \(1\) wait\. Drawn with seed 0/,
    );
  });
});
