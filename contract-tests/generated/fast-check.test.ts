import { expect, it, vi } from "vitest";
import { rules } from "../rules/index.ts";
import { runRules } from "../runner.ts";

vi.mock("fast-check", () => {
  throw new Error("Cannot find package 'fast-check'");
});

it("Without fast-check the rules that draw random values are skipped, and all others can run", async () => {
  const offers = { write: true } as const;
  const target = { baseUrl: new URL("http://127.0.0.1:9"), key: "k", channel: "c", agent: "a", offers };
  const results = await runRules({ rules: rules.filter(({ id }) => /^GEN-00|^SES-001/.test(id)), target });
  const told = results.map((result) => [
    result.rule.id,
    "lacking" in result ? result.lacking : result.outcome,
  ]);
  expect(told).toContainEqual(["GEN-001", ["fast-check"]]);
  expect(told).toContainEqual(["GEN-006", ["fast-check", "pass-time"]]);
  expect(told).toContainEqual(["SES-001", "failed"]);
});
