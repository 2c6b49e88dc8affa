import { type Statement, statements } from "../generated/statements.ts";
import { needs } from "./needs.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { citeStatements, describeSource, statementsOf } from "./statements.ts";

/**
 * Lists statements of the contract for a person: id, text, source, and the rules that check each.
 *
 * @param selected the rules whose statements to list; all of them list what no rule can check, too
 */
export function renderStatements(selected: readonly Rule[] = rules): string {
  return listStatements(selected)
    .map((statement) => renderStatement(statement, selected))
    .join("");
}

function renderStatement(statement: Statement, selected: readonly Rule[]): string {
  const ids = idsOfRules(statement, selected).join(", ");
  const check = statement.checkable ? `checked by ${ids}` : `not checkable: ${statement.reason}`;
  return `${statement.id}  ${statement.text}\n    ${statement.source}: ${describeSource(statement)}\n    ${check}\n`;
}

/**
 * Lists the same for a program, as JSON. Within a major version of the package only fields are added.
 *
 * @param selected the rules to list, with their statements; all of them list what no rule can check, too
 */
export function renderListAsJson(selected: readonly Rule[] = rules): string {
  const list = {
    statements: listStatements(selected).map((statement) => ({
      ...statement,
      rules: idsOfRules(statement, selected),
    })),
    rules: selected.map(({ id, title, statement, covers, needs: needed }) => ({
      id,
      title,
      statement,
      covers,
      needs: needed.map((need) => ({ need, description: needs[need] })),
    })),
  };
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

function listStatements(selected: readonly Rule[]): readonly Statement[] {
  const isWhole = rules.every((rule) => selected.includes(rule));
  const listed = new Set(selected.flatMap(statementsOf));
  return statements.filter((statement) => listed.has(statement) || (isWhole && !statement.checkable));
}

function idsOfRules(statement: Statement, selected: readonly Rule[]): readonly string[] {
  return selected.filter(({ covers }) => covers.includes(statement.id)).map(({ id }) => id);
}

/** Lists rules for a person: id, title, what they demand, the statements that they check, and what they need. */
export function renderRules(listed: readonly Rule[]): string {
  return listed
    .map((rule) => {
      const { id, title, statement, needs: needed } = rule;
      const needing = needed.length === 0 ? "" : `; needs ${needed.map((need) => needs[need]).join(", ")}`;
      return `${id}  ${title}\n         ${statement}\n         ${citeStatements(rule)}${needing}\n`;
    })
    .join("");
}
