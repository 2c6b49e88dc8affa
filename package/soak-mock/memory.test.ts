import { describe, expect, it } from "vitest";
import { judge, type Memory } from "./memory.ts";

const MEBIBYTE = 1024 * 1024;

/** Judges a run of a million requests with so much memory at each of its samples. */
function judgeRun(memoryAt: (step: number) => Partial<Memory>) {
  const samples = Array.from({ length: 12 }, (_, index) => ({
    requests: ((index + 1) * 1_000_000) / 12,
    heap: 60 * MEBIBYTE,
    resident: 300 * MEBIBYTE,
    ...memoryAt(index + 1),
  }));
  return judge(samples);
}

describe("Memory is flat", () => {
  it("where it does not change", () => {
    expect(judgeRun(() => ({}))).toMatchObject({ isFlat: true, growth: { heap: 1, resident: 1 } });
  });

  it("where it only grows at first, while what is bounded fills up", () => {
    expect(judgeRun((step) => ({ heap: Math.min(step, 4) * 15 * MEBIBYTE }))).toMatchObject({ isFlat: true });
  });

  it("where it goes up and down, and where one sample is far off", () => {
    expect(judgeRun((step) => ({ heap: (60 + (step % 2) * 10) * MEBIBYTE }))).toMatchObject({ isFlat: true });
    expect(judgeRun((step) => ({ heap: (step === 12 ? 200 : 60) * MEBIBYTE }))).toMatchObject({
      isFlat: true,
    });
  });

  it("but not where the heap grows with each request", () => {
    const { isFlat, smallestLeak } = judgeRun((step) => ({ heap: (60 + step) * MEBIBYTE }));
    expect(isFlat).toBe(false);
    // It grows by a mebibyte in a twelfth of a million requests.
    expect(smallestLeak).toBeLessThan(MEBIBYTE / (1_000_000 / 12));
  });

  it("nor where resident memory does alone, as with a leak outside of JavaScript", () => {
    expect(judgeRun((step) => ({ resident: (300 + 20 * step) * MEBIBYTE }))).toMatchObject({ isFlat: false });
  });

  it("nor where there is nothing to judge by", () => {
    expect(judge([])).toMatchObject({ isFlat: false });
  });
});
