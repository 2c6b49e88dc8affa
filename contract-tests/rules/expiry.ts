import type { Session } from "../../generated/index.ts";
import { validateSession } from "../../generated/validators.js";
import { closeSession, converse, openSession, readHistory, readSession, sendMessage } from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandInvalid, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Target } from "../target.ts";
import { lifetimeOf } from "./lifetime.ts";

/** When a session expires, what puts that off, and what an expired one still does. */
export const expiryRules: readonly Rule[] = [
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
  {
    id: "LIF-302",
    title: "A session has expired as soon as its time is over",
    statement: "At its expires_at, and not only after it, a session is expired and takes no message.",
    covers: ["Lifecycle 5"],
    needs: ["write", "pass-time"],
    async check(target) {
      const { id, created_at, expires_at } = await openSession(target);
      await target.offer("pass-time")(Date.parse(expires_at) - Date.parse(created_at));
      demandEqual("status", (await readSession(target, id)).status, "expired");
      const answer = await sendMessage(target, { message: "Hello", session_id: id });
      demandError(answer, 409, "session_expired");
    },
  },
  {
    id: "LIF-200",
    title: "A refused message is no activity",
    statement: "A message that breaks its schema does not move expires_at, however late it comes.",
    covers: ["History 16"],
    needs: ["write", "pass-time"],
    async check(target) {
      await demandNoActivity(target, async (session_id) => {
        demandInvalid(await sendMessage(target, { message: "", session_id }), "/message");
      });
    },
  },
  {
    id: "LIF-201",
    title: "Closing is no activity",
    statement:
      "Closing a session does not move its expires_at or its last_message_at, however late it comes.",
    covers: ["Lifecycle 11"],
    needs: ["write", "pass-time"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      await converse(target, { message: "Hello", session_id });
      const before = await readSession(target, session_id);
      await target.offer("pass-time")(0.3 * lifetimeOf(before));
      const closed = demandBody(await closeSession(target, session_id), 200, validateSession);
      demandEqual("the closed session", closed, { ...before, status: "closed" });
      demandEqual("the session", await readSession(target, session_id), closed);
    },
  },
  {
    id: "LIF-203",
    title: "A message that a policy blocks, or the agent fails on, is no activity",
    statement: "A message that is answered with 403 or 500 does not move expires_at, however late it comes.",
    covers: ["History 16", "History 17"],
    needs: ["write", "pass-time", "blocked-message", "failing-message"],
    async check(target) {
      await demandNoActivity(target, async (session_id) => {
        const [blocked, failing] = [target.offer("blocked-message"), target.offer("failing-message")];
        demandStatus(await sendMessage(target, { message: blocked, session_id }), 403);
        demandStatus(await sendMessage(target, { message: failing, session_id }), 500);
      });
    },
  },
  {
    id: "LIF-204",
    title: "Every message moves the expiry, and not only the first",
    statement:
      "After each message, last_message_at is the created_at of the newest item, and expires_at is the session's time after it.",
    covers: ["Lifecycle 3", "Session 20"],
    needs: ["write", "pass-time"],
    async check(target) {
      const created = await openSession(target);
      const lifetime = lifetimeOf(created);
      for (let messages = 0; messages < 3; messages += 1) {
        await target.offer("pass-time")(0.3 * lifetime);
        const reply = await converse(target, { message: "Hello", session_id: created.id });
        const { last_message_at = "", expires_at } = await readSession(target, created.id);
        demandEqual("last_message_at", Date.parse(last_message_at), Date.parse(reply.created_at));
        const rest = Date.parse(expires_at) - Date.parse(last_message_at);
        demandEqual("expires_at - last_message_at, in ms,", rest, lifetime);
      }
    },
  },
];

/** A time that is short for a session, in milliseconds: a second, or less if it does not live long. */
function marginOf(session: Session): number {
  return Math.min(1000, lifetimeOf(session) / 4);
}

async function expiredSession(target: Target): Promise<Session> {
  const session = await openSession(target);
  await target.offer("pass-time")(lifetimeOf(session) + marginOf(session));
  return session;
}

/** Demands that a session with a message stays as it is when something is done to it after a while. */
async function demandNoActivity(target: Target, act: (id: string) => Promise<void>): Promise<void> {
  const { id } = await openSession(target);
  await converse(target, { message: "Hello", session_id: id });
  const before = await readSession(target, id);
  await target.offer("pass-time")(0.3 * lifetimeOf(before));
  await act(id);
  demandEqual("the session", await readSession(target, id), before);
}
