import type { Message } from "../../generated/index.ts";
import type { Store, StoredSession } from "../../server/index.ts";
import type { Database } from "../../server/stores/database.ts";

/** How much there is in a store. */
export interface Size {
  readonly sessions: number;
  /** How many messages the session 0 has. */
  readonly messages: number;
}

/** The sessions from 1 to this one have a few messages, {@link FEW} each. */
export const SPOKEN = 400;
export const FEW = 10;

// Spread over the whole range, as random ids are.
const FACTOR = 2_654_435_761;
const RANGE = 2 ** 32;

/** The id of a session, by its number. */
export function idOf(number: number): string {
  return `ses_${(number * FACTOR) % RANGE}`;
}

/** Fills a store by its own methods. */
export async function fillStore(store: Store, { sessions, messages }: Size): Promise<void> {
  const created_at = new Date().toISOString();
  for (let number = 0; number < sessions; number += 1) {
    const id = idOf(number);
    const session: StoredSession["session"] = {
      id,
      channel_id: "ch_01hxyz",
      agent_id: "agt_01hxyz",
      message_count: 0,
      metadata: { ticket: "T-1042" },
      created_at,
    };
    const count = number === 0 ? messages : number <= SPOKEN ? FEW : 0;
    const items = Array.from({ length: count }, (_, position): Message => {
      const item = { id: `msg_${position}`, session_id: id, content: "Where is my order?", created_at };
      return position % 2 === 0
        ? { ...item, role: "user" }
        : { ...item, role: "assistant", tokens: 4, model: "echo-1" };
    });
    await store.insert({ tenant: "default", initialContext: undefined, isClosed: false, session }, items);
  }
}

const NUMBERS = `WITH RECURSIVE numbers (n) AS (
  SELECT CAST(0 AS bigint) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < $1
)`;
const ID = (number: string) => `'ses_' || ((${number} * ${FACTOR}) % ${RANGE})`;

const SESSIONS = `${NUMBERS}
  INSERT INTO thinklio_sessions (id, tenant, is_closed, created_at, document)
  SELECT ${ID("n")}, 'default', 0, $2,
    '{"session":{"id":"' || ${ID("n")} || '","channel_id":"ch_01hxyz","agent_id":"agt_01hxyz","message_count":0,' ||
    '"metadata":{"ticket":"T-1042"},"created_at":"' || $2 || '"}}'
  FROM numbers`;

const MESSAGES = (session: string, position: string) => `${NUMBERS}
  INSERT INTO thinklio_messages (session_id, position, created_at, document)
  SELECT ${ID(session)}, ${position}, $2,
    '{"id":"msg_' || ${position} || '","session_id":"' || ${ID(session)} || '","content":"Where is my order?",' ||
    '"created_at":"' || $2 || '",' ||
    CASE WHEN n % 2 = 0 THEN '"role":"user"}' ELSE '"role":"assistant","tokens":4,"model":"echo-1"}' END
  FROM numbers`;

/** Fills the tables of a database with the same, which takes seconds and not hours. */
export async function fillDatabase(database: Database, { sessions, messages }: Size): Promise<void> {
  const now = new Date().toISOString();
  await database.exclusively(async (query) => {
    await query(SESSIONS, [sessions, now]);
    await query(MESSAGES("0", "n"), [messages, now]);
    await query(MESSAGES(`(n / ${FEW} + 1)`, `n % ${FEW}`), [SPOKEN * FEW, now]);
  });
}
