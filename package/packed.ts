import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A folder of somebody who has installed the packed package. */
export interface Consumer {
  readonly folder: string;
  /** The environment of a command: the tests' own Node comes first, and `npx` needs no network. */
  readonly environment: NodeJS.ProcessEnv;
  remove(): void;
}

/**
 * Packs the package and installs the tarball into a new folder, beside the packages that the user is told to install.
 * Those are links to this repository's own, so that no network is needed.
 *
 * @param packages what stands beside it, with all that they depend on
 */
export function installPacked(packages: readonly string[]): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const modules = join(folder, "node_modules");
  const installed = join(modules, "thinklio-sessions");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  const npm = { cwd: root, encoding: "utf8", stdio: "pipe", shell: process.platform === "win32" } as const;
  execFileSync("npm", ["pack", "--pack-destination", folder, "--loglevel=error"], npm);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  execFileSync("tar", ["-xzf", tarball], { cwd: folder });
  renameSync(join(folder, "package"), installed);
  for (const name of packages) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
  }
  const command = join(modules, ".bin", "thinklio-sessions");
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" "${join(installed, "dist", "cli.js")}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  return {
    folder,
    environment: {
      ...process.env,
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      NO_COLOR: "1",
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
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
