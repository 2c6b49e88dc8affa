import { converse, listMessages, openSession, readHistory, readPage, readSession } from "../calls.ts";
import { demand, demandEqual, demandError } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Target } from "../target.ts";

/** Reading the history of a session, whole and page by page. */
export const historyRules: readonly Rule[] = [
  {
    id: "MSG-040",
    title: "A history can be read",
    statement: "listMessages answers 200 with a page of the session's messages.",
    covers: ["Operation 4", "History 1"],
    needs: ["write"],
    async check(target) {
      await readPage(target, await sessionWith(target, 1));
    },
  },
  {
    id: "MSG-041",
    title: "A new session's history is empty",
    statement:
      "The history of a session without messages is one page: no data, has_more false, next_cursor null.",
    covers: ["History 1", "History 7"],
    needs: ["write"],
    async check(target) {
      const { data, has_more, next_cursor } = await readPage(target, await sessionWith(target, 0));
      demandEqual(
        "the page",
        { data, has_more, next_cursor },
        { data: [], has_more: false, next_cursor: null },
      );
    },
  },
  {
    id: "MSG-042",
    title: "A history is in order, oldest first",
    statement: "A history has the oldest message first, and each message is followed by its reply.",
    covers: ["History 2", "History 10"],
    needs: ["write"],
    async check(target) {
      const history = await readHistory(target, await sessionWith(target, 3));
      demandEqual(
        "the order of roles",
        history.map(({ role }) => role),
        ["user", "assistant", "user", "assistant", "user", "assistant"],
      );
      const sent = history.filter(({ role }) => role === "user").map(({ content }) => content);
      demandEqual("the order of messages", sent, ["Message 1", "Message 2", "Message 3"]);
    },
  },
  {
    id: "MSG-043",
    title: "The history holds the reply that was given",
    statement: "The assistant's item in the history is equal to the reply that sendMessage answered with.",
    covers: ["History 14"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const reply = await converse(target, { message: "Hello", session_id });
      demandEqual("the assistant's item", (await readHistory(target, session_id))[1], reply);
    },
  },
  {
    id: "MSG-044",
    title: "The history holds the message that was sent",
    statement:
      "The user's item has the message as its content, names the session, and has no tokens and no model.",
    covers: ["History 11", "History 12"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const message = "Grüße, 你好 🙂\n\tsecond line  ";
      await converse(target, { message, session_id });
      const [item] = await readHistory(target, session_id);
      demand(item?.role === "user", "the first item is not the user's");
      demandEqual("content", item.content, message);
      demandEqual("session_id", item.session_id, session_id);
      demand(!("tokens" in item), "the user's item has tokens");
      demand(!("model" in item), "the user's item has a model");
    },
  },
  {
    id: "MSG-045",
    title: "The history holds a message's metadata",
    statement: "The user's item carries the metadata that the message was sent with.",
    covers: ["Message 6", "History 13"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const metadata: unknown = JSON.parse(
        '{"ticket":"T-1042","none":null,"":[1,"two"],"__proto__":{"x":true}}',
      );
      await converse(target, { message: "Hello", session_id, metadata });
      // What the agent reads of it for the next reply must leave it as it is.
      await converse(target, { message: "And again", session_id });
      const [item] = await readHistory(target, session_id);
      demand(item?.role === "user", "the first item is not the user's");
      demandEqual("metadata", item.metadata, metadata);
    },
  },
  {
    id: "MSG-046",
    title: "message_count counts the items of the history",
    statement:
      "A message and its reply are two items: message_count grows by 2, and is the length of the history.",
    covers: ["Session 8", "History 15"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (const expected of [2, 4, 6]) {
        await converse(target, { message: "Hello", session_id });
        demandEqual("message_count", (await readSession(target, session_id)).message_count, expected);
        demandEqual("the number of items", (await readHistory(target, session_id)).length, expected);
      }
    },
  },
  {
    id: "MSG-047",
    title: "last_message_at is that of the newest item",
    statement: "A session's last_message_at is the created_at of the newest item in its history.",
    covers: ["Session 20"],
    needs: ["write"],
    async check(target) {
      const id = await sessionWith(target, 2);
      const newest = (await readHistory(target, id)).at(-1);
      const { last_message_at = "" } = await readSession(target, id);
      demandEqual("last_message_at", Date.parse(last_message_at), Date.parse(newest?.created_at ?? ""));
    },
  },
  {
    id: "MSG-048",
    title: "No item is older than the one before it",
    statement: "The created_at of the items in a history never goes back.",
    covers: ["History 18"],
    needs: ["write"],
    async check(target) {
      const times = (await readHistory(target, await sessionWith(target, 3))).map(({ created_at }) =>
        Date.parse(created_at),
      );
      demandEqual("the number of items", times.length, 6);
      demandEqual(
        "the order of created_at",
        times,
        times.toSorted((one, other) => one - other),
      );
    },
  },
  {
    id: "MSG-049",
    title: "limit=1 gives one message",
    statement:
      "The smallest page has 1 message; where more follow, has_more is true and next_cursor is a string.",
    covers: ["History 3", "History 7"],
    needs: ["write"],
    async check(target) {
      const page = await readPage(target, await sessionWith(target, 1), { limit: "1" });
      demandEqual("the number of items", page.data.length, 1);
      demandEqual("has_more", page.has_more, true);
      demand(page.next_cursor !== null, "next_cursor is null, though more messages follow");
    },
  },
  {
    id: "MSG-050",
    title: "limit=100 is accepted",
    statement: "The largest page has 100 messages.",
    covers: ["History 3"],
    needs: ["write"],
    async check(target) {
      const page = await readPage(target, await sessionWith(target, 1), { limit: "100" });
      demandEqual("the number of items", page.data.length, 2);
      demandEqual("has_more", page.has_more, false);
    },
  },
  {
    id: "MSG-051",
    title: "limit=0 and limit=101 are refused",
    statement: "listMessages answers 400 invalid_request for a limit below 1 or above 100.",
    covers: ["History 5"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      for (const limit of ["0", "101", "-1", "1000000000000000000000"]) {
        demandError(await listMessages(target, id, { limit }), 400, "invalid_request");
      }
    },
  },
  {
    id: "MSG-052",
    title: "A limit that is no integer is refused",
    statement: "listMessages answers 400 invalid_request for a limit that is no integer in decimal digits.",
    covers: ["History 5"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      for (const limit of ["ten", "1.5", "", "2x", "NaN", "1e1", "0x10", "+5", "1.0"]) {
        demandError(await listMessages(target, id, { limit }), 400, "invalid_request");
      }
    },
  },
  {
    id: "MSG-053",
    title: "A page has 20 messages unless asked otherwise",
    statement: "Without a limit, a page has at most 20 messages.",
    covers: ["History 4"],
    needs: ["write"],
    async check(target) {
      const page = await readPage(target, await sessionWith(target, 11));
      demandEqual("the number of items", page.data.length, 20);
      demandEqual("has_more", page.has_more, true);
    },
  },
  {
    id: "MSG-054",
    title: "The pages together are the history",
    statement: "Pages of any size, read one after the other, hold each message once and in order.",
    covers: ["History 6"],
    needs: ["write"],
    async check(target) {
      const id = await sessionWith(target, 3);
      const whole = await readHistory(target, id);
      demandEqual("the number of items", whole.length, 6);
      for (const limit of [1, 2, 4, 5, 6, 7]) {
        demandEqual(`the history in pages of ${limit}`, await readHistory(target, id, limit), whole);
      }
    },
  },
  {
    id: "MSG-055",
    title: "A page that ends with the newest message is the last one",
    statement:
      "Where no message follows a page, has_more is false and next_cursor is null, even if the page is full.",
    covers: ["History 7"],
    needs: ["write"],
    async check(target) {
      const page = await readPage(target, await sessionWith(target, 1), { limit: "2" });
      demandEqual("the number of items", page.data.length, 2);
      demandEqual("has_more", page.has_more, false);
      demandEqual("next_cursor", page.next_cursor, null);
    },
  },
  {
    id: "MSG-056",
    title: "Messages that arrive between two pages are not missed",
    statement: "A history that grows while it is read page by page shows no gap and no message twice.",
    covers: ["History 6"],
    needs: ["write"],
    async check(target) {
      const id = await sessionWith(target, 2);
      const first = await readPage(target, id, { limit: "3" });
      await converse(target, { message: "Message 3", session_id: id });
      const second = await readPage(target, id, { limit: "100", cursor: first.next_cursor ?? "" });
      demandEqual("the two pages", [...first.data, ...second.data], await readHistory(target, id));
    },
  },
  {
    id: "MSG-057",
    title: "A cursor that the server did not give is refused",
    statement: "listMessages answers 400 invalid_request for a cursor that this server did not give.",
    covers: ["History 8"],
    needs: ["write"],
    async check(target) {
      const id = await sessionWith(target, 1);
      const { next_cursor } = await readPage(target, id, { limit: "1" });
      for (const cursor of ["not-a-cursor", "1", `${next_cursor}x`]) {
        demandError(await listMessages(target, id, { cursor }), 400, "invalid_request");
      }
    },
  },
  {
    id: "MSG-058",
    title: "An empty cursor is refused",
    statement: "listMessages answers 400 invalid_request for a cursor of 0 characters: no server gives one.",
    covers: ["History 8"],
    needs: ["write"],
    async check(target) {
      const id = await sessionWith(target, 1);
      demandError(await listMessages(target, id, { cursor: "" }), 400, "invalid_request");
    },
  },
  {
    id: "MSG-059",
    title: "A cursor of another session is refused",
    statement: "listMessages answers 400 invalid_request for a cursor that was given for another session.",
    covers: ["History 9"],
    needs: ["write"],
    async check(target) {
      const [one, other] = [await sessionWith(target, 1), await sessionWith(target, 1)];
      const { next_cursor: cursor } = await readPage(target, one, { limit: "1" });
      demand(cursor !== null, "next_cursor is null, though more messages follow");
      demandError(await listMessages(target, other, { cursor }), 400, "invalid_request");
    },
  },
  {
    id: "MSG-200",
    title: "A page of 100 messages has 100",
    statement: "Where more than 100 messages follow, limit=100 gives 100 of them, and has_more is true.",
    covers: ["History 3"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (let messages = 0; messages < 51; messages += 1) {
        await converse(target, { message: "Hello", session_id });
      }
      const { data, has_more } = await readPage(target, session_id, { limit: "100" });
      demandEqual("the page", { items: data.length, has_more }, { items: 100, has_more: true });
    },
  },
  {
    id: "MSG-300",
    title: "A cursor that was changed is refused",
    statement:
      "listMessages answers 400 invalid_request for a cursor with one character replaced, added or left out.",
    covers: ["History 8"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const { next_cursor: cursor } = await readPage(target, id, { limit: "1" });
      demand(cursor !== null, "next_cursor is null, though more messages follow");
      const middle = Math.floor(cursor.length / 2);
      for (const changed of [
        replaceAt(cursor, middle),
        replaceAt(cursor, cursor.length - 1),
        cursor.slice(0, -1),
        cursor.slice(0, middle) + cursor.slice(middle + 1),
        `${cursor}=`,
        `${cursor} `,
        ` ${cursor}`,
      ]) {
        demandError(await listMessages(target, id, { cursor: changed }), 400, "invalid_request");
      }
    },
  },
  {
    id: "MSG-060",
    title: "A limit or a cursor is given once",
    statement: "listMessages answers 400 invalid_request for a second limit or cursor.",
    covers: ["History 20"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const { next_cursor: cursor } = await readPage(target, id, { limit: "1" });
      const path = `/v1/sessions/${encodeURIComponent(id)}/messages`;
      const again = `cursor=${encodeURIComponent(cursor ?? "")}`;
      for (const query of ["limit=1&limit=2", "limit=1&limit=1", `${again}&${again}`]) {
        demandError(await target.send("GET", `${path}?${query}`), 400, "invalid_request");
      }
    },
  },
];

/** Opens a session, sends so many messages to it, and returns its id. */
async function sessionWith(target: Target, messages: number): Promise<string> {
  const { id } = await openSession(target);
  for (let number = 1; number <= messages; number += 1) {
    await converse(target, { message: `Message ${number}`, session_id: id });
  }
  return id;
}

/** Puts another letter in the place of a character. */
function replaceAt(text: string, index: number): string {
  return `${text.slice(0, index)}${text[index] === "A" ? "B" : "A"}${text.slice(index + 1)}`;
}
