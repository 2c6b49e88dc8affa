import { neverSeen } from "../coverage.ts";
import type { RuleResult } from "../runner.ts";
import { showLine, showServer } from "./failure.ts";
import { escapeMarkup } from "./markup.ts";
import { countOutcomes, describeLack, groupByTopic, type Run, type Topic } from "./run.ts";
import { renderFailure } from "./terminal.ts";

/** Tells a CI server what came of a run, as JUnit's XML: a suite for each topic, and a test case for each rule. */
export function renderJunit(run: Run): string {
  const attributes = {
    name: "thinklio-sessions",
    ...countTests(run.results),
    time: seconds(run.duration),
    timestamp: timestamp(run.start),
  };
  if (run.stopped !== undefined) return renderStopped(run.stopped, run);
  const suites = groupByTopic(run.results).map((topic) => renderSuite(topic, run));
  return renderDocument(attributes, suites);
}

/** A run that was stopped is one test that could not be made. */
function renderStopped(stopped: string, run: Run): string {
  const attributes = { name: "thinklio-sessions", tests: 1, failures: 0, errors: 1, skipped: 0 };
  const error = element("error", { message: showLine(stopped, run.target), type: "stopped" });
  const test = { classname: "The run", name: "The server can be tested", time: seconds(run.duration) };
  const suite = { ...attributes, time: seconds(run.duration), timestamp: timestamp(run.start) };
  return renderDocument(attributes, [
    element("testsuite", suite, [renderProperties(run), element("testcase", test, [error])]),
  ]);
}

function renderDocument(
  attributes: Readonly<Record<string, string | number>>,
  suites: readonly string[],
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", attributes, suites)}\n`;
}

function renderSuite({ name, results }: Topic, run: Run): string {
  const duration = results.reduce((sum, result) => sum + durationOf(result), 0);
  const attributes = {
    name,
    ...countTests(results),
    time: seconds(duration),
    timestamp: timestamp(run.start),
  };
  const cases = results.map((result) => renderCase(name, result, run));
  return element("testsuite", attributes, [renderProperties(run), ...cases]);
}

/** What holds for the whole run stands in each suite, because that is where readers of the format look. */
function renderProperties({ target, seed, coverage }: Run): string {
  const never = [...neverSeen(coverage)].map(([operation, kinds]) => `${operation} ${kinds.join(", ")}`);
  const properties = {
    server: showServer(target),
    seed: String(seed),
    coverage: `${coverage.percentage} %`,
    "never seen": never.join("; "),
  };
  return element(
    "properties",
    {},
    Object.entries(properties).map(([name, value]) => element("property", { name, value })),
  );
}

function renderCase(topic: string, result: RuleResult, { target }: Run): string {
  const { id, title } = result.rule;
  const attributes = { classname: topic, name: `${id} ${title}`, time: seconds(durationOf(result)) };
  if (result.outcome === "passed") return element("testcase", attributes);
  if (result.outcome === "skipped") {
    const message = `needs ${describeLack(result)}`;
    return element("testcase", attributes, [element("skipped", { message })]);
  }
  const text = renderFailure(result, target);
  const message = result.rule.statement;
  const failure = element("failure", { message, type: id }, [escapeMarkup(text)]);
  return element("testcase", attributes, [failure]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escapeMarkup(String(value))}"`,
  );
  const start = `<${name}${written.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("\n")}</${name}>`;
}

function countTests(results: readonly RuleResult[]): Record<string, number> {
  const { failed, skipped } = countOutcomes(results);
  return { tests: results.length, failures: failed, errors: 0, skipped };
}

function durationOf(result: RuleResult): number {
  return result.outcome === "skipped" ? 0 : result.duration;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** The format's time has no zone; it is UTC. */
function timestamp(date: Date): string {
  return date.toISOString().slice(0, -"Z".length);
}
