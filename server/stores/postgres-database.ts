import { setTimeout } from "node:timers/promises";
import type { Client, ClientConfig, Pool, PoolClient, QueryConfig } from "pg";
import { loadWithPeers } from "../../command-line/peers.ts";
import type { RateLimit, RateLimiter } from "../rate-limit.ts";
import type { Database, Query, Row, Statement } from "./database.ts";
import { createSharedRateLimiter } from "./shared-rate-limit.ts";
import { SharedTurns } from "./shared-turns.ts";

/** How long to wait for a connection, and then for an answer, in milliseconds: a request should not hang for longer. */
const CONNECT_TIMEOUT = 3000;
const QUERY_TIMEOUT = 5000;

/** How long to wait for the end of all connections, in milliseconds: each statement that is under way may end. */
const FAREWELL = QUERY_TIMEOUT + 1000;

/** The advisory lock of who sets up the tables: any number that nobody else uses. */
const SETUP_LOCK = "7238241062155894391";

/** What of the package `pg` is used. */
type Package = Pick<typeof import("pg"), "Client" | "Pool">;

/** A database of PostgreSQL, which several servers can share. */
export class PostgresDatabase implements Database {
  readonly #pg: Package;
  readonly #config: ClientConfig;
  readonly #pool: Pool;
  readonly #turns: SharedTurns;
  /** Statements are prepared under these names, once on each connection. */
  readonly #names = new Map<string, string>();

  /**
   * Makes what connects when it is first used.
   *
   * @param url where the database is: `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
   * @throws (rejects) with the way to install it if `pg` is missing
   */
  static async load(url: string): Promise<PostgresDatabase> {
    // Its older versions have no other export for ES modules.
    const { default: pg } = await loadWithPeers(() => import("pg"), ["pg"]);
    return new PostgresDatabase(pg, url);
  }

  private constructor(pg: Package, url: string) {
    this.#pg = pg;
    this.#config = {
      connectionString: url,
      application_name: "thinklio-sessions",
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      keepAlive: true,
    };
    const config = { ...this.#config, query_timeout: QUERY_TIMEOUT };
    this.#pool = new pg.Pool({ ...config, allowExitOnIdle: true });
    // A connection that breaks while nobody uses it is replaced by the next one that is needed.
    this.#pool.on("error", () => {});
    // One that breaks while it is used, between two statements, makes the next one fail.
    this.#pool.on("connect", (client) => client.on("error", () => {}));
    this.#turns = new SharedTurns(pg, config);
  }

  readonly query: Query = async (text, values = []) => {
    const { rows } = await this.#pool.query<Row>(this.#prepare({ text, values }));
    return rows;
  };

  readonly limitRequests = (limit: RateLimit): Promise<RateLimiter> =>
    createSharedRateLimiter(this.#pool, limit);

  async write(...statements: readonly Statement[]): Promise<number> {
    const [first] = statements;
    if (first && statements.length === 1) return (await this.#pool.query(this.#prepare(first))).rowCount ?? 0;
    const client = await this.#pool.connect();
    try {
      let changed = 0;
      await inTransaction(client, async () => {
        for (const statement of statements)
          changed += (await client.query(this.#prepare(statement))).rowCount ?? 0;
      });
      client.release();
      return changed;
    } catch (error) {
      // Whatever state it is in, the transaction ends with the connection.
      client.release(true);
      throw error;
    }
  }

  async exclusively(work: (query: Query) => Promise<void>): Promise<void> {
    // Another server that is first may take its time.
    const client = new this.#pg.Client(this.#config);
    client.on("error", () => {});
    try {
      await client.connect();
      await inTransaction(client, async () => {
        await client.query("SELECT pg_advisory_xact_lock($1)", [SETUP_LOCK]);
        await work(async (text, values = []) => (await client.query<Row>(text, [...values])).rows);
      });
    } finally {
      await client.end();
    }
  }

  takeTurn(name: string, signal: AbortSignal): Promise<() => void> {
    return this.#turns.take(name, signal);
  }

  async end(): Promise<void> {
    // A database that is out of reach does not take leave.
    await Promise.race([Promise.all([this.#pool.end(), this.#turns.end()]), setTimeout(FAREWELL)]);
  }

  #prepare({ text, values }: Statement): QueryConfig {
    let name = this.#names.get(text);
    if (name === undefined) {
      name = `thinklio_${this.#names.size}`;
      this.#names.set(text, name);
    }
    return { name, text, values: [...values] };
  }
}

async function inTransaction(client: Client | PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  await work();
  await client.query("COMMIT");
}
