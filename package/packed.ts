import { type ChildProcess, type ExecFileSyncOptions, execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A folder of somebody who has installed the packed package. */
export interface Consumer {
  readonly folder: string;
  /** The environment of a command: the tests' own Node comes first, and `npx` needs no network. */
  readonly environment: NodeJS.ProcessEnv;
  remove(): void;
}

/**
 * Packs the package as it is published, with nothing of it shared with another run.
 *
 * @param folder where the tarball goes
 * @returns its path
 */
export async function pack(folder: string): Promise<string> {
  const staging = mkdtempSync(join(tmpdir(), "pack-"));
  await build(join(staging, "dist"));
  for (const name of ["package.json", "README.md", "CHANGELOG.md", "LICENSE"]) {
    copyFileSync(join(root, name), join(staging, name));
  }
  // `prepack` builds, which is done.
  const [packed]: { filename: string }[] = JSON.parse(
    npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: staging }),
  );
  rmSync(staging, { recursive: true });
  return join(folder, packed?.filename ?? "");
}

/** Runs npm, without the network, and returns what it prints. */
export function npm(words: readonly string[], options: Pick<ExecFileSyncOptions, "cwd" | "env">): string {
  return execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
    ...options,
    encoding: "utf8",
    stdio: "pipe",
    shell: process.platform === "win32",
  });
}

/**
 * Packs the package and installs the tarball into a new folder, beside the packages that the user is told to install.
 * Those are links to this repository's own, so that no network is needed.
 *
 * @param packages what stands beside it, with all that they depend on
 */
export async function installPacked(packages: readonly string[]): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const environment = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    NO_COLOR: "1",
  };
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(["install", await pack(folder)], { cwd: folder, env: environment });
  linkPackages(folder, packages);
  return { folder, environment, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Puts packages of this repository into a folder's `node_modules`, as links.
 *
 * @param from the folder whose packages they are; the repository's own unless given
 */
export function linkPackages(folder: string, packages: readonly string[], from: string = root): void {
  for (const name of packages) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(from, "node_modules", name), link, "junction");
  }
}

/** Collects what a process prints, and waits for lines of it. */
export class Running {
  readonly process: ChildProcess;
  output = "";

  constructor(
    command: string,
    options: readonly string[],
    consumer: Pick<Consumer, "folder" | "environment">,
  ) {
    // A group of its own, so that a signal reaches all of it, as from a terminal: npm does not pass it on to the end.
    this.process = spawn(command, options, {
      cwd: consumer.folder,
      env: consumer.environment,
      detached: true,
    });
    this.process.stdout?.on("data", (chunk) => {
      this.output += chunk;
    });
    this.process.stderr?.on("data", (chunk) => {
      this.output += chunk;
    });
  }

  /** Waits until the output matches; rejects with the output if the process ends or 20 seconds pass before. */
  async waitFor(pattern: RegExp): Promise<RegExpMatchArray> {
    for (const end = Date.now() + 20_000; Date.now() < end && this.process.exitCode === null; ) {
      const match = this.output.match(pattern);
      if (match) return match;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Waited for ${pattern}, and got: ${this.output}`);
  }

  /** Waits for the end; returns the exit code. */
  ended(): Promise<number | null> {
    if (this.process.exitCode !== null) return Promise.resolve(this.process.exitCode);
    return new Promise((resolve) => this.process.once("exit", resolve));
  }

  /** Ends the process by a signal, as a user would; returns the exit code. */
  async stop(): Promise<number | null> {
    if (this.process.pid !== undefined) process.kill(-this.process.pid, "SIGINT");
    return this.ended();
  }
}
