import type { Page, ReadPage } from "../../generated/client/transport.ts";
import type { ApiError } from "../../generated/index.ts";
import { ThinklioError } from "../errors.ts";
import { unwrap } from "../unwrap.ts";

/**
 * Iterates over the items of a list, from one page to the next.
 *
 * @throws (rejects) ThinklioApiError if the API refuses a page; ThinklioError if a page does not say how to go on
 */
export async function* iteratePages<Item>(
  read: ReadPage<Item, ApiError>,
  start: string | undefined,
): AsyncGenerator<Item, undefined> {
  const seen = new Set([start]);
  for (let cursor = start; ; seen.add(cursor)) {
    const { data, has_more, next_cursor }: Page<Item> = unwrap(await read(cursor));
    if (!Array.isArray(data)) throw new ThinklioError("invalid_response", "a page has no list of items");
    yield* data;
    if (!has_more) return;
    // Without this a faulty server would end a history too early, or never.
    if (!next_cursor || seen.has(next_cursor)) {
      throw new ThinklioError("invalid_response", "a page says that more follows, but not where");
    }
    cursor = next_cursor;
  }
}
