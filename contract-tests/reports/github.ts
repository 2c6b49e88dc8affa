import { neverSeen } from "../coverage.ts";
import type { TargetOptions } from "../target.ts";
import { showFailure, showLine } from "./failure.ts";
import { countOutcomes, describeCounts, type Failure, failuresOf, inSeconds, type Run } from "./run.ts";

/** As many of one kind as GitHub shows of a step. */
const MOST_ANNOTATIONS = 10;
const LONGEST_LINE = 400;

/**
 * Tells GitHub Actions what came of a run, as workflow commands: a short annotation for each of the first failures,
 * and one that sums up.
 */
export function renderGithub(run: Run): string {
  const { stopped, results, target } = run;
  if (stopped !== undefined) return command("error", TITLE, showLine(stopped, target));
  return [
    ...failuresOf(results)
      .slice(0, MOST_ANNOTATIONS)
      .map((failure) =>
        command("error", `${failure.rule.id} ${failure.rule.title}`, summarise(failure, target)),
      ),
    command("notice", TITLE, sumUp(run)),
  ].join("");
}

const TITLE = "Contract of the session API";

/** The first finding, which is the rule's own where it has one; the other reports have it all. */
function summarise(failure: Failure, target: TargetOptions): string {
  const { rule, statements, findings } = showFailure(failure, target);
  const [first, ...others] = findings;
  return [
    `${rule.statement} (${statements.map(({ id }) => id).join(", ")})`,
    ...(first ? [`  ${cut(first.message)}`] : []),
    ...(first?.expected === undefined ? [] : [`    expected  ${cut(first.expected)}`]),
    ...(first?.actual === undefined ? [] : [`    actual    ${cut(first.actual)}`]),
    ...(first?.exchange ? [`  ${cut(first.exchange.curl)}`] : []),
    ...(others.length === 0 ? [] : [`  ${others.length} more finding${others.length === 1 ? "" : "s"}`]),
  ].join("\n");
}

function sumUp({ results, coverage, duration, seed }: Run): string {
  const never = [...neverSeen(coverage)].map(([operation, kinds]) => `${operation} ${kinds.join(", ")}`);
  const more = failuresOf(results).slice(MOST_ANNOTATIONS);
  return [
    `${describeCounts(countOutcomes(results))} (${inSeconds(duration)}, seed ${seed})`,
    ...(more.length === 0
      ? []
      : [`${more.length} more failed: ${more.map(({ rule }) => rule.id).join(", ")}`]),
    `${coverage.percentage} % of the declared kinds of responses were seen.`,
    ...(never.length === 0 ? [] : [`Never seen: ${never.join("; ")}`]),
  ].join("\n");
}

function cut(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}

function command(name: "error" | "notice", title: string, message: string): string {
  const escapedTitle = escapeMessage(title).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${name} title=${escapedTitle}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
