import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { untilSignal } from "./signals.ts";

afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of ["SIGINT", "SIGTERM"]) process.removeAllListeners(signal);
});

/** What goes to standard error when the signal comes and the end takes so long, in milliseconds. */
async function written(signal: NodeJS.Signals, duration: number): Promise<string> {
  return writtenUntil(signal, () => setTimeout(duration));
}

async function writtenUntil(signal: NodeJS.Signals, close: () => Promise<void>): Promise<string> {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const ended = untilSignal([{ close }]).catch(() => {});
  process.emit(signal);
  await ended;
  await setTimeout(400);
  return write.mock.calls.join("");
}

describe("Ctrl+C", () => {
  it("says, if the end takes its time, what is waited for, and how to end at once", async () => {
    expect(await written("SIGINT", 600)).toMatch(
      /^Waiting for .*streams in flight; Ctrl\+C again ends at once\.\n$/,
    );
  });

  it.each([
    ["if it ends soon", "SIGINT", 0],
    ["if nobody pressed it", "SIGTERM", 600],
  ] as const)("says nothing %s", async (_, signal, duration) => {
    expect(await written(signal, duration)).toBe("");
  });

  it("says nothing after an end that failed", async () => {
    expect(await writtenUntil("SIGINT", () => Promise.reject(new Error("disk full")))).toBe("");
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  it("closes all that runs, once", async () => {
    const running = [{ close: vi.fn(async () => {}) }, { close: vi.fn(async () => {}) }];
    const ended = untilSignal(running);
    for (const { close } of running) expect(close).not.toHaveBeenCalled();
    process.emit(signal);
    await ended;
    for (const { close } of running) expect(close).toHaveBeenCalledOnce();
  });

  it("ends the program at once if it comes again, but not when npm doubles it", async () => {
    const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
    const now = vi.spyOn(Date, "now").mockReturnValue(0);
    let finish = () => {};
    const close = () => new Promise<void>((resolve) => (finish = resolve));
    const ended = untilSignal([{ close }]);
    process.emit(signal);
    await Promise.resolve();
    now.mockReturnValue(100);
    process.emit(signal);
    expect(exit).not.toHaveBeenCalled();
    now.mockReturnValue(1000);
    process.emit(signal);
    expect(exit).toHaveBeenCalledWith(130);
    finish();
    await ended;
  });
});
