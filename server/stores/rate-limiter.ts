import type { RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { loadWithPeers } from "../../command-line/peers.ts";
import { formatTime } from "../clock.ts";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";

/** The longest time that a timer can wait: what counts would forget at once what it is to keep for longer. */
const LONGEST_WINDOW = 2 ** 31 - 1;

/**
 * Counts requests in memory: in windows of time, one for each caller, which begins with the caller's first request.
 *
 * @throws (rejects) RangeError if the window is longer than 2,147,483,647 ms; as `loadCounters` does
 */
export async function createRateLimiter({ limit, window }: RateLimit): Promise<RateLimiter> {
  if (window > LONGEST_WINDOW) throw new RangeError(`A rate limit's window is at most ${LONGEST_WINDOW} ms.`);
  const { RateLimiterMemory } = await loadCounters();
  return countWith(new RateLimiterMemory({ points: limit, duration: window / 1000 }), limit);
}

/**
 * Loads what counts.
 *
 * @throws (rejects) with the way to install it if `rate-limiter-flexible` is missing
 */
export function loadCounters(): Promise<typeof import("rate-limiter-flexible")> {
  return loadWithPeers(() => import("rate-limiter-flexible"), ["rate-limiter-flexible"]);
}

/** Counts requests with a counter of the library, wherever that keeps its counts. */
export function countWith(counter: RateLimiterAbstract, limit: number): RateLimiter {
  return async ({ id }) => {
    const now = Date.now();
    try {
      await counter.consume(id);
      return undefined;
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      const { msBeforeNext } = refusal;
      return {
        retryAfter: Math.ceil(msBeforeNext / 1000),
        limit,
        remaining: 0,
        reset_at: formatTime(now + msBeforeNext),
      };
    }
  };
}

/** The library throws the state of the limit; what else it throws is an error. */
function isRefusal(thrown: unknown): thrown is RateLimiterRes {
  return !(thrown instanceof Error);
}
