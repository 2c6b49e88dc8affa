import { beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../mock/index.ts";
import { mockExceptions } from "./mock-exceptions.ts";
import { renderResult } from "./reports/terminal.ts";
import { rules } from "./rules/index.ts";
import { type RuleResult, runRules } from "./runner.ts";

const exceptions = new Map(mockExceptions.flatMap(({ reason, rules: ids }) => ids.map((id) => [id, reason])));

const outcomes = new Map<string, RuleResult["outcome"]>();
const reports = new Map<string, string>();

beforeAll(async () => {
  const mock = await startMock();
  const target = {
    baseUrl: new URL(mock.url),
    key: "any",
    channel: "ch_01hxyz",
    agent: "agt_01hxyz",
    offers: { write: true, "session-lifetime": 24 * 60 * 60 * 1000 },
  } as const;
  for (const result of await runRules({ rules, target })) {
    outcomes.set(result.rule.id, result.outcome);
    reports.set(result.rule.id, renderResult(result, target));
  }
  await mock.close();
});

describe("The mock keeps the contract, as far as it can without a memory", () => {
  it.each(rules.filter(({ id }) => !exceptions.has(id)).map(({ id, title }) => [id, title]))(
    "%s %s",
    (id) => {
      expect(["passed", "skipped"], reports.get(id)).toContain(outcomes.get(id));
    },
  );
});

describe("The mock's exceptions are rules that it breaks", () => {
  it.each([...exceptions])("%s: %s", (id) => {
    expect(outcomes.get(id), "an entry that the mock does satisfy, or no rule that it can run").toBe(
      "failed",
    );
  });
});
