import type { Message } from "../../generated/index.ts";
import type { Database, Row } from "./database.ts";
import { prepareSchema } from "./schema.ts";
import { appendTo, CLOSE, FIND, INSERT, PAGE, SPEND_TOKENS, TOKENS_SPENT } from "./statements.ts";
import type { Store, StoredSession } from "./store.ts";

/** What of a session is kept as one text. */
type SessionDocument = Pick<StoredSession, "initialContext" | "session">;

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
   * @throws (rejects) as `prepareSchema` does, and if the database does not answer or another server has it; it is let
   * go of then
   */
  static async open(database: Database): Promise<SqlStore> {
    try {
      await database.claim?.();
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
    const first = messages.length === 0 ? [] : [appendTo(session.id, messages, 0)];
    await this.#database.write({ text: INSERT, values }, ...first);
  }

  async find(tenant: string, sessionId: string): Promise<StoredSession | undefined> {
    // PostgreSQL takes no U+0000, and no session has one in its id.
    if (sessionId.includes("\0")) return undefined;
    const [row] = await this.#database.query(FIND, [sessionId, tenant]);
    return row && readSession(tenant, row);
  }

  async append(sessionId: string, messages: readonly Message[], position: number): Promise<void> {
    await this.#database.write(appendTo(sessionId, messages, position));
  }

  async close(sessionId: string): Promise<void> {
    await this.#database.write({ text: CLOSE, values: [sessionId] });
  }

  async messages(sessionId: string, position: number, limit: number): Promise<readonly Message[]> {
    const rows = await this.#database.query(PAGE, [sessionId, position, position + limit]);
    // To parse them one by one takes longer.
    return JSON.parse(`[${rows.map(({ document }) => document).join(",")}]`);
  }

  takeTurn(sessionId: string, signal: AbortSignal): Promise<() => void> {
    return this.#database.takeTurn(sessionId, signal);
  }

  async tokensSpent(tenant: string): Promise<number> {
    const [row] = await this.#database.query(TOKENS_SPENT, [tenant]);
    return Number(row?.spent ?? 0);
  }

  async spendTokens(tenant: string, tokens: number): Promise<void> {
    await this.#database.write({ text: SPEND_TOKENS, values: [tenant, tokens] });
  }

  get limitRequests(): Store["limitRequests"] {
    return this.#database.limitRequests;
  }

  end(): Promise<void> {
    return this.#database.end();
  }
}

function readSession(tenant: string, row: Row): StoredSession {
  const { initialContext, session }: SessionDocument = JSON.parse(String(row.document));
  const isClosed = row.is_closed === 1;
  if (row.last_position === null) return { tenant, initialContext, isClosed, session };
  const message_count = Number(row.last_position) + 1;
  const last_message_at = String(row.last_message_at);
  return { tenant, initialContext, isClosed, session: { ...session, message_count, last_message_at } };
}
