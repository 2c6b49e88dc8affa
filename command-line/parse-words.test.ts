import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Command, InvalidArgumentError, Option } from "./command.ts";
import { collect, parsePort } from "./options.ts";
import { parseWords } from "./parse-words.ts";
import { UsageError } from "./usage-error.ts";

const command = new Command("go")
  .version("1.2.3")
  .option("--quiet", "say nothing")
  .addOption(new Option("--loud", "say all").env("GO_LOUD"))
  .addOption(new Option("--port <port>", "where").env("GO_PORT").argParser(parsePort))
  .addOption(new Option("--word <word>", "a word").env("GO_WORDS").argParser(collect(String)))
  .addOption(new Option("--only <id...>", "which"))
  .addOption(new Option("--kind <kind>", "of what kind").choices(["small", "large"]).default("small"))
  .addOption(new Option("--max-age <time>", "how old").default(1000, "1s"));

beforeEach(() => {
  for (const name of ["GO_LOUD", "GO_PORT", "GO_WORDS"]) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** The values of the options, but for the defaults. */
function read(...words: readonly string[]): object {
  const request = parseWords(command, words);
  if (request.kind !== "run") expect.fail(`It asks for ${request.kind}.`);
  return Object.fromEntries(Object.entries(request.flags).filter(([name]) => request.given.has(name)));
}

describe("The words after a command", () => {
  it.each<[readonly string[], object]>([
    [[], {}],
    [["--quiet"], { quiet: true }],
    [["--port", "80", "--quiet"], { port: 80, quiet: true }],
    [["--port=80", "--port=81"], { port: 81 }],
    [["--max-age", "1h"], { maxAge: "1h" }],
    [["--max-age="], { maxAge: "" }],
    [["--max-age", "--quiet"], { maxAge: "--quiet" }],
    [["--max-age", "-1"], { maxAge: "-1" }],
    [["--word", "a", "--word", "b c"], { word: ["a", "b", "c"] }],
    [["--only", "A", "B", "--quiet", "--only", "C"], { only: ["A", "B", "C"], quiet: true }],
  ])("%j give the options their values", (words, values) => {
    expect(read(...words)).toEqual(values);
  });

  it("leave the other options their defaults, which are not given", () => {
    expect(parseWords(command, ["--kind", "large"])).toEqual({
      kind: "run",
      flags: { kind: "large", maxAge: 1000 },
      given: new Set(["kind"]),
    });
  });

  it.each<[string, "help" | "version"]>([
    ["--help", "help"],
    ["-h", "help"],
    ["--port=none -h", "help"],
    ["--version", "version"],
    ["-V", "version"],
  ])("%s ask for what the command knows by itself", (words, kind) => {
    expect(parseWords(command, words.split(" "))).toEqual({ kind });
  });

  it.each<[string, string]>([
    ["--prot 80", "unknown option '--prot' (Did you mean --port?)"],
    ["--hepl", "unknown option '--hepl' (Did you mean --help?)"],
    ["--everything", "unknown option '--everything'"],
    ["-p", "unknown option '-p'"],
    ["--constructor", "unknown option '--constructor'"],
    ["--no-quiet", "unknown option '--no-quiet' (Did you mean --quiet?)"],
    ["--port", "option '--port <port>' argument missing"],
    ["--quiet --only", "option '--only <id...>' argument missing"],
    ["--quiet=yes", "option '--quiet' takes no argument"],
    ["--port x", "option '--port <port>' argument 'x' is invalid. Give a port from 0 to 65535."],
    ["--kind huge", "option '--kind <kind>' argument 'huge' is invalid. Allowed choices are small, large."],
    ["far --quiet away", "too many arguments for 'go'. Expected 0 arguments but got 2."],
    ["--only A --quiet B", "too many arguments for 'go'. Expected 0 arguments but got 1."],
    ["--only A -- B", "too many arguments for 'go'. Expected 0 arguments but got 1."],
  ])("%s are wrong, and it is said why", (words, message) => {
    expect(() => parseWords(command, words.split(" "))).toThrow(new UsageError(message));
  });

  it("may lack no option that is mandatory", () => {
    const strict = new Command("go").addOption(new Option("--store <store>", "where").makeOptionMandatory());
    expect(() => parseWords(strict, [])).toThrow("required option '--store <store>' not specified");
    expect(parseWords(strict, ["--store=x"])).toMatchObject({ flags: { store: "x" } });
  });

  it("show a fault of ours as it is", () => {
    const fault = new Error("a fault");
    const faulty = new Option("--port <port>", "where").argParser(() => {
      throw fault;
    });
    expect(() => parseWords(new Command("go").addOption(faulty), ["--port", "1"])).toThrow(fault);
    expect(fault).not.toBeInstanceOf(InvalidArgumentError);
  });
});

describe("An environment variable", () => {
  it("gives an option its value", () => {
    vi.stubEnv("GO_PORT", "80");
    vi.stubEnv("GO_WORDS", "a b");
    vi.stubEnv("GO_LOUD", "1");
    expect(read()).toEqual({ port: 80, word: ["a", "b"], loud: true });
  });

  it("gives way to the command line", () => {
    vi.stubEnv("GO_PORT", "none");
    vi.stubEnv("GO_WORDS", "a b");
    expect(read("--port=1", "--word=c")).toEqual({ port: 1, word: ["c"] });
  });

  it("is named where its value is wrong", () => {
    vi.stubEnv("GO_PORT", "none");
    expect(() => parseWords(command, [])).toThrow(
      "option '--port <port>' value 'none' from env 'GO_PORT' is invalid. Give a port from 0 to 65535.",
    );
  });
});
