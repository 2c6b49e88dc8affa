import type { Message } from "../../generated/index.ts";
import type { Statement, Value } from "./database.ts";

export const INSERT: string =
  "INSERT INTO thinklio_sessions (id, tenant, is_closed, created_at, document) VALUES ($1, $2, $3, $4, $5)";

// Each of the two looks at one end of the primary key, however long the history is.
export const FIND: string = `
  SELECT is_closed, document,
    (SELECT max(position) FROM thinklio_messages WHERE session_id = id) AS last_position,
    (SELECT created_at FROM thinklio_messages WHERE session_id = id ORDER BY position DESC LIMIT 1) AS last_message_at
  FROM thinklio_sessions WHERE id = $1 AND tenant = $2`;

export const CLOSE: string = "UPDATE thinklio_sessions SET is_closed = 1 WHERE id = $1";

/** From one position to before another. With `LIMIT $3`, SQLite would compile the statement anew each time. */
export const PAGE: string =
  "SELECT document FROM thinklio_messages WHERE session_id = $1 AND position >= $2 AND position < $3 ORDER BY position";

export const TOKENS_SPENT: string = "SELECT spent FROM thinklio_tokens WHERE tenant = $1";

export const SPEND_TOKENS: string = `
  INSERT INTO thinklio_tokens (tenant, spent) VALUES ($1, $2)
  ON CONFLICT (tenant) DO UPDATE SET spent = thinklio_tokens.spent + excluded.spent`;

/** One statement for all messages: either all are in the history or none. The key refuses a position that is taken. */
export function appendTo(sessionId: string, messages: readonly Message[], position: number): Statement {
  const rows = messages.map((_, index) => `($1, $${3 * index + 2}, $${3 * index + 3}, $${3 * index + 4})`);
  const values = messages.flatMap((message, index): Value[] => [
    position + index,
    message.created_at,
    JSON.stringify(message),
  ]);
  const text = `INSERT INTO thinklio_messages (session_id, position, created_at, document) VALUES ${rows.join(", ")}`;
  return { text, values: [sessionId, ...values] };
}
