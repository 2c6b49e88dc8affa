import { setTimeout as delay } from "node:timers/promises";
import { validateMessagePage, validateSession, validateTimestamp } from "../../generated/validators.js";
import {
  closeSession,
  converse,
  createSession,
  getSession,
  listMessages,
  openSession,
  readHistory,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandInvalid, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import { exhaustBudget } from "./limits.ts";
import { wrongTypes } from "./values.ts";

/** How many characters a message can have. */
const LONGEST = 32_768;

/** The time between two reads of what is expected to change, in milliseconds. */
const READ_EVERY = 10;

/** Sending a message that is answered whole. */
export const messageRules: readonly Rule[] = [
  {
    id: "MSG-001",
    title: "A message is answered",
    statement: "sendMessage answers 200 with the agent's reply, as JSON.",
    covers: ["Operation 3", "Message 1", "Message 6", "Message 10"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id, metadata: { ticket: "T-1042" } });
    },
  },
  {
    id: "MSG-002",
    title: "A message's id begins with msg_",
    statement: "A reply's id is a string that begins with msg_, and no two messages share one.",
    covers: ["Message 10", "Message 11"],
    needs: ["write"],
    async check(target) {
      const first = await converse(target, { message: "Hello" });
      const second = await converse(target, { message: "Hello", session_id: first.session_id });
      demand(first.id.startsWith("msg_"), "the id does not begin with msg_");
      demand(first.id !== second.id, "two messages have the same id");
    },
  },
  {
    id: "MSG-003",
    title: "A reply names the session",
    statement: "A reply's session_id is that of the session which the message was sent to.",
    covers: ["Message 4", "Message 12"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      demandEqual(
        "session_id",
        (await converse(target, { message: "Hello", session_id: id })).session_id,
        id,
      );
    },
  },
  {
    id: "MSG-004",
    title: "A reply's role is assistant",
    statement: "A reply's role is assistant.",
    covers: ["Message 13"],
    needs: ["write"],
    async check(target) {
      demandEqual("role", (await converse(target, { message: "Hello" })).role, "assistant");
    },
  },
  {
    id: "MSG-005",
    title: "A reply's content is a string",
    statement: "A reply has its text as content, a string.",
    covers: ["Message 14"],
    needs: ["write"],
    async check(target) {
      demandEqual(
        "the type of content",
        typeof (await converse(target, { message: "Hello" })).content,
        "string",
      );
    },
  },
  {
    id: "MSG-006",
    title: "A reply's created_at is a moment in UTC",
    statement: "A reply's created_at is an RFC 3339 date-time in UTC.",
    covers: ["Message 15"],
    needs: ["write"],
    async check(target) {
      const { created_at } = await converse(target, { message: "Hello" });
      demand(validateTimestamp(created_at), `${created_at} is no RFC 3339 date-time in UTC`);
    },
  },
  {
    id: "MSG-007",
    title: "A reply says what it cost",
    statement: "A reply's tokens is an integer.",
    covers: ["Message 16"],
    needs: ["write"],
    async check(target) {
      const { tokens } = await converse(target, { message: "Hello" });
      demand(Number.isInteger(tokens), `tokens is ${tokens}, which is no integer`);
    },
  },
  {
    id: "MSG-008",
    title: "A reply names its model",
    statement: "A reply's model is a string.",
    covers: ["Message 17"],
    needs: ["write"],
    async check(target) {
      demandEqual("the type of model", typeof (await converse(target, { message: "Hello" })).model, "string");
    },
  },
  {
    id: "MSG-009",
    title: "stream: false is the default",
    statement: "A message with stream: false is answered like one without stream: with JSON.",
    covers: ["Message 5"],
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "Hello" });
      await converse(target, { message: "Hello", stream: false });
    },
  },
  {
    id: "MSG-010",
    title: "A message of 1 character is accepted",
    statement: "The shortest message has 1 character. One outside the Basic Multilingual Plane counts as 1.",
    covers: ["Message 2", "Operation 14"],
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "x" });
      await converse(target, { message: "🙂" });
    },
  },
  {
    id: "MSG-011",
    title: "An empty message is refused",
    statement: "sendMessage answers 422 for a message of 0 characters, and names /message.",
    covers: ["Message 2", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "" }), "/message");
    },
  },
  {
    id: "MSG-012",
    title: "A message of 32,768 characters is accepted",
    statement: "The longest message has 32,768 characters.",
    covers: ["Message 3"],
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "x".repeat(LONGEST) });
    },
  },
  {
    id: "MSG-013",
    title: "A message of 32,769 characters is refused",
    statement: "sendMessage answers 422 for a message of more than 32,768 characters, and names /message.",
    covers: ["Message 3", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "x".repeat(LONGEST + 1) }), "/message");
    },
  },
  {
    id: "MSG-014",
    title: "Characters are code points: 32,768 emoji are accepted",
    statement: "A character is a Unicode code point, however many bytes or UTF-16 units it takes.",
    covers: ["Message 3", "Operation 14"],
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "🙂".repeat(LONGEST) });
    },
  },
  {
    id: "MSG-015",
    title: "Characters are code points: 32,769 emoji are refused",
    statement: "A message of 32,769 code points is too long, and refused with 422 that names /message.",
    covers: ["Message 3", "Operation 14", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "🙂".repeat(LONGEST + 1) }), "/message");
    },
  },
  {
    id: "MSG-016",
    title: "message is required",
    statement: "sendMessage answers 400 invalid_request where the body has no message.",
    covers: ["Message 1", "Error 6"],
    needs: ["write"],
    async check(target) {
      demandError(await sendMessage(target, {}), 400, "invalid_request");
      demandError(await sendMessage(target, { stream: false, metadata: {} }), 400, "invalid_request");
    },
  },
  {
    id: "MSG-017",
    title: "sendMessage needs a body",
    statement: "sendMessage answers 400 invalid_request where there is no body.",
    covers: ["Error 6"],
    needs: ["write"],
    async check(target) {
      demandError(await sendMessage(target), 400, "invalid_request");
    },
  },
  {
    id: "MSG-018",
    title: "message must be a string",
    statement: "sendMessage answers 422 where message is no string, and names /message.",
    covers: ["Message 1", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("string")) {
        demandInvalid(await sendMessage(target, { message: value }), "/message");
      }
    },
  },
  {
    id: "MSG-019",
    title: "session_id must be a string",
    statement: "sendMessage answers 422 where session_id is no string, and names /session_id.",
    covers: ["Message 4", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("string")) {
        demandInvalid(await sendMessage(target, { message: "Hello", session_id: value }), "/session_id");
      }
    },
  },
  {
    id: "MSG-020",
    title: "stream must be a boolean",
    statement: "sendMessage answers 422 where stream is no boolean, and names /stream.",
    covers: ["Message 5", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of [...wrongTypes("boolean"), "true", 1]) {
        demandInvalid(await sendMessage(target, { message: "Hello", stream: value }), "/stream");
      }
    },
  },
  {
    id: "MSG-021",
    title: "A message's metadata must be an object",
    statement: "sendMessage answers 422 where metadata is no object, and names /metadata.",
    covers: ["Message 6", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("object")) {
        demandInvalid(await sendMessage(target, { message: "Hello", metadata: value }), "/metadata");
      }
    },
  },
  {
    id: "MSG-022",
    title: "The body of sendMessage must be an object",
    statement: "sendMessage answers 422 where the body is JSON, but no object, and names the whole body.",
    covers: ["Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const body of wrongTypes("object")) demandInvalid(await sendMessage(target, body), "");
    },
  },
  {
    id: "MSG-023",
    title: "Unknown fields are ignored when a message is sent",
    statement: "sendMessage ignores a field of the body that it does not know.",
    covers: ["Request 10"],
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "Hello", colour: "blue" });
    },
  },
  {
    id: "MSG-024",
    title: "A session takes messages on its own channel only",
    statement:
      "sendMessage answers 404 session_not_found for a session on another channel, which stays as it was.",
    covers: ["Message 8", "History 16"],
    needs: ["write", "second-channel"],
    async check(target) {
      const session = await openSession(target);
      const json = { message: "Hello", session_id: session.id };
      const answer = await sendMessage(target, json, { channel: target.offer("second-channel") });
      demandError(answer, 404, "session_not_found");
      demandEqual("the session", await readSession(target, session.id), session);
    },
  },
  {
    id: "MSG-025",
    title: "A refused message leaves no trace",
    statement:
      "A message that is refused adds nothing to the history, and changes nothing about the session.",
    covers: ["History 16"],
    needs: ["write"],
    async check(target) {
      const session = await openSession(target);
      demandInvalid(await sendMessage(target, { message: "", session_id: session.id }), "/message");
      const json = { message: "Hello", session_id: session.id };
      demandStatus(await sendMessage(target, json, { channel: unknownId("ch") }), 404);
      demandStatus(await sendMessage(target, json, { key: null }), 401);
      const raw = (body: string, mediaType: string) =>
        sendMessage(target, undefined, { headers: [["Content-Type", mediaType]], body });
      const text = JSON.stringify(json);
      demandStatus(await raw(text, "text/plain"), 415);
      demandStatus(await raw(text.slice(0, -1), "application/json"), 400);
      demandStatus(await raw(text.padEnd(262_145), "application/json"), 413);
      demandEqual("the session", await readSession(target, session.id), session);
      demandEqual("the history", await readHistory(target, session.id), []);
    },
  },
  {
    id: "MSG-026",
    title: "A blocked message leaves no trace",
    statement:
      "A message that a policy blocks adds nothing to the history, and changes nothing about the session.",
    covers: ["History 16"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const session = await openSession(target);
      const json = { message: target.offer("blocked-message"), session_id: session.id };
      demandStatus(await sendMessage(target, json), 403);
      demandEqual("the session", await readSession(target, session.id), session);
      demandEqual("the history", await readHistory(target, session.id), []);
    },
  },
  {
    id: "MSG-027",
    title: "A message that the agent fails on leaves no trace",
    statement: "A message whose reply fails before its first byte adds nothing to the history.",
    covers: ["History 17"],
    needs: ["write", "failing-message"],
    async check(target) {
      const session = await openSession(target);
      const message = target.offer("failing-message");
      for (const stream of [false, true]) {
        demandStatus(await sendMessage(target, { message, stream, session_id: session.id }), 500);
      }
      demandEqual("the session", await readSession(target, session.id), session);
      demandEqual("the history", await readHistory(target, session.id), []);
    },
  },
  {
    id: "MSG-029",
    title: "A message to a closed session does not reopen it",
    statement: "A refused message leaves a closed session closed.",
    covers: ["Lifecycle 10", "History 16"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      demandStatus(await closeSession(target, id), 200);
      demandStatus(await sendMessage(target, { message: "Hello", session_id: id }), 409);
      demandEqual("status", (await readSession(target, id)).status, "closed");
    },
  },
  {
    id: "MSG-030",
    title: "A session_id that names nothing is 404",
    statement:
      "sendMessage answers 404 session_not_found for a session_id that names nothing, whatever it looks like.",
    covers: ["Message 7"],
    needs: ["write"],
    async check(target) {
      for (const session_id of [unknownId("ses"), "nobody", "", "ses_\u0000", "a".repeat(10_000)]) {
        demandError(await sendMessage(target, { message: "Hello", session_id }), 404, "session_not_found");
      }
    },
  },
  {
    id: "MSG-031",
    title: "A message beyond the budget leaves no trace",
    statement:
      "A message that is refused for the budget adds nothing to the history, and changes nothing about the session.",
    covers: ["History 16"],
    needs: ["write", "spent-key"],
    async check(target) {
      const { key, channel } = target.offer("spent-key");
      // First, because it may take longer than a session lives.
      await exhaustBudget(target);
      const session = demandBody(await createSession(target, {}, { key, channel }), 201, validateSession);
      for (const stream of [false, true]) {
        const json = { message: "Hello", session_id: session.id, stream };
        demandError(await sendMessage(target, json, { key, channel }), 403, "budget_exceeded");
      }
      const after = demandBody(await getSession(target, session.id, { key }), 200, validateSession);
      demandEqual("the session", after, session);
      const page = await listMessages(target, session.id, {}, { key });
      demandEqual("the history", demandBody(page, 200, validateMessagePage).data, []);
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
    id: "MSG-032",
    title: "A message and its reply join the history together",
    statement:
      "Whoever reads the session while the agent replies sees neither the message nor the reply, or both.",
    covers: ["History 15", "Session 8"],
    needs: ["write", "slow-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const { message, duration } = target.offer("slow-message");
      let isRunning = true;
      // The reads take some of the server's time, so that a slow reply may take longer than it does alone.
      const sent = sendMessage(target, { message, session_id }, { patience: duration }).finally(() => {
        isRunning = false;
      });
      const reading = async () => {
        do {
          const items = (await readHistory(target, session_id)).length;
          demand(items === 0 || items === 2, `the history has ${items} item while the agent replies`);
          const { message_count } = await readSession(target, session_id);
          demand(message_count !== 1, "message_count is 1 while the agent replies");
          await delay(READ_EVERY);
        } while (isRunning);
      };
      const [answer] = await Promise.all([sent, reading()]);
      demandStatus(answer, 200);
    },
  },
  {
    id: "MSG-033",
    title: "A message's metadata is not its session's",
    statement:
      "The metadata of a message joins the history with it, and leaves that of the session as it was.",
    covers: ["Session 9", "History 13"],
    needs: ["write"],
    async check(target) {
      const { id: session_id, metadata } = await openSession(target, { metadata: { ticket: "T-1042" } });
      await converse(target, { message: "Hello", session_id, metadata: { ticket: "other", page: 3 } });
      demandEqual("the session's metadata", (await readSession(target, session_id)).metadata, metadata);
    },
  },
];
