import { describe, expect, it } from "vitest";
import { useLocalDatabases } from "../../package/local-databases.ts";
import { configure } from "../configuration.ts";
import { Sessions } from "../sessions.ts";
import { createSettableClock } from "../testing/settable-clock.ts";
import { openDatabase, openStore, parseDatabase } from "./open-store.ts";
import { prune } from "./prune.ts";

const databases = useLocalDatabases();

const { signal } = new AbortController();

describe.each([
  ["SQLite", async () => databases.newSqlite()],
  ["PostgreSQL", () => databases.newPostgres()],
])("Pruning %s", (_, newAddress) => {
  it("removes sessions whose last message is too old, with their histories, and no other", async () => {
    const address = parseDatabase(await newAddress());
    const store = await openStore(address);
    const clock = createSettableClock("2026-03-01T00:00:00Z");
    const sessions = new Sessions(configure({ store, clock: clock.now, sessionTtl: 10 * 86_400_000 }));
    const create = async () => {
      const created = await sessions.create("default", "ch_01hxyz");
      return created.ok ? created.value.id : "";
    };
    const send = (session_id: string) =>
      sessions.send({
        tenant: "default",
        channelId: "ch_01hxyz",
        request: { message: "hello", session_id },
        signal,
      });
    const old = await Promise.all(Array.from({ length: 450 }, create));
    const [spoken = "", revived = "", closed = ""] = old;
    await send(spoken);
    await sessions.close("default", closed);
    clock.advance(5 * 86_400_000);
    await send(revived);
    const recent = await create();

    const database = await openDatabase(address);
    const steps: number[] = [];
    for await (const removed of prune(database, "2026-03-03T00:00:00.000Z")) steps.push(removed);
    expect(steps).toHaveLength(3);
    expect(steps.reduce((sum, removed) => sum + removed, 0)).toBe(449);

    for (const kept of [revived, recent])
      expect(await sessions.get("default", kept)).toHaveProperty("ok", true);
    for (const gone of [spoken, closed]) {
      expect(await sessions.get("default", gone)).toEqual({ ok: false, code: "session_not_found" });
    }
    expect(await store.messages(spoken, 0, 9)).toEqual([]);
    expect(await store.messages(revived, 0, 9)).toHaveLength(2);
    await database.end();
    await store.end();
  });
});
