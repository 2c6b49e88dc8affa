import { rmSync } from "node:fs";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Database, Query, Statement, Value } from "./database.ts";
import { Queue } from "./queue.ts";

/** For how long to try again while another process has the file locked, in milliseconds. */
const PATIENCE = 2000;
const PAUSE = 10;

/** SQLite's code for a file that is locked; other codes of the kind have it in their lowest byte. */
const BUSY = 5;

/** Statements that wait to be written. */
interface Writing {
  readonly statements: readonly Statement[];
  resolve(changed: number): void;
  reject(error: unknown): void;
}

/** A file of SQLite, for one server. */
export class SqliteDatabase implements Database {
  readonly #file: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #turns = new Queue();
  #giveUpClaim = () => {};
  #waiting: Writing[] = [];
  #flushing: Promise<void> | undefined;

  /** @throws if this Node has no SQLite, or the file cannot be opened, or is none of SQLite */
  constructor(path: string) {
    this.#file = openFile(path);
  }

  readonly query: Query = (text, values = []) => this.#retry(() => this.#prepare(text).all(...values));

  /** What is to be written at the same time goes to the disk in one transaction, as waiting for the disk costs most. */
  write(...statements: readonly Statement[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async exclusively(work: (query: Query) => Promise<void>): Promise<void> {
    await this.#retry(() => this.#file.exec("PRAGMA journal_mode = WAL"));
    // In this mode NORMAL, which is faster, may lose what was written last when the power fails.
    this.#file.exec("PRAGMA synchronous = FULL");
    await this.#retry(() => this.#file.exec("BEGIN IMMEDIATE"));
    try {
      await work(async (text, values = []) => this.#prepare(text).all(...values));
      this.#file.exec("COMMIT");
    } finally {
      this.#rollBack();
    }
  }

  /** Turns are this process's own, so that two servers would spoil each other's exchanges. */
  readonly claim = async (): Promise<void> => {
    // Throws if this is no database: beside such a file there should be nothing of ours.
    await this.#retry(() => this.#file.exec("PRAGMA schema_version"));
    const [main] = this.#file.prepare("PRAGMA database_list").all();
    // One in memory has no file.
    if (!main?.file) return;
    // SQLite's lock of a file ends with the process that has it, however that ends. It is another file's, as others may
    // still read and prune the sessions.
    const path = `${main.file}-server`;
    const lock = openFile(path);
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
      throw new Error(
        "another server has it; several can share a PostgreSQL (--store postgres://…), or have a file each",
      );
    }
    this.#giveUpClaim = () => {
      try {
        // Before the lock is given up: afterwards it may be another server's.
        rmSync(path, { force: true });
      } catch {
        // Windows removes no file that is open. It is empty, and may stay.
      }
      lock.close();
    };
  };

  takeTurn(name: string, signal: AbortSignal): Promise<() => void> {
    return this.#turns.take(name, signal);
  }

  async end(): Promise<void> {
    await this.#flushing;
    this.#file.close();
    this.#giveUpClaim();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Lets in whoever else writes now.
      await setImmediate();
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const results = await this.#retry(() => this.#writeAll(batch));
        for (const result of results) result();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#flushing = undefined;
  }

  /** @returns what tells each how it went, to be called when all is on the disk */
  #writeAll(batch: readonly Writing[]): (() => void)[] {
    this.#run("BEGIN IMMEDIATE");
    try {
      const results = batch.map((writing) => this.#writeOne(writing));
      this.#run("COMMIT");
      return results;
    } finally {
      this.#rollBack();
    }
  }

  #writeOne({ statements, resolve, reject }: Writing): () => void {
    let changed = 0;
    this.#run("SAVEPOINT one");
    try {
      for (const { text, values } of statements) changed += this.#run(text, values);
      this.#run("RELEASE one");
      return () => resolve(changed);
    } catch (error) {
      // A full disk may have ended the whole transaction, and then all fail.
      if (!this.#file.isTransaction) throw error;
      this.#run("ROLLBACK TO one");
      this.#run("RELEASE one");
      return () => reject(error);
    }
  }

  #rollBack(): void {
    if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
  }

  #run(text: string, values: readonly Value[] = []): number {
    return Number(this.#prepare(text).run(...values).changes);
  }

  #prepare(text: string): StatementSync {
    let statement = this.#prepared.get(text);
    if (statement === undefined) {
      // With numbers, as `$1` would be a name to SQLite.
      statement = this.#file.prepare(text.replaceAll("$", "?"));
      this.#prepared.set(text, statement);
    }
    return statement;
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

function openFile(path: string): DatabaseSync {
  // Not imported, as not every Node that runs the rest of the server has it.
  const sqlite = process.getBuiltinModule("node:sqlite");
  if (!sqlite) {
    throw new Error(
      `Node ${process.versions.node} has no SQLite; run Node 22.13 or newer, or use another store`,
    );
  }
  // SQLite's own way to wait for a lock would stop all else in the process.
  return new sqlite.DatabaseSync(path, { timeout: 0 });
}
