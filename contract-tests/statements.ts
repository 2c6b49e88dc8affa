import { type Statement, statements } from "../generated/statements.ts";
import type { Rule } from "./rule.ts";

const byId: ReadonlyMap<string, Statement> = new Map(
  statements.map((statement) => [statement.id, statement]),
);

/** Where a statement comes from, in words. */
export function describeSource(statement: Statement): string {
  if (statement.source === "D") return "decided by this contract";
  return `the vendor's page ${statement.source === "S" ? "Sessions › " : ""}${statement.place}`;
}

/** The contract's statements that a rule checks. */
export function statementsOf({ covers }: Rule): readonly Statement[] {
  return covers.flatMap((id) => byId.get(id) ?? []);
}

/** Whether all that a rule checks is documented by the vendor, and nothing of it decided by this contract. */
export function isDocumented(rule: Rule): boolean {
  return statementsOf(rule).every(({ source }) => source !== "D");
}

/** The statements that a rule checks, each with the letter of its source: `Session 1 (S), Session 8 (D)`. */
export function citeStatements(rule: Rule): string {
  return statementsOf(rule)
    .map(({ id, source }) => `${id} (${source})`)
    .join(", ");
}
