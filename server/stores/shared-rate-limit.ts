import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { type RateLimit, type RateLimiter, refuseUntil } from "../rate-limit.ts";

/** Counts requests in a database of PostgreSQL, for all servers together. Each server has its own clock. */
export function createSharedRateLimiter(pool: Pool, { limit, window }: RateLimit): RateLimiter {
  const counter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "thinklio_rate_limits",
    tableCreated: true,
    // Where servers differ in their limits, each limit is counted by itself.
    keyPrefix: `${limit}/${window}`,
    points: limit,
    duration: window / 1000,
    // A caller who has used up the limit costs no more queries.
    inMemoryBlockOnConsumed: limit,
  });
  return async ({ id }) => {
    const now = Date.now();
    try {
      await counter.consume(id);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refuseUntil(now + refusal.msBeforeNext, now, limit);
      throw refusal;
    }
  };
}
