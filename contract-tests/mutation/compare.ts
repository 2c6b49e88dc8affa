import type { Mutant, MutationResult } from "./report.ts";

/** Why no client could tell some mutants from the server, as `survivors.json` lists them. */
export interface Survivors {
  readonly reason: string;
  readonly mutants: readonly Mutant[];
}

/** The share of mutants that the rules must catch. */
export const LOWEST_SCORE = 0.9;

/** The share of mutants that the rules caught. */
export function scoreOf({ caught, survivors }: MutationResult): number {
  return caught / (caught + survivors.length);
}

/**
 * Says what is wrong with a run: a score below {@link LOWEST_SCORE}, a survivor that is not listed, a listed one that
 * was caught or is no more.
 */
export function faultsOf(result: MutationResult, listed: readonly Survivors[]): string[] {
  const faults: string[] = [];
  const score = scoreOf(result);
  if (!(score >= LOWEST_SCORE)) {
    faults.push(`the score is ${percent(score)}, below ${percent(LOWEST_SCORE)}`);
  }
  const expected = listed.flatMap(({ mutants }) => mutants).map(describe);
  for (const survivor of result.survivors.map(describe)) {
    const index = expected.indexOf(survivor);
    if (index === -1) faults.push(`a survivor is not listed: ${survivor}`);
    else expected.splice(index, 1);
  }
  return [...faults, ...expected.map((mutant) => `no survivor any more, but listed: ${mutant}`)];
}

/** A share as a percentage, with two decimals. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function describe({ file, line, code, mutation }: Mutant): string {
  return `${file}: ${line}\n    ${code}\n    -> ${mutation}`;
}
