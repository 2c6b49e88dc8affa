import type { Store } from "./store.ts";

/** A value of a parameter. */
export type Value = string | number;

/** A row of a result. Drivers differ in how they give integers: `Number()` reads them all. */
export type Row = Readonly<Record<string, unknown>>;

/** A statement of SQL that each of the databases understands, with `$1`, `$2`… for its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Runs one statement, and returns its rows. */
export type Query = (text: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/**
 * A database, reduced to what the store asks of it. Statements are prepared once, so that their text must not hold any
 * value.
 */
export interface Database {
  /** Reads. */
  readonly query: Query;
  /**
   * Runs statements that write: all of them, or none. Resolves when what they did will last.
   *
   * @returns how many rows they changed
   */
  write(...statements: readonly Statement[]): Promise<number>;
  /** Does work in a transaction beside which no other work of this kind runs, on any server. Only for the start. */
  exclusively(work: (query: Query) => Promise<void>): Promise<void>;
  /**
   * Takes the database for one server alone, where several cannot share it; until {@link end}, or its death.
   *
   * @throws (rejects) if another server has it
   */
  readonly claim?: () => Promise<void>;
  /** As {@link Store.takeTurn}. */
  takeTurn(name: string, signal: AbortSignal): Promise<() => void>;
  /** As {@link Store.limitRequests}. */
  readonly limitRequests?: Store["limitRequests"];
  /** Lets go of files and connections. */
  end(): Promise<void>;
}
