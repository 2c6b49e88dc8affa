import { validateAssistantMessage, validateSession } from "../../generated/validators.js";
import {
  closeSession,
  converse,
  getSession,
  listMessages,
  openSession,
  readHistory,
  readSession,
  sendMessage,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError } from "../demand.ts";
import type { Rule } from "../rule.ts";

/** How a session begins, goes on, expires and is closed. */
export const lifecycleRules: readonly Rule[] = [
  {
    id: "LIF-001",
    title: "A session begins active",
    statement: "A new session is active and has no messages.",
    covers: ["Lifecycle 1", "Session 6"],
    needs: ["write"],
    async check(target) {
      const { id, status } = await openSession(target);
      demandEqual("status", status, "active");
      demandEqual("status", (await readSession(target, id)).status, "active");
    },
  },
  {
    id: "LIF-013",
    title: "A session can be closed",
    statement:
      "closeSession answers 200 with the session, whose status is closed and which is else as it was.",
    covers: ["Operation 5", "Lifecycle 11", "Session 6"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target, { metadata: { ticket: "T-1042" } });
      await converse(target, { message: "Hello", session_id: id });
      const before = await readSession(target, id);
      const closed = demandBody(await closeSession(target, id), 200, validateSession);
      demandEqual("the closed session", closed, { ...before, status: "closed" });
    },
  },
  {
    id: "LIF-014",
    title: "A closed session can be read, with its history",
    statement: "A closed session is read like any other, its status is closed, and its history is whole.",
    covers: ["Lifecycle 9"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const history = await readHistory(target, id);
      const closed = demandBody(await closeSession(target, id), 200, validateSession);
      demandEqual("the session", await readSession(target, id), closed);
      demandEqual("status", closed.status, "closed");
      demandEqual("the history", await readHistory(target, id), history);
    },
  },
  {
    id: "LIF-015",
    title: "A closed session takes no message",
    statement:
      "sendMessage answers 409 session_closed for a closed session, streamed or not, and adds nothing.",
    covers: ["Lifecycle 10"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      const closed = demandBody(await closeSession(target, id), 200, validateSession);
      for (const stream of [false, true]) {
        const answer = await sendMessage(target, { message: "Hello", session_id: id, stream });
        demandError(answer, 409, "session_closed");
      }
      demandEqual("the session", await readSession(target, id), closed);
      demandEqual("the history", await readHistory(target, id), []);
    },
  },
  {
    id: "LIF-016",
    title: "Closing twice is closing once",
    statement: "closeSession on a closed session answers 200 with the session as it is, and changes nothing.",
    covers: ["Lifecycle 12"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      const first = demandBody(await closeSession(target, id), 200, validateSession);
      const second = demandBody(await closeSession(target, id), 200, validateSession);
      demandEqual("the session", second, first);
    },
  },
  {
    id: "LIF-017",
    title: "A message without a session opens one",
    statement:
      "A message without session_id opens an active session on the channel, with its default agent and no metadata; the reply names it.",
    covers: ["Lifecycle 15", "Lifecycle 16"],
    needs: ["write"],
    async check(target) {
      const { session_id } = await converse(target, { message: "Hello" });
      const { channel_id, agent_id, status, metadata } = await readSession(target, session_id);
      demandEqual(
        "the session",
        { channel_id, agent_id, status, metadata },
        { channel_id: target.channel, agent_id: target.agent, status: "active", metadata: {} },
      );
    },
  },
  {
    id: "LIF-018",
    title: "Each message without a session opens its own",
    statement: "Two messages without session_id open two sessions.",
    covers: ["Lifecycle 15"],
    needs: ["write"],
    async check(target) {
      const first = await converse(target, { message: "Hello" });
      const second = await converse(target, { message: "Hello" });
      demand(first.session_id !== second.session_id, "two messages without session_id share a session");
    },
  },
  {
    id: "LIF-019",
    title: "A session that opened by itself goes on",
    statement: "A session that a message has opened takes more messages, and its history holds them all.",
    covers: ["Lifecycle 17"],
    needs: ["write"],
    async check(target) {
      const { session_id } = await converse(target, { message: "Hello" });
      await converse(target, { message: "Hello again", session_id });
      const sent = (await readHistory(target, session_id)).filter(({ role }) => role === "user");
      demandEqual(
        "the messages",
        sent.map(({ content }) => content),
        ["Hello", "Hello again"],
      );
    },
  },
  {
    id: "LIF-022",
    title: "Sessions are separate",
    statement: "A message changes no session but its own.",
    covers: ["Lifecycle 20"],
    needs: ["write"],
    async check(target) {
      const [one, other] = [await openSession(target), await openSession(target)];
      await converse(target, { message: "Hello", session_id: one.id });
      demandEqual("the other session", await readSession(target, other.id), other);
      demandEqual("the other history", await readHistory(target, other.id), []);
    },
  },
  {
    id: "LIF-023",
    title: "A tenant's sessions are its own",
    statement:
      "A session of another tenant is not there: reading it, its history, or closing it answers 404.",
    covers: ["Lifecycle 21", "Error 23"],
    needs: ["write", "second-key"],
    async check(target) {
      const session = await openSession(target);
      const call = { key: target.offer("second-key") };
      demandError(await getSession(target, session.id, call), 404, "session_not_found");
      demandError(await listMessages(target, session.id, {}, call), 404, "session_not_found");
      demandError(await closeSession(target, session.id, call), 404, "session_not_found");
      demandEqual("the session", await readSession(target, session.id), session);
    },
  },
  {
    id: "LIF-024",
    title: "A tenant's sessions take no messages of others",
    statement: "A message of another tenant to a session answers 404, and the session stays as it was.",
    covers: ["Lifecycle 21", "Message 9", "History 16"],
    needs: ["write", "second-key"],
    async check(target) {
      const session = await openSession(target);
      const json = { message: "Hello", session_id: session.id };
      const answer = await sendMessage(target, json, { key: target.offer("second-key") });
      demandError(answer, 404, "session_not_found", "channel_not_found");
      demandEqual("the session", await readSession(target, session.id), session);
    },
  },
  {
    id: "LIF-026",
    title: "Each message without a session opens its own for the same user, too",
    statement: "Two messages without session_id open two sessions, even if they are of one end user.",
    covers: ["Lifecycle 15"],
    needs: ["write"],
    async check(target) {
      const send = async () => {
        const call = { headers: [["X-Channel-User-Id", "usr_01hx"]] } as const;
        return demandBody(
          await sendMessage(target, { message: "Hello" }, call),
          200,
          validateAssistantMessage,
        );
      };
      const [first, second] = [await send(), await send()];
      demand(first.session_id !== second.session_id, "two messages without session_id share a session");
    },
  },
  {
    id: "LIF-028",
    title: "A close that is refused changes nothing",
    statement:
      "A close without a key, or with a malformed header, is refused and leaves the session as it was.",
    covers: ["Request 1", "Error 7", "Lifecycle 17"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const before = await readSession(target, id);
      demandError(await closeSession(target, id, { key: null }), 401, "invalid_api_key");
      const headers = [["Thinklio-Version", "yesterday"]] as const;
      demandError(await closeSession(target, id, { headers }), 400, "invalid_request");
      demandEqual("the session", await readSession(target, id), before);
    },
  },
];
