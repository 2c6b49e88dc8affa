import { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { Client, ClientConfig } from "pg";
import { Queue } from "./queue.ts";

/** How long to wait before another look at a turn that another server has, in milliseconds: at first, and at most. */
const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 100;

/** How long to wait for the database to take leave, in milliseconds: it may be out of reach. */
const FAREWELL = 1000;

/**
 * Two locks for each name. Who has the turn holds the lock 0; who is next holds the lock 1, so that a server with many
 * who wait lets another server go in between. True: the turn was taken. Null: we are next. False: neither.
 */
const TAKE = `
  SELECT CASE
    WHEN CASE WHEN $2 THEN true ELSE pg_try_advisory_lock(hashtextextended($1, 1)) END
    THEN CASE WHEN pg_try_advisory_lock(hashtextextended($1, 0)) THEN pg_advisory_unlock(hashtextextended($1, 1)) END
    ELSE false
  END AS taken`;

const END_TURN = "SELECT pg_advisory_unlock(hashtextextended($1, 0))";
const LEAVE = "SELECT pg_advisory_unlock(hashtextextended($1, 1))";

/** PostgreSQL notices within a minute that a server's machine is gone, and not after hours as by default. */
const NOTICE_DEATH =
  "SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 4";

/**
 * Lets one at a time have what a name names, among all servers that share a database. All turns of a server are
 * advisory locks of one connection: a server that dies loses its connection, and with it the turns; and however many
 * wait, they take no connection from those who work.
 */
export class SharedTurns {
  readonly #Client: typeof Client;
  readonly #config: ClientConfig;
  /** Within this server, so that for each name only one looks for the turn. */
  readonly #queue = new Queue();
  #connection: Promise<Client> | undefined;
  #current: Client | undefined;

  constructor(pg: { readonly Client: typeof Client }, config: ClientConfig) {
    this.#Client = pg.Client;
    // What cannot take leave of the database must not keep the process either.
    this.#config = { ...config, pipeline: true, stream: () => new Socket().unref() };
  }

  /** As {@link Queue.take}. */
  async take(name: string, signal: AbortSignal): Promise<() => void> {
    const leaveQueue = await this.#queue.take(name, signal);
    try {
      const client = await this.#takeFromOthers(name, signal);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        // Before the queue goes on, as what is sent first is done first.
        this.#tell(client, END_TURN, name);
        leaveQueue();
      };
    } catch (error) {
      leaveQueue();
      throw error;
    }
  }

  /** Ends all turns of this server. */
  async end(): Promise<void> {
    const client = await this.#connection?.catch(() => undefined);
    if (client) await takeLeave(client);
  }

  /** Resolves with the connection that holds the turn. */
  async #takeFromOthers(name: string, signal: AbortSignal): Promise<Client> {
    /** The connection on which we are next. */
    let next: Client | undefined;
    let isSecondTry = false;
    for (let pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      const client = await this.#connect();
      const taken = await this.#tryToTake(client, name, client === next).catch((error: unknown) => {
        // The connection may have been cut long before, when nobody used it: a new one may do.
        if (isSecondTry) throw error;
        isSecondTry = true;
        return false;
      });
      if (taken) return client;
      next = taken === null ? client : undefined;
      await setTimeout(pause, undefined, { signal }).catch(() => {
        if (next) this.#tell(next, LEAVE, name);
        throw signal.reason;
      });
    }
  }

  async #tryToTake(client: Client, name: string, isNext: boolean): Promise<boolean | null> {
    try {
      const { rows } = await client.query<{ taken: boolean | null }>({
        name: "thinklio_take_turn",
        text: TAKE,
        values: [name, isNext],
      });
      return rows[0]?.taken ?? null;
    } catch (error) {
      this.#drop(client);
      throw error;
    }
  }

  /** Ends a turn, or a wait for one. If that fails, the end of the connection does it. */
  #tell(client: Client, text: string, name: string): void {
    client.query(text, [name]).catch(() => this.#drop(client));
  }

  #connect(): Promise<Client> {
    this.#connection ??= this.#open().catch((error: unknown) => {
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }

  async #open(): Promise<Client> {
    const client = new this.#Client(this.#config);
    client.on("error", () => this.#drop(client));
    try {
      await client.connect();
      await client.query(NOTICE_DEATH);
    } catch (error) {
      this.#drop(client);
      throw error;
    }
    this.#current = client;
    return client;
  }

  /** What a connection holds when something went wrong, nobody knows: so it ends, and another one is opened. */
  #drop(client: Client): void {
    if (this.#current === client) {
      this.#connection = undefined;
      // A connection can fail several times. The later ones must not take the next connection for this one: what that
      // holds would be lost from sight, and kept from everybody.
      this.#current = undefined;
    }
    void takeLeave(client);
  }
}

/** Ends a connection; one whose other side does not answer must not keep a server from its end. */
async function takeLeave(client: Client): Promise<void> {
  await Promise.race([client.end(), setTimeout(FAREWELL)]);
}
