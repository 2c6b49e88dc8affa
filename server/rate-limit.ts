import type { RouterOptions } from "../generated/stub/index.ts";
import type { ApiKey, Caller } from "./keys.ts";
import { createRateLimiter } from "./stores/rate-limiter.ts";
import type { Store } from "./stores/store.ts";

/** How many requests a caller may make in how long a time. */
export interface RateLimit {
  readonly limit: number;
  /** In milliseconds. */
  readonly window: number;
}

/** Counts one request of a caller, and returns the state of the limit if it refuses it. */
export type RateLimiter = NonNullable<RouterOptions<Caller>["rateLimit"]>;

/** What is limited, and where it is counted. */
export interface RateLimits {
  /** The limit of each key that has none of its own. */
  readonly rateLimit: RateLimit | undefined;
  readonly keys: readonly ApiKey[];
  readonly store: Store;
}

/**
 * Makes what counts the requests of each key, or nothing if no key has a limit. The common limit is counted by the
 * store where it can, together with other servers; a key's own is always counted here.
 *
 * @throws (rejects) with the way to install it if `rate-limiter-flexible` is needed, and missing
 */
export async function openRateLimiter({
  rateLimit,
  keys,
  store,
}: RateLimits): Promise<RateLimiter | undefined> {
  const own = keys.flatMap((key) => key.rateLimit ?? []);
  if (rateLimit === undefined && own.length === 0) return undefined;
  const shared =
    rateLimit && ((await store.limitRequests?.(rateLimit)) ?? (await createRateLimiter(rateLimit)));
  const limiters = new Map<RateLimit, RateLimiter>();
  for (const limit of own) limiters.set(limit, await createRateLimiter(limit));
  return (caller) => (caller.rateLimit ? limiters.get(caller.rateLimit) : shared)?.(caller);
}
