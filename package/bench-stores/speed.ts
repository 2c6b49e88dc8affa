import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Message } from "../../generated/index.ts";
import type { Store, StoredSession } from "../../server/index.ts";
import { SqlStore } from "../../server/stores/sql-store.ts";
import { SqliteDatabase } from "../../server/stores/sqlite-database.ts";
import { appendTo, FIND, INSERT, PAGE } from "../../server/stores/statements.ts";
import { formatTable, median } from "../statistics.ts";
import { createTemporaryFolder, exitOnSignals } from "./clean-up.ts";
import type { Connection } from "./connection.ts";
import { FEW, fillDatabase, idOf, type Size, SPOKEN } from "./fill.ts";
import { progress } from "./progress.ts";
import { startServerOn } from "./running.ts";

// How fast SQLite is: reads over HTTP beside those with the memory store; writes beside the same statements in a loop by
// themselves, both of the store alone and over HTTP. All in short bursts that take turns. Exits with 1 if it is slower
// than the limits allow.

const SIZE: Size = { sessions: 1000, messages: FEW };
const READS_LIMIT = 0.5;
const WRITES_LIMIT = 0.8;
const ROUNDS = 25;
const BURST = 150;
const CLIENTS = 16;
const CHANNEL = "/v1/channels/ch_01hxyz";
const MESSAGE = "Where is my order?";

/** Works for the time of a burst, with so many doing it at once; returns how often in a second. */
async function burst(works: readonly (() => unknown)[]): Promise<number> {
  const start = performance.now();
  let count = 0;
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() - start < BURST) {
        await work();
        count += 1;
      }
    }),
  );
  return (1000 * count) / (performance.now() - start);
}

let turn = 0;
/** Half of the sessions are only read, so that all servers have the same in them. */
const nextToRead = () => idOf(1 + (turn++ % (SPOKEN / 2)));
const nextToWrite = () => idOf(1 + SPOKEN / 2 + (turn++ % (SPOKEN / 2)));

const get = (connection: Connection) => () => connection.send("GET", `/v1/sessions/${nextToRead()}`);
const page = (connection: Connection) => () =>
  connection.send("GET", `/v1/sessions/${nextToRead()}/messages`);
const create = (connection: Connection) => () =>
  connection.send("POST", `${CHANNEL}/sessions`, { metadata: { ticket: "T-1042" } });
const send = (connection: Connection) => () =>
  connection.send("POST", `${CHANNEL}/messages`, { session_id: nextToWrite(), message: MESSAGE });

/** What `create` and `send` do in a store, by the store. */
function throughStore(store: Store) {
  return {
    create: () => store.insert(newSession(), []),
    async send() {
      const id = nextToWrite();
      await store.find("default", id);
      const position = (await store.find("default", id))?.session.message_count ?? 0;
      await store.messages(id, position - 2, 2);
      await store.append(id, [message(id), message(id)], position);
    },
  };
}

/** The same statements by themselves: prepared once, each write on the disk. */
function inLoop(database: DatabaseSync) {
  database.exec("PRAGMA synchronous = FULL");
  const prepare = (text: string) => database.prepare(text.replaceAll("$", "?"));
  const [insert, find, read] = [prepare(INSERT), prepare(FIND), prepare(PAGE)];
  const append = prepare(appendTo("", [message(""), message("")], 0).text);
  return {
    create() {
      const { session } = newSession();
      insert.run(session.id, "default", 0, session.created_at, JSON.stringify({ session }));
    },
    send() {
      const id = nextToWrite();
      find.all(id, "default");
      const [row] = find.all(id, "default");
      const position = Number(row?.last_position) + 1;
      read.all(id, position - 2, position);
      append.run(...appendTo(id, [message(id), message(id)], position).values);
    },
  };
}

function newSession(): StoredSession {
  const session = {
    id: `ses_${randomUUID()}`,
    channel_id: "ch_01hxyz",
    agent_id: "agt_01hxyz",
    message_count: 0,
    metadata: { ticket: "T-1042" },
    created_at: new Date().toISOString(),
  };
  return { tenant: "default", initialContext: undefined, isClosed: false, session };
}

function message(session_id: string): Message {
  const created_at = new Date().toISOString();
  return { id: `msg_${turn}`, session_id, role: "user", content: MESSAGE, created_at };
}

exitOnSignals();
const folder = createTemporaryFolder("bench-store-");
async function newFile(name: string): Promise<string> {
  const path = join(folder, name);
  const database = new SqliteDatabase(path);
  const store = await SqlStore.open(database);
  await fillDatabase(database, SIZE);
  await store.end();
  return path;
}
const memory = await startServerOn("memory", SIZE);
const sqlite = await startServerOn(`sqlite:${await newFile("server.db")}`);
const store = await SqlStore.open(new SqliteDatabase(await newFile("store.db")));
const bare = new DatabaseSync(await newFile("loop.db"));
const [ours, loop] = [throughStore(store), inLoop(bare)];
const connect = (running: typeof memory, clients: number) =>
  Promise.all(Array.from({ length: clients }, () => running.connect()));
const [inMemory, inFile] = [await connect(memory, CLIENTS), await connect(sqlite, CLIENTS)];
const [oneInMemory, oneInFile] = [inMemory.slice(0, 1), inFile.slice(0, 1)];

/** What is compared with what, and how many times as fast it must at least be, if it must. */
const comparisons = [
  { name: `get, ${CLIENTS} clients`, base: inMemory.map(get), ours: inFile.map(get), limit: READS_LIMIT },
  { name: `page, ${CLIENTS} clients`, base: inMemory.map(page), ours: inFile.map(page), limit: READS_LIMIT },
  { name: "get, 1 client", base: oneInMemory.map(get), ours: oneInFile.map(get), limit: READS_LIMIT },
  { name: "page, 1 client", base: oneInMemory.map(page), ours: oneInFile.map(page), limit: READS_LIMIT },
  { name: "create, the store", base: [loop.create], ours: [ours.create], limit: WRITES_LIMIT },
  { name: "send, the store", base: [loop.send], ours: [ours.send], limit: WRITES_LIMIT },
  { name: `create, ${CLIENTS} clients`, base: [loop.create], ours: inFile.map(create), limit: WRITES_LIMIT },
  { name: `send, ${CLIENTS} clients`, base: [loop.send], ours: inFile.map(send), limit: WRITES_LIMIT },
  // Nobody else writes while one client waits for a round trip, which the loop does not have: so without a limit.
  { name: "create, 1 client", base: [loop.create], ours: oneInFile.map(create), limit: undefined },
  { name: "send, 1 client", base: [loop.send], ours: oneInFile.map(send), limit: undefined },
];
const rates = comparisons.map(() => ({ base: [] as number[], ours: [] as number[] }));
for (let round = 0; round <= ROUNDS; round += 1) {
  progress(`round ${round} of ${ROUNDS}`);
  for (const [index, { base, ours }] of comparisons.entries()) {
    const first = round % 2 === 0;
    const results = first
      ? [await burst(base), await burst(ours)]
      : [await burst(ours), await burst(base)].reverse();
    // The first round only warms up.
    if (round === 0) continue;
    rates[index]?.base.push(results[0] ?? Number.NaN);
    rates[index]?.ours.push(results[1] ?? Number.NaN);
  }
}
for (const connection of [...inMemory, ...inFile]) connection.close();
bare.close();
await store.end();
await Promise.all([memory.stop(), sqlite.stop()]);
progress("");

const rows = [["requests in a second", "beside", "SQLite", "ratio", "at least"]];
for (const [index, { name, limit }] of comparisons.entries()) {
  const { base = [], ours = [] } = rates[index] ?? {};
  const ratio = median(ours.map((rate, round) => rate / (base[round] ?? Number.NaN)));
  if (limit !== undefined && !(ratio >= limit)) process.exitCode = 1;
  rows.push([
    name,
    median(base).toFixed(0),
    median(ours).toFixed(0),
    ratio.toFixed(2),
    limit === undefined ? "" : `${limit}`,
  ]);
}
console.log(
  `Reads beside the memory store, writes beside the same statements in a loop. Medians of ${ROUNDS} bursts of ${BURST} ms.`,
);
console.log(formatTable(rows));
if (process.exitCode === 1) console.log("It is slower than it must be.");
