import { beforeAll, describe, expect, it } from "vitest";
import { type Mode, type ScriptedReply, startMock } from "../mock/index.ts";
import { createSettableClock } from "../server/index.ts";
import { mockExceptions } from "./mock-exceptions.ts";
import type { Offers } from "./needs.ts";
import { renderResult } from "./reports/terminal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { type RuleResult, runRules } from "./runner.ts";

const modes = ["examples", "dynamic", "stateful"] as const;

const replies: readonly ScriptedReply[] = [
  { when: /^break$/, reply: "First this, then it breaks off.", scenario: "broken-stream" },
  { when: /^fail$/, reply: "", scenario: "broken-stream" },
];

const lifetime = { write: true, "session-lifetime": 24 * 60 * 60 * 1000 } as const;

/** What the mode has beyond a write. It has one key, which may do everything: rules that need another are skipped. */
const offers: Readonly<Record<Mode, Partial<Offers>>> = {
  examples: lifetime,
  dynamic: lifetime,
  stateful: {
    ...lifetime,
    "second-channel": "ch_second",
    "second-agent": "agt_second",
    "failing-message": "fail",
    "breaking-message": "break",
    "slow-message": { message: "slow ".repeat(150), duration: 2000 },
    "recalling-message": "What do you know?",
    "body-timeout": 1000,
  },
};

/** What only a server with several keys and limits can offer. */
const notOffered = [
  "second-key",
  "read-only-key",
  "rate-limited-key",
  "spent-key",
  "hidden-agent",
  "blocked-message",
];

/** What came of each rule, by mode. */
const results = new Map<string, Map<string, { outcome: RuleResult["outcome"]; report: string }>>();

beforeAll(async () => {
  // A pace makes a reply last long enough to be left, and the other rules slow.
  const paced = rules.filter(({ needs }) => needs.includes("slow-message"));
  const others = rules.filter((rule) => !paced.includes(rule));
  await Promise.all(
    modes.map(async (mode) => {
      const outcomes = await Promise.all([run(mode, others, 0), run(mode, paced, 5)]);
      results.set(mode, new Map(outcomes.flat()));
    }),
  );
});

async function run(mode: Mode, selected: readonly Rule[], tokenDelay: number) {
  const clock = createSettableClock();
  const mock = await startMock({
    mode,
    tokenDelay,
    replies,
    clock: clock.now,
    requestTimeout: 1000,
    channels: [
      { id: "ch_01hxyz", agents: ["agt_01hxyz", "agt_second"] },
      { id: "ch_second", agents: ["agt_second"] },
    ],
  });
  const passTime = async (milliseconds: number) => clock.advance(milliseconds);
  const target = {
    baseUrl: new URL(mock.url),
    key: "any",
    channel: "ch_01hxyz",
    agent: "agt_01hxyz",
    offers: { ...offers[mode], ...(mode === "stateful" && { "pass-time": passTime }) },
  };
  const ran = await runRules({ rules: selected, target, timeout: 20_000 });
  await mock.close();
  return ran.map(
    (result) => [result.rule.id, { outcome: result.outcome, report: renderResult(result, target) }] as const,
  );
}

describe.each(modes)("The mock in the mode %s", (mode) => {
  const exceptions = new Map(
    mockExceptions[mode].flatMap(({ reason, rules: ids }) => ids.map((id) => [id, reason])),
  );
  const resultOf = (id: string) => results.get(mode)?.get(id);

  it.each(rules.filter(({ id }) => !exceptions.has(id)).map(({ id, title }) => [id, title]))(
    "keeps %s %s",
    (id) => {
      expect(["passed", "skipped"], resultOf(id)?.report).toContain(resultOf(id)?.outcome);
    },
  );

  it.each([...exceptions])("cannot keep %s: %s", (id) => {
    expect(resultOf(id)?.outcome, "an entry that the mock does satisfy, or no rule that it can run").toBe(
      "failed",
    );
  });

  it.runIf(mode === "stateful")("skips only rules that need what it does not have", () => {
    const able = rules.filter(({ needs }) => !needs.some((need) => notOffered.includes(need)));
    expect(able.filter(({ id }) => resultOf(id)?.outcome === "skipped").map(({ id }) => id)).toEqual([]);
  });
});

it("A mock that streams at its usual pace keeps the rules of streams, those of streams that wait for others included", async () => {
  const mock = await startMock();
  const ran = await runRules({
    rules: rules.filter(({ id }) => id.startsWith("STR-")),
    target: {
      baseUrl: new URL(mock.url),
      key: "any",
      channel: "ch_01hxyz",
      agent: "agt_01hxyz",
      offers: lifetime,
    },
  });
  await mock.stop();
  expect(ran.filter(({ outcome }) => outcome === "failed").map(({ rule }) => rule.id)).toEqual([]);
  expect(ran.find(({ rule }) => rule.id === "STR-016")?.outcome).toBe("passed");
});
