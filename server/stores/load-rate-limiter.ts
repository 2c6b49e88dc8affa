import { loadWithPeers } from "../../command-line/peers.ts";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";

/**
 * Loads what counts requests in memory.
 *
 * @throws (rejects) with the way to install it if `rate-limiter-flexible` is missing
 */
export async function loadRateLimiter(): Promise<(limit: RateLimit) => RateLimiter> {
  const { createRateLimiter } = await loadWithPeers(
    () => import("./rate-limiters.ts"),
    ["rate-limiter-flexible"],
  );
  return createRateLimiter;
}
