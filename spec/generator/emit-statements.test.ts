import { describe, expect, it } from "vitest";
import { statements } from "../../generated/statements.ts";
import { emitStatements } from "./emit-statements.ts";

const good = `# Statements

- **This** is before the first topic.

## Session

Some prose.

- **Session 1** [S: Session Lifecycle] An \`id\` begins with
  \`ses_\`.
- **Session 3** [D] It is kept.

## Stream

- **Stream 1** [V: Send Message › Streaming] The agent stops. _Not
  checkable: nobody sees it._
`;

describe("The statements", () => {
  it("are data, with the lines of each joined", () => {
    expect(emitStatements(good)).toContain(`export const statements: readonly Statement[] = [
  {
    id: "Session 1",
    text: "An \`id\` begins with \`ses_\`.",
    source: "S",
    place: "Session Lifecycle",
    checkable: true,
  },
  {
    id: "Session 3",
    text: "It is kept.",
    source: "D",
    checkable: true,
  },
  {
    id: "Stream 1",
    text: "The agent stops.",
    source: "V",
    place: "Send Message › Streaming",
    checkable: false,
    reason: "nobody sees it.",
  },
];
`);
  });

  it.each([
    ["an id that is used twice", "**Session 3**", "**Session 1**", "11: Session 1 was used before"],
    ["an id of another topic", "**Session 3**", "**Stream 3**", "11: Stream 3 is under the heading Session"],
    ["an item without an id", "**Session 3** ", "", "11: is no item"],
    ["an id without a number", "**Session 3**", "**Session**", "11: is no item"],
    ["a number that begins with 0", "**Session 3**", "**Session 03**", "11: is no item"],
    ["an item without a source", "[D] ", "", "11: is no item"],
    ["an unknown source", "[D]", "[X]", "11: is no item"],
    ["a source of the vendor's without its place", "[S: Session Lifecycle]", "[S]", "9: is no item"],
    ["a decision with a place", "[D]", "[D: Session Lifecycle]", "11: is no item"],
    ["an item without a text", " It is kept.", "", "11: is no item"],
    ["a text that is no sentence", "It is kept.", "It is kept", "11: is no item"],
    ["another bullet", "- **Session 3**", "* **Session 3**", "11: is no item"],
    ["an indented item", "- **Session 3**", "  - **Session 3**", "9: is no item"],
    ["an item that is no item of a list", "- **Session 3**", "**Session 3**", "11: is no item"],
    ["an item whose second line is not indented", "\n  checkable", "\ncheckable", "15: is no item"],
    ["a reason that is misspelt", "_Not\n  checkable:", "_Not tested:", "15: is no item"],
    ["a reason that does not end", "sees it._", "sees it.", "15: is no item"],
  ])("are refused for %s", (_, part, replacement, fault) => {
    expect(good).toContain(part);
    expect(() => emitStatements(good.replace(part, replacement))).toThrow(`spec/statements.md:${fault}`);
  });

  it("are refused if there is none", () => {
    expect(() => emitStatements("# Statements\n")).toThrow("spec/statements.md has no statement.");
  });

  it("come from the vendor's page on sessions, from its other pages, and from this contract", () => {
    expect(new Set(statements.map(({ source }) => source))).toEqual(new Set(["S", "V", "D"]));
  });
});
