import { randomInt } from "node:crypto";
import { Command, Option } from "../command-line/command.ts";
import {
  parseDuration,
  parsePositiveInteger,
  parseRateLimit,
  parseTimeout,
} from "../command-line/options.ts";
import { UsageError } from "../command-line/usage-error.ts";
import {
  parseBaseUrl,
  parsePercentage,
  parseReporter,
  parseSeconds,
  parseSeed,
  type ReportRequest,
} from "./command-options.ts";
import { fixtureFlags, readTarget, type TargetFlags } from "./command-target.ts";
import { DEFAULT_AGENT, DEFAULT_CHANNEL } from "./contract-target.ts";
import { createCoverageCounter } from "./coverage.ts";
import { demandFixtures, suspectFixtures } from "./fixtures.ts";
import { renderListAsJson, renderRules, renderStatements } from "./list.ts";
import { demandServer } from "./readiness.ts";
import { demandPlace, writeReport } from "./report-files.ts";
import { showLine } from "./reports/failure.ts";
import { reporterNames, reporters } from "./reports/index.ts";
import type { Run } from "./reports/run.ts";
import { createProgress, renderSummary, renderTerminal } from "./reports/terminal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./runner.ts";
import { findRules, selectRules } from "./selection.ts";
import { createSuspicionWatch } from "./suspicion.ts";
import type { Profile, TargetOptions } from "./target.ts";

interface Flags extends TargetFlags {
  readonly only?: readonly string[];
  readonly profile: Profile;
  readonly fixtures?: true;
  readonly list?: true;
  readonly strict?: true;
  readonly minCoverage?: number;
  readonly reporter?: readonly ReportRequest[];
  readonly seed?: number;
  /** In milliseconds. */
  readonly timeout: number;
  readonly concurrency: number;
  /** In milliseconds. */
  readonly wait?: number;
}

/**
 * The command `test`: runs the rules of the contract on a server. The exit code is 0 if every rule that ran passed,
 * and 1 if one failed, none ran, too little was seen, or there is no server.
 */
export function testCommand(): Command {
  const command = new Command("test").description("Test whether a server keeps the contract.");
  const add = <Value>(flags: string, description: string, settings: Settings<Value> = {}) => {
    const option = new Option(flags, description);
    if (settings.variable) option.env(`THINKLIO_${settings.variable}`);
    if (settings.parse) option.argParser(settings.parse);
    if (settings.fallback) option.default(...settings.fallback);
    if (settings.choices) option.choices(settings.choices);
    command.addOption(option);
  };
  command.optionsGroup("The server:");
  add("--base-url <url>", "where it is: what goes before /v1", { variable: "BASE_URL", parse: parseBaseUrl });
  add("--api-key <key>", "a key that may do everything", { variable: "API_KEY" });
  add("--channel <id>", "a channel that the key may see", {
    variable: "CHANNEL",
    fallback: [DEFAULT_CHANNEL],
  });
  add("--agent <id>", "the channel's default agent", { variable: "AGENT", fallback: [DEFAULT_AGENT] });
  add("--wait <seconds>", "how long to wait for it to start", { parse: parseSeconds });

  command.optionsGroup("What it offers, which lets more rules run:");
  add("--fixtures", "it has what serve --fixtures has: every rule runs");
  add("--second-api-key <key>", "a key of another tenant, which may not see --channel", {
    variable: "SECOND_API_KEY",
  });
  add("--read-only-api-key <key>", "a key of the same tenant that may only read", {
    variable: "READ_ONLY_API_KEY",
  });
  add("--rate-limited-api-key <key>", "a key that at most 200 requests exhaust", {
    variable: "RATE_LIMITED_API_KEY",
  });
  add("--spent-api-key <key>", "a key whose token budget 20 messages of 2,000 words exhaust", {
    variable: "SPENT_API_KEY",
  });
  add("--spent-channel <id>", "a channel that this key may see (default: that of --channel)", {
    variable: "SPENT_CHANNEL",
  });
  add("--second-channel <id>", "another channel that the key may see", { variable: "SECOND_CHANNEL" });
  add("--second-agent <id>", "another agent of the channel", { variable: "SECOND_AGENT" });
  add("--hidden-agent <id>", "an agent that the key may not see", { variable: "HIDDEN_AGENT" });
  add("--blocked-message <text>", "a message that the policy blocks", { variable: "BLOCKED_MESSAGE" });
  add("--failing-message <text>", "a message that the agent fails on at once", {
    variable: "FAILING_MESSAGE",
  });
  add("--breaking-message <text>", "a message that the agent fails on after some words", {
    variable: "BREAKING_MESSAGE",
  });
  add("--slow-message <text>", "a message that the agent replies to slowly", { variable: "SLOW_MESSAGE" });
  add("--slow-message-time <time>", "how long that reply takes at most", {
    variable: "SLOW_MESSAGE_TIME",
    parse: parseTimeout,
    fallback: [2000, "2s"],
  });
  add("--recalling-message <text>", "a message that makes the agent repeat all that it was told", {
    variable: "RECALLING_MESSAGE",
  });
  add("--session-ttl <time>", "life of a session without messages; up to 1m, rules wait for its end", {
    variable: "SESSION_TTL",
    parse: parseDuration,
  });
  add("--body-timeout <time>", "how long it waits for a body that does not arrive", {
    variable: "BODY_TIMEOUT",
    parse: parseTimeout,
  });
  add("--rate-limit <limit>", "requests of each key, LIMIT/WINDOW such as 100/1m; the run stays below it", {
    variable: "RATE_LIMIT",
    parse: parseRateLimit,
  });

  command.optionsGroup("What to run:");
  add("--only <id...>", "only these rules, by their ids or by the letters that these begin with");
  add("--profile <profile>", "only what the vendor documents, or everything", {
    choices: ["documented", "full"],
    fallback: ["full"],
  });
  add("--read-only", "only rules that create no session and send no message");
  add("--strict", "report fields that the contract does not know, too");
  add("--seed <number>", "repeat the random values of a run", { parse: parseSeed });
  add("--timeout <seconds>", "how long one exchange may take", {
    parse: parseSeconds,
    fallback: [5000, "5"],
  });
  add("--concurrency <number>", "how many rules run at once", { parse: parsePositiveInteger, fallback: [8] });
  add("--list", "list the contract's statements and the rules that check them, and run none");

  command.optionsGroup("What to tell:");
  add("--min-coverage <percent>", "fail if less of the declared kinds of responses was seen", {
    parse: parsePercentage,
  });
  add("--reporter <name[=file]>", `${reporterNames.join(", ")}; can be repeated (default: terminal)`, {
    parse: parseReporter,
  });
  return command.action(async (flags: Flags, given) => {
    process.exitCode = await test(flags.fixtures ? withFixtures(flags, given) : flags);
  });
}

/** Gives the options the values of the fixtures, but for those that the command line or the environment has given. */
function withFixtures(flags: Flags, given: ReadonlySet<string>): Flags {
  return {
    ...flags,
    ...Object.fromEntries(Object.entries(fixtureFlags).filter(([name]) => !given.has(name))),
  };
}

/** What is to be known of an option beside its name. */
interface Settings<Value> {
  /** The environment variable, without its prefix. */
  readonly variable?: string;
  readonly parse?: (text: string, previous: Value) => Value;
  readonly fallback?: readonly [value: Value | string, shown?: string];
  readonly choices?: readonly string[];
}

async function test(flags: Flags): Promise<0 | 1> {
  const selected = selectFlagged(flags);
  const requests = flags.reporter ?? [{ reporter: "terminal" }];
  demandPlaces(requests);
  if (flags.list) return list(selected, requests);
  const target = readTarget(flags);
  for (const { reporter, file } of requests) if (file !== undefined) demandPlace({ reporter, file });
  const { run, suspicion } = await runSelected(selected, target, flags);
  writeReports(requests, run);
  if (run.stopped !== undefined) throw new Error(showLine(run.stopped, target));
  const code = judgeRun(run, flags);
  if (code === 1 && suspicion !== undefined) process.stderr.write(`note: ${showLine(suspicion, target)}\n`);
  return code;
}

function list(selected: readonly Rule[], requests: readonly ReportRequest[]): 0 {
  if (requests.some(({ reporter }) => reporter !== "terminal" && reporter !== "json")) {
    throw new UsageError("--list has no such report: give --reporter terminal or json");
  }
  for (const { reporter, file } of requests) {
    const isJson = reporter === "json";
    const text = isJson
      ? renderListAsJson(selected)
      : `${renderStatements(selected)}\n${renderRules(selected)}`;
    if (file === undefined) process.stdout.write(text);
    else {
      demandPlace({ reporter, file });
      writeReport({ reporter, file }, text);
    }
  }
  return 0;
}

/** Runs the rules, and stops as soon as it is certain that a setting is wrong. */
async function runSelected(
  selected: readonly Rule[],
  target: TargetOptions,
  flags: Flags,
): Promise<{ readonly run: Run; readonly suspicion: string | undefined }> {
  const { timeout, concurrency, seed = randomInt(2 ** 31), profile, strict, rateLimit } = flags;
  const progress = createProgress(process.stderr, selected.length);
  const counter = createCoverageCounter();
  const watch = createSuspicionWatch(target);
  const certainty = new AbortController();
  const start = new Date();
  const describeRun = () => ({
    target,
    coverage: counter.coverage(),
    seed,
    start,
    duration: Date.now() - start.getTime(),
  });
  const describeStop = (stopped: string) => ({
    run: { ...describeRun(), stopped, results: [] },
    suspicion: undefined,
  });
  try {
    await demandServer(target.baseUrl, flags);
    if (flags.fixtures) await demandFixtures(selected, target, timeout);
  } catch (error) {
    return describeStop(error instanceof Error ? error.message : String(error));
  }
  const results = await runRules({
    rules: selected,
    target,
    timeout,
    concurrency,
    seed,
    profile,
    strict,
    rateLimit,
    signal: certainty.signal,
    onResult: progress.step,
    onExchange(exchange) {
      counter.record(exchange);
      watch.record(exchange);
      if (watch.suspicion()?.isCertain) certainty.abort();
    },
  });
  progress.end();
  const { message: suspicion = flags.fixtures && (await suspectFixtures(results, target, timeout)) } =
    watch.suspicion() ?? {};
  if (certainty.signal.aborted && suspicion !== undefined) return describeStop(suspicion);
  return { run: { ...describeRun(), results }, suspicion };
}

/** @throws after all others are written, if one report cannot be */
function writeReports(requests: readonly ReportRequest[], run: Run): void {
  const problems: unknown[] = [];
  for (const { reporter, file } of requests) {
    if (file !== undefined) {
      try {
        writeReport({ reporter, file }, reporters[reporter](run));
      } catch (error) {
        problems.push(error);
      }
    } else if (reporter !== "terminal") process.stdout.write(reporters[reporter](run));
    // The line that says why a run was stopped comes on standard error.
    else if (run.stopped === undefined) process.stdout.write(renderTerminal(run, process.stdout));
  }
  // Whoever keeps all reports in files still sees what came of the run.
  if (requests.every(({ file }) => file !== undefined) && run.stopped === undefined) {
    process.stdout.write(`${renderSummary(run)}\n`);
  }
  if (problems.length > 0) throw problems[0];
}

/** @throws if the run does not show enough to be called a success */
function judgeRun({ results, coverage }: Run, { minCoverage = 0 }: Flags): 0 | 1 {
  if (results.some(({ outcome }) => outcome === "failed")) return 1;
  if (results.every(({ outcome }) => outcome === "skipped")) {
    throw new Error("no rule ran: each needs something that was not given");
  }
  if (coverage.percentage < minCoverage) {
    throw new Error(
      `only ${coverage.percentage} % of the declared kinds of responses were seen, and not ${minCoverage} %`,
    );
  }
  return 0;
}

/** @throws UsageError if two reports would be printed into one another */
function demandPlaces(requests: readonly ReportRequest[]): void {
  const printed = requests.filter(({ file }) => file === undefined).map(({ reporter }) => reporter);
  const alone = printed.find((reporter) => reporter !== "terminal" && reporter !== "github");
  if (alone !== undefined && printed.length > 1) {
    throw new UsageError(
      `give the ${alone} report a file, as --reporter ${alone}=FILE: another is printed, too`,
    );
  }
}

function selectFlagged({ only, profile, readOnly }: Flags): readonly Rule[] {
  const { found, unknown } = only === undefined ? { found: rules, unknown: [] } : findRules(only);
  if (unknown.length > 0) {
    throw new UsageError(`there is no rule ${unknown.join(", ")}; --list shows all rules`);
  }
  const selected = selectRules({ rules: found, profile, readOnly });
  if (selected.length === 0) throw new UsageError("--only, --profile and --read-only leave no rule to run");
  return selected;
}
