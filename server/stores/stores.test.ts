import { afterEach, describe, expect, it } from "vitest";
import type { AssistantMessage, Message, UserMessage } from "../../generated/index.ts";
import { useLocalDatabases } from "../../package/local-databases.ts";
import { openDatabase, openStore, parseDatabase, parseStore } from "./open-store.ts";
import { prepareSchema } from "./schema.ts";
import type { Store, StoredSession } from "./store.ts";

const databases = useLocalDatabases();

const addresses = {
  memory: async () => "memory",
  SQLite: async () => databases.newSqlite(),
  PostgreSQL: () => databases.newPostgres(),
};

const opened: Store[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.end()));
});

async function open(address: string): Promise<Store> {
  const store = await openStore(parseStore(address));
  opened.push(store);
  return store;
}

let count = 0;
function newSession(changes: Partial<StoredSession["session"]> = {}): StoredSession {
  count += 1;
  return {
    tenant: "acme",
    initialContext: undefined,
    isClosed: false,
    session: {
      id: `ses_${count}`,
      channel_id: "ch_1",
      agent_id: "agt_1",
      message_count: 0,
      metadata: {},
      created_at: "2026-03-19T12:00:00.000Z",
      ...changes,
    },
  };
}

function userMessage(
  session: StoredSession,
  content: string,
  changes: Partial<UserMessage> = {},
): UserMessage {
  count += 1;
  const created_at = "2026-03-19T12:00:01.000Z";
  return {
    id: `msg_${count}`,
    session_id: session.session.id,
    role: "user",
    content,
    created_at,
    ...changes,
  };
}

function reply(session: StoredSession, content: string): AssistantMessage {
  const created_at = "2026-03-19T12:00:02.000Z";
  return { ...userMessage(session, content), role: "assistant", created_at, tokens: 1, model: "echo-1" };
}

const contents = (messages: readonly Message[]) => messages.map(({ content }) => content);
const { signal } = new AbortController();
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe.each(Object.entries(addresses))("A store in %s", (kind, newAddress) => {
  it("gives a session back as it was put in, to its tenant alone", async () => {
    const store = await open(await newAddress());
    const stored = { ...newSession({ metadata: { ticket: "T-1" } }), initialContext: "a regular" };
    await store.insert(stored, []);
    expect(await store.find("acme", stored.session.id)).toEqual(stored);
    expect(await store.find("other", stored.session.id)).toBeUndefined();
    expect(await store.find("acme", "ses_none")).toBeUndefined();
  });

  it.each(["", "\0", "ses_\0", "\ud800", "é", "a".repeat(128), "' OR true --"])(
    "finds nothing by the id %j",
    async (id) => {
      const store = await open(await newAddress());
      expect(await store.find("acme", id)).toBeUndefined();
    },
  );

  it("keeps all text and all metadata as it is", async () => {
    const store = await open(await newAddress());
    const metadata = JSON.parse(
      '{"__proto__":{"a":null},"":[1.5,-1e-300,9007199254740993,true],"\\u0000":"\\ud800","toString":{"constructor":""}}',
    );
    const text = "\0 \ud800 \u2028 ' \" \\ $1 ?1 \u{1f600} é\r\n";
    const stored = { ...newSession({ metadata }), initialContext: text };
    const message = userMessage(stored, text, { metadata });
    await store.insert(stored, [message]);
    const found = await store.find("acme", stored.session.id);
    expect(found?.initialContext).toBe(text);
    expect(JSON.stringify(found?.session.metadata)).toBe(JSON.stringify(metadata));
    const [kept] = await store.messages(stored.session.id, 0, 1);
    expect(JSON.stringify(kept)).toBe(JSON.stringify(message));
  });

  it("counts what it has, and knows when the last message came", async () => {
    const store = await open(await newAddress());
    const stored = newSession();
    const first = userMessage(stored, "one");
    await store.insert(stored, [first]);
    const find = async () => (await store.find("acme", stored.session.id))?.session;
    expect(await find()).toMatchObject({ message_count: 1, last_message_at: first.created_at });
    const last = reply(stored, "three");
    await store.append(stored.session.id, [userMessage(stored, "two"), last], 1);
    expect(await find()).toMatchObject({ message_count: 3, last_message_at: last.created_at });
  });

  it("reads a history from any position on", async () => {
    const store = await open(await newAddress());
    const stored = newSession();
    await store.insert(
      stored,
      ["0", "1", "2", "3", "4"].map((content) => userMessage(stored, content)),
    );
    const read = async (position: number, limit: number) =>
      contents(await store.messages(stored.session.id, position, limit));
    expect(await read(0, 100)).toEqual(["0", "1", "2", "3", "4"]);
    expect(await read(0, 2)).toEqual(["0", "1"]);
    expect(await read(3, 2)).toEqual(["3", "4"]);
    expect(await read(5, 2)).toEqual([]);
  });

  it("closes a session, and keeps it", async () => {
    const store = await open(await newAddress());
    const stored = newSession();
    await store.insert(stored, [userMessage(stored, "hello")]);
    await store.close(stored.session.id);
    expect(await store.find("acme", stored.session.id)).toMatchObject({
      isClosed: true,
      session: { message_count: 1 },
    });
  });

  it("adds no message to where another one is, nor to a session that is not there, and no half of two", async () => {
    const store = await open(await newAddress());
    const stored = newSession();
    await store.insert(stored, [userMessage(stored, "one"), userMessage(stored, "two")]);
    const both = [userMessage(stored, "three"), reply(stored, "four")];
    await expect(store.append(stored.session.id, both, 1)).rejects.toThrow();
    await expect(store.append("ses_none", both, 0)).rejects.toThrow();
    expect(contents(await store.messages(stored.session.id, 0, 9))).toEqual(["one", "two"]);
  });

  it("does what it can of what comes at once, whatever else cannot be done", async () => {
    const store = await open(await newAddress());
    const [first, second] = [newSession(), newSession()];
    await store.insert(first, [userMessage(first, "one")]);
    const results = await Promise.allSettled([
      store.insert(second, [userMessage(second, "two")]),
      store.append(first.session.id, [userMessage(first, "wrong"), reply(first, "wrong")], 0),
      store.append(first.session.id, [reply(first, "right")], 1),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(contents(await store.messages(first.session.id, 0, 9))).toEqual(["one", "right"]);
    expect(contents(await store.messages(second.session.id, 0, 9))).toEqual(["two"]);
  });

  it("adds no session whose messages it cannot add", async () => {
    const store = await open(await newAddress());
    const stored = newSession();
    await store.insert(stored, [userMessage(stored, "one")]);
    // Memory has nothing that could refuse it.
    if (kind !== "memory") await expect(store.insert(stored, [userMessage(stored, "two")])).rejects.toThrow();
    expect(await store.find("acme", stored.session.id)).toHaveProperty("session.message_count", 1);
  });

  it("sums up the tokens of each tenant", async () => {
    const store = await open(await newAddress());
    await Promise.all([
      store.spendTokens("acme", 2),
      store.spendTokens("acme", 3),
      store.spendTokens("b", 1),
    ]);
    expect(await store.tokensSpent("acme")).toBe(5);
    expect(await store.tokensSpent("c")).toBe(0);
  });

  describe("gives turns", () => {
    it("one at a time for a session, in order, and at once for another session", async () => {
      const store = await open(await newAddress());
      const order: string[] = [];
      const endFirst = await store.takeTurn("ses_a", signal);
      const second = store.takeTurn("ses_a", signal).then((end) => {
        order.push("second");
        return end;
      });
      const third = store.takeTurn("ses_a", signal).then(() => order.push("third"));
      (await store.takeTurn("ses_b", signal))();
      await soon();
      expect(order).toEqual([]);
      endFirst();
      const endSecond = await second;
      // Ending a turn again must not end the turn of the next one.
      endFirst();
      await soon();
      expect(order).toEqual(["second"]);
      endSecond();
      await third;
      expect(order).toEqual(["second", "third"]);
    });

    it("to nobody who has left", async () => {
      const store = await open(await newAddress());
      const end = await store.takeTurn("ses_a", signal);
      const client = new AbortController();
      const left = store.takeTurn("ses_a", client.signal);
      const next = store.takeTurn("ses_a", signal);
      client.abort(new Error("gone"));
      await expect(left).rejects.toThrow("gone");
      end();
      (await next)();
    });
  });
});

describe.each([
  ["SQLite", addresses.SQLite],
  ["PostgreSQL", addresses.PostgreSQL],
])("What is in %s", (_, newAddress) => {
  it("is there when the store is opened again, with the same secret", async () => {
    const address = await newAddress();
    const first = await openStore(parseStore(address));
    const stored = newSession();
    await first.insert(stored, [userMessage(stored, "hello")]);
    await first.close(stored.session.id);
    await first.end();
    const second = await open(address);
    expect(second.secret).toEqual(first.secret);
    expect(second.secret).toHaveLength(32);
    expect(await second.find("acme", stored.session.id)).toHaveProperty("isClosed", true);
    expect(contents(await second.messages(stored.session.id, 0, 9))).toEqual(["hello"]);
  });

  it("is set up once when several do so at once", async () => {
    const address = parseDatabase(await newAddress());
    const databases = await Promise.all(Array.from({ length: 5 }, () => openDatabase(address)));
    const secrets = await Promise.all(databases.map(prepareSchema));
    expect(new Set(secrets.map((secret) => secret.toString("hex"))).size).toBe(1);
    await Promise.all(databases.map((database) => database.end()));
  });
});
