import type { Arbitrary } from "fast-check";
import { Difference } from "../demand.ts";
import { NoResponse } from "../http.ts";
import type { Exchange, Target } from "../target.ts";
import type { FastCheck } from "./fast-check.ts";

/** How to try out random inputs. */
export interface Attempts<Input> {
  readonly target: Target;
  /** How many inputs to try. */
  readonly runs: number;
  readonly inputs: Arbitrary<Input>;
  /**
   * Makes an input simpler, in ways that fast-check does not try: it never comes back to a part that it could not
   * shrink, even if it could once others have shrunk.
   */
  readonly simplify?: (input: Input) => Iterable<Input>;
  /**
   * Tries one input, and writes down each step in words.
   *
   * @throws (rejects) with a {@link Difference} if the server does something else than it should
   */
  readonly attempt: (input: Input, steps: string[]) => Promise<void>;
}

interface Failure<Input> {
  readonly input: Input;
  readonly error: unknown;
  readonly steps: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Tries random inputs, which the target's seed decides, and shrinks the first one that fails. It stops trying when
 * twice the time of one exchange is up, so that a slow server is tried less, and not for longer; but once at least.
 *
 * @throws (rejects) with a {@link Difference} that has the steps of the shortest failing attempt, and what reproduces
 * it. The target's exchanges are then only those of that attempt: what the others led to is the same fault.
 */
export async function tryInputs<Input>(fc: FastCheck, attempts: Attempts<Input>): Promise<void> {
  const { target, runs, inputs } = attempts;
  const { seed, path, effort, timeout } = target;
  const deadline = performance.now() + 2 * timeout;
  let failure: Failure<Input> | undefined;
  let first: Promise<Failure<Input> | undefined> | undefined;
  const property = fc.asyncProperty(inputs, async (input) => {
    const finding = findFailure(attempts, input);
    first ??= finding;
    const found = await finding;
    if (found === undefined) return;
    failure = found;
    throw found.error;
  });
  const result = await fc.check(property, {
    seed,
    ...(path !== undefined && { path }),
    numRuns: Math.max(1, Math.round(runs * effort)),
    interruptAfterTimeLimit: 2 * timeout,
  });
  if (result.failed && failure) {
    const simplest = await simplify(attempts, failure, deadline);
    target.exchanges.splice(0, target.exchanges.length, ...simplest.exchanges);
    throw describeFailure(simplest, `seed ${result.seed}, path ${result.counterexamplePath}`);
  }
  // One that waits for sessions to expire can take longer than all may: it has the time of a rule.
  const late = result.numRuns === 0 ? await first : undefined;
  if (late) throw describeFailure(late, `seed ${result.seed}`);
}

async function findFailure<Input>(
  { target, attempt }: Attempts<Input>,
  input: Input,
): Promise<Failure<Input> | undefined> {
  const begin = target.exchanges.length;
  const steps: string[] = [];
  try {
    await attempt(input, steps);
    demandNoViolation(target.exchanges.slice(begin));
    return undefined;
  } catch (error) {
    return { input, error, steps, exchanges: target.exchanges.slice(begin) };
  }
}

async function simplify<Input>(
  attempts: Attempts<Input>,
  failure: Failure<Input>,
  deadline: number,
): Promise<Failure<Input>> {
  for (const simpler of attempts.simplify?.(failure.input) ?? []) {
    if (performance.now() > deadline) break;
    const found = await findFailure(attempts, simpler);
    if (found) return simplify(attempts, found, deadline);
  }
  return failure;
}

/** The runner reports violations by itself; here they only make an attempt fail, so that it is shrunk. */
function demandNoViolation(exchanges: readonly Exchange[]): void {
  const [violation] = exchanges.flatMap(({ violations }) => violations);
  if (violation) throw new Difference("a response is not what the contract allows");
}

/** What is no difference is a fault of the suite, and stays what it is. */
function describeFailure({ error, steps }: Failure<unknown>, origin: string): unknown {
  if (!(error instanceof Difference) && !(error instanceof NoResponse)) return error;
  const numbered = steps.map((step, index) => `(${index + 1}) ${step}`).join("; ");
  const message = `${error.message}; the shortest way there: ${numbered}. Drawn with ${origin}`;
  if (error instanceof NoResponse) return new Difference(message);
  const { contrast, answer } = error;
  return new Difference(message, { ...(contrast && { contrast }), answer });
}
