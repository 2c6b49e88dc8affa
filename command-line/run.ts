import { type Command, CommanderError } from "commander";
import { UsageError } from "./usage-error.ts";

/**
 * Runs a program of commands, and sets the exit code if it fails: 2 for wrong usage, 1 for all else. Either way one
 * line on standard error says what went wrong. A command that fails without a throw sets the exit code itself.
 *
 * @param words the words after the program's name
 */
export async function run(program: Command, words: readonly string[] = process.argv.slice(2)): Promise<void> {
  prepare(program);
  // Whoever reads the output may have seen enough, as `head` has.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has printed already, help or what is wrong. It does not tell wrong usage from other faults by the code.
      if (error.exitCode !== 0) process.exitCode = 2;
      return;
    }
    process.stderr.write(`error: ${describe(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function prepare(command: Command): void {
  command.exitOverride().configureOutput({ outputError: (text, write) => write(`${inOneLine(text)}\n`) });
  for (const subcommand of command.commands) prepare(subcommand);
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
