import type { Need } from "./needs.ts";
import type { Target } from "./target.ts";

/**
 * Where a requirement comes from: `S`, the vendor's page about sessions; `V`, other public pages of the vendor's
 * documentation; `D`, a decision of this contract where the vendor says nothing.
 */
export interface Source {
  readonly kind: "S" | "V" | "D";
  /** The place in the contract, such as "Lifecycle 3" or "Errors, 409 session_expired". */
  readonly place: string;
}

/** One requirement of the contract, and the check that shows whether a server meets it. */
export interface Rule {
  /** Never changes, and is never used again for another rule. */
  readonly id: string;
  /** One line. */
  readonly title: string;
  /** The requirement in words. */
  readonly statement: string;
  readonly source: Source;
  /** What a target must offer for the rule to run. */
  readonly needs: readonly Need[];
  /**
   * Puts the target to the test. Resolves if the requirement is met.
   *
   * @throws (rejects) with a {@link Difference} that says what is different from the requirement
   */
  check(target: Target): Promise<void>;
}
