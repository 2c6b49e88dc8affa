import type { Message } from "../../generated/index.ts";
import type { Database, Row, Statement, Value } from "./database.ts";
import { prepareSchema } from "./schema.ts";
import type { Store, StoredSession } from "./store.ts";

/** What of a session is kept as one text. */
type SessionDocument = Pick<StoredSession, "initialContext" | "session">;

const INSERT =
  "INSERT INTO thinklio_sessions (id, tenant, is_closed, created_at, document) VALUES ($1, $2, $3, $4, $5)";

// Each of the two looks at one end of the primary key, however long the history is.
const FIND = `
  SELECT is_closed, document,
    (SELECT max(position) FROM thinklio_messages WHERE session_id = id) AS last_position,
    (SELECT created_at FROM thinklio_messages WHERE session_id = id ORDER BY position DESC LIMIT 1) AS last_message_at
  FROM thinklio_sessions WHERE id = $1 AND tenant = $2`;

const CLOSE = "UPDATE thinklio_sessions SET is_closed = 1 WHERE id = $1";

const PAGE =
  "SELECT document FROM thinklio_messages WHERE session_id = $1 AND position >= $2 ORDER BY position LIMIT $3";

const TOKENS_SPENT = "SELECT spent FROM thinklio_tokens WHERE tenant = $1";

const SPEND_TOKENS = `
  INSERT INTO thinklio_tokens (tenant, spent) VALUES ($1, $2)
  ON CONFLICT (tenant) DO UPDATE SET spent = thinklio_tokens.spent + excluded.spent`;

/** Keeps sessions in a database. The same SQL serves all databases: only how it gets there differs. */
export class SqlStore implements Store {
  readonly secret: Uint8Array;
  readonly #database: Database;

  private constructor(database: Database, secret: Uint8Array) {
    this.#database = database;
    this.secret = secret;
  }

  /**
   * Makes the store of a database, and its tables if they are missing or old.
   *
   * @throws (rejects) as `prepareSchema` does, and if the database does not answer; it is let go of then
   */
  static async open(database: Database): Promise<SqlStore> {
    try {
      return new SqlStore(database, await prepareSchema(database));
    } catch (error) {
      await database.end();
      throw error;
    }
  }

  async insert(stored: StoredSession, messages: readonly Message[]): Promise<void> {
    const { tenant, isClosed, initialContext, session } = stored;
    const document: SessionDocument = { initialContext, session };
    const values = [session.id, tenant, Number(isClosed), session.created_at, JSON.stringify(document)];
    if (messages.length === 0) await this.#database.query(INSERT, values);
    else await this.#database.transact([{ text: INSERT, values }, appendTo(session.id, messages, 0)]);
  }

  async find(tenant: string, sessionId: string): Promise<StoredSession | undefined> {
    // PostgreSQL takes no U+0000, and no session has one in its id.
    if (sessionId.includes("\0")) return undefined;
    const [row] = await this.#database.query(FIND, [sessionId, tenant]);
    return row && readSession(tenant, row);
  }

  async append(sessionId: string, messages: readonly Message[], position: number): Promise<void> {
    const { text, values } = appendTo(sessionId, messages, position);
    await this.#database.query(text, values);
  }

  async close(sessionId: string): Promise<void> {
    await this.#database.query(CLOSE, [sessionId]);
  }

  async messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]> {
    const rows = await this.#database.query(PAGE, [sessionId, position, limit]);
    return rows.map((row): Message => JSON.parse(String(row.document)));
  }

  takeTurn(sessionId: string, signal: AbortSignal): Promise<() => void> {
    return this.#database.takeTurn(sessionId, signal);
  }

  async tokensSpent(tenant: string): Promise<number> {
    const [row] = await this.#database.query(TOKENS_SPENT, [tenant]);
    return Number(row?.spent ?? 0);
  }

  async spendTokens(tenant: string, tokens: number): Promise<void> {
    await this.#database.query(SPEND_TOKENS, [tenant, tokens]);
  }

  end(): Promise<void> {
    return this.#database.end();
  }
}

/** One statement for all messages: either all are in the history or none. The key refuses a position that is taken. */
function appendTo(sessionId: string, messages: readonly Message[], position: number): Statement {
  const rows = messages.map((_, index) => `($1, $${3 * index + 2}, $${3 * index + 3}, $${3 * index + 4})`);
  const values = messages.flatMap((message, index): Value[] => [
    position + index,
    message.created_at,
    JSON.stringify(message),
  ]);
  const text = `INSERT INTO thinklio_messages (session_id, position, created_at, document) VALUES ${rows.join(", ")}`;
  return { text, values: [sessionId, ...values] };
}

function readSession(tenant: string, row: Row): StoredSession {
  const { initialContext, session }: SessionDocument = JSON.parse(String(row.document));
  const isClosed = row.is_closed === 1;
  if (row.last_position === null) return { tenant, initialContext, isClosed, session };
  const message_count = Number(row.last_position) + 1;
  const last_message_at = String(row.last_message_at);
  return { tenant, initialContext, isClosed, session: { ...session, message_count, last_message_at } };
}
