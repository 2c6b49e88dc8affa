import { describe, expect, it } from "vitest";
import type { Rule } from "../rule.ts";
import { rules } from "../rules/index.ts";
import type { RuleResult } from "../runner.ts";
import { editError, editEvent, editPage, editReply, editRequest, editSession } from "./edits.ts";
import type { Change } from "./fault.ts";
import { faults } from "./index.ts";
import { changeAgent, changeStore } from "./parts.ts";
import { runRulesOn } from "./run-rules-on.ts";

/** A time limit that a healthy server keeps even on a busy machine, in milliseconds. */
const PATIENT = 20_000;

function named(ids: readonly string[]): Rule[] {
  return rules.filter(({ id }) => ids.includes(id));
}

function idsOf(results: readonly RuleResult[], outcome: RuleResult["outcome"]): string[] {
  return results.filter((result) => result.outcome === outcome).map(({ rule }) => rule.id);
}

/** What the rules find wrong, with the answer that shows it. */
function messagesOf(results: readonly RuleResult[]): string[] {
  return results.flatMap((result) => {
    if (result.outcome !== "failed") return [];
    return result.findings.map(({ message, exchange }) => {
      const { status, text = "" } = exchange?.response ?? {};
      return `${result.rule.id}: ${message} (${status} ${text.slice(0, 500)})`;
    });
  });
}

describe("The faults", () => {
  it("are at least 80, each with an id of its own", () => {
    expect(faults.length).toBeGreaterThanOrEqual(80);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });

  it("name rules that there are", () => {
    const known = new Set(rules.map(({ id }) => id));
    expect(faults.flatMap(({ caughtBy }) => caughtBy).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("The healthy server", { timeout: 120_000 }, () => {
  it("passes every rule", async () => {
    const results = await runRulesOn({}, rules, PATIENT);
    expect(messagesOf(results)).toEqual([]);
    expect(idsOf(results, "skipped")).toEqual([]);
  });

  it("passes every rule where each byte of a stream is a chunk of its own", async () => {
    const streamed = rules.filter(({ id }) => id.startsWith("STR-"));
    expect(messagesOf(await runRulesOn({ wire: { isBytewise: true } }, streamed, PATIENT))).toEqual([]);
  });

  it("passes every rule where all that faults are made of is in place, and changes nothing", async () => {
    const unchanged = [editSession, editReply, editPage, editError].map((edit) =>
      edit((body: unknown) => body),
    );
    const neutral: Change = {
      parts: (healthy) => ({
        ...changeStore(() => ({})).parts?.(healthy),
        ...changeAgent(() => ({})).parts?.(healthy),
      }),
      wire: {
        ...editEvent((_, event) => event),
        ...editRequest((body) => body),
        response: (response, request) =>
          unchanged.reduce((one, { response: edit }) => edit?.(one, request) ?? one, response),
      },
    };
    expect(messagesOf(await runRulesOn(neutral, rules, PATIENT))).toEqual([]);
  });
});

describe("Each fault is caught by the rules that it names, and they pass without it", () => {
  it.each(faults.map((fault) => [`${fault.id}: ${fault.title}`, fault] as const))("%s", async (_, fault) => {
    const expected = named(fault.caughtBy);
    const healthy = await runRulesOn({}, expected);
    expect(idsOf(healthy, "passed")).toEqual(expected.map(({ id }) => id));
    const faulty = await runRulesOn(fault, expected);
    expect(idsOf(faulty, "failed")).toEqual(expected.map(({ id }) => id));
    expect(messagesOf(faulty)).not.toContainEqual(
      expect.stringMatching(/the rule itself broke|socket hang up|ECONN/),
    );
  });
});
