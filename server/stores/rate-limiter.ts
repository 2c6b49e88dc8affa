import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";

/** Counts requests in memory: in windows of time, one for each caller, which begins with the caller's first request. */
export function createRateLimiter({ limit, window }: RateLimit): RateLimiter {
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
        reset_at: new Date(now + msBeforeNext).toISOString(),
      };
    }
  };
}
