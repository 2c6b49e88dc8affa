import type { RateLimitRefusal, RouterOptions } from "../generated/stub/index.ts";
import type { Clock } from "./clock.ts";
import type { Caller } from "./keys.ts";

/** How many requests a caller may make in how long a time. */
export interface RateLimit {
  readonly limit: number;
  /** In milliseconds. */
  readonly window: number;
}

/** Counts one request of a caller, and returns the state of the limit if it refuses it. */
export type RateLimiter = NonNullable<RouterOptions<Caller>["rateLimit"]>;

interface Window {
  readonly start: number;
  used: number;
}

/**
 * Counts requests in fixed windows of time, one for each caller, which begins with the caller's first request.
 *
 * @param shared the limit of all callers that have none of their own; if it is `undefined`, those have none
 */
export function createRateLimiter(
  shared: RateLimit | undefined,
  clock: Clock,
): (caller: Caller) => RateLimitRefusal | undefined {
  const windows = new Map<string, Window>();
  return ({ id, rateLimit = shared }) => {
    if (rateLimit === undefined) return undefined;
    const { limit, window } = rateLimit;
    const now = clock();
    let current = windows.get(id);
    // A clock that was set back must not lock anyone out for longer than a window.
    if (current === undefined || now >= current.start + window || now < current.start) {
      current = { start: now, used: 0 };
      windows.set(id, current);
    }
    if (current.used < limit) {
      current.used += 1;
      return undefined;
    }
    return refuseUntil(current.start + window, now, limit);
  };
}

/** What a caller is told who has used up the limit. The times are in milliseconds since 1970. */
export function refuseUntil(reset: number, now: number, limit: number): RateLimitRefusal {
  const retryAfter = Math.ceil((reset - now) / 1000);
  return { retryAfter, limit, remaining: 0, reset_at: new Date(reset).toISOString() };
}
