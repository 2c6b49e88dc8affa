import type { RateLimitRefusal } from "../generated/stub/index.ts";
import type { Clock } from "./clock.ts";

/** How many requests a caller may make in how long a time. */
export interface RateLimit {
  readonly limit: number;
  /** In milliseconds. */
  readonly window: number;
}

interface Window {
  readonly start: number;
  used: number;
}

/**
 * Counts requests in fixed windows of time, one for each caller, which begins with the caller's first request.
 *
 * @returns a function that counts one request of a caller, and returns the state of the limit if it refuses it
 */
export function createRateLimiter<Caller extends object>(
  { limit, window }: RateLimit,
  clock: Clock,
): (caller: Caller) => RateLimitRefusal | undefined {
  const windows = new WeakMap<Caller, Window>();
  return (caller) => {
    const now = clock();
    let current = windows.get(caller);
    // A clock that was set back must not lock anyone out for longer than a window.
    if (current === undefined || now >= current.start + window || now < current.start) {
      current = { start: now, used: 0 };
      windows.set(caller, current);
    }
    if (current.used < limit) {
      current.used += 1;
      return undefined;
    }
    const reset = current.start + window;
    return {
      retryAfter: Math.ceil((reset - now) / 1000),
      limit,
      remaining: 0,
      reset_at: new Date(reset).toISOString(),
    };
  };
}
