import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type LocalPostgres, startPostgres } from "./local-postgres.ts";

/** Databases of one's own, by the address that `--store` takes. */
export interface LocalDatabases {
  /** Names a file that is not there yet. */
  newSqlite(): string;
  /** Makes a new, empty database on a PostgreSQL server. */
  newPostgres(): Promise<string>;
}

/**
 * Has a PostgreSQL server for the tests of a file: it is there when the first test begins, and gone after the last.
 *
 * @param settings as of `startPostgres`
 */
export function useLocalPostgres(settings?: readonly string[]): Omit<LocalPostgres, "remove"> {
  let postgres: LocalPostgres;
  beforeAll(async () => {
    postgres = await startPostgres(settings);
    return () => postgres.remove();
  });
  return {
    createDatabase: () => postgres.createDatabase(),
    crash: () => postgres.crash(),
    start: () => postgres.start(),
  };
}

/** Has databases for the tests of a file: they are there when the first test begins, and gone after the last. */
export function useLocalDatabases(): LocalDatabases {
  const folder = mkdtempSync(join(tmpdir(), "databases-"));
  const postgres = useLocalPostgres();
  let files = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    newSqlite: () => `sqlite:${join(folder, `${files++}.db`)}`,
    newPostgres: () => postgres.createDatabase(),
  };
}
