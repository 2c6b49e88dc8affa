import type { Command } from "./command.ts";
import { formatHelp } from "./help.ts";
import { parseWords } from "./parse-words.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./usage-error.ts";

/** The width of help where there is no terminal. */
const WIDTH = 80;

/**
 * Runs a program of commands, and sets the exit code if it fails: 2 for wrong usage, 1 for all else. Either way one
 * line on standard error says what went wrong. A command that fails without a throw sets the exit code itself.
 *
 * @param words the words after the program's name
 */
export async function run(program: Command, words: readonly string[] = process.argv.slice(2)): Promise<void> {
  // Once, however many programs run in a process.
  process.stdout.off("error", ignoreEndOfOutput).on("error", ignoreEndOfOutput);
  try {
    await (program.commands.length > 0 ? dispatch(program, words) : runCommand(program, words, program.name));
  } catch (error) {
    process.stderr.write(`error: ${describe(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** Whoever reads the output may have seen enough, as `head` has. */
function ignoreEndOfOutput(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** Runs the command of a program that the first word names. */
async function dispatch(program: Command, [first, ...others]: readonly string[]): Promise<void> {
  if (first === undefined) await runCommand(program, [], program.name);
  else if (first === "help") await runHelp(program, others);
  else if (first.startsWith("-")) await runCommand(program, [first], program.name);
  else {
    const command = findCommand(program, first);
    await runCommand(command, others, `${program.name} ${command.name}`);
  }
}

async function runHelp(program: Command, words: readonly string[]): Promise<void> {
  const [name, ...others] = words.filter((word) => word !== "--help" && word !== "-h");
  if (others.length > 0) {
    throw new UsageError(`too many arguments for 'help'. Expected 1 argument but got ${others.length + 1}.`);
  }
  if (name === undefined) await runCommand(program, ["--help"], program.name);
  else await runCommand(findCommand(program, name), ["--help"], `${program.name} ${name}`);
}

/** @param path how the command is called */
async function runCommand(command: Command, words: readonly string[], path: string): Promise<void> {
  const request = parseWords(command, words);
  if (request.kind === "run" && command.act) await command.act(request.flags, request.given);
  else if (request.kind === "run") {
    process.stderr.write(formatHelp(command, path, process.stderr.columns ?? WIDTH));
    process.exitCode = 2;
  } else if (request.kind === "version") process.stdout.write(`${command.versionText}\n`);
  else process.stdout.write(formatHelp(command, path, process.stdout.columns ?? WIDTH));
}

function findCommand({ commands }: Command, word: string): Command {
  const command = commands.find(({ name }) => name === word);
  if (command) return command;
  const names = commands.map(({ name }) => name);
  throw new UsageError(`unknown command '${word}'${suggest(word, names)}`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return inOneLine(String(error));
  if ("code" in error && error.code === "EADDRINUSE" && "port" in error) {
    return `port ${error.port} is in use; stop what runs there, or choose another port`;
  }
  return inOneLine(error.message);
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ");
}
