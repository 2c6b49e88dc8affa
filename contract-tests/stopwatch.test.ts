import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Stopwatch, startStopwatch } from "./stopwatch.ts";

const start = (duration: number) => startStopwatch(duration, () => new Error("over"));
const isOver = (stopwatch: Stopwatch, after: number) =>
  Promise.race([stopwatch.expiry.catch(() => true), delay(after).then(() => false)]);

describe("A stopwatch", () => {
  it("rejects with the error when the time is up", async () => {
    await expect(start(10).expiry).rejects.toThrow("over");
  });

  it("stands still during a pause, and goes on after it with what was left", async () => {
    const stopwatch = start(60);
    expect(await stopwatch.pause(delay(150, "value"))).toBe("value");
    expect(await isOver(stopwatch, 20)).toBe(false);
    expect(await isOver(stopwatch, 300)).toBe(true);
  });

  it("stands still until the last of several pauses has ended", async () => {
    const stopwatch = start(60);
    await Promise.all([stopwatch.pause(delay(10)), stopwatch.pause(delay(150))]);
    expect(await isOver(stopwatch, 20)).toBe(false);
  });

  it("goes on after a pause that failed", async () => {
    const stopwatch = start(30);
    await expect(stopwatch.pause(Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await isOver(stopwatch, 300)).toBe(true);
  });

  it("never rejects after its end, even if a pause ends later", async () => {
    const stopwatch = start(20);
    const pause = stopwatch.pause(delay(30));
    stopwatch.stop();
    await pause;
    expect(await isOver(stopwatch, 60)).toBe(false);
  });
});
