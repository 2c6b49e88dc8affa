import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Command, InvalidArgumentError } from "./command.ts";
import { run } from "./run.ts";
import { UsageError } from "./usage-error.ts";

let printed = "";
let failed = "";

beforeEach(() => {
  [printed, failed] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    failed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function runWith(words: readonly string[], action: () => void | Promise<void> = () => {}) {
  const command = new Command("go").option("--speed <speed>", "how fast", () => {
    throw new InvalidArgumentError("Give a speed.");
  });
  await run(new Command("program").version("1.2.3").addCommand(command.action(action)), words);
  return process.exitCode;
}

describe("a program", () => {
  it("that does what it is asked to ends well", async () => {
    const action = vi.fn();
    expect(await runWith(["go"], action)).toBeUndefined();
    expect(action).toHaveBeenCalledOnce();
    expect(printed + failed).toBe("");
  });

  it.each([
    ["--help"],
    ["-h"],
    ["--version"],
    ["-V"],
    ["help"],
    ["help", "go"],
    ["help", "--help"],
    ["go", "--help"],
  ])("that is asked with %s ends well", async (...words) => {
    expect(await runWith(words)).toBeUndefined();
    expect(printed).not.toBe("");
    expect(failed).toBe("");
  });

  it.each([
    [["stop"], /unknown command 'stop'\n/],
    [["got"], /unknown command 'got' \(Did you mean go\?\)/],
    [["help", "stop"], /unknown command 'stop'\n/],
    [["--port"], /unknown option '--port'/],
    [["go", "--sped", "1"], /unknown option '--sped' \(Did you mean --speed\?\)/],
    [["go", "--speed", "high"], /--speed.*Give a speed\./],
    [["go", "far"], /too many arguments/],
    [["help", "go", "far"], /too many arguments/],
  ])("that is asked wrongly, as with %j, says so in one line and exits with 2", async (words, message) => {
    expect(await runWith(words)).toBe(2);
    expect(failed).toMatch(message);
    expect(failed).toMatch(/^error: .*\n$/);
  });

  it.each([[], ["--"]])(
    "that is asked nothing, as with %j, prints its help and exits with 2",
    async (...words) => {
      expect(await runWith(words)).toBe(2);
      expect(failed).toContain("Usage: program");
    },
  );

  it("whose command finds the usage wrong exits with 2", async () => {
    const action = () => Promise.reject(new UsageError("not like this"));
    expect(await runWith(["go"], action)).toBe(2);
    expect(failed).toBe("error: not like this\n");
  });

  it("whose command fails says why in one line, without a stack, and exits with 1", async () => {
    const action = () => Promise.reject(new Error("the disk\n  is full"));
    expect(await runWith(["go"], action)).toBe(1);
    expect(failed).toBe("error: the disk is full\n");
  });

  it("whose command sets an exit code of its own keeps it", async () => {
    const action = () => {
      process.exitCode = 7;
    };
    expect(await runWith(["go"], action)).toBe(7);
  });
});
