import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { formatTime } from "../clock.ts";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";

/** The longest time that a timer can wait: what counts would forget at once what it is to keep for longer. */
const LONGEST_WINDOW = 2 ** 31 - 1;

/**
 * Counts requests in memory: in windows of time, one for each caller, which begins with the caller's first request.
 *
 * @throws RangeError if the window is longer than 2,147,483,647 ms
 */
export function createRateLimiter({ limit, window }: RateLimit): RateLimiter {
  if (window > LONGEST_WINDOW) throw new RangeError(`A rate limit's window is at most ${LONGEST_WINDOW} ms.`);
  return countWith(new RateLimiterMemory({ points: limit, duration: window / 1000 }), limit);
}

/** Counts requests with a counter of the library, wherever that keeps its counts. */
export function countWith(counter: RateLimiterAbstract, limit: number): RateLimiter {
  return async ({ id }) => {
    const now = Date.now();
    try {
      await counter.consume(id);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
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
