import { join } from "node:path";
import { Client } from "pg";
import type { MessagePage } from "../../generated/index.ts";
import { openDatabase, parseDatabase } from "../../server/stores/open-store.ts";
import { SqlStore } from "../../server/stores/sql-store.ts";
import { startPostgres } from "../local-postgres.ts";
import { formatTable, median, timeEach } from "../statistics.ts";
import { createTemporaryFolder, exitOnSignals } from "./clean-up.ts";
import type { Connection } from "./connection.ts";
import { FEW, fillDatabase, idOf, type Size, SPOKEN } from "./fill.ts";
import { progress } from "./progress.ts";
import { startServerOn } from "./running.ts";

// What the API's operations cost on a store with much in it, beside one with little: over HTTP, one request at a time,
// in many short bursts that take turns. Exits with 1 if one of them costs more than the limit allows.

const SMALL: Size = { sessions: 1000, messages: FEW };
const LARGE: Size = { sessions: 1_000_000, messages: 100_000 };
const LIMIT = 1.2;
const ROUNDS = 25;
const REQUESTS = 24;
/** So few that even the short history goes on after each page. */
const PAGE = 4;
const CHANNEL = "/v1/channels/ch_01hxyz";

interface Operation {
  readonly name: string;
  /** Prepares for a server of that size; returns what makes one request. */
  prepare(connection: Connection, size: Size): Promise<() => Promise<unknown>>;
}

/** Goes round the sessions that have few messages, so that they keep having few. */
function nextSpoken(): () => string {
  let turn = 0;
  return () => idOf(1 + (turn++ % SPOKEN));
}

const send = (connection: Connection, session_id: string) =>
  connection.send("POST", `${CHANNEL}/messages`, { session_id, message: "Where is my order?" });

const OPERATIONS: readonly Operation[] = [
  {
    name: "create",
    prepare: async (connection) => () =>
      connection.send("POST", `${CHANNEL}/sessions`, { metadata: { ticket: "T-1042" } }),
  },
  {
    name: "get, of any session",
    prepare:
      async (connection, { sessions }) =>
      () =>
        connection.send("GET", `/v1/sessions/${idOf(Math.floor(Math.random() * sessions))}`),
  },
  {
    name: "send, to any session",
    async prepare(connection) {
      const next = nextSpoken();
      return () => send(connection, next());
    },
  },
  {
    name: "send, to the long session",
    async prepare(connection, { messages }) {
      const next = messages > FEW ? () => idOf(0) : nextSpoken();
      return () => send(connection, next());
    },
  },
  {
    name: "page, the first",
    prepare: async (connection) => () =>
      connection.send("GET", `/v1/sessions/${idOf(0)}/messages?limit=${PAGE}`),
  },
  {
    name: "page, in the middle",
    async prepare(connection, { messages }) {
      let cursor: string | null = null;
      for (let position = 0; position < messages / 2; ) {
        const limit = Math.min(100, messages / 2 - position);
        const query = cursor === null ? "" : `&cursor=${cursor}`;
        const page: MessagePage = JSON.parse(
          await connection.send("GET", `/v1/sessions/${idOf(0)}/messages?limit=${limit}${query}`),
        );
        position += page.data.length;
        cursor = page.next_cursor;
      }
      return () => connection.send("GET", `/v1/sessions/${idOf(0)}/messages?limit=${PAGE}&cursor=${cursor}`);
    },
  },
];

/** Makes a database of that size, and returns its address. */
async function fill(address: string, size: Size): Promise<string> {
  const database = await openDatabase(parseDatabase(address));
  const store = await SqlStore.open(database);
  await fillDatabase(database, size);
  await store.end();
  if (address.startsWith("postgres")) {
    progress("cleaning up after that, and counting");
    // PostgreSQL does so by itself when it finds the time.
    const client = new Client(address);
    await client.connect();
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
    await client.end();
  }
  return address;
}

async function measure(store: string, addressOf: (size: Size) => Promise<string>) {
  const started = [];
  for (const size of [SMALL, LARGE]) {
    progress(`${store}: filling in ${size.sessions} sessions and ${size.messages} messages`);
    started.push({ size, running: await startServerOn(await addressOf(size), size) });
  }
  const servers = [];
  for (const { size, running } of started) {
    // Only now: servers close connections that are idle for seconds.
    const connection = await running.connect();
    const operations = [];
    for (const { prepare } of OPERATIONS) operations.push(await prepare(connection, size));
    servers.push({ running, operations, durations: operations.map((): number[] => []) });
  }
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    progress(`${store}: round ${round} of ${ROUNDS}`);
    for (const index of OPERATIONS.keys()) {
      for (const { operations, durations } of round % 2 === 0 ? servers : servers.toReversed()) {
        const burst = await timeEach(REQUESTS, operations[index] ?? (() => {}));
        if (round > 0) durations[index]?.push(median(burst));
      }
    }
  }
  await Promise.all(servers.map(({ running }) => running.stop()));
  progress("");
  const [small, large] = servers;
  return OPERATIONS.map(({ name }, index) => {
    const few = small?.durations[index] ?? [];
    const many = large?.durations[index] ?? [];
    const ratio = median(many.map((duration, round) => duration / (few[round] ?? Number.NaN)));
    return { name, small: median(few), large: median(many), ratio };
  });
}

exitOnSignals();
const folder = createTemporaryFolder("bench-growth-");
const stores: Record<string, () => Promise<void>> = {
  memory: () => report("memory", async () => "memory"),
  sqlite: () => report("sqlite", (size) => fill(`sqlite:${join(folder, `${size.sessions}.db`)}`, size)),
  async postgres() {
    const postgres = await startPostgres([]);
    try {
      await report("postgres", async (size) => fill(await postgres.createDatabase(), size));
    } finally {
      await postgres.remove();
    }
  },
};

async function report(store: string, addressOf: (size: Size) => Promise<string>): Promise<void> {
  const rows = [[store, "small", "large", "ratio"]];
  for (const { name, small, large, ratio } of await measure(store, addressOf)) {
    if (!(ratio <= LIMIT)) process.exitCode = 1;
    rows.push([`  ${name}`, `${small.toFixed(0)} µs`, `${large.toFixed(0)} µs`, ratio.toFixed(2)]);
  }
  console.log(formatTable(rows));
}

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in stores));
if (unknown !== undefined) {
  process.stderr.write(
    `error: there is no store ${unknown}; give some of ${Object.keys(stores).join(", ")}, or none\n`,
  );
  process.exit(2);
}
console.log(
  `small: ${SMALL.sessions} sessions, the longest of ${SMALL.messages} messages; ` +
    `large: ${LARGE.sessions} and ${LARGE.messages}. Medians of ${ROUNDS} bursts of ${REQUESTS} requests over HTTP.`,
);
for (const [name, run] of Object.entries(stores)) if (named.length === 0 || named.includes(name)) await run();
console.log(process.exitCode === 1 ? `More than ${LIMIT} is too much.` : `No ratio is above ${LIMIT}.`);
