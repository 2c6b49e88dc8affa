import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { InvalidArgumentError, type Option } from "./option.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./usage-error.ts";

/** What the words after a command ask for. */
export type Request =
  | { readonly kind: "help" | "version" }
  | { readonly kind: "run"; readonly flags: object; readonly given: ReadonlySet<string> };

/** The values of options so far, by their names in camel case. */
type Values = Map<string, unknown>;
type Tokens = ReturnType<typeof readTokens>;

/**
 * Reads the words after a command, then the environment variables of options that the words leave out.
 *
 * @throws UsageError
 */
export function parseWords(command: Command, words: readonly string[]): Request {
  const tokens = readTokens(command, words);
  const names = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  if (names.includes("help")) return { kind: "help" };
  if (command.versionText !== undefined && names.includes("version")) return { kind: "version" };
  const values: Values = new Map();
  readOptions(command, tokens, values);
  for (const option of command.options) readVariable(option, values);
  const given = new Set(values.keys());
  for (const option of command.options) complete(option, values);
  return { kind: "run", flags: Object.fromEntries(values), given };
}

function readTokens({ options, versionText }: Command, words: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      help: { type: "boolean", short: "h" },
      ...(versionText !== undefined && { version: { type: "boolean", short: "V" } }),
      ...Object.fromEntries(
        options.map(({ name, arity }) => [name, { type: arity === "none" ? "boolean" : "string" } as const]),
      ),
    },
    // It would throw errors of its own, in other words than ours.
    strict: false,
    tokens: true,
  });
  return tokens;
}

function readOptions(command: Command, tokens: Tokens, values: Values): void {
  let open: Option | undefined;
  let extra = 0;
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (open?.arity === "many") readArgument(open, token.value, `argument '${token.value}'`, values);
      else extra += 1;
    } else if (token.kind === "option") {
      open = command.options.find(({ name }) => name === token.name);
      if (open === undefined) throw new UsageError(describeUnknown(token.rawName, command));
      readOption(open, token.value, values);
    } else open = undefined;
  }
  if (extra > 0) {
    throw new UsageError(`too many arguments for '${command.name}'. Expected 0 arguments but got ${extra}.`);
  }
}

function readOption(option: Option, text: string | undefined, values: Values): void {
  const { flags, arity, attribute } = option;
  if (arity !== "none") {
    if (text === undefined) throw new UsageError(`option '${flags}' argument missing`);
    readArgument(option, text, `argument '${text}'`, values);
  } else if (text === undefined) values.set(attribute, true);
  else throw new UsageError(`option '${flags}' takes no argument`);
}

function readVariable(option: Option, values: Values): void {
  const { variable, attribute, arity } = option;
  const text = variable === undefined ? undefined : process.env[variable];
  if (text === undefined || values.has(attribute)) return;
  if (arity === "none") values.set(attribute, true);
  else readArgument(option, text, `value '${text}' from env '${variable}'`, values);
}

/** @param where what the text is, for an error */
function readArgument(option: Option, text: string, where: string, values: Values): void {
  try {
    values.set(option.attribute, option.read(text, values.get(option.attribute)));
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new UsageError(`option '${option.flags}' ${where} is invalid. ${error.message}`);
  }
}

function complete({ attribute, fallback, isMandatory, flags }: Option, values: Values): void {
  if (values.has(attribute)) return;
  if (isMandatory) throw new UsageError(`required option '${flags}' not specified`);
  if (fallback) values.set(attribute, fallback.value);
}

function describeUnknown(written: string, { options }: Command): string {
  const names = ["--help", ...options.map(({ name }) => `--${name}`)];
  return `unknown option '${written}'${suggest(written, names)}`;
}
