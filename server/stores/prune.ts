import type { Database } from "./database.ts";

/** How many sessions to look at in one step: few enough that nobody waits for it. */
const BATCH = 200;

const LAST_OF_BATCH = `
  SELECT max(id) AS last FROM (SELECT id FROM thinklio_sessions WHERE id > $1 ORDER BY id LIMIT ${BATCH}) AS batch`;

// The messages go with their session.
const DELETE = `
  DELETE FROM thinklio_sessions
  WHERE id > $1 AND id <= $2 AND coalesce(
    (SELECT created_at FROM thinklio_messages WHERE session_id = id ORDER BY position DESC LIMIT 1), created_at
  ) < $3`;

/**
 * Removes sessions whose last message, or whose beginning if they have none, was before a time; in small steps, so
 * that servers go on beside it.
 *
 * @param before an RFC 3339 date-time as `Date.toISOString` writes it
 * @returns how many sessions each step removed
 */
export async function* prune(database: Database, before: string): AsyncGenerator<number, void> {
  for (let first = ""; ; ) {
    const [row] = await database.query(LAST_OF_BATCH, [first]);
    if (typeof row?.last !== "string") return;
    yield await database.write({ text: DELETE, values: [first, row.last, before] });
    first = row.last;
  }
}
