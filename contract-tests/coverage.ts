import {
  type DeclaredOperation,
  declaredPaths,
  findDeclaredContent,
  findDeclaredPath,
} from "./declarations.ts";
import type { Exchange } from "./target.ts";

/** A kind of response that the contract declares, and how often a run has seen it. */
export interface CoverageEntry {
  /** The operation's id. */
  readonly operation: string;
  readonly status: number;
  readonly mediaType: string;
  readonly seen: number;
}

/** Which of the declared responses a run has seen. */
export interface Coverage {
  /** Each operation with each declared status and media type, in the order of the contract. */
  readonly entries: readonly CoverageEntry[];
  /** How many of them were seen at least once, from 0 to 100, rounded down. */
  readonly percentage: number;
}

/** Counts the declared responses that are seen. */
export interface CoverageCounter {
  record(exchange: Exchange): void;
  coverage(): Coverage;
}

/** Makes a counter that has seen nothing. */
export function createCoverageCounter(): CoverageCounter {
  const counts = new Map<string, number>();
  return {
    record({ request, response }) {
      if (response === undefined) return;
      const operations = findDeclaredPath(request)?.operations ?? [];
      const own = operations.filter(({ method }) => method === request.method);
      // An answer to a method that the path does not have stands for all the path's operations.
      for (const { id, responses } of own.length > 0 ? own : operations) {
        const [mediaType] = findDeclaredContent(responses, response) ?? [];
        if (mediaType === undefined) continue;
        const name = nameOf(id, response.status, mediaType);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    },
    coverage() {
      const entries = declaredPaths
        .flatMap(({ operations }) => operations)
        .flatMap((operation) => entriesOf(operation, counts));
      const seen = entries.filter((entry) => entry.seen > 0).length;
      return { entries, percentage: Math.floor((100 * seen) / entries.length) };
    },
  };
}

/** Names the kinds of responses that were never seen, by operation, such as `429` or `200 text/event-stream`. */
export function neverSeen({ entries }: Coverage): ReadonlyMap<string, readonly string[]> {
  const missing = new Map<string, string[]>();
  for (const { operation, status, mediaType, seen } of entries) {
    if (seen > 0) continue;
    const isOnlyType = entries.every(
      (entry) => entry.operation !== operation || entry.status !== status || entry.mediaType === mediaType,
    );
    const name = isOnlyType ? String(status) : `${status} ${mediaType}`;
    missing.set(operation, [...(missing.get(operation) ?? []), name]);
  }
  return missing;
}

function entriesOf(
  { id, responses }: DeclaredOperation,
  counts: ReadonlyMap<string, number>,
): CoverageEntry[] {
  return [...responses].flatMap(([status, { content }]) =>
    [...content.keys()].map((mediaType) => {
      const seen = counts.get(nameOf(id, status, mediaType)) ?? 0;
      return { operation: id, status, mediaType, seen };
    }),
  );
}

function nameOf(...parts: readonly [operation: string, status: number, mediaType: string]): string {
  return parts.join(" ");
}
