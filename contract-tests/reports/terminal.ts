import { styleText } from "node:util";
import { showProgress } from "../../command-line/terminal.ts";
import { neverSeen } from "../coverage.ts";
import { needs } from "../needs.ts";
import type { RuleResult } from "../runner.ts";
import { describeSource } from "../statements.ts";
import type { TargetOptions } from "../target.ts";
import { type ShownExchange, type ShownFailure, showFailure, showLine } from "./failure.ts";
import {
  countOutcomes,
  describeCounts,
  describeLack,
  type Failure,
  failuresOf,
  groupByLack,
  groupByTopic,
  inSeconds,
  type Run,
} from "./run.ts";

type Colour = "green" | "red" | "yellow" | "dim" | "bold";
type Paint = (colour: Colour, text: string) => string;

const COLOURS = { passed: "green", failed: "red", skipped: "yellow" } as const;

const plain: Paint = (_, text) => text;

/** Writes how far a run has come, in one line that is written over; writes nothing but to a terminal. */
export function createProgress(
  output: NodeJS.WriteStream,
  total: number,
): { step(result: RuleResult): void; end(): void } {
  let finished = 0;
  let failed = 0;
  return {
    step({ outcome }) {
      finished += 1;
      if (outcome === "failed") failed += 1;
      showProgress(`${finished} of ${total} rules${failed === 0 ? "" : `, ${failed} failed`}`, output);
    },
    end: () => showProgress("", output),
  };
}

/**
 * Tells a person what came of a run: each topic with its counts, what was skipped and why, each failure with all that
 * is needed to see it again, the kinds of responses that were never seen, and a line that sums up.
 *
 * @param output where it will go: it has colours if that is a terminal, and NO_COLOR is not set
 */
export function renderTerminal(run: Run, output?: NodeJS.WriteStream): string {
  if (run.stopped !== undefined) return `Stopped: ${showLine(run.stopped, run.target)}\n`;
  const paint: Paint = output ? (colour, text) => styleText(colour, text, { stream: output }) : plain;
  const sections = [
    renderTopics(run.results, paint),
    renderSkipped(run.results),
    ...failuresOf(run.results).map((failure) => renderFailure(failure, run.target, paint)),
    renderCoverage(run),
    renderSummary(run, paint),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Tells a person what came of one rule. No key is in it. */
export function renderResult(result: RuleResult, target: TargetOptions): string {
  if (result.outcome === "failed") return renderFailure(result, target);
  const { id, title } = result.rule;
  const lacking = result.outcome === "skipped" ? `: needs ${describeLack(result)}` : "";
  return `${id}  ${title}  ${result.outcome}${lacking}`;
}

/** Tells a person all that is needed to see a failure again. No key is in it. */
export function renderFailure(failure: Failure, target: TargetOptions, paint: Paint = plain): string {
  const { rule, statements, findings, ...shown } = showFailure(failure, target);
  const lines = [
    paint("red", `✖ ${rule.id}  ${rule.title}`),
    `  ${rule.statement}`,
    ...statements.map((statement) =>
      paint("dim", `  ${statement.id} (${statement.source}: ${describeSource(statement)}): ${statement.text}`),
    ),
    "",
  ];
  for (const [index, { message, expected, actual, exchange }] of findings.entries()) {
    lines.push(paint("bold", indent(message, "  ")));
    if (expected !== undefined) lines.push(`    expected  ${expected}`);
    if (actual !== undefined) lines.push(`    actual    ${actual}`);
    // What several findings in a row are about is shown once, after the last.
    if (exchange && findings[index + 1]?.exchange !== exchange) {
      lines.push(...renderExchange(exchange, paint), "");
    }
  }
  return [...lines, ...renderRequests(shown, paint)].join("\n").trimEnd();
}

function renderTopics(results: readonly RuleResult[], paint: Paint): string {
  return groupByTopic(results)
    .map(({ name, results: own }) => `${name.padEnd(15)} ${renderCounts(own, paint)}`)
    .join("\n");
}

function renderCounts(results: readonly RuleResult[], paint: Paint): string {
  return describeCounts(countOutcomes(results), (outcome, text) => paint(COLOURS[outcome], text));
}

function renderSkipped(results: readonly RuleResult[]): string {
  const reasons = [...groupByLack(results)].map(([need, ids]) => `  ${needs[need]}: ${ids.join(", ")}`);
  return reasons.length === 0 ? "" : ["Skipped, because this was not given:", ...reasons].join("\n");
}

function renderExchange({ curl, response }: ShownExchange, paint: Paint): string[] {
  // The bar keeps a line of the server's from being taken for a command by what reads the report, such as a CI.
  const lines = [paint("dim", "  request"), `    ${curl}`];
  return response === undefined ? lines : [...lines, paint("dim", "  response"), indent(response, "    │ ")];
}

/** The rule's requests: what led up to a finding. */
function renderRequests(
  { requests, earlierRequests }: Pick<ShownFailure, "requests" | "earlierRequests">,
  paint: Paint,
): string[] {
  if (requests.length < 2) return [];
  const title = earlierRequests > 0 ? `the last ${requests.length} requests` : "all requests";
  return [paint("dim", `  ${title} of the rule`), ...requests.map((request) => `    ${request}`)];
}

function renderCoverage({ coverage }: Run): string {
  const lines = [...neverSeen(coverage)].map(([operation, kinds]) => `  ${operation}: ${kinds.join(", ")}`);
  const title = `${coverage.percentage} % of the declared kinds of responses were seen`;
  return lines.length === 0 ? `${title}.` : [`${title}; never:`, ...lines].join("\n");
}

/** Sums up a run in one line. */
export function renderSummary({ results, duration, seed }: Run, paint: Paint = plain): string {
  const rules = results.length === 1 ? "1 rule" : `${results.length} rules`;
  return `${rules}: ${renderCounts(results, paint)} (${inSeconds(duration)}, seed ${seed})`;
}

function indent(text: string, margin: string): string {
  return text.replaceAll(/^/gm, margin).replaceAll(/[ \t]+$/gm, "");
}
