import type { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";
import { countWith } from "./rate-limiter.ts";

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
  return countWith(counter, limit);
}
