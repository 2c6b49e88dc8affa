import type { Session } from "../../generated/index.ts";
import { validateSession } from "../../generated/validators.js";
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
import { demand, demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Target } from "../target.ts";

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
    id: "LIF-002",
    title: "A session lives as long as the server says",
    statement:
      "A new session's expires_at is the configured time (24 hours unless configured) after its created_at.",
    covers: ["Lifecycle 2", "Lifecycle 3"],
    needs: ["write", "session-lifetime"],
    async check(target) {
      const lifetime = target.offer("session-lifetime");
      demandEqual("expires_at - created_at, in ms,", lifetimeOf(await openSession(target)), lifetime);
    },
  },
  {
    id: "LIF-003",
    title: "expires_at follows the last message",
    statement:
      "A session's expires_at is as long after last_message_at as a new session's is after created_at.",
    covers: ["Lifecycle 3"],
    needs: ["write"],
    async check(target) {
      const created = await openSession(target);
      await converse(target, { message: "Hello", session_id: created.id });
      const { expires_at, last_message_at } = await readSession(target, created.id);
      const afterMessage = Date.parse(expires_at) - Date.parse(last_message_at ?? "");
      demandEqual("expires_at - last_message_at, in ms,", afterMessage, lifetimeOf(created));
    },
  },
  {
    id: "LIF-004",
    title: "Each message puts the expiry off",
    statement:
      "A message moves expires_at, so that a session which gets messages outlives its first expires_at.",
    covers: ["Lifecycle 3"],
    needs: ["write", "pass-time"],
    async check(target) {
      const created = await openSession(target);
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      await converse(target, { message: "Hello", session_id: created.id });
      const { expires_at } = await readSession(target, created.id);
      demand(Date.parse(expires_at) > Date.parse(created.expires_at), "the message did not move expires_at");
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      demandEqual("status", (await readSession(target, created.id)).status, "active");
      await converse(target, { message: "Hello", session_id: created.id });
    },
  },
  {
    id: "LIF-005",
    title: "A streamed message puts the expiry off, too",
    statement: "A streamed message moves expires_at like any other.",
    covers: ["Lifecycle 3"],
    needs: ["write", "pass-time"],
    async check(target) {
      const created = await openSession(target);
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      demandStatus(
        await sendMessage(target, { message: "Hello", session_id: created.id, stream: true }),
        200,
      );
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      demandEqual("status", (await readSession(target, created.id)).status, "active");
    },
  },
  {
    id: "LIF-006",
    title: "Reading is no activity",
    statement: "Reading a session or its history leaves the session as it was, expires_at included.",
    covers: ["Lifecycle 4"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const before = await readSession(target, id);
      await readHistory(target, id);
      demandEqual("the session", await readSession(target, id), before);
    },
  },
  {
    id: "LIF-007",
    title: "Reading does not put the expiry off",
    statement: "A session that is only read expires when it said it would.",
    covers: ["Lifecycle 4"],
    needs: ["write", "pass-time"],
    async check(target) {
      const created = await openSession(target);
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      await readHistory(target, created.id);
      demandEqual("expires_at", (await readSession(target, created.id)).expires_at, created.expires_at);
      await target.offer("pass-time")(0.6 * lifetimeOf(created));
      demandEqual("status", (await readSession(target, created.id)).status, "expired");
    },
  },
  {
    id: "LIF-008",
    title: "A session is active until it expires",
    statement: "A session is active, and takes messages, until shortly before expires_at.",
    covers: ["Lifecycle 5"],
    needs: ["write", "pass-time"],
    async check(target) {
      const session = await openSession(target);
      await target.offer("pass-time")(lifetimeOf(session) - marginOf(session));
      demandEqual("status", (await readSession(target, session.id)).status, "active");
      await converse(target, { message: "Hello", session_id: session.id });
    },
  },
  {
    id: "LIF-009",
    title: "A session expires",
    statement: "A session's status reads expired after its expires_at, which stays as it was.",
    covers: ["Lifecycle 2", "Lifecycle 5", "Session 6"],
    needs: ["write", "pass-time"],
    async check(target) {
      const session = await expiredSession(target);
      const { status, expires_at } = await readSession(target, session.id);
      demandEqual("status", status, "expired");
      demandEqual("expires_at", expires_at, session.expires_at);
    },
  },
  {
    id: "LIF-010",
    title: "An expired session can be read, with its history",
    statement: "An expired session keeps its whole history, its count and its metadata.",
    covers: ["Lifecycle 6"],
    needs: ["write", "pass-time"],
    async check(target) {
      const { id } = await openSession(target, { metadata: { ticket: "T-1042" } });
      await converse(target, { message: "Hello", session_id: id });
      const [session, history] = [await readSession(target, id), await readHistory(target, id)];
      await target.offer("pass-time")(lifetimeOf(session) + marginOf(session));
      demandEqual("the session", await readSession(target, id), { ...session, status: "expired" });
      demandEqual("the history", await readHistory(target, id), history);
    },
  },
  {
    id: "LIF-011",
    title: "An expired session takes no message",
    statement:
      "sendMessage answers 409 session_expired for an expired session, streamed or not, and adds nothing.",
    covers: ["Lifecycle 7", "Lifecycle 8"],
    needs: ["write", "pass-time"],
    async check(target) {
      const { id } = await expiredSession(target);
      for (const stream of [false, true]) {
        const answer = await sendMessage(target, { message: "Hello", session_id: id, stream });
        demandError(answer, 409, "session_expired");
      }
      demandEqual("the history", await readHistory(target, id), []);
      demandEqual("status", (await readSession(target, id)).status, "expired");
    },
  },
  {
    id: "LIF-012",
    title: "An expired session cannot be closed",
    statement: "closeSession answers 409 session_expired for an expired session, which stays expired.",
    covers: ["Lifecycle 13"],
    needs: ["write", "pass-time"],
    async check(target) {
      const { id } = await expiredSession(target);
      demandError(await closeSession(target, id), 409, "session_expired");
      demandEqual("status", (await readSession(target, id)).status, "expired");
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
    id: "LIF-020",
    title: "The agent sees the earlier messages",
    statement: "The agent's reply can draw on the earlier messages of the session.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      await converse(target, { message: "My order is number 748231.", session_id });
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the earlier message");
    },
  },
  {
    id: "LIF-021",
    title: "The agent sees the initial context",
    statement: "The agent's reply can draw on the initial_context of the session.",
    covers: ["Lifecycle 19"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target, {
        initial_context: "The order is number 748231.",
      });
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the initial context");
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
    id: "LIF-025",
    title: "A closed session does not expire",
    statement:
      "After its expires_at a closed session is still closed: it reads so, can be closed again, and takes no message for that reason.",
    covers: ["Lifecycle 12", "Lifecycle 14"],
    needs: ["write", "pass-time"],
    async check(target) {
      const session = await openSession(target);
      const closed = demandBody(await closeSession(target, session.id), 200, validateSession);
      await target.offer("pass-time")(lifetimeOf(session) + marginOf(session));
      demandEqual("the session", await readSession(target, session.id), closed);
      const again = demandBody(await closeSession(target, session.id), 200, validateSession);
      demandEqual("the session, closed again,", again, closed);
      const answer = await sendMessage(target, { message: "Hello", session_id: session.id });
      demandError(answer, 409, "session_closed");
    },
  },
];

/** How long a session without messages lives, in milliseconds. */
export function lifetimeOf({ created_at, expires_at, last_message_at }: Session): number {
  return Date.parse(expires_at) - Date.parse(last_message_at ?? created_at);
}

/** A time that is short for a session, in milliseconds: a second, or less if it does not live long. */
function marginOf(session: Session): number {
  return Math.min(1000, lifetimeOf(session) / 4);
}

async function expiredSession(target: Target): Promise<Session> {
  const session = await openSession(target);
  await target.offer("pass-time")(lifetimeOf(session) + marginOf(session));
  return session;
}
