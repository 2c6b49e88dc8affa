import { setTimeout as delay } from "node:timers/promises";
import {
  editPage,
  editReply,
  editRequest,
  editSession,
  fieldOf,
  json,
  operationOf,
  refusing,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { appendOneByOne, changeStore, takeNoTurns } from "./parts.ts";

/** Messages that are lost, doubled, changed or told in a wrong way, and counts that are wrong. */
export const messageFaults: readonly Fault[] = [
  {
    id: "message-lost",
    title: "The history does not have the user's message",
    caughtBy: ["MSG-042", "MSG-046"],
    ...changeStore((store) => ({
      append: (id, messages) =>
        store.append(
          id,
          messages.filter(({ role }) => role === "assistant"),
        ),
    })),
  },
  {
    id: "message-doubled",
    title: "The history has each message twice",
    caughtBy: ["MSG-042", "MSG-046"],
    ...changeStore((store) => ({
      append: (id, messages) =>
        store.append(
          id,
          messages.flatMap((message) => [message, message]),
        ),
    })),
  },
  {
    id: "reply-before-its-message",
    title: "The history has a reply before its message",
    caughtBy: ["MSG-042"],
    ...changeStore((store) => ({ append: (id, messages) => store.append(id, messages.toReversed()) })),
  },
  {
    id: "newest-first",
    title: "The history has the newest message first",
    caughtBy: ["MSG-042"],
    wire: editPage((page) => ({ ...page, data: page.data.toReversed() })),
  },
  {
    id: "stored-late",
    title: "A message is stored a moment after it was answered",
    caughtBy: ["MSG-043", "MSG-046"],
    ...changeStore((store) => ({
      async append(id, messages) {
        void delay(50).then(() => store.append(id, messages));
      },
    })),
  },
  {
    id: "race-loses-a-message",
    title: "Of two messages that are sent at once one is lost",
    caughtBy: ["MSG-028"],
    ...changeStore((store) => {
      const busy = new Set<string>();
      return {
        ...takeNoTurns,
        async append(id, messages) {
          if (busy.has(id)) return;
          busy.add(id);
          await delay(10);
          await store.append(id, messages);
          busy.delete(id);
        },
      };
    }),
  },
  {
    id: "race-mixes-messages",
    title: "Messages that are sent at once are mixed with one another's replies",
    caughtBy: ["MSG-028", "STR-016"],
    ...changeStore((store) => ({ ...takeNoTurns, ...appendOneByOne(store, 10) })),
  },
  {
    id: "count-of-exchanges",
    title: "message_count counts a message and its reply once",
    caughtBy: ["MSG-046", "STR-006"],
    wire: editSession((session) => ({ ...session, message_count: Math.ceil(session.message_count / 2) })),
  },
  {
    id: "count-drifts",
    title: "message_count is one too high after the first message",
    caughtBy: ["MSG-046"],
    wire: editSession(({ message_count: count, ...session }) => ({
      ...session,
      message_count: count > 2 ? count + 1 : count,
    })),
  },
  {
    id: "count-begins-at-1",
    title: "message_count is 1 for a new session",
    caughtBy: ["SES-010"],
    wire: editSession((session) => ({ ...session, message_count: Math.max(1, session.message_count) })),
  },
  {
    id: "last-message-at-of-the-first",
    title: "last_message_at stays that of the first message",
    caughtBy: ["LIF-204"],
    ...changeStore((store) => ({
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const [first] = stored ? await store.messages(id, 0, 1) : [];
        return stored && first
          ? { ...stored, session: { ...stored.session, last_message_at: first.created_at } }
          : stored;
      },
    })),
  },
  {
    id: "time-goes-back",
    title: "A reply is older than its message",
    caughtBy: ["MSG-048"],
    wire: editPage((page) => ({
      ...page,
      data: page.data.map((item) =>
        item.role === "user"
          ? item
          : { ...item, created_at: new Date(Date.parse(item.created_at) - 1).toISOString() },
      ),
    })),
  },
  {
    id: "content-trimmed",
    title: "The history has messages without the white space around them",
    caughtBy: ["MSG-044", "MSG-202"],
    wire: editRequest((body) =>
      typeof body.message === "string" ? { ...body, message: body.message.trim() || " " } : body,
    ),
  },
  {
    id: "content-normalised",
    title: "The history has messages in Unicode's normal form C",
    caughtBy: ["MSG-202"],
    wire: editPage((page) => ({
      ...page,
      data: page.data.map((item) => ({ ...item, content: item.content.normalize("NFC") })),
    })),
  },
  {
    id: "content-line-ends",
    title: "The history has other line ends than the messages",
    caughtBy: ["MSG-202"],
    wire: editPage((page) => ({
      ...page,
      data: page.data.map((item) => ({ ...item, content: item.content.replaceAll("\r\n", "\n") })),
    })),
  },
  {
    id: "content-with-nul",
    title: "A message with the character NUL makes the server fail",
    caughtBy: ["MSG-202"],
    wire: refusing(
      (request) => String(fieldOf(request, "message")).includes("\0"),
      json(500, { error: { code: "internal_error", message: "It failed.", request_id: "req_1" } }),
    ),
  },
  {
    id: "reply-changed",
    title: "The history has another text than the reply",
    caughtBy: ["MSG-043"],
    wire: editReply((reply) => ({ ...reply, content: `${reply.content}.` })),
  },
  {
    id: "reply-id-changed",
    title: "The history has another id than the reply",
    caughtBy: ["MSG-043"],
    wire: editReply((reply) => ({ ...reply, id: `${reply.id}0` })),
  },
  {
    id: "reply-ids-repeated",
    title: "All replies have the same id",
    caughtBy: ["MSG-002"],
    wire: editReply((reply) => ({ ...reply, id: "msg_01hxyz" })),
  },
  {
    id: "reply-id-without-prefix",
    title: "A reply's id has no prefix",
    caughtBy: ["MSG-002"],
    wire: editReply((reply) => ({ ...reply, id: reply.id.replace("msg_", "") })),
  },
  {
    id: "reply-of-another-session",
    title: "A reply names another session",
    caughtBy: ["MSG-003"],
    wire: editReply((reply) => ({ ...reply, session_id: "ses_01hxyz" })),
  },
  {
    id: "reply-by-the-user",
    title: "A reply's role is user",
    caughtBy: ["MSG-004"],
    wire: editReply((reply) => ({ ...reply, role: "user" })),
  },
  {
    id: "reply-without-content",
    title: "A reply's content is null",
    caughtBy: ["MSG-005"],
    wire: editReply((reply) => ({ ...reply, content: null })),
  },
  {
    id: "reply-time-not-in-utc",
    title: "A reply's created_at has no zone",
    caughtBy: ["MSG-006"],
    wire: editReply((reply) => ({ ...reply, created_at: reply.created_at.replace("Z", "") })),
  },
  {
    id: "reply-tokens-broken",
    title: "A reply's tokens is no integer",
    caughtBy: ["MSG-007"],
    wire: editReply((reply) => ({ ...reply, tokens: reply.tokens + 0.5 })),
  },
  {
    id: "reply-without-model",
    title: "A reply has no model",
    caughtBy: ["MSG-008"],
    wire: editReply(({ model, ...reply }) => reply),
  },
  {
    id: "user-item-with-tokens",
    title: "A user's item has tokens",
    caughtBy: ["MSG-044"],
    wire: editPage((page) => ({ ...page, data: page.data.map((item) => ({ tokens: 0, ...item })) })),
  },
  {
    id: "session-guessed",
    title: "A message without a session goes to the newest one",
    caughtBy: ["LIF-018"],
    wire: guessSession(),
  },
  {
    id: "streams-unasked",
    title: "Replies are streamed unless the message says stream: false",
    caughtBy: ["MSG-001", "MSG-009"],
    wire: editRequest((body, request) =>
      operationOf(request) === "sendMessage" ? { stream: true, ...body } : body,
    ),
  },
];

function guessSession() {
  let newest: string | undefined;
  return {
    ...editReply((reply) => {
      newest ??= reply.session_id;
      return reply;
    }),
    ...editRequest((body) => (typeof body.message === "string" ? { session_id: newest, ...body } : body)),
  };
}
