import { setMaxListeners } from "node:events";
import { Difference } from "./demand.ts";
import { offerFastCheck } from "./generated/fast-check.ts";
import { NoResponse } from "./http.ts";
import type { Contrast } from "./json.ts";
import type { Need } from "./needs.ts";
import { createTurns, type RateLimit } from "./rate-limit.ts";
import { realTime } from "./real-time.ts";
import type { Rule } from "./rule.ts";
import { startStopwatch } from "./stopwatch.ts";
import { type Conditions, type Exchange, type Profile, Target, type TargetOptions } from "./target.ts";

/** One thing that is wrong, and the exchange that shows it. */
export interface Finding {
  readonly message: string;
  readonly contrast?: Contrast | undefined;
  readonly exchange?: Exchange | undefined;
}

/** What came of a rule. */
export type RuleResult =
  | { readonly outcome: "passed"; readonly rule: Rule; readonly duration: number }
  | {
      readonly outcome: "failed";
      readonly rule: Rule;
      /** In milliseconds. */
      readonly duration: number;
      /** At least one. */
      readonly findings: readonly Finding[];
      /** All that was exchanged, in order of the requests. */
      readonly exchanges: readonly Exchange[];
    }
  | {
      readonly outcome: "skipped";
      readonly rule: Rule;
      /** What the rule needs and the target does not offer. */
      readonly lacking: readonly Need[];
    };

/** What to run, and within which bounds. */
export interface RunOptions {
  readonly rules: readonly Rule[];
  readonly target: TargetOptions;
  /** How many rules run at once; 8 unless given. */
  readonly concurrency?: number;
  /** How long one exchange may take, in milliseconds; 5,000 unless given. */
  readonly timeout?: number;
  /**
   * How long one rule may take, in milliseconds; as long as twelve exchanges unless given. The time that it waits on
   * purpose does not count.
   */
  readonly ruleTimeout?: number;
  /** What rules draw their random values from; 0 unless given. The same seed draws the same values. */
  readonly seed?: number;
  /** Goes straight to the random value that a failure named by this path: for a run of that rule alone. */
  readonly path?: string | undefined;
  /** How many random values rules try, in proportion to the usual number; 1 unless given. */
  readonly effort?: number | undefined;
  /** What every response is judged by: the whole contract unless given. */
  readonly profile?: Profile | undefined;
  /** Whether fields that the contract does not know are faults. */
  readonly strict?: boolean | undefined;
  /** A rate limit that the server has: the requests of each key wait so as to stay below it. */
  readonly rateLimit?: RateLimit | undefined;
  /** Ends the run at once: rules that have not come to their end have no result. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each exchange of a rule when the rule has ended. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Called as soon as a rule's result is known. */
  readonly onResult?: (result: RuleResult) => void;
}

/** Runs rules against a target, and returns the result of each, in their order. Never throws for a rule that fails. */
export async function runRules(given: RunOptions): Promise<RuleResult[]> {
  const results = new Map<Rule, RuleResult>();
  const target = await offerFastCheck(given.target);
  const options = { ...given, target };
  // Each rule listens, and rules that wait for time to pass do so all at once: Node 20 takes that for a leak.
  if (options.signal) setMaxListeners(0, options.signal);
  const turn = options.rateLimit && createTurns(options.rateLimit);
  const runAll = async (rules: readonly Rule[], concurrency: number) => {
    const queue = rules.values();
    const worker = async () => {
      for (const rule of queue) {
        const result = await runRule(rule, options, turn);
        if (options.signal?.aborted) return;
        results.set(rule, result);
        options.onResult?.(result);
      }
    };
    if (options.signal?.aborted) return;
    await Promise.all(Array.from({ length: concurrency }, worker));
  };
  const rulesOf = (stage: Stage) => options.rules.filter((rule) => stageOf(rule) === stage);
  await runAll(rulesOf("ordinary"), options.concurrency ?? 8);
  const timed = rulesOf("pass-time");
  const isReal = options.target.offers["pass-time"] === realTime;
  // A settable clock moves for all sessions of a server: what moves it runs when nothing else does.
  await runAll(timed, isReal ? timed.length : 1);
  await runAll(rulesOf("rate-limit"), 1);
  return options.rules.flatMap((rule) => results.get(rule) ?? []);
}

/** What exhausts a rate limit comes last, because the key may be the one that others use. */
type Stage = "ordinary" | "pass-time" | "rate-limit";

function stageOf({ needs }: Rule): Stage {
  if (needs.includes("rate-limited-key")) return "rate-limit";
  return needs.includes("pass-time") ? "pass-time" : "ordinary";
}

async function runRule(rule: Rule, options: RunOptions, turn: Conditions["turn"]): Promise<RuleResult> {
  const { timeout = 5000, ruleTimeout = 12 * timeout, seed = 0, path, effort, profile, strict } = options;
  const lacking = rule.needs.filter((need) => options.target.offers[need] === undefined);
  if (lacking.length > 0) return { outcome: "skipped", rule, lacking };
  const controller = new AbortController();
  const stop = () => controller.abort();
  options.signal?.addEventListener("abort", stop);
  const stopwatch = startStopwatch(
    ruleTimeout,
    () => new Difference(`the rule did not come to an end within ${ruleTimeout / 1000} s`),
  );
  const passTime = options.target.offers["pass-time"];
  const offers = {
    ...options.target.offers,
    ...(passTime && { "pass-time": (duration: number) => stopwatch.pause(passTime(duration)) }),
  };
  const target = new Target(
    { ...options.target, offers },
    {
      timeout,
      seed,
      path,
      effort,
      profile,
      strict,
      signal: controller.signal,
      // A rule that runs into the limit on purpose does not stay below it.
      ...(turn && stageOf(rule) !== "rate-limit" && { turn: (key) => stopwatch.pause(turn(key)) }),
    },
  );
  const start = performance.now();
  const findings: Finding[] = [];
  try {
    await Promise.race([rule.check(target), stopwatch.expiry, rejectionOf(controller.signal)]);
  } catch (error) {
    findings.push(findingOf(error, target));
  } finally {
    stopwatch.stop();
    options.signal?.removeEventListener("abort", stop);
    controller.abort();
  }
  for (const exchange of target.exchanges) {
    findings.push(...exchange.violations.map((violation) => ({ ...violation, exchange })));
    options.onExchange?.(exchange);
  }
  const duration = performance.now() - start;
  return findings.length === 0
    ? { outcome: "passed", rule, duration }
    : { outcome: "failed", rule, duration, findings, exchanges: target.exchanges };
}

/** Rejects when the signal comes. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function findingOf(error: unknown, { exchanges }: Target): Finding {
  const last = exchanges.at(-1);
  if (error instanceof Difference) {
    return { message: error.message, contrast: error.contrast, exchange: error.answer ?? last };
  }
  if (error instanceof NoResponse) {
    return { message: error.message, exchange: exchanges.findLast(({ response }) => response === undefined) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { message: `the rule itself broke, which is a fault of this suite: ${message}`, exchange: last };
}
