import type { Need } from "./needs.ts";
import type { Target } from "./target.ts";

/** One requirement of the contract, and the check that shows whether a server meets it. */
export interface Rule {
  /** Never changes, and is never used again for another rule. */
  readonly id: string;
  /** One line. */
  readonly title: string;
  /** The requirement in words. */
  readonly statement: string;
  /** The ids of the contract's statements that a server breaks if it fails the rule. At least one. */
  readonly covers: readonly string[];
  /** What a target must offer for the rule to run. */
  readonly needs: readonly Need[];
  /**
   * Puts the target to the test. Resolves if the requirement is met.
   *
   * @throws (rejects) with a {@link Difference} that says what is different from the requirement
   */
  check(target: Target): Promise<void>;
}
