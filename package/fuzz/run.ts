import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../local-postgres.ts";
import type { Surroundings } from "./bad-request.ts";
import { type Finding, fuzz } from "./fuzz.ts";
import { ServerProcess } from "./server-process.ts";

/** The stores that there are. */
export const STORES = ["memory", "sqlite", "postgres"] as const;

/** One of them. */
export type StoreName = (typeof STORES)[number];

/** How much more memory the server may hold at the end than when it was warm, in bytes: what it varies by, and more. */
const MOST_GROWTH = 1024 * 1024;
/** And how much more for each request in between, which is too little for any object to be left behind. */
const MOST_GROWTH_EACH = 10;
/** After which part of the requests it is warm. */
const WARM = 0.3;

/** What came of bad requests to a server. */
export interface FuzzResult {
  /** What is wrong, in sentences. */
  readonly faults: readonly string[];
  readonly finding: Finding | undefined;
  /** How much more memory the server held at the end than when it was warm, in bytes; `undefined` if it never was. */
  readonly growth: number | undefined;
  /** In milliseconds. */
  readonly duration: number;
}

/** Sends bad requests to a server with this store, and looks what has become of it. */
export async function fuzzStore(
  store: StoreName,
  options: {
    readonly seed: number;
    readonly count: number;
    readonly first?: number;
    readonly onProgress?: (done: number) => void;
  },
): Promise<FuzzResult> {
  const { address, remove } = await prepareStore(store);
  const server = await ServerProcess.start([`--store=${address}`]);
  try {
    const surroundings = await createSurroundings(server.url);
    const before = await snapshot(server.url, surroundings);
    const start = performance.now();
    let warm: number | undefined;
    const finding = await fuzz({
      ...options,
      port: Number(new URL(server.url).port),
      surroundings,
      async onProgress(done) {
        options.onProgress?.(done);
        if (options.count > 1 && done === Math.ceil(options.count * WARM)) warm = await server.memory();
      },
    });
    const duration = performance.now() - start;
    const growth = warm && finding === undefined ? (await server.memory()) - warm : undefined;
    const most = MOST_GROWTH + MOST_GROWTH_EACH * options.count * (1 - WARM);
    const faults: string[] = [];
    if (growth !== undefined && growth > most)
      faults.push(`The server's memory has grown by ${growth} bytes.`);
    if ((await snapshot(server.url, surroundings)) !== before)
      faults.push("A refused request has changed a session.");
    if ((await server.stop()) !== 0) faults.push("The server did not end as it should.");
    if (server.errors !== "") faults.push(`The server has logged errors: ${server.errors.slice(0, 2000)}`);
    return { faults, finding, growth, duration };
  } finally {
    server.kill();
    await remove();
  }
}

async function prepareStore(store: StoreName): Promise<{ address: string; remove: () => Promise<void> }> {
  if (store === "memory") return { address: "memory", remove: async () => {} };
  if (store === "postgres") {
    const postgres = await startPostgres();
    return { address: await postgres.createDatabase(), remove: () => postgres.remove() };
  }
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  return {
    address: `sqlite:${join(folder, "sessions.db")}`,
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

const CHANNEL = "ch_01hxyz";
const KEY = "tk_local";

async function call(url: string, method: string, path: string, body?: object): Promise<string> {
  const response = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);
  return response.text();
}

async function createSurroundings(url: string): Promise<Surroundings> {
  const open = async (): Promise<string> => {
    const sent = await call(url, "POST", `/v1/channels/${CHANNEL}/messages`, { message: "Hello" });
    return JSON.parse(sent).session_id;
  };
  const [openSession, closedSession] = [await open(), await open()];
  await call(url, "POST", `/v1/sessions/${closedSession}/close`);
  return { key: KEY, channel: CHANNEL, openSession, closedSession };
}

/** All that a refused request must not change. */
async function snapshot(url: string, { openSession, closedSession }: Surroundings): Promise<string> {
  const ids = [openSession, closedSession];
  const paths = ids.flatMap((id) => [`/v1/sessions/${id}`, `/v1/sessions/${id}/messages`]);
  return (await Promise.all(paths.map((path) => call(url, "GET", path)))).join("\n");
}
