import { formatTable, median } from "../statistics.ts";
import { type Measured, ratio } from "./compare.ts";

/** What is measured once for each contender, beside the mixes. */
type Cost = "starts" | "memory";

/** A ratio that is to be kept, of the first contender to another. */
export interface Target {
  readonly of: { readonly mix: string } | { readonly cost: Cost };
  /** The other contender's name. */
  readonly over: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * Prints what was measured, as ratios to one of the contenders, and which targets are met; a missed one sets the exit
 * code to 1.
 *
 * @param base the name of the contender that is 1.00
 */
export function report(results: readonly Measured[], base: string, targets: readonly Target[]): void {
  const unit = find(results, base);
  const mixes = Object.keys(unit.rates);
  const rows = results.map((result) => [
    result.name,
    ...mixes.flatMap((mix) => {
      const rates = result.rates[mix] ?? [];
      return [median(rates).toFixed(0), ratio(rates, unit.rates[mix] ?? []).toFixed(2)];
    }),
    `${(median(result.starts) / 1000).toFixed(2)} s`,
    (median(result.starts) / median(unit.starts)).toFixed(2),
    `${median(result.memory).toFixed(0)} MiB`,
    ratio(result.memory, unit.memory).toFixed(2),
  ]);
  const heads = ["", ...mixes.flatMap((mix) => [mix, "ratio"]), "first answer", "ratio", "memory", "ratio"];
  console.log(`Requests a second, from 50 connections; ratios to ${base}:\n`);
  console.log(formatTable([heads, ...rows]));
  const busy = Math.max(...results.map((result) => median(result.busy)));
  console.log(`\nThe load generator took at most ${Math.round(100 * busy)} % of a processor.\n`);
  for (const target of targets) judge(results, target);
}

function judge(results: readonly Measured[], { of, over, atLeast, atMost }: Target): void {
  const [ours] = results;
  if (ours === undefined) return;
  const other = find(results, over);
  const what = "mix" in of ? of.mix : of.cost === "starts" ? "first answer" : "memory";
  const value =
    "mix" in of
      ? ratio(ours.rates[of.mix] ?? [], other.rates[of.mix] ?? [])
      : median(ours[of.cost]) / median(other[of.cost]);
  const isMet = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  if (!isMet) process.exitCode = 1;
  const limit = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  console.log(`${isMet ? "met   " : "MISSED"}  ${what}: ${value.toFixed(2)} of ${over}, ${limit}`);
}

function find(results: readonly Measured[], name: string): Measured {
  const found = results.find((result) => result.name === name);
  if (found === undefined) throw new Error(`There is no contender ${name}.`);
  return found;
}
