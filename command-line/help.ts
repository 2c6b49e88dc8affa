import type { Command, Option } from "./command.ts";

/** What can be written, and what it means. */
type Row = [term: string, text: string];

/**
 * Writes what a command is for, and how to call it.
 *
 * @param path the program's name, and the command's after it if it is not the program itself
 * @param width of the terminal, in characters
 */
export function formatHelp(command: Command, path: string, width: number): string {
  const hasCommands = command.commands.length > 0;
  const version: Row = ["-V, --version", "output the version number"];
  const own: Row[] = [
    ...(command.versionText === undefined ? [] : [version]),
    ["-h, --help", "display help for command"],
  ];
  const groups = command.groups.map(({ title, options }) => ({
    title,
    rows: options.map((option): Row => [option.flags, describeOption(option)]),
  }));
  const plain = groups.find(({ title }) => title === "Options:");
  if (plain) plain.rows.push(...own);
  else groups.push({ title: "Options:", rows: own });
  if (hasCommands) {
    const rows = command.commands.map(({ name, summary }): Row => [`${name} [options]`, summary]);
    groups.push({ title: "Commands:", rows: [...rows, ["help [command]", "display help for command"]] });
  }
  const indent = Math.max(...groups.flatMap(({ rows }) => rows.map(([term]) => term.length))) + 4;
  const sections = [
    `Usage: ${path} [options]${hasCommands ? " [command]" : ""}`,
    ...(command.summary ? [wrap(command.summary, width, 0)] : []),
    ...groups.map(({ title, rows }) =>
      [title, ...rows.map(([term, text]) => `  ${term}`.padEnd(indent) + wrap(text, width, indent))].join(
        "\n",
      ),
    ),
  ];
  return `${sections.join("\n\n")}\n${command.textAfterHelp}${command.textAfterHelp ? "\n" : ""}`;
}

function describeOption({ description, allowed, fallback, variable }: Option): string {
  const facts = [
    ...(allowed ? [`choices: ${allowed.join(", ")}`] : []),
    ...(fallback?.shown ? [`default: ${fallback.shown}`] : []),
    ...(variable ? [`env: ${variable}`] : []),
  ];
  return facts.length > 0 ? `${description} (${facts.join(", ")})` : description;
}

/** Breaks a text between words, so that no line is longer than the width unless a word is; it begins at the indent. */
function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
