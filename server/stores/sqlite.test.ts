import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../start.ts";
import { SqlStore } from "./sql-store.ts";
import { SqliteDatabase } from "./sqlite-database.ts";

const CHANNEL = "ch_01hxyz";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  file = join(folder, "sessions.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly id: string;
  readonly message_count: number;
  readonly data: readonly { readonly role: string }[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** A server on the file. */
async function start() {
  const database = new SqliteDatabase(file);
  const store = await SqlStore.open(database);
  const server = await startServer({ store, onError: () => {}, validateResponses: true });
  const call = async (path: string, body?: object): Promise<Answer & { readonly status: number }> => {
    const response = await fetch(`${server.url}/v1${path}`, {
      headers: { Authorization: "Bearer tk_local", "Content-Type": "application/json" },
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, ...JSON.parse(await response.text()) };
  };
  return {
    database,
    call,
    create: (body = {}) => call(`/channels/${CHANNEL}/sessions`, body),
    send: (session_id: string, message: string) =>
      call(`/channels/${CHANNEL}/messages`, { session_id, message }),
    async stop() {
      await server.close(0);
      await store.end();
    },
  };
}

const INTERNAL_ERROR = {
  status: 500,
  error: { code: "internal_error", message: expect.not.stringMatching(/SQL|database|disk|lock|full/i) },
};

/** What SQLite itself finds wrong with the file. */
function check(): unknown {
  const database = new DatabaseSync(file);
  const result = database.prepare("PRAGMA integrity_check").all();
  database.close();
  return result.map((row) => row.integrity_check);
}

describe("A server on a file of SQLite", () => {
  it("writes each statement to the disk before it answers", async () => {
    const { database, stop } = await start();
    expect(await database.query("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await database.query("PRAGMA synchronous")).toEqual([{ synchronous: 2 }]);
    await stop();
  });

  it("waits while another process has the file locked, and goes on with other requests", async () => {
    const { create, call, send, stop } = await start();
    const { id } = await create();
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    const sending = send(id, "hello");
    expect(await call(`/sessions/${id}`)).toHaveProperty("message_count", 0);
    await setTimeout(100);
    other.exec("COMMIT");
    other.close();
    expect(await sending).toHaveProperty("status", 200);
    await stop();
  });

  it("says 500 when the file stays locked, and goes on when it is free", async () => {
    const { create, call, send, stop } = await start();
    const { id } = await create();
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    expect(await Promise.all([create(), send(id, "hello")])).toMatchObject([INTERNAL_ERROR, INTERNAL_ERROR]);
    other.exec("COMMIT");
    other.close();
    expect(await send(id, "hello")).toHaveProperty("status", 200);
    expect(await call(`/sessions/${id}`)).toHaveProperty("message_count", 2);
    await stop();
    expect(check()).toEqual(["ok"]);
  });

  it("says 500 when the disk is full, keeps what it acknowledged, and goes on when there is room", async () => {
    const { database, create, call, send, stop } = await start();
    const { id } = await create();
    // As with a disk that is full, SQLite gets no further page.
    const [row] = await database.query("PRAGMA page_count");
    await database.query(`PRAGMA max_page_count = ${Number(row?.page_count) + 20}`);
    const message = "long ".repeat(2000);
    let acknowledged = 0;
    for (; acknowledged < 20; acknowledged += 1) if ((await send(id, message)).status !== 200) break;
    expect(acknowledged).toBeGreaterThan(0);
    expect(await send(id, message)).toMatchObject(INTERNAL_ERROR);
    expect(await create({ initial_context: message.repeat(3) })).toMatchObject(INTERNAL_ERROR);
    expect(await call(`/channels/${CHANNEL}/messages`, { message })).toMatchObject(INTERNAL_ERROR);
    const { data } = await call(`/sessions/${id}/messages?limit=100`);
    expect(data.map(({ role }) => role)).toEqual(Array(acknowledged).fill(["user", "assistant"]).flat());
    await database.query("PRAGMA max_page_count = 1000000");
    expect(await send(id, message)).toHaveProperty("status", 200);
    expect(await call(`/sessions/${id}`)).toHaveProperty("message_count", 2 * acknowledged + 2);
    await stop();
    expect(check()).toEqual(["ok"]);
  });

  it("has the file to itself: a second server is refused until the first has ended", async () => {
    const first = await start();
    const { id } = await first.create();
    await expect(start()).rejects.toThrow("another server has it");
    await first.stop();
    const second = await start();
    expect(await second.send(id, "hello")).toHaveProperty("status", 200);
    await second.stop();
  });

  it("leaves nothing beside it, and nothing beside a file that is no database", async () => {
    await (await start()).stop();
    expect(readdirSync(folder)).toEqual(["sessions.db"]);
    writeFileSync(file, "This is no database, and it is long enough to be seen as none.".repeat(20));
    await expect(start()).rejects.toThrow("not a database");
    expect(readdirSync(folder)).toEqual(["sessions.db"]);
  });

  it("has it no more when it was killed", async () => {
    const serve = [join(import.meta.dirname, "../../cli.ts"), "serve", "--port=0", `--store=sqlite:${file}`];
    const killed = spawn(process.execPath, serve, { stdio: ["ignore", "pipe", "inherit"] });
    await once(killed.stdout, "data");
    await expect(start()).rejects.toThrow("another server has it");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await (await start()).stop();
  });

  it("refuses tables that a newer version has made", async () => {
    const { database, stop } = await start();
    await database.query("INSERT INTO thinklio_schema (version) VALUES (1000)");
    await stop();
    await expect(SqlStore.open(new SqliteDatabase(file))).rejects.toThrow("run that version");
  });
});
