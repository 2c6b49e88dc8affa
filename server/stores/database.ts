/** A value of a parameter. */
export type Value = string | number;

/** A row of a result. Drivers differ in how they give integers: `Number()` reads them all. */
export type Row = Readonly<Record<string, unknown>>;

/** A statement of SQL that each of the databases understands, with `$1`, `$2`… for its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Runs one statement, by itself or in a transaction, and returns its rows. */
export type Query = (text: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** A database, reduced to what the store asks of it. What it throws says nothing of the values. */
export interface Database {
  /** Runs one statement. It is prepared once, so that the text must not hold any value. */
  readonly query: Query;
  /** Runs several statements: all of them, or none. */
  transact(statements: readonly Statement[]): Promise<void>;
  /** Does work in a transaction beside which no other work of this kind runs, on any server. Only for the start. */
  exclusively(work: (query: Query) => Promise<void>): Promise<void>;
  /** As {@link Store.takeTurn}. */
  takeTurn(name: string, signal: AbortSignal): Promise<() => void>;
  /** Lets go of files and connections. */
  end(): Promise<void>;
}
