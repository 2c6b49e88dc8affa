import {
  validateAssistantMessage,
  validateMessagePage,
  validateSession,
} from "../../generated/validators.js";
import {
  closeSession,
  converse,
  createSession,
  getSession,
  listMessages,
  openSession,
  readHistory,
  readPage,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandInvalid, demandStatus } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Call, Target } from "../target.ts";
import { lifetimeOf } from "./lifecycle.ts";
import { exhaustBudget } from "./limits.ts";
import { demandSameMetadata } from "./values.ts";

const asText: HeaderField = ["Content-Type", "text/plain"];
const asJson: HeaderField = ["Content-Type", "application/json"];
const badVersion: HeaderField = ["Thinklio-Version", "yesterday"];

/** What faulty servers showed that the rules of the other topics do not see. */
export const proofGapRules: readonly Rule[] = [
  {
    id: "SES-200",
    title: "metadata keeps values that look like others",
    statement:
      "false, 0, empty strings, strings of digits, capital letters and combining characters in metadata come back as they are.",
    covers: ["Session 11"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(
        target,
        '{"no":false,"zero":0,"text":"","digits":"007","Key":"Value","KEY":"VALUE","e\\u0301":"e\\u0301 \\u00e9","nul":"\\u0000"}',
      );
    },
  },
  {
    id: "SES-201",
    title: "metadata keeps long values",
    statement:
      "A string of 200,000 characters in a session's metadata comes back whole, and so do 2,000 keys.",
    covers: ["Session 11"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, JSON.stringify({ long: "x".repeat(200_000) }));
      const keys = Array.from({ length: 2000 }, (_, index) => [`key ${index}`, index]);
      await demandSameMetadata(target, JSON.stringify(Object.fromEntries(keys)));
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
    id: "MSG-202",
    title: "A message may have any characters",
    statement:
      "White space alone is a message. Any character, control and combining ones included, comes back in the history as it was sent.",
    covers: ["Message 2", "History 11"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const messages = [
        " ",
        "\n",
        " \t\u0000\u0001 e\u0301 \u00e9 \r\n\r \u2028 \uFEFF \uFFFF \u{10FFFF}\n ",
      ];
      for (const message of messages) await converse(target, { message, session_id });
      const sent = (await readHistory(target, session_id)).filter(({ role }) => role === "user");
      demandEqual(
        "the messages",
        sent.map(({ content }) => content),
        messages,
      );
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
    id: "LIF-202",
    title: "The agent sees no other session",
    statement: "The agent's reply draws on the messages of its own session, and not on those of others.",
    covers: ["Lifecycle 20"],
    needs: ["write", "recalling-message"],
    async check(target) {
      await converse(target, { message: "My order is number 905517." });
      const { content } = await converse(target, { message: target.offer("recalling-message") });
      demand(!content.includes("905517"), "the reply shows a message of another session");
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
  {
    id: "ERR-200",
    title: "The body and the headers come before the scope",
    statement:
      "A media type, a size, a JSON or a header that is at fault decides the answer, even if the key may not do this.",
    covers: ["Order 7"],
    needs: ["write", "read-only-key"],
    async check(target) {
      await demandFaultOfBody(target, { key: target.offer("read-only-key") });
    },
  },
  {
    id: "ERR-201",
    title: "The body and the headers come before existence",
    statement:
      "A media type, a size, a JSON or a header that is at fault decides the answer, even if there is no such channel.",
    covers: ["Order 7", "Order 8"],
    needs: ["write"],
    async check(target) {
      await demandFaultOfBody(target, { channel: unknownId("ch") });
    },
  },
  {
    id: "ERR-202",
    title: "Existence comes before the budget",
    statement: "A message to a session that does not exist answers 404, even if the budget is exhausted.",
    covers: ["Order 9", "Order 10"],
    needs: ["write", "spent-key"],
    async check(target) {
      const { key, channel } = target.offer("spent-key");
      await exhaustBudget(target);
      const json = { message: "Hello", session_id: unknownId("ses") };
      demandError(await sendMessage(target, json, { key, channel }), 404, "session_not_found");
    },
  },
  {
    id: "ERR-203",
    title: "The session's expiry comes before the policy",
    statement: "A message that a policy blocks, to an expired session, answers 409 session_expired.",
    covers: ["Order 10"],
    needs: ["write", "pass-time", "blocked-message"],
    async check(target) {
      const session = await openSession(target);
      await target.offer("pass-time")(1.25 * lifetimeOf(session));
      const json = { message: target.offer("blocked-message"), session_id: session.id };
      demandError(await sendMessage(target, json), 409, "session_expired");
    },
  },
  {
    id: "ERR-204",
    title: "The body's schema comes before the policy",
    statement: "A message that a policy blocks, in a body that breaks its schema, answers 422.",
    covers: ["Order 7", "Order 10"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const json = { message: target.offer("blocked-message"), metadata: "text" };
      demandInvalid(await sendMessage(target, json), "/metadata");
    },
  },
  {
    id: "AUT-200",
    title: "A key counts whole, and as it is written",
    statement: "A good key in another case, or without its last character, is not that key: 401.",
    covers: ["Error 13"],
    needs: [],
    async check(target) {
      const { key } = target;
      const others = [key.toUpperCase(), key.toLowerCase(), key.slice(0, -1)];
      for (const other of others.filter((one) => one !== key && one !== "")) {
        demandError(await getSession(target, unknownId("ses"), { key: other }), 401, "invalid_api_key");
      }
    },
  },
  {
    id: "AUT-201",
    title: "A key that may read can read",
    statement: "A key of the same tenant that may only read gets the session and its history.",
    covers: ["Error 17"],
    needs: ["write", "read-only-key"],
    async check(target) {
      const key = target.offer("read-only-key");
      const session = await openSession(target);
      await converse(target, { message: "Hello", session_id: session.id });
      const read = demandBody(await getSession(target, session.id, { key }), 200, validateSession);
      demandEqual("the session", read, await readSession(target, session.id));
      const page = demandBody(await listMessages(target, session.id, {}, { key }), 200, validateMessagePage);
      demandEqual("the history", page.data, await readHistory(target, session.id));
    },
  },
  {
    id: "HTT-200",
    title: "A body in chunks is read whole",
    statement: "What a body says counts alike whether its length is announced or it comes in chunks.",
    covers: ["Request 14"],
    needs: ["write"],
    async check(target) {
      const metadata = { ticket: "T-1042" };
      const created = await createSession(target, { metadata }, { chunked: true });
      const session = demandBody(created, 201, validateSession);
      demandEqual("metadata", session.metadata, metadata, created);
      const json = { message: "Hello", session_id: session.id };
      const reply = demandBody(
        await sendMessage(target, json, { chunked: true }),
        200,
        validateAssistantMessage,
      );
      demandEqual("session_id", reply.session_id, session.id);
    },
  },
];

/** Demands that a session with a message stays as it is when something is done to it after a while. */
async function demandNoActivity(target: Target, act: (id: string) => Promise<void>): Promise<void> {
  const { id } = await openSession(target);
  await converse(target, { message: "Hello", session_id: id });
  const before = await readSession(target, id);
  await target.offer("pass-time")(0.3 * lifetimeOf(before));
  await act(id);
  demandEqual("the session", await readSession(target, id), before);
}

/** Demands that each fault of a message's body or headers is answered before what else is wrong with the call. */
async function demandFaultOfBody(target: Target, call: Call & { readonly channel?: string }): Promise<void> {
  const send = (headers: readonly HeaderField[], body: string): Promise<Answer> =>
    sendMessage(target, undefined, { ...call, headers, body });
  const body = '{"message":"Hello"}';
  demandError(await send([asText], body), 415, "unsupported_media_type");
  demandError(await send([asJson], "x".repeat(262_145)), 413, "payload_too_large");
  demandError(await send([asJson], "{"), 400, "invalid_request");
  demandError(await send([asJson, badVersion], body), 400, "invalid_request");
}
