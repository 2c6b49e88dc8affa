import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { showProgress } from "./terminal.ts";

/** What a program prints when its output is no terminal. */
function print(env: Readonly<Record<string, string>>): string {
  const { href } = new URL("./terminal.ts", import.meta.url);
  const code = `const { bold } = await import("${href}"); process.stdout.write(bold("a"));`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
}

describe("progress", () => {
  it("is one line that is written over on a terminal, and nothing elsewhere", () => {
    const written: string[] = [];
    const streamOf = (isTTY: boolean) =>
      Object.assign(Object.create(process.stderr), { isTTY, write: (text: string) => written.push(text) });
    showProgress("1 of 2", streamOf(true));
    showProgress("1 of 2", streamOf(false));
    expect(written).toEqual(["\r\u001b[K1 of 2"]);
  });
});

describe("styled text", () => {
  it("is plain where the output is no terminal", () => {
    expect(print({})).toBe("a");
    expect(print({ NO_COLOR: "1" })).toBe("a");
  });

  it("is styled there if it is forced", () => {
    expect(print({ FORCE_COLOR: "1" })).toBe("\u001b[1ma\u001b[22m");
  });
});
