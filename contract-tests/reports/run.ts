import type { Coverage } from "../coverage.ts";
import { type Need, needs } from "../needs.ts";
import { topicOf, topics } from "../rules/index.ts";
import type { RuleResult } from "../runner.ts";
import type { TargetOptions } from "../target.ts";

/** What came of a run: all that a report tells. */
export interface Run {
  /** Why the run was stopped, in one line; it has no results then, because they would say nothing of the server. */
  readonly stopped?: string;
  readonly results: readonly RuleResult[];
  readonly target: TargetOptions;
  readonly coverage: Coverage;
  /** What the rules drew their random values from. */
  readonly seed: number;
  readonly start: Date;
  /** In milliseconds. */
  readonly duration: number;
}

/** A result of a rule that the server broke. */
export type Failure = Extract<RuleResult, { outcome: "failed" }>;

/** How many rules had which outcome. */
export type Counts = Readonly<Record<RuleResult["outcome"], number>>;

/** Counts the outcomes. */
export function countOutcomes(results: readonly RuleResult[]): Counts {
  const count = (outcome: RuleResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

/** Says in words how many rules had which outcome; outcomes that none had are left out. */
export function describeCounts(
  counts: Counts,
  paint: (outcome: RuleResult["outcome"], text: string) => string = (_, text) => text,
): string {
  return (["passed", "failed", "skipped"] as const)
    .flatMap((outcome) => (counts[outcome] === 0 ? [] : [paint(outcome, `${counts[outcome]} ${outcome}`)]))
    .join(", ");
}

/** The results of one topic, with its name. */
export interface Topic {
  readonly name: string;
  readonly results: readonly RuleResult[];
}

/** Groups results by topic; topics without results are left out. */
export function groupByTopic(results: readonly RuleResult[]): readonly Topic[] {
  return Object.entries(topics).flatMap(([topic, name]) => {
    const own = results.filter(({ rule }) => topicOf(rule) === topic);
    return own.length === 0 ? [] : [{ name, results: own }];
  });
}

/** The ids of the rules that were skipped, by what they lacked. */
export function groupByLack(results: readonly RuleResult[]): ReadonlyMap<Need, readonly string[]> {
  const ids = new Map<Need, string[]>();
  for (const result of results) {
    if (result.outcome !== "skipped") continue;
    for (const need of result.lacking) ids.set(need, [...(ids.get(need) ?? []), result.rule.id]);
  }
  return ids;
}

/** Says what a skipped rule lacked, in words that complete "needs …". */
export function describeLack({ lacking }: Extract<RuleResult, { outcome: "skipped" }>): string {
  return lacking.map((need) => needs[need]).join(", and ");
}

/** The results of the rules that the server broke. */
export function failuresOf(results: readonly RuleResult[]): readonly Failure[] {
  return results.filter((result) => result.outcome === "failed");
}

/** A time in seconds, for people. */
export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
