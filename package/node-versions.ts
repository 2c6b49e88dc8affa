import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Node versions that the package is tried on: the oldest of each line that we support, or that Prism does. */
export const NODE_VERSIONS = ["20.19.0", "22.12.0", "24.18.0"] as const;

const CACHE = fileURLToPath(new URL("../node_modules/.cache/node/", import.meta.url));

/**
 * Installs a Node by npm, unless it is there from an earlier time.
 *
 * @returns the path of the program
 */
export function installNode(version: string): string {
  const folder = join(CACHE, version);
  const program = join(folder, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // What the package does when it is installed is to bring the program for this platform.
  writeFileSync(join(folder, "package.json"), '{ "private": true, "allowScripts": { "node": true } }\n');
  execFileSync("npm", ["install", `node@${version}`, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "pipe",
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    shell: process.platform === "win32",
  });
  return program;
}
