import type { Pool } from "pg";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";
import { countWith, loadCounters } from "./rate-limiter.ts";

/**
 * Counts requests in a database of PostgreSQL, for all servers together. Each server has its own clock.
 *
 * @throws (rejects) as `loadCounters` does
 */
export async function createSharedRateLimiter(
  pool: Pool,
  { limit, window }: RateLimit,
): Promise<RateLimiter> {
  const { RateLimiterPostgres } = await loadCounters();
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
