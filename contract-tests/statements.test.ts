import { describe, expect, it } from "vitest";
import { type Statement, statements } from "../generated/statements.ts";
import { renderStatements } from "./list.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { citeStatements, isDocumented } from "./statements.ts";

/** What is wrong between statements and rules: a line for each fault. */
function findFaults(all: readonly Statement[], checks: readonly Rule[]): string[] {
  const byId = new Map(all.map((statement) => [statement.id, statement]));
  const covered = new Set(checks.flatMap(({ covers }) => covers));
  return [
    ...all.filter(({ id, checkable }) => checkable && !covered.has(id)).map(({ id }) => `${id} has no rule`),
    ...checks.filter(({ covers }) => covers.length === 0).map(({ id }) => `${id} has no statement`),
    ...checks.flatMap(({ id, covers }) =>
      covers.flatMap((covered, index) => {
        if (covers.indexOf(covered) !== index) return [`${id} names ${covered} twice`];
        const statement = byId.get(covered);
        if (statement === undefined) return [`${id} names ${covered}, which is no statement`];
        return statement.checkable ? [] : [`${id} checks ${covered}, which is not checkable`];
      }),
    ),
  ];
}

function createRule(covers: readonly string[]): Rule {
  return { id: "TST-001", title: "A test", statement: "It is.", covers, needs: [], check: async () => {} };
}

describe("Statements and rules", () => {
  it("fit together", () => {
    expect(findFaults(statements, rules)).toEqual([]);
  });

  it("do not if a statement has no rule", () => {
    const planted: Statement = { id: "Session 999", text: "It is.", source: "D", checkable: true };
    expect(findFaults([...statements, planted], rules)).toEqual(["Session 999 has no rule"]);
  });

  it("do not if a statement loses its only rule", () => {
    const others = rules.filter(({ covers }) => !covers.includes("Session 27"));
    expect(others.length).toBe(rules.length - 1);
    expect(findFaults(statements, others)).toEqual(["Session 27 has no rule"]);
  });

  it.each([
    ["has no statement", [], "TST-001 has no statement"],
    ["names what is no statement", ["Session 999"], "TST-001 names Session 999, which is no statement"],
    ["names a statement twice", ["Session 1", "Session 1"], "TST-001 names Session 1 twice"],
    ["checks what is not checkable", ["Stream 16"], "TST-001 checks Stream 16, which is not checkable"],
  ])("do not if a rule %s", (_, covers, fault) => {
    expect(findFaults(statements, [...rules, createRule(covers)])).toEqual([fault]);
  });
});

describe("A rule", () => {
  it("cites its statements with their sources", () => {
    expect(citeStatements(createRule(["Session 1", "Lifecycle 8", "Session 8"]))).toBe(
      "Session 1 (S), Lifecycle 8 (V), Session 8 (D)",
    );
  });

  it("is documented if the vendor says all that it checks", () => {
    expect(isDocumented(createRule(["Session 1", "Lifecycle 8"]))).toBe(true);
    expect(isDocumented(createRule(["Session 1", "Session 8"]))).toBe(false);
  });
});

describe("The list of statements", () => {
  it("has id, text, source and rules of each, and why there is none", () => {
    const list = renderStatements();
    for (const { id, text } of statements) expect(list).toContain(`${id}  ${text}\n`);
    expect(list).toContain(
      "Session 1  A session's `id` is a string that begins with `ses_`.\n" +
        "    S: the vendor's page Sessions › Create a session › Response\n" +
        "    checked by SES-006",
    );
    expect(list).toContain("    V: the vendor's page Error Handling › Common Error Codes\n");
    expect(list).toContain("    D: decided by this contract\n");
    expect(list).toContain("    not checkable: a freedom cannot be broken.\n");
  });

  it("has only the statements of the rules that it is asked for", () => {
    const list = renderStatements([createRule(["Session 1", "Lifecycle 8"])]);
    expect(list).toMatch(/^Session 1 .*\n.*\n {4}checked by TST-001\nLifecycle 8 .*\n.*\n.*\n$/);
  });
});
