// Written by `npm run generate` from spec/. Do not edit.

import type { Failure, Success } from "./answer.ts";

/** What a client needs to know of an operation. */
export interface OperationDefinition {
  readonly id: string;
  readonly method: "get" | "put" | "post" | "delete" | "patch";
  readonly path: string;
  /** Whether a call may be repeated without changing more than one call does. */
  readonly idempotent: boolean;
  /** The status of success. */
  readonly success: number;
  /** The codes of the errors that the contract declares for the operation, by status. */
  readonly failures: Readonly<Record<number, readonly string[]>>;
  /** The data that ends a stream, where the operation can answer with one. */
  readonly done?: string;
}

/** What a call puts into its request. */
export interface RequestParts {
  readonly path: Readonly<Record<string, string>>;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** A part of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

/** Reads the page at a cursor, or the first one. */
export type ReadPage<Item, Error extends { readonly code: string }> = (
  cursor: string | undefined,
) => Promise<Success<number, Page<Item>> | Failure<number, Error>>;

/** How the methods of a client reach the API. */
export interface Transport<Options, Error extends { readonly code: string }> {
  /** Makes a call, and returns an answer that the contract declares for the operation. */
  call<Result>(operation: OperationDefinition, parts: RequestParts, options?: Options): Promise<Result>;
  /** Makes a call that is answered with a stream, and iterates over the events. */
  stream<Event extends object>(
    operation: OperationDefinition,
    parts: RequestParts,
    options?: Options,
  ): AsyncIterableIterator<Event>;
  /** Iterates over the items of a list, from one page to the next. */
  pages<Item>(read: ReadPage<Item, Error>, cursor?: string): AsyncIterableIterator<Item>;
}
