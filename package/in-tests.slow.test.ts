import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Consumer, installPacked, linkPackages } from "./packed.ts";
import { readBlocks } from "./readme-blocks.ts";

// Each file of mock/in-tests.md, run by the runner that it is for, against the packed package.

const RUNNERS = fileURLToPath(new URL("test-runners", import.meta.url));
const VITEST = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const JEST = join(RUNNERS, "node_modules/jest/bin/jest.js");
const PLAYWRIGHT = join(RUNNERS, "node_modules/@playwright/test/cli.js");

let consumer: Consumer;

beforeAll(async () => {
  const options = { cwd: RUNNERS, shell: process.platform === "win32" };
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], options);
  consumer = await installPacked(["vitest", "commander", "@stoplight/prism-http", "@stoplight/prism-core"]);
  linkPackages(consumer.folder, ["@playwright/test"], RUNNERS);
});
afterAll(() => consumer.remove());

/** Writes the files of a section into a project of its own; each begins with a comment that names it. */
function createProject(
  section: string,
  { type, port }: { readonly type: "module" | "commonjs"; readonly port?: number },
): { readonly folder: string; readonly files: string[] } {
  const folder = join(consumer.folder, section.toLowerCase());
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type }));
  const files = readBlocks("mock/in-tests.md")
    .filter((block) => block.section === section)
    .map(({ text }) => {
      const name = /^\/\/ (\S+)\n/.exec(text)?.[1];
      if (name === undefined) throw new Error(`A block of ${section} does not begin with its file's name.`);
      writeFileSync(join(folder, name), text.replaceAll("4010", String(port)));
      return name;
    });
  return { folder, files };
}

function run(folder: string, script: string, ...words: string[]) {
  // The runner that these tests themselves run in has left variables.
  const { NODE_ENV: _, VITEST: __, ...environment } = consumer.environment;
  const options = { cwd: folder, encoding: "utf8", env: environment } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], options);
  return { status, output: stdout + stderr };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it("Vitest", () => {
  const { folder, files } = createProject("Vitest", { type: "module" });
  expect(files).toEqual(["client.test.ts"]);
  expect(run(folder, VITEST, "run", "--root", folder)).toEqual({
    status: 0,
    output: expect.stringMatching(/Tests {2}1 passed/),
  });
});

it("Jest", () => {
  const { folder, files } = createProject("Jest", { type: "commonjs" });
  expect(files).toEqual(["jest.config.mjs", "start-mock.mjs", "stop-mock.mjs", "client.test.js"]);
  expect(run(folder, JEST)).toEqual({
    status: 0,
    output: expect.stringMatching(/Tests: {7}1 passed, 1 total/),
  });
});

it("Playwright, with a mock for each worker, and with the command", async () => {
  const port = await freePort();
  const { folder, files } = createProject("Playwright", { type: "module", port });
  expect(files).toEqual(["fixtures.ts", "client.spec.ts", "playwright.config.ts"]);
  const built = `import { expect, test } from "@playwright/test";
test("the command", async ({ request }) => {
  expect((await request.get("http://127.0.0.1:${port}/v1/sessions/ses_1")).status()).toBe(401);
});
`;
  writeFileSync(join(folder, "built.spec.ts"), built);
  expect(run(folder, PLAYWRIGHT, "test")).toEqual({ status: 0, output: expect.stringMatching(/2 passed/) });
});
