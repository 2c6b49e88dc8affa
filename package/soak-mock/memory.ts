import { median } from "../statistics.ts";

/** How much memory a process has, after a garbage collection, in bytes. */
export interface Memory {
  /** What JavaScript holds: its heap, and the buffers outside of it. */
  readonly heap: number;
  /** What the system has given to the process. */
  readonly resident: number;
}

/** Whether this, which came from another process, says how much memory it has. */
export function isMemory(value: unknown): value is Memory {
  if (typeof value !== "object" || value === null || !("heap" in value) || !("resident" in value))
    return false;
  return Number.isFinite(value.heap) && Number.isFinite(value.resident);
}

/** How much memory a mock had when it had answered so many requests. */
export interface Sample extends Memory {
  readonly requests: number;
}

/** By how much the heap, and the resident memory, may have grown. */
export const MOST_GROWTH: Memory = { heap: 1.05, resident: 1.15 };

/** What became of the memory in a run. */
export interface Judgment {
  /** How many times as much it is at the end as it was when it should have stopped to grow. */
  readonly growth: Memory;
  readonly isFlat: boolean;
  /** The smallest leak that would have shown, in bytes for each request. */
  readonly smallestLeak: number;
}

/**
 * Judges whether memory is flat. In the first third of a run, that which is bounded fills up. After it, the median of
 * the last third of the samples must not be above that of the middle third by more than `MOST_GROWTH`.
 *
 * @param samples at least six, evenly over the run
 */
export function judge(samples: readonly Sample[]): Judgment {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(-2 * third, -third), samples.slice(-third)];
  const medianOf = (part: readonly Sample[], name: keyof Sample) =>
    median(part.map((sample) => sample[name]));
  const growthOf = (name: keyof Sample) => medianOf(last, name) / medianOf(middle, name);
  const growth = { heap: growthOf("heap"), resident: growthOf("resident") };
  const requests = medianOf(last, "requests") - medianOf(middle, "requests");
  return {
    growth,
    isFlat: growth.heap <= MOST_GROWTH.heap && growth.resident <= MOST_GROWTH.resident,
    smallestLeak: (medianOf(middle, "heap") * (MOST_GROWTH.heap - 1)) / requests,
  };
}
