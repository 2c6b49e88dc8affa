import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "generate-"));
  for (const name of ["spec", "generated", "package.json"]) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(copy, "node_modules"), "dir");
});
afterEach(() => rm(copy, { recursive: true }));

interface Run {
  readonly status: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the copy's generator. */
function generate(...flags: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const script = join(copy, "spec/generator/generate.ts");
    execFile(process.execPath, [script, ...flags], (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

/** Edits a file of the copy. */
async function edit(name: string, from: string, to: string): Promise<void> {
  const path = join(copy, name);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe("npm run generate", { timeout: 30_000 }, () => {
  it("-- --check fails for one word changed in a .tsp, and names the files, which a run then writes", async () => {
    await edit("spec/session.tsp", "conversation", "dialogue");
    const before = await readFile(join(copy, "generated/openapi.json"), "utf8");
    await writeFile(join(copy, "generated/left-over.ts"), "");
    const check = await generate("--check");
    expect(check.status).toBe(1);
    const named = check.stderr
      .split("\n")
      .filter((line) => line.startsWith("generated/") && line.includes(": "));
    expect(named).toEqual(
      expect.arrayContaining([
        "generated/openapi.json: differs",
        "generated/openapi.yaml: differs",
        "generated/types.ts: differs",
        "generated/left-over.ts: is not generated",
      ]),
    );
    expect(named).not.toContain("generated/validators.js: differs");
    expect(await readFile(join(copy, "generated/openapi.json"), "utf8")).toBe(before);

    const run = await generate();
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const name of ["openapi.json", "openapi.yaml", "types.ts", "validators.js", "left-over.ts"]) {
      expect(run.stdout).toContain(`generated/${name} `);
    }
    expect(await generate("--check")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("nothing differs"),
      stderr: "",
    });
  });

  it.each([
    ["an error", "spec/session.tsp", "model Session {", "model Session {{"],
    ["a warning", "spec/session.tsp", "model Session {", '#deprecated "Old."\nmodel Session {'],
  ])("fails for %s of the TypeSpec compiler, in words and without a stack", async (_name, file, from, to) => {
    await edit(file, from, to);
    const { status, stderr } = await generate("--check");
    expect(status).toBe(1);
    expect(stderr).toMatch(/\.tsp:\d+/);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.each(["--chek", "now"])("%s is refused with the usage", async (flag) => {
    const { status, stdout, stderr } = await generate(flag);
    expect({ status, stdout }).toStrictEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(flag);
    expect(stderr).toContain("Usage: npm run generate");
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it("--help shows the usage", async () => {
    expect(await generate("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage: npm run generate"),
      stderr: "",
    });
  });
});
