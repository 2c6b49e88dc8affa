import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import type { Database, Query, Row, Statement, Value } from "./database.ts";
import { Queue } from "./queue.ts";

/** For how long to try again while another process has the file locked, in milliseconds. */
const PATIENCE = 2000;
const PAUSE = 10;

/** SQLite's code for a file that is locked; other codes of the kind have it in their lowest byte. */
const BUSY = 5;

/** A file of SQLite, for one server. Each statement that has run is on the disk. */
export class SqliteDatabase implements Database {
  readonly #file: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #turns = new Queue();

  /** @throws if the file cannot be opened, or is none of SQLite */
  constructor(path: string) {
    // SQLite's own way to wait for a lock would stop all else in the process.
    this.#file = new DatabaseSync(path, { timeout: 0 });
  }

  readonly query: Query = (text, values = []) => this.#retry(() => this.#run(text, values));

  transact(statements: readonly Statement[]): Promise<void> {
    return this.#retry(() => {
      this.#file.exec("BEGIN IMMEDIATE");
      try {
        for (const { text, values } of statements) this.#run(text, values);
        this.#file.exec("COMMIT");
      } finally {
        if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
      }
    });
  }

  async exclusively(work: (query: Query) => Promise<void>): Promise<void> {
    await this.#retry(() => this.#file.exec("PRAGMA journal_mode = WAL"));
    // In this mode NORMAL, which is faster, may lose what was written last when the power fails.
    this.#file.exec("PRAGMA synchronous = FULL");
    await this.#retry(() => this.#file.exec("BEGIN IMMEDIATE"));
    try {
      await work(async (text, values = []) => this.#run(text, values));
      this.#file.exec("COMMIT");
    } finally {
      if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
    }
  }

  takeTurn(name: string, signal: AbortSignal): Promise<() => void> {
    return this.#turns.take(name, signal);
  }

  async end(): Promise<void> {
    this.#file.close();
  }

  #run(text: string, values: readonly Value[]): readonly Row[] {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      // With numbers, as `$1` would be a name to SQLite.
      statement = this.#file.prepare(text.replaceAll("$", "?"));
      this.#statements.set(text, statement);
    }
    return statement.all(...values);
  }

  async #retry<Result>(work: () => Result): Promise<Result> {
    for (const end = Date.now() + PATIENCE; ; ) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error;
      }
      await setTimeout(PAUSE);
    }
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    (error.errcode & 0xff) === BUSY
  );
}
