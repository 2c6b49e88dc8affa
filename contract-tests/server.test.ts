import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type ConfigurationOptions,
  createSettableClock,
  EXAMPLE_CHANNEL,
  LOCAL_KEY,
  MemoryStore,
  type Store,
  startServer,
} from "../server/index.ts";
import type { Offers } from "./needs.ts";
import { renderResult } from "./reports/terminal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { type RuleResult, runRules } from "./runner.ts";

const clock = createSettableClock();
const configuration: ConfigurationOptions = {
  keys: [
    LOCAL_KEY,
    { key: "tk_reader", tenant: LOCAL_KEY.tenant, scopes: ["read"] },
    { key: "tk_other", tenant: "other", scopes: ["read", "write"] },
    { key: "tk_spender", tenant: "spender", scopes: ["read", "write"] },
  ],
  channels: [
    { id: EXAMPLE_CHANNEL.id, agents: [EXAMPLE_CHANNEL.agents[0], "agt_second"], tenant: LOCAL_KEY.tenant },
    { id: "ch_second", agents: ["agt_second"], tenant: LOCAL_KEY.tenant },
    { id: "ch_spender", agents: ["agt_spender"], tenant: "spender" },
  ],
  clock: clock.now,
  blockedWords: ["forbidden"],
  failingWord: "fail",
  bodyTimeout: 1000,
  // A message of 2,000 words costs as many tokens. All other rules together stay far below.
  tokenBudget: 30_000,
  validateResponses: true,
  onError: () => {},
};
const offers: Partial<Offers> = {
  write: true,
  "second-key": "tk_other",
  "read-only-key": "tk_reader",
  "spent-key": { key: "tk_spender", channel: "ch_spender" },
  "second-channel": "ch_second",
  "second-agent": "agt_second",
  "hidden-agent": "agt_spender",
  "blocked-message": "This is forbidden.",
  "failing-message": "fail",
  "breaking-message": "First this, then fail",
  "slow-message": { message: "slow ".repeat(4000), duration: 1000 },
  "recalling-message": "What do you know?",
  "session-lifetime": 24 * 60 * 60 * 1000,
  "body-timeout": 1000,
  "pass-time": async (milliseconds) => clock.advance(milliseconds),
};
/** A limit that every key of a server has: rules that run into it get a server of their own. */
const rateLimited: { readonly configuration: ConfigurationOptions; readonly offers: Partial<Offers> } = {
  // The rate limit has the clock of the machine.
  configuration: { ...configuration, clock: undefined, rateLimit: { limit: 20, window: 2000 } },
  offers: {
    ...offers,
    "rate-limited-key": "tk_other",
    "pass-time": (milliseconds) => delay(milliseconds),
  },
};

/** What came of each rule, as a report. */
const reports = new Map<string, string>();
const outcomes = new Map<string, RuleResult["outcome"]>();

beforeAll(async () => {
  const limited = rules.filter(({ needs }) => needs.includes("rate-limited-key"));
  const unlimited = rules.filter((rule) => !limited.includes(rule));
  await Promise.all([
    runOn(configuration, unlimited, offers),
    runOn(rateLimited.configuration, limited, rateLimited.offers),
  ]);
});

async function runOn(configured: ConfigurationOptions, selected: readonly Rule[], offered: Partial<Offers>) {
  const server = await startServer(configured);
  const target = {
    baseUrl: new URL(server.url),
    key: LOCAL_KEY.key,
    channel: EXAMPLE_CHANNEL.id,
    agent: EXAMPLE_CHANNEL.agents[0],
    offers: offered,
  };
  for (const result of await runRules({ rules: selected, target, timeout: 20_000 })) {
    outcomes.set(result.rule.id, result.outcome);
    reports.set(result.rule.id, renderResult(result, target));
  }
  await server.close();
}

describe("The reference server keeps the contract", () => {
  it.each(rules.map(({ id, title }) => [id, title]))("%s %s", (id) => {
    expect(outcomes.get(id), reports.get(id)).toBe("passed");
  });
});

describe("A rule that does not say that it writes", () => {
  it("creates no session and sends no message", async () => {
    const written: string[] = [];
    class WatchedStore extends MemoryStore {
      override insert(...values: Parameters<Store["insert"]>): Promise<void> {
        written.push("insert");
        return super.insert(...values);
      }
      override append(...values: Parameters<Store["append"]>): Promise<void> {
        written.push("append");
        return super.append(...values);
      }
      override close(...values: Parameters<Store["close"]>): Promise<void> {
        written.push("close");
        return super.close(...values);
      }
    }
    const reading = rules.filter(({ needs }) => !needs.includes("write"));
    await runOn({ ...rateLimited.configuration, store: new WatchedStore() }, reading, rateLimited.offers);
    expect(reading.length).toBeGreaterThan(15);
    expect(written).toEqual([]);
  });
});
