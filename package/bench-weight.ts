import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import manifest from "../package.json" with { type: "json" };
import { bundleForBrowser } from "./bundle-for-browser.ts";
import { npm, pack } from "./packed.ts";
import { median } from "./statistics.ts";

// What the package weighs for somebody who adds it to his project. Fails if that is more than we allow ourselves.

const ROUNDS = 15;
const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "bench-weight-"));
let failed = false;

/** Prints a figure, and whether it is within its limit. */
function report(what: string, value: number, limit: number, unit: string, note = ""): void {
  const fits = value <= limit;
  failed ||= !fits;
  const figure = `${value.toFixed(unit === "packages" ? 0 : 1)} ${unit}`.padStart(12);
  console.log(`${fits ? "ok  " : "FAIL"} ${what.padEnd(50)}${figure}  (at most ${limit})${note}`);
}

/** What files hold, as npm counts, and what they take of a disk, which gives out whole blocks. */
interface Weight {
  readonly bytes: number;
  readonly blocks: number;
}

function measure(path: string): Weight {
  const { size, blocks } = lstatSync(path);
  const own = { bytes: 0, blocks: blocks * 512 };
  if (!lstatSync(path).isDirectory()) return { bytes: size, blocks: own.blocks };
  return readdirSync(path)
    .map((name) => measure(join(path, name)))
    .reduce(add, own);
}

function add(one: Weight, other: Weight): Weight {
  return { bytes: one.bytes + other.bytes, blocks: one.blocks + other.blocks };
}

writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
npm(["install", await pack(folder)], { cwd: folder });
console.log(`An install of ${manifest.name}@${manifest.version} in an empty project:`);
const modules = join(folder, "node_modules");
const lock: { packages: object } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
report("adds", Object.keys(lock.packages).length, 3, "packages");
const { bytes, blocks } = Object.keys(lock.packages)
  .map((path) => measure(join(folder, path)))
  .reduce(add);
report("takes of a disk, in whole blocks of it,", blocks / 1000, 700, "kB");
report("holds, as npm counts it,", bytes / 1000, 700, "kB");

const client = await bundleForBrowser(join(modules, manifest.name, "dist/client.js"), { minify: true });
report("has a client that is, bundled, minified and gzipped,", gzipSync(client).length / 1000, 6, "kB");

const compilerOptions = { noEmit: true, strict: true, target: "es2023", module: "nodenext", types: [] };
/** How long the compiler takes for one file, started anew, in milliseconds. */
function check(name: string, text: string): () => number {
  writeFileSync(join(folder, `${name}.ts`), text);
  const configuration = join(folder, `tsconfig.${name}.json`);
  writeFileSync(configuration, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  return () => {
    const start = performance.now();
    execFileSync(process.execPath, [require.resolve("typescript/lib/tsc.js"), "-p", configuration], {
      cwd: root,
    });
    return performance.now() - start;
  };
}
const empty = check("empty", "export {};\n");
const importing = check(
  "importing",
  `import type { ApiError, paths, Session } from "${manifest.name}";
export type Status = Session["status"] | ApiError["code"] | keyof paths;
`,
);
empty();
importing();
const ratios = Array.from({ length: ROUNDS }, (_, round) => {
  // Who goes first changes from round to round.
  if (round % 2 === 0) return 1 / (empty() / importing());
  return importing() / empty();
});
report(
  "costs the compiler, beside an empty file,",
  (median(ratios) - 1) * 100,
  20,
  "%",
  `, the median of ${ROUNDS} rounds`,
);
rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
