import type { Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";

type Statement = ReturnType<typeof parseAst>["body"][number];

/**
 * Gives each declaration of minified code a line of its own. Node prints the whole line that an uncaught error was thrown
 * from: all of a file is nothing to read, and hides the message below it.
 */
export const breakLines: Plugin = {
  name: "break-lines",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === "chunk") file.code = breakStatements(file.code);
  },
};

function breakStatements(code: string): string {
  const breaks = parseAst(code)
    .body.flatMap(startsWithin)
    .filter((start) => start > 0);
  return [0, ...breaks].map((start, index) => code.slice(start, breaks[index]).trimEnd()).join("\n");
}

/** Where a statement begins, and each of the declarations in it. */
function startsWithin(statement: Statement): number[] {
  if (statement.type !== "VariableDeclaration") return [statement.start];
  return [statement.start, ...statement.declarations.slice(1).map(({ start }) => start)];
}
