import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const HERE = new URL("./", import.meta.url);

/** Lines that are code: no blanks, no comments. */
function countLines(file: string): number {
  const text = readFileSync(new URL(file, HERE), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  return text.split("\n").filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

it("The server, without its stores, agents, operations and command, is small enough to be copied", () => {
  const files = readdirSync(HERE).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  expect(files).toContain("sessions.ts");
  const lines = files.reduce((sum, file) => sum + countLines(file), 0);
  expect(lines).toBeLessThan(650);
});
