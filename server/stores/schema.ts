import { randomBytes } from "node:crypto";
import type { Database, Query } from "./database.ts";

/**
 * What makes a database of version n one of version n + 1, for each n from 0 on. A step that was published is never
 * changed: another one follows it.
 *
 * What the API shows is kept as it is, in JSON: no step is needed when the contract gets another field, and text in
 * JSON keeps what a database would refuse or change, such as U+0000 and lone surrogates. The count of a session's
 * messages, and the time of the last one, are not kept: they follow from the messages, and so are always right.
 */
const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE thinklio_sessions (
      id text PRIMARY KEY,
      tenant text NOT NULL,
      is_closed integer NOT NULL,
      created_at text NOT NULL,
      document text NOT NULL
    )`,
    `CREATE TABLE thinklio_messages (
      session_id text NOT NULL REFERENCES thinklio_sessions (id) ON DELETE CASCADE,
      position integer NOT NULL,
      created_at text NOT NULL,
      document text NOT NULL,
      PRIMARY KEY (session_id, position)
    )`,
    `CREATE TABLE thinklio_tokens (
      tenant text PRIMARY KEY,
      spent bigint NOT NULL
    )`,
    // Its columns are those that rate-limiter-flexible asks for.
    `CREATE TABLE thinklio_rate_limits (
      key text PRIMARY KEY,
      points integer NOT NULL,
      expire bigint
    )`,
    `CREATE TABLE thinklio_settings (
      name text PRIMARY KEY,
      value text NOT NULL
    )`,
  ],
];

/**
 * Brings the tables up to date, whatever version they are of, and however many servers do so at once.
 *
 * @returns the secret that all servers sign cursors with
 * @throws (rejects) if a newer version of this package has been there
 */
export async function prepareSchema(database: Database): Promise<Buffer> {
  let secret = "";
  await database.exclusively(async (query) => {
    await query("CREATE TABLE IF NOT EXISTS thinklio_schema (version integer PRIMARY KEY)");
    const version = await readVersion(query);
    if (version > STEPS.length) {
      throw new Error(
        "a newer version of thinklio-sessions has changed this database; run that version, or use another database",
      );
    }
    for (const step of STEPS.slice(version)) for (const statement of step) await query(statement);
    if (version < STEPS.length) {
      await query("INSERT INTO thinklio_schema (version) VALUES ($1)", [STEPS.length]);
    }
    await query("INSERT INTO thinklio_settings (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING", [
      randomBytes(32).toString("hex"),
    ]);
    const [row] = await query("SELECT value FROM thinklio_settings WHERE name = 'secret'");
    secret = String(row?.value);
  });
  return Buffer.from(secret, "hex");
}

async function readVersion(query: Query): Promise<number> {
  const [row] = await query("SELECT max(version) AS version FROM thinklio_schema");
  return Number(row?.version ?? 0);
}
