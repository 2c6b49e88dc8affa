import { neverSeen } from "../coverage.ts";
import { needs } from "../needs.ts";
import type { RuleResult } from "../runner.ts";
import type { TargetOptions } from "../target.ts";
import { showFailure, showLine, showServer } from "./failure.ts";
import { countOutcomes, type Run } from "./run.ts";

/**
 * Tells a program what came of a run, as JSON. Times are in milliseconds. Within a major version of the package only
 * fields are added.
 */
export function renderJson({ stopped, results, target, coverage, seed, start, duration }: Run): string {
  const report = {
    server: showServer(target),
    ...(stopped !== undefined && { stopped: showLine(stopped, target) }),
    start: start.toISOString(),
    duration: Math.round(duration),
    seed,
    counts: countOutcomes(results),
    coverage: { ...coverage, neverSeen: Object.fromEntries(neverSeen(coverage)) },
    rules: results.map((result) => describeResult(result, target)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function describeResult(result: RuleResult, target: TargetOptions): object {
  const { id, title, statement, covers } = result.rule;
  const rule = { id, title, statement, covers, outcome: result.outcome };
  if (result.outcome === "skipped") {
    return { ...rule, lacking: result.lacking.map((need) => ({ need, description: needs[need] })) };
  }
  const timed = { ...rule, duration: Math.round(result.duration) };
  if (result.outcome === "passed") return timed;
  const { statements, findings, requests, earlierRequests } = showFailure(result, target);
  return { ...timed, statements, findings, requests, earlierRequests };
}
