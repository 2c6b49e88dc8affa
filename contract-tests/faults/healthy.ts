import { setTimeout as delay } from "node:timers/promises";
import {
  type Configuration,
  configure,
  createSettableClock,
  LOCAL_KEY,
  systemClock,
} from "../../server/index.ts";
import type { Offers } from "../needs.ts";
import type { TargetOptions } from "../target.ts";

/** The key that may do everything. */
export const LOCAL: string = LOCAL_KEY.key;
/** A key of the same tenant that may only read. */
export const READER = "tk_reader";
/** A key of another tenant. */
export const OTHER = "tk_other";
const SPENDER = "tk_spender";

/** In milliseconds: a large body takes several turns of an event loop that everybody here shares. */
const BODY_TIMEOUT = 500;

/** A healthy server, and how to test it. */
export interface Healthy {
  readonly configuration: Configuration;
  readonly target: Omit<TargetOptions, "baseUrl">;
}

/**
 * Makes a server that has all that rules may need.
 *
 * @param rateLimited whether it limits how many requests each key may make: that is for the rules which need it, as
 * the others make more
 */
export function createHealthy(rateLimited: boolean): Healthy {
  const clock = createSettableClock();
  // The rate limit has the clock of the machine.
  const time: Pick<Offers, "pass-time"> & Pick<Configuration, "clock"> = rateLimited
    ? { clock: systemClock, "pass-time": (milliseconds) => delay(milliseconds) }
    : { clock: clock.now, "pass-time": async (milliseconds) => clock.advance(milliseconds) };
  const scopes = ["read", "write"] as const;
  const configuration = configure({
    keys: [
      LOCAL_KEY,
      { key: READER, tenant: LOCAL_KEY.tenant, scopes: ["read"] },
      { key: OTHER, tenant: "other", scopes },
      { key: SPENDER, tenant: "spender", scopes },
    ],
    channels: [
      { id: "ch_01hxyz", agents: ["agt_01hxyz", "agt_second"], tenant: LOCAL_KEY.tenant },
      { id: "ch_second", agents: ["agt_second"], tenant: LOCAL_KEY.tenant },
      { id: "ch_spender", agents: ["agt_spender"], tenant: "spender" },
    ],
    clock: time.clock,
    blockedWords: ["forbidden"],
    failingWord: "fail",
    // A message of 2,000 words costs as many tokens. All other rules together stay far below.
    tokenBudget: 30_000,
    bodyTimeout: BODY_TIMEOUT,
    validateResponses: true,
    rateLimit: rateLimited ? { limit: 20, window: 2000 } : undefined,
    onError: () => {},
  });
  const offers: Partial<Offers> = {
    write: true,
    "fast-check": true,
    "second-key": OTHER,
    "read-only-key": READER,
    "spent-key": { key: SPENDER, channel: "ch_spender" },
    "second-channel": "ch_second",
    "second-agent": "agt_second",
    "hidden-agent": "agt_spender",
    "blocked-message": "This is forbidden.",
    "failing-message": "fail",
    "breaking-message": "First this, then fail",
    "slow-message": { message: "slow ".repeat(1000), duration: 1000 },
    "recalling-message": "What do you know?",
    "session-lifetime": 24 * 60 * 60 * 1000,
    "body-timeout": BODY_TIMEOUT,
    "pass-time": time["pass-time"],
    ...(rateLimited && { "rate-limited-key": OTHER }),
  };
  return { configuration, target: { key: LOCAL, channel: "ch_01hxyz", agent: "agt_01hxyz", offers } };
}
