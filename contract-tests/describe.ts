import { type ContractTarget, completeTarget } from "./contract-target.ts";
import { findObstacle } from "./readiness.ts";
import { showLine } from "./reports/failure.ts";
import { describeLack } from "./reports/run.ts";
import { renderResult } from "./reports/terminal.ts";
import type { Rule } from "./rule.ts";
import { type RunOptions, runRules } from "./runner.ts";
import { type Selection, selectRules } from "./selection.ts";
import type { TargetOptions } from "./target.ts";

/** What of a test framework is used: Vitest has it, and so has `node:test`. */
export interface TestFramework {
  describe(name: string, define: () => void): unknown;
  it(
    name: string,
    options: { readonly timeout: number },
    test: (context: { skip(reason?: string): unknown }) => Promise<void>,
  ): unknown;
}

/** Which rules to test, how, and with what. */
export interface DescribeOptions
  extends Selection,
    Partial<Pick<RunOptions, "timeout" | "seed" | "strict">>,
    Partial<TestFramework> {}

/**
 * Makes each rule of the contract a test of one's own, which passes, fails or is skipped as in
 * `thinklio-sessions test`. The tests run one after the other. Where no server answers, or it refuses the key, the
 * first fails with one line that says so, and the others are skipped.
 *
 * ```ts
 * import { describe, it } from "vitest";
 *
 * describeContract({ baseUrl: "http://127.0.0.1:3000", key: "tk_local" }, { describe, it });
 * ```
 *
 * @param target the server; a function is called before each test, when the server has been started
 * @param options `describe` and `it` may be left out where they are globals; all rules are run unless `rules`,
 * `profile` or `readOnly` say which, and one exchange takes 5,000 ms at most unless `timeout` says how many
 * @throws if there is no `describe` or `it`, or a target that is no function has no base URL or no key
 */
export function describeContract(
  target: ContractTarget | (() => ContractTarget | Promise<ContractTarget>),
  options: DescribeOptions = {},
): void {
  const { describe, it } = findFramework(options);
  const { timeout = 5000, seed, profile, strict } = options;
  const find = typeof target === "function" ? target : always(completeTarget(target));
  // The rule's own limit comes first, because it says more. What it waits for on purpose comes on top.
  const ruleTimeout = 12 * timeout;
  const limit = ruleTimeout + 2 * timeout + 150_000;
  const checks = new Map<string, AccessCheck>();
  const test = async (rule: Rule, context: { skip(reason?: string): unknown }) => {
    const current = completeTarget(await find());
    const access = `${current.baseUrl} ${current.key}`;
    const earlier = checks.get(access);
    // A test that its framework repeats looks again: skipped in place of failing, it would count as a success.
    const check = earlier && !earlier.by.has(rule) ? earlier : createAccessCheck(current, timeout);
    checks.set(access, check);
    if (!check.isOver) check.by.add(rule);
    const obstacle = await check.obstacle;
    if (obstacle !== undefined) {
      if (check.by.has(rule)) throw createFailure(showLine(obstacle, current));
      context.skip("the server cannot be tested, as the first test says");
      return;
    }
    const [result] = await runRules({
      rules: [rule],
      target: current,
      timeout,
      ruleTimeout,
      profile,
      strict,
      ...(seed !== undefined && { seed }),
    });
    if (result?.outcome === "skipped") context.skip(`needs ${describeLack(result)}`);
    if (result?.outcome === "failed") throw createFailure(renderResult(result, current));
  };
  describe("The contract of the session API", () => {
    for (const rule of selectRules(options)) {
      it(`${rule.id} ${rule.title}`, { timeout: limit }, (context) => test(rule, context));
    }
  });
}

/** Whether a server can be tested. */
interface AccessCheck {
  /** The rules that wait for the answer: one, unless the framework runs several tests at once. */
  readonly by: Set<Rule>;
  readonly obstacle: Promise<string | undefined>;
  isOver: boolean;
}

function createAccessCheck(target: TargetOptions, timeout: number): AccessCheck {
  const obstacle = findObstacle(target, timeout).finally(() => {
    check.isOver = true;
  });
  const check: AccessCheck = { by: new Set(), obstacle, isOver: false };
  return check;
}

function always<Value>(value: Value): () => Value {
  return () => value;
}

/** An error of the report alone: a stack would only show this suite. */
function createFailure(report: string): Error {
  const error = new Error(report);
  error.stack = report;
  return error;
}

function findFramework(given: Partial<TestFramework>): TestFramework {
  const globals: Partial<TestFramework> & object = globalThis;
  const { describe = globals.describe, it = globals.it } = given;
  if (describe && it) return { describe, it };
  throw new Error("there is no describe and it: give them, as describeContract(target, { describe, it })");
}
