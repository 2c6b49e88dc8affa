import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Caller } from "../keys.ts";
import { openRateLimiter, type RateLimiter, type RateLimits } from "../rate-limit.ts";
import { MemoryStore } from "./memory-store.ts";

const caller: Caller = { id: "a", tenant: "default", scopes: [] };
const shared = { limit: 2, window: 10_000 };

async function start(limits: Partial<RateLimits> = { rateLimit: shared }): Promise<RateLimiter> {
  const limiter = await openRateLimiter({
    keys: [],
    rateLimit: undefined,
    store: new MemoryStore(),
    ...limits,
  });
  return limiter ?? (() => expect.unreachable("There is a limit."));
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-19T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the rate limit", () => {
  it("refuses what goes beyond it, and says until when", async () => {
    const count = await start();
    expect([await count(caller), await count(caller)]).toEqual([undefined, undefined]);
    vi.advanceTimersByTime(3500);
    expect(await count(caller)).toEqual({
      retryAfter: 7,
      limit: 2,
      remaining: 0,
      reset_at: "2026-03-19T12:00:10.000Z",
    });
  });

  it("lets the caller on when the time that it said has passed", async () => {
    const count = await start();
    for (let calls = 0; calls < 5; calls += 1) await count(caller);
    vi.advanceTimersByTime(9999);
    expect(await count(caller)).toMatchObject({ retryAfter: 1 });
    vi.advanceTimersByTime(1);
    expect([await count(caller), await count(caller)]).toEqual([undefined, undefined]);
    expect(await count(caller)).toMatchObject({ retryAfter: 10 });
  });

  it("counts each caller alone", async () => {
    const count = await start();
    for (let calls = 0; calls < 3; calls += 1) await count(caller);
    expect(await count(caller)).toBeDefined();
    expect(await count({ ...caller, id: "b" })).toBeUndefined();
  });

  it("is the caller's own where it has one", async () => {
    const own = { limit: 1, window: 2000 };
    const count = await start({
      rateLimit: shared,
      keys: [{ key: "c", tenant: "default", scopes: [], rateLimit: own }],
    });
    const limited = { ...caller, id: "c", rateLimit: own };
    expect(await count(limited)).toBeUndefined();
    expect(await count(limited)).toMatchObject({ retryAfter: 2, limit: 1 });
    vi.advanceTimersByTime(2000);
    expect(await count(limited)).toBeUndefined();
  });

  it("is none for other callers where only some have one of their own", async () => {
    const own = { limit: 1, window: 2000 };
    const count = await start({ keys: [{ key: "c", tenant: "default", scopes: [], rateLimit: own }] });
    for (let calls = 0; calls < 5; calls += 1) expect(await count(caller)).toBeUndefined();
    const limited = { ...caller, id: "c", rateLimit: own };
    expect([await count(limited), await count(limited)]).toEqual([
      undefined,
      expect.objectContaining({ limit: 1 }),
    ]);
  });

  it("is counted by a store that can, whatever its way to do so depends on", async () => {
    class CountingStore extends MemoryStore {
      counts = 0;
      async limitRequests() {
        return async () => {
          this.counts += 1;
          return undefined;
        };
      }
    }
    const store = new CountingStore();
    await (await start({ rateLimit: shared, store }))(caller);
    expect(store.counts).toBe(1);
  });

  it("is nothing at all where no key has one", async () => {
    const limits = { keys: [], rateLimit: undefined, store: new MemoryStore() };
    expect(await openRateLimiter(limits)).toBeUndefined();
  });

  it("has no longer window than a timer can wait", async () => {
    const rateLimit = { limit: 1, window: 2 ** 31 };
    await expect(start({ rateLimit })).rejects.toThrow("at most 2147483647 ms");
  });

  it("does not lock a caller out for longer than its window when the clock is set back", async () => {
    const count = await start();
    for (let calls = 0; calls < 3; calls += 1) await count(caller);
    vi.setSystemTime(new Date("2026-03-19T11:00:00Z"));
    vi.advanceTimersByTime(10_000);
    expect(await count(caller)).toBeUndefined();
  });
});
