import { describe, expect, it } from "vitest";
import { createTurns } from "./rate-limit.ts";

async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

describe("The turns of requests", () => {
  it("come at once below the limit", async () => {
    const turn = createTurns({ limit: 3, window: 10_000 });
    expect(await timeOf(() => Promise.all([turn("a"), turn("a"), turn("a")]))).toBeLessThan(100);
  });

  it("are each a window later than the one that many before, at least", async () => {
    const turn = createTurns({ limit: 2, window: 200 });
    const times: number[] = [];
    const start = performance.now();
    const take = async () => {
      await turn("a");
      times.push(performance.now() - start);
    };
    await Promise.all(Array.from({ length: 5 }, take));
    expect(times).toHaveLength(5);
    for (const [index, time] of times.entries()) {
      const earliest = times[index - 2];
      if (earliest !== undefined) expect(time - earliest).toBeGreaterThan(200);
    }
  });

  it("are of each key for itself", async () => {
    const turn = createTurns({ limit: 1, window: 10_000 });
    expect(await timeOf(() => Promise.all([turn("a"), turn("b"), turn(null)]))).toBeLessThan(100);
  });
});
