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

/** Has databases for the tests of a file: they are there when the first test begins, and gone after the last. */
export function useLocalDatabases(): LocalDatabases {
  const folder = mkdtempSync(join(tmpdir(), "databases-"));
  let postgres: LocalPostgres;
  let files = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.remove();
    rmSync(folder, { recursive: true });
  });
  return {
    newSqlite: () => `sqlite:${join(folder, `${files++}.db`)}`,
    newPostgres: () => postgres.createDatabase(),
  };
}
