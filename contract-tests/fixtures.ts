import { randomUUID } from "node:crypto";
import { needs } from "./needs.ts";
import { refusesKey } from "./readiness.ts";
import type { Rule } from "./rule.ts";
import type { RuleResult } from "./runner.ts";
import type { TargetOptions } from "./target.ts";

/** @throws (rejects) if the server was started without the fixtures, for lack of which some fifty rules would fail */
export async function demandFixtures(
  selected: readonly Rule[],
  { baseUrl, key, offers }: TargetOptions,
  timeout: number,
): Promise<void> {
  const secondKey = offers["second-key"];
  if (secondKey === undefined || !selected.some(needsSecondKey)) return;
  const refuses = (one: string) => refusesKey(baseUrl, one, timeout);
  // Where the first key is refused, too, there is more wrong than that.
  if (!(await refuses(secondKey)) || (await refuses(key))) return;
  throw new Error(
    `the server does not have the fixtures: it refuses ${needs["second-key"]}; start it with serve --fixtures, or leave out --fixtures`,
  );
}

/** A server that accepts any key, as the mock does, shows only by its failures that it has no other tenants. */
export async function suspectFixtures(
  results: readonly RuleResult[],
  { baseUrl }: TargetOptions,
  timeout: number,
): Promise<string | undefined> {
  const hasFailed = results.some(({ rule, outcome }) => outcome === "failed" && needsSecondKey(rule));
  if (!hasFailed || (await refusesKey(baseUrl, `tk_${randomUUID()}`, timeout))) return undefined;
  return "the server accepts any key, and so keeps no tenants apart: was it started with serve --fixtures?";
}

function needsSecondKey(rule: Rule): boolean {
  return rule.needs.includes("second-key");
}
