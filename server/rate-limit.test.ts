import { describe, expect, it } from "vitest";
import { createSettableClock } from "./clock.ts";
import { createRateLimiter } from "./rate-limit.ts";

const caller = { id: "a", tenant: "default", scopes: [] };

function start() {
  const clock = createSettableClock("2026-03-19T12:00:00Z");
  return { clock, count: createRateLimiter({ limit: 2, window: 10_000 }, clock.now) };
}

describe("the rate limit", () => {
  it("refuses what goes beyond it, and says until when", () => {
    const { clock, count } = start();
    expect([count(caller), count(caller)]).toEqual([undefined, undefined]);
    clock.advance(3500);
    expect(count(caller)).toEqual({
      retryAfter: 7,
      limit: 2,
      remaining: 0,
      reset_at: "2026-03-19T12:00:10.000Z",
    });
  });

  it("lets the caller on when the time that it said has passed", () => {
    const { clock, count } = start();
    for (let calls = 0; calls < 5; calls += 1) count(caller);
    clock.advance(9999);
    expect(count(caller)).toMatchObject({ retryAfter: 1 });
    clock.advance(1);
    expect([count(caller), count(caller)]).toEqual([undefined, undefined]);
    expect(count(caller)).toMatchObject({ retryAfter: 10 });
  });

  it("counts each caller alone", () => {
    const { count } = start();
    for (let calls = 0; calls < 3; calls += 1) count(caller);
    expect(count(caller)).toBeDefined();
    expect(count({ ...caller, id: "b" })).toBeUndefined();
  });

  it("is the caller's own where it has one", () => {
    const { clock, count } = start();
    const limited = { ...caller, id: "c", rateLimit: { limit: 1, window: 2000 } };
    expect(count(limited)).toBeUndefined();
    expect(count(limited)).toMatchObject({ retryAfter: 2, limit: 1 });
    clock.advance(2000);
    expect(count(limited)).toBeUndefined();
  });

  it("is none for other callers where only some have one of their own", () => {
    const count = createRateLimiter(undefined, createSettableClock().now);
    for (let calls = 0; calls < 5; calls += 1) expect(count(caller)).toBeUndefined();
    const limited = { ...caller, id: "c", rateLimit: { limit: 1, window: 2000 } };
    expect([count(limited), count(limited)]).toEqual([undefined, expect.objectContaining({ limit: 1 })]);
  });

  it("does not lock a caller out when the clock is set back", () => {
    const { clock, count } = start();
    for (let calls = 0; calls < 3; calls += 1) count(caller);
    clock.advance(-3_600_000);
    expect(count(caller)).toBeUndefined();
  });
});
