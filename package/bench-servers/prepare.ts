import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "../build.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** The command that is measured, as it is published. */
export const OURS: string = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Builds what is published, and installs what it is compared with, which nothing else needs. */
export async function prepare(): Promise<void> {
  if (!existsSync(`${FOLDER}node_modules`)) {
    console.error("Installing what the benchmark compares with …");
    const options = { cwd: FOLDER, stdio: "inherit", shell: process.platform === "win32" } as const;
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], options);
  }
  await build(fileURLToPath(new URL("../../dist", import.meta.url)));
}
