import { setTimeout as delay } from "node:timers/promises";

/** How many requests a server lets each key make in how long a time. */
export interface RateLimit {
  readonly limit: number;
  /** In milliseconds. */
  readonly window: number;
}

/** The clocks of two machines, and the way between them, differ by this much. */
const MARGIN = 100;

/**
 * Makes the requests of each key wait for their turn, so that they stay below a rate limit.
 *
 * @returns a function that resolves when the next request with a key may be sent
 */
export function createTurns({ limit, window }: RateLimit): (key: string | null) => Promise<void> {
  const turns = new Map<string | null, number[]>();
  return async (key) => {
    const taken = turns.get(key) ?? [];
    turns.set(key, taken);
    const earliest = taken.length < limit ? 0 : (taken.shift() ?? 0) + window + MARGIN;
    const turn = Math.max(earliest, performance.now());
    taken.push(turn);
    const wait = turn - performance.now();
    if (wait > 0) await delay(wait);
  };
}
