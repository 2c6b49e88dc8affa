import { expect, it } from "vitest";
import { Command, Option } from "./command.ts";
import { formatHelp } from "./help.ts";

const command = new Command("go")
  .description("Goes somewhere, and comes back.")
  .optionsGroup("The way:")
  .addOption(new Option("--port <port>", "where to go, which may take long").env("GO_PORT").default(80))
  .addOption(
    new Option("--kind <kind>", "how").choices(["small", "large"]).default("small", "the one that fits"),
  )
  .addHelpText("\nGo well.");

it("Help says what a command is for and what each option means, in lines that fit the terminal", () => {
  expect(formatHelp(command, "program go", 50)).toBe(`Usage: program go [options]

Goes somewhere, and comes back.

The way:
  --port <port>  where to go, which may take long
                 (default: 80, env: GO_PORT)
  --kind <kind>  how (choices: small, large,
                 default: the one that fits)

Options:
  -h, --help     display help for command

Go well.
`);
});

it("Help of a program names its commands", () => {
  const program = new Command("program").version("1.2.3").addCommand(command);
  expect(formatHelp(program, "program", 80)).toBe(`Usage: program [options] [command]

Options:
  -V, --version   output the version number
  -h, --help      display help for command

Commands:
  go [options]    Goes somewhere, and comes back.
  help [command]  display help for command
`);
});

it("A word that is longer than the line stays whole", () => {
  const long = new Command("go").option("--x", `see ${"a".repeat(40)} there`);
  expect(formatHelp(long, "go", 30)).toContain(
    `  --x         see\n${" ".repeat(14)}${"a".repeat(40)}\n${" ".repeat(14)}there\n`,
  );
});
