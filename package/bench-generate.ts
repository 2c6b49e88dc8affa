import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./statistics.ts";

// How long `npm run generate` takes beside the two tools that it builds on, run one after the other by themselves.

const ROUNDS = 9;
const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "bench-generate-"));

/** Runs a script in a process of its own; returns how long it took, in milliseconds. */
function time(script: string, ...options: string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, [script, ...options], { cwd: root, stdio: "ignore" });
  return performance.now() - start;
}

const tools = () =>
  time(
    join(root, "node_modules/@typespec/compiler/cmd/tsp.js"),
    "compile",
    "spec/main.tsp",
    "--config=spec/tspconfig.yaml",
    `--output-dir=${scratch}`,
  ) +
  time(
    join(root, "node_modules/openapi-typescript/bin/cli.js"),
    join(scratch, "openapi.yaml"),
    "-o",
    join(scratch, "types.ts"),
  );
const generate = () => time("spec/generator/generate.ts", "--check");

tools();
generate();
const rounds = Array.from({ length: ROUNDS }, () => ({ tools: tools(), generate: generate() }));
rmSync(scratch, { recursive: true });
const seconds = (values: number[]) => `${(median(values) / 1000).toFixed(2)} s`;
console.log(`Medians of ${ROUNDS} interleaved rounds:`);
console.log(`  tsp compile, then openapi-typescript  ${seconds(rounds.map((round) => round.tools))}`);
console.log(`  generate                              ${seconds(rounds.map((round) => round.generate))}`);
console.log(
  `  ratio                                 ${median(rounds.map((round) => round.generate / round.tools)).toFixed(2)}`,
);
