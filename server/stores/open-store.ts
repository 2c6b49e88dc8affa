import { UsageError } from "../../command-line/usage-error.ts";
import type { Database } from "./database.ts";
import { MemoryStore } from "./memory-store.ts";
import { PostgresDatabase } from "./postgres-database.ts";
import { SqlStore } from "./sql-store.ts";
import { SqliteDatabase } from "./sqlite-database.ts";
import type { Store } from "./store.ts";

/** A database, and how to speak of it: without a password. */
export interface DatabaseAddress {
  readonly kind: "sqlite" | "postgres";
  /** The path of the file, or the URL of the database. */
  readonly location: string;
  readonly name: string;
}

/**
 * Reads `sqlite:FILE` or `postgres://…`.
 *
 * @throws UsageError, which does not repeat the text: there may be a password in it
 */
export function parseDatabase(text: string): DatabaseAddress {
  const file = /^sqlite:(.+)$/s.exec(text)?.[1];
  if (file !== undefined) return { kind: "sqlite", location: file, name: `the SQLite file ${file}` };
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) {
    const { host } = new URL(text);
    return { kind: "postgres", location: text, name: `PostgreSQL at ${host || "its default address"}` };
  }
  throw new UsageError("a store is invalid: give sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/DATABASE");
}

/**
 * Reads `memory`, or what `parseDatabase` reads.
 *
 * @throws UsageError
 */
export function parseStore(text: string): DatabaseAddress | "memory" {
  return text === "memory" ? text : parseDatabase(text);
}

/**
 * Opens a store; in a database its tables are made, or brought up to date.
 *
 * @throws (rejects) with the way out, if the database cannot be had, or this Node or a package for it is missing
 */
export async function openStore(address: DatabaseAddress | "memory"): Promise<Store> {
  if (address === "memory") return new MemoryStore();
  return explain(address, SqlStore.open(await openDatabase(address)));
}

/**
 * Connects to a database, whatever is in it.
 *
 * @throws (rejects) as `openStore` does
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  if (address.kind === "postgres") return PostgresDatabase.load(address.location);
  return explain(address, (async () => new SqliteDatabase(address.location))());
}

/** Says which database it is that fails, and how. */
function explain<Value>({ name }: DatabaseAddress, opening: Promise<Value>): Promise<Value> {
  return opening.catch((error: unknown) => {
    throw new Error(`cannot use ${name}: ${reasonOf(error)}`, { cause: error });
  });
}

function reasonOf(error: unknown): string {
  // Where a host has several addresses, the errors of all of them come as one that says nothing.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
