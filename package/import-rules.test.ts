import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What each folder may import, tests aside. */
const ALLOWED: Record<string, readonly string[]> = {
  spec: [],
  "command-line": [],
  client: ["generated"],
  server: ["generated", "command-line", "express", "pino", "prom-client"],
  "server/stores": ["generated", "command-line", "server", "pg", "rate-limiter-flexible"],
  mock: ["generated", "command-line", "server", "@stoplight/prism-http", "@stoplight/prism-core"],
  "contract-tests": ["generated", "command-line"],
};

const IMPORTED = [
  "spec",
  "generated",
  "client",
  "server",
  "mock",
  "contract-tests",
  "command-line",
  "express",
  "pino",
  "prom-client",
  "rate-limiter-flexible",
  "pg",
  "vitest",
  "@stoplight/prism-http",
  "@stoplight/prism-core",
];

const root = mkdtempSync(join(tmpdir(), "import-rules-"));
let refused: Set<string>;

beforeAll(() => {
  copyFileSync(new URL("../biome.json", import.meta.url), join(root, "biome.json"));
  for (const folder of Object.keys(ALLOWED)) {
    mkdirSync(join(root, folder, "deep"), { recursive: true });
    for (const imported of IMPORTED.filter((name) => name !== folder)) {
      const specifier = imported in ALLOWED || imported === "generated" ? `../../${imported}/a.ts` : imported;
      const file = join(root, folder, "deep", `${imported.replace("/", "~")}.ts`);
      writeFileSync(file, `import { a } from "${specifier}";\n\nconsole.log(a);\n`);
    }
  }
  refused = new Set(
    lint().map((path) => path.replace("/deep/", " imports ").replace(".ts", "").replace("~", "/")),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

function lint(): string[] {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const options = ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none"];
  let output: string;
  try {
    output = execFileSync(process.execPath, [biome, ...options], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    if (!(error instanceof Error && "stdout" in error)) throw error;
    output = String(error.stdout);
  }
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } =
    JSON.parse(output);
  return diagnostics
    .filter(({ category }) => category === "lint/style/noRestrictedImports")
    .map(({ location }) => location.path);
}

describe.each(Object.entries(ALLOWED))("%s/", (folder, allowed) => {
  it.each(IMPORTED.filter((name) => name !== folder))("and %s", (imported) => {
    expect(refused.has(`${folder} imports ${imported}`)).toBe(!allowed.includes(imported));
  });
});
