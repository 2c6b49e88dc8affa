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
  for (let cursor = start; ; ) {
    const page: Page<Item> = unwrap(await read(cursor));
    if (!Array.isArray(page.data)) throw new ThinklioError("invalid_response", "a page has no list of items");
    yield* page.data;
    if (!page.has_more) return;
    // Without this a faulty server would end a history too early, or never.
    if (!page.next_cursor || page.next_cursor === cursor) {
      throw new ThinklioError("invalid_response", "a page says that more follows, but not where");
    }
    cursor = page.next_cursor;
  }
}
