import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { Load } from "../../package/load.ts";
import { useLocalPostgres } from "../../package/local-databases.ts";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
const ROUNDS = 50;
const CLIENTS = 12;

const folder = mkdtempSync(join(tmpdir(), "kill-"));
// As it is by default: it does not answer before what it wrote is on the disk.
const postgres = useLocalPostgres([]);
afterAll(() => rmSync(folder, { recursive: true }));

interface Instance {
  readonly process: ChildProcess;
  readonly url: string;
}

const processes = new Set<ChildProcess>();
afterAll(() => {
  for (const child of processes) child.kill("SIGKILL");
});

/** Starts the server as a user does. */
async function startInstance(store: string): Promise<Instance> {
  const child = spawn(process.execPath, [CLI, "serve", "--port=0", `--store=${store}`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  processes.add(child);
  child.once("exit", () => processes.delete(child));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, found] = /(http:\/\/\S+)\n/.exec(output) ?? [];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The server ended: ${output}`)));
  });
  return { process: child, url };
}

async function kill({ process: child }: Instance): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

describe.each([
  { kind: "SQLite", newAddress: async () => `sqlite:${join(folder, "sessions.db")}`, count: 1 },
  { kind: "PostgreSQL, with two instances", newAddress: () => postgres.createDatabase(), count: 2 },
])("A server on $kind", ({ kind, newAddress, count }) => {
  it(`has all that it acknowledged after each of ${ROUNDS} kills`, async () => {
    const address = await newAddress();
    const instances = await Promise.all(Array.from({ length: count }, () => startInstance(address)));
    const load = new Load(() => instances.map(({ url }) => url));
    let crashes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const stop = new AbortController();
      const running = load.run(CLIENTS, stop.signal);
      await setTimeout(50 + Math.random() * 250);
      const victim = round % count;
      const instance = instances[victim];
      if (instance) await kill(instance);
      const crashesToo = count > 1 && round % 5 === 4;
      if (crashesToo) {
        crashes += 1;
        await postgres.crash();
      }
      // If another instance lives, it goes on, and takes the turns that the dead one had.
      await setTimeout(50);
      if (crashesToo) await postgres.start();
      instances[victim] = await startInstance(address);
      stop.abort();
      await running;
      expect(await load.compare("touched")).toEqual([]);
    }
    expect(await load.compare("all")).toEqual([]);
    expect(load.messages).toBeGreaterThan(ROUNDS);
    console.log(
      `${kind}: ${ROUNDS} kills of the server` +
        `${crashes > 0 ? ` and ${crashes} of the database` : ""}, ` +
        `${load.sessions} sessions and ${load.messages} messages acknowledged, none lost, none half; ` +
        `${load.failures} requests without a success.`,
    );
    for (const each of instances) await kill(each);
  });
});
