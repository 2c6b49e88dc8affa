import type { Statement } from "../../../generated/statements.ts";
import { element } from "./element.ts";

function describeSource(statement: Statement): string {
  if (statement.source === "D") return "a decision of this contract";
  return `the vendor's page ${statement.source === "S" ? "Sessions › " : ""}${statement.place}`;
}

let loading: Promise<ReadonlyMap<string, Statement>> | undefined;

/** The statements of the contract, by their ids. */
export function loadStatements(): Promise<ReadonlyMap<string, Statement>> {
  loading ??= fetch("/_console/statements")
    .then((response) => response.json())
    .then(
      (statements: readonly Statement[]) => new Map(statements.map((statement) => [statement.id, statement])),
    );
  // What failed once may work the next time.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The statements with these ids, each with its text and where it comes from. */
export function showStatements(ids: readonly string[], known: ReadonlyMap<string, Statement>): HTMLElement {
  return element(
    "ul",
    { class: "statements" },
    ...ids.map((id) => {
      const statement = known.get(id);
      return element(
        "li",
        {},
        element("strong", {}, id),
        " ",
        ...(statement ? withCode(statement.text) : []),
        statement && element("small", {}, describeSource(statement)),
      );
    }),
  );
}

/** What stands between backticks is code. */
function withCode(text: string): (string | HTMLElement)[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}
