import { beforeAll, describe, expect, it } from "vitest";
import { listen } from "../generated/stub/index.ts";
import { useLocalDatabases } from "../package/local-databases.ts";
import { createApp, openStore, parseStore } from "../server/index.ts";
import { createHealthy } from "./faults/healthy.ts";
import { renderResult } from "./reports/terminal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { type RuleResult, runRules } from "./runner.ts";

/** Longer than those of the healthy server: a busy machine must not break a rule. In milliseconds. */
const BODY_TIMEOUT = 1000;
const TIMEOUT = 20_000;

const databases = useLocalDatabases();

/** Runs rules on so many instances of the server, which share a store and take turns with the requests. */
async function runOn(address: string, instances: number, selected: readonly Rule[], rateLimited: boolean) {
  const { configuration, target } = createHealthy(rateLimited);
  const stores = await Promise.all(Array.from({ length: instances }, () => openStore(parseStore(address))));
  const apps = await Promise.all(
    stores.map((store) => createApp({ ...configuration, store, bodyTimeout: BODY_TIMEOUT })),
  );
  let next = 0;
  const server = await listen((request, response) => {
    next = (next + 1) % apps.length;
    apps[next]?.(request, response);
  });
  const here = {
    ...target,
    baseUrl: new URL(server.url),
    offers: { ...target.offers, "body-timeout": BODY_TIMEOUT },
  };
  const results = await runRules({ rules: selected, target: here, timeout: TIMEOUT });
  await server.close();
  await Promise.all(stores.map((store) => store.end()));
  return results.map((result) => ({ result, report: renderResult(result, here) }));
}

describe.each([
  ["a server with SQLite", async () => databases.newSqlite(), 1],
  ["two instances on one PostgreSQL", () => databases.newPostgres(), 2],
] as const)("The contract is kept by %s", (_, newAddress, instances) => {
  const outcomes = new Map<string, RuleResult["outcome"]>();
  const reports = new Map<string, string>();
  beforeAll(async () => {
    const limited = rules.filter(({ needs }) => needs.includes("rate-limited-key"));
    const unlimited = rules.filter((rule) => !limited.includes(rule));
    const ran = await Promise.all([
      runOn(await newAddress(), instances, unlimited, false),
      runOn(await newAddress(), instances, limited, true),
    ]);
    for (const { result, report } of ran.flat()) {
      outcomes.set(result.rule.id, result.outcome);
      reports.set(result.rule.id, report);
    }
  });

  it.each(rules.map(({ id, title }) => [id, title]))("%s %s", (id) => {
    expect(outcomes.get(id), reports.get(id)).toBe("passed");
  });
});
