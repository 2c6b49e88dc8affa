import { styleText } from "node:util";
import { curlLine } from "./curl.ts";
import type { HttpResponse } from "./http.ts";
import type { Contrast } from "./json.ts";
import { type Need, needs } from "./needs.ts";
import { redact, type Secret, secretsOf } from "./redact.ts";
import type { Rule } from "./rule.ts";
import { topicOf, topics } from "./rules/index.ts";
import type { RuleResult } from "./runner.ts";
import type { Exchange, TargetOptions } from "./target.ts";

/** Where a report goes; colour is for terminals, and not where NO_COLOR is set. */
export type Output = NodeJS.WriteStream;

type Colour = "green" | "red" | "yellow" | "dim" | "bold";
type Paint = (colour: Colour, text: string) => string;
type Failure = Extract<RuleResult, { outcome: "failed" }>;

const LONGEST_VALUE = 400;
const LONGEST_BODY = 2000;
const LONGEST_PATH = 120;
const MOST_STEPS = 12;

/** Writes how far a run has come, in one line that is written over; writes nothing but to a terminal. */
export function createProgress(output: Output, total: number): { step(): void; end(): void } {
  let finished = 0;
  const show = (text: string) => {
    if (output.isTTY) output.write(`\r\u001b[K${text}`);
  };
  return {
    step() {
      finished += 1;
      show(`${finished} of ${total} rules`);
    },
    end: () => show(""),
  };
}

/**
 * Tells a person what came of a run: each topic with its counts, what was skipped and why, each failure with all that
 * is needed to see it again, and a line that sums up. No key is in it.
 *
 * @param duration of the run, in milliseconds
 */
export function renderReport(
  results: readonly RuleResult[],
  target: TargetOptions,
  duration: number,
  output: Output,
): string {
  const paint = (colour: Colour, text: string) => styleText(colour, text, { stream: output });
  const failures = results.filter((result) => result.outcome === "failed");
  const sections = [
    renderTopics(results, paint),
    renderSkipped(results),
    ...failures.map((failure) => renderFailure(failure, target, paint)),
    renderSummary(results, duration, paint),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Lists rules for a person: id, title, statement, source and needs. */
export function renderRules(listed: readonly Rule[]): string {
  return listed
    .map(({ id, title, statement, source, needs: needed }) => {
      const needing = needed.length === 0 ? "" : `; needs ${needed.map((need) => needs[need]).join(", ")}`;
      return `${id}  ${title}\n         ${statement}\n         ${source.kind}: ${source.place}${needing}\n`;
    })
    .join("");
}

function renderTopics(results: readonly RuleResult[], paint: Paint): string {
  const lines: string[] = [];
  for (const [topic, name] of Object.entries(topics)) {
    const own = results.filter(({ rule }) => topicOf(rule) === topic);
    if (own.length > 0) lines.push(`${name.padEnd(15)} ${renderCounts(own, paint)}`);
  }
  return lines.join("\n");
}

function renderCounts(results: readonly RuleResult[], paint: Paint): string {
  const count = (outcome: RuleResult["outcome"], colour: Colour) => {
    const number = results.filter((result) => result.outcome === outcome).length;
    return number === 0 ? [] : [paint(colour, `${number} ${outcome}`)];
  };
  return [...count("passed", "green"), ...count("failed", "red"), ...count("skipped", "yellow")].join(", ");
}

function renderSkipped(results: readonly RuleResult[]): string {
  const lines = new Map<Need, string[]>();
  for (const result of results) {
    if (result.outcome !== "skipped") continue;
    for (const need of result.lacking) lines.set(need, [...(lines.get(need) ?? []), result.rule.id]);
  }
  if (lines.size === 0) return "";
  const reasons = [...lines].map(([need, ids]) => `  ${needs[need]}: ${ids.join(", ")}`);
  return ["Skipped, because this was not given:", ...reasons].join("\n");
}

function renderFailure(failure: Failure, target: TargetOptions, paint: Paint): string {
  const { rule, findings } = failure;
  const secrets = secretsOf(target);
  const lines = [
    paint("red", `✖ ${rule.id}  ${rule.title}`),
    `  ${rule.statement}`,
    paint("dim", `  ${rule.source.kind}: ${rule.source.place}`),
    "",
  ];
  for (const [index, { message, contrast, exchange }] of findings.entries()) {
    lines.push(paint("bold", `  ${redact(message, secrets)}`));
    if (contrast) lines.push(...renderContrast(contrast, secrets));
    // What several findings in a row are about is shown once, after the last.
    if (exchange && findings[index + 1]?.exchange !== exchange) {
      lines.push(renderExchange(exchange, target.baseUrl, secrets, paint), "");
    }
  }
  return [...lines, renderSteps(failure, secrets, paint)].join("\n").trimEnd();
}

function renderExchange(
  { request, response }: Exchange,
  baseUrl: URL,
  secrets: readonly Secret[],
  paint: Paint,
): string {
  const lines = [paint("dim", "  request"), `    ${curlLine(baseUrl, request, secrets)}`];
  if (response) lines.push(paint("dim", "  response"), indent(renderResponse(response, secrets), "    "));
  return lines.join("\n");
}

/** The rule's requests, each in one line: what led up to a finding. */
function renderSteps({ exchanges }: Failure, secrets: readonly Secret[], paint: Paint): string {
  if (exchanges.length < 2) return "";
  const steps = exchanges.slice(-MOST_STEPS).map(({ request: { method, path }, response }) => {
    const outcome = response ? String(response.status) : "no response";
    return `    ${method} ${cut(redact(path, secrets), LONGEST_PATH)} → ${outcome}`;
  });
  const title = steps.length < exchanges.length ? `the last ${steps.length} requests` : "all requests";
  return [paint("dim", `  ${title} of the rule`), ...steps].join("\n");
}

function renderContrast(contrast: Contrast, secrets: readonly Secret[]): string[] {
  const show = (value: unknown) => cut(redact(JSON.stringify(value) ?? "nothing", secrets), LONGEST_VALUE);
  const expected = "expected" in contrast ? [`    expected  ${show(contrast.expected)}`] : [];
  return [...expected, `    actual    ${show(contrast.actual)}`];
}

function renderResponse({ status, rawHeaders, text }: HttpResponse, secrets: readonly Secret[]): string {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  return cut(redact([`HTTP ${status}`, ...headers, "", text].join("\n"), secrets), LONGEST_BODY);
}

function renderSummary(results: readonly RuleResult[], duration: number, paint: Paint): string {
  const rules = results.length === 1 ? "1 rule" : `${results.length} rules`;
  return `${rules}: ${renderCounts(results, paint)} (${(duration / 1000).toFixed(1)} s)`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;
}

function indent(text: string, margin: string): string {
  return text.replaceAll(/^(?=.)/gm, margin);
}
