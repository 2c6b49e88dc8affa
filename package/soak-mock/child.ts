import { setTimeout } from "node:timers/promises";
import { MODES } from "../../mock/activity.ts";
import { type Mock, startMock } from "../../mock/index.ts";
import type { Memory } from "./memory.ts";

/** How long a mock that was asked for nothing more may still be busy with what is over, in milliseconds. */
const QUIET = 100;

/**
 * Starts a mock in the mode that the process was started with, tells the parent where it is, and how much memory it has
 * whenever it asks.
 */
export async function serveParent(): Promise<Mock> {
  const mode = MODES.find((known) => known === process.argv[2]);
  const mock = await startMock({ mode, tokenDelay: 0, seed: 1 });
  process.on("message", async () => {
    await setTimeout(QUIET);
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const memory: Memory = { heap: heapUsed + external, resident: rss };
    process.send?.(memory);
  });
  // However the parent went: nobody else would end this.
  process.once("disconnect", () => process.exit());
  process.send?.(mock.url);
  return mock;
}
