interface Statement {
  readonly id: string;
  readonly source: string;
  /** Where the vendor says it; `undefined` for a decision of the contract's. */
  readonly place: string | undefined;
  readonly text: string;
  /** Why no request can show whether the statement is kept; `undefined` where one can. */
  readonly reason: string | undefined;
}

const ITEM =
  /^- \*\*(?<id>(?<topic>[A-Z][a-z]+) [1-9]\d*)\*\* \[(?:(?<vendor>[SV]): (?<place>[^\]]*[^\]\s])|D)\] (?<text>(?:(?! _)[^*])*\S\.)(?: _Not checkable: (?<reason>[^*]*\.)_)?$/;

/** What looks like an item, or like a part of one, where there should be none. */
const STRAY = /^\s*(?:[-*+]|\d+[.)])\s|\*\*/;

const DECLARATIONS = `/**
 * One statement of the contract. The sources: \`S\`, the vendor's page about sessions; \`V\`, other public pages of the
 * vendor's documentation; \`D\`, a decision of this contract where the vendor says nothing. The place is the section
 * of the page, after the page's title where that is not Sessions.
 */
export type Statement = {
  /** Its topic and a number, such as \`Lifecycle 5\`. Never changes its meaning, and is never used again. */
  readonly id: string;
  readonly text: string;
} & ({ readonly source: "S" | "V"; readonly place: string } | { readonly source: "D" }) & (
  | { readonly checkable: true }
  /** The reason says why no request can show whether the statement is kept. */
  | { readonly checkable: false; readonly reason: string }
);
`;

/**
 * Writes the statements of the contract as data.
 *
 * @param markdown the text of `spec/statements.md`
 * @throws naming the line, for an item that is malformed or under another topic's heading, and for an id that was used
 * before
 */
export function emitStatements(markdown: string): string {
  const entries = parseStatements(markdown).map(({ id, text, source, place, reason }) => {
    const checkable = reason === undefined ? { checkable: true } : { checkable: false, reason };
    const fields = Object.entries({ id, text, source, ...(place && { place }), ...checkable });
    return `  {\n${fields.map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`).join("")}  },\n`;
  });
  return `${DECLARATIONS}
/** Every statement of the contract, by topic. */
export const statements: readonly Statement[] = [
${entries.join("")}];
`;
}

function parseStatements(markdown: string): Statement[] {
  const statements = new Map<string, Statement>();
  let topic: string | undefined;
  for (const { text, line } of readBlocks(markdown)) {
    const fail = (fault: string): never => {
      throw new Error(`spec/statements.md:${line}: ${fault}`);
    };
    const [, heading] = /^## (.*)$/.exec(text) ?? [];
    if (heading !== undefined) topic = heading;
    else if (topic !== undefined && STRAY.test(text)) {
      const item =
        ITEM.exec(text)?.groups ?? fail("is no item of the form `- **Topic 1** [S: Section] Text.`");
      const { id = "", vendor, place, reason } = item;
      if (item.topic !== topic) fail(`${id} is under the heading ${topic}`);
      if (statements.has(id)) fail(`${id} was used before`);
      statements.set(id, { id, source: vendor ?? "D", place, text: item.text ?? "", reason });
    }
  }
  if (statements.size === 0) throw new Error("spec/statements.md has no statement.");
  return [...statements.values()];
}

/** Headings, items and lines of prose. An item's lines, which are indented after the first, are joined. */
function readBlocks(markdown: string): { text: string; readonly line: number }[] {
  const blocks: { text: string; readonly line: number }[] = [];
  for (const [index, text] of markdown.split("\n").entries()) {
    const last = blocks.at(-1);
    if (last?.text.startsWith("- ") && /^ {2}\S/.test(text)) last.text += ` ${text.trim()}`;
    else blocks.push({ text, line: index + 1 });
  }
  return blocks;
}
