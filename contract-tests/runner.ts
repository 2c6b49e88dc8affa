import { Difference } from "./demand.ts";
import { NoResponse } from "./http.ts";
import type { Contrast } from "./json.ts";
import type { Need } from "./needs.ts";
import type { Rule } from "./rule.ts";
import { type Exchange, Target, type TargetOptions } from "./target.ts";

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
  /** How long one rule may take, in milliseconds; as long as twelve exchanges unless given. */
  readonly ruleTimeout?: number;
  /** Called as soon as a rule's result is known. */
  readonly onResult?: (result: RuleResult) => void;
}

/** Runs rules against a target, and returns the result of each, in their order. Never throws for a rule that fails. */
export async function runRules(options: RunOptions): Promise<RuleResult[]> {
  const results = new Map<Rule, RuleResult>();
  const runOne = async (rule: Rule) => {
    const result = await runRule(rule, options);
    results.set(rule, result);
    options.onResult?.(result);
  };
  // Time passes for all sessions of a server: rules that make it pass run when no other rule does.
  const alone = options.rules.filter(({ needs }) => needs.includes("pass-time"));
  const together = options.rules.filter((rule) => !alone.includes(rule));
  const queue = together.values();
  const worker = async () => {
    for (const rule of queue) await runOne(rule);
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 8 }, worker));
  for (const rule of alone) await runOne(rule);
  return options.rules.flatMap((rule) => results.get(rule) ?? []);
}

async function runRule(rule: Rule, options: RunOptions): Promise<RuleResult> {
  const { timeout = 5000, ruleTimeout = 12 * timeout } = options;
  const lacking = rule.needs.filter((need) => options.target.offers[need] === undefined);
  if (lacking.length > 0) return { outcome: "skipped", rule, lacking };
  const controller = new AbortController();
  const target = new Target(options.target, { timeout, signal: controller.signal });
  const start = performance.now();
  const findings: Finding[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    const expiry = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Difference(`the rule did not come to an end within ${ruleTimeout / 1000} s`));
      }, ruleTimeout);
    });
    await Promise.race([rule.check(target), expiry]);
  } catch (error) {
    findings.push(findingOf(error, target));
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
  for (const exchange of target.exchanges) {
    findings.push(...exchange.violations.map((violation) => ({ ...violation, exchange })));
  }
  const duration = performance.now() - start;
  return findings.length === 0
    ? { outcome: "passed", rule, duration }
    : { outcome: "failed", rule, duration, findings, exchanges: target.exchanges };
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
