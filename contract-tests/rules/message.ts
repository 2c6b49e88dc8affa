import { validateTimestamp } from "../../generated/validators.js";
import {
  closeSession,
  converse,
  openSession,
  readHistory,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandEqual, demandError, demandInvalid, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import { wrongTypes } from "./values.ts";

/** How many characters a message can have. */
const LONGEST = 32_768;

/** Sending a message that is answered whole. */
export const messageRules: readonly Rule[] = [
  {
    id: "MSG-001",
    title: "A message is answered",
    statement: "sendMessage answers 200 with the agent's reply, as JSON.",
    source: { kind: "V", place: "Operations, sendMessage" },
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
    },
  },
  {
    id: "MSG-002",
    title: "A message's id begins with msg_",
    statement: "A reply's id is a string that begins with msg_, and no two messages share one.",
    source: { kind: "V", place: "Message, id" },
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
    source: { kind: "V", place: "Message, session_id" },
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
    source: { kind: "V", place: "Message, role" },
    needs: ["write"],
    async check(target) {
      demandEqual("role", (await converse(target, { message: "Hello" })).role, "assistant");
    },
  },
  {
    id: "MSG-005",
    title: "A reply's content is a string",
    statement: "A reply has its text as content, a string.",
    source: { kind: "V", place: "Message, content" },
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
    source: { kind: "V", place: "Message, created_at" },
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
    source: { kind: "V", place: "Message, tokens" },
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
    source: { kind: "V", place: "Message, model" },
    needs: ["write"],
    async check(target) {
      demandEqual("the type of model", typeof (await converse(target, { message: "Hello" })).model, "string");
    },
  },
  {
    id: "MSG-009",
    title: "stream: false is the default",
    statement: "A message with stream: false is answered like one without stream: with JSON.",
    source: { kind: "V", place: "Message, stream" },
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
    source: { kind: "D", place: "Message, message" },
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
    source: { kind: "D", place: "Message, message" },
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "" }), "/message");
    },
  },
  {
    id: "MSG-012",
    title: "A message of 32,768 characters is accepted",
    statement: "The longest message has 32,768 characters.",
    source: { kind: "D", place: "Message, message" },
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "x".repeat(LONGEST) });
    },
  },
  {
    id: "MSG-013",
    title: "A message of 32,769 characters is refused",
    statement: "sendMessage answers 422 for a message of more than 32,768 characters, and names /message.",
    source: { kind: "D", place: "Message, message" },
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "x".repeat(LONGEST + 1) }), "/message");
    },
  },
  {
    id: "MSG-014",
    title: "Characters are code points: 32,768 emoji are accepted",
    statement: "A character is a Unicode code point, however many bytes or UTF-16 units it takes.",
    source: { kind: "D", place: "Operations, characters" },
    needs: ["write"],
    async check(target) {
      await converse(target, { message: "🙂".repeat(LONGEST) });
    },
  },
  {
    id: "MSG-015",
    title: "Characters are code points: 32,769 emoji are refused",
    statement: "A message of 32,769 code points is too long, and refused with 422 that names /message.",
    source: { kind: "D", place: "Operations, characters" },
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "🙂".repeat(LONGEST + 1) }), "/message");
    },
  },
  {
    id: "MSG-016",
    title: "message is required",
    statement: "sendMessage answers 400 invalid_request where the body has no message.",
    source: { kind: "D", place: "Errors, 400 invalid_request" },
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
    source: { kind: "D", place: "Errors, 400 invalid_request" },
    needs: ["write"],
    async check(target) {
      demandError(await sendMessage(target), 400, "invalid_request");
    },
  },
  {
    id: "MSG-018",
    title: "message must be a string",
    statement: "sendMessage answers 422 where message is no string, and names /message.",
    source: { kind: "D", place: "Message, message" },
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
    source: { kind: "D", place: "Message, session_id" },
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
    source: { kind: "D", place: "Message, stream" },
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
    source: { kind: "D", place: "Message, metadata" },
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
    source: { kind: "D", place: "Errors, 422 validation_failed" },
    needs: ["write"],
    async check(target) {
      for (const body of wrongTypes("object")) demandInvalid(await sendMessage(target, body), "");
    },
  },
  {
    id: "MSG-023",
    title: "Unknown fields are ignored when a message is sent",
    statement: "sendMessage ignores a field of the body that it does not know.",
    source: { kind: "D", place: "Requests, open bodies" },
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
    source: { kind: "D", place: "Message, session_id" },
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
    source: { kind: "D", place: "Message, history" },
    needs: ["write"],
    async check(target) {
      const session = await openSession(target);
      demandInvalid(await sendMessage(target, { message: "", session_id: session.id }), "/message");
      const json = { message: "Hello", session_id: session.id };
      demandStatus(await sendMessage(target, json, { channel: unknownId("ch") }), 404);
      demandStatus(await sendMessage(target, json, { key: null }), 401);
      demandEqual("the session", await readSession(target, session.id), session);
      demandEqual("the history", await readHistory(target, session.id), []);
    },
  },
  {
    id: "MSG-026",
    title: "A blocked message leaves no trace",
    statement:
      "A message that a policy blocks adds nothing to the history, and changes nothing about the session.",
    source: { kind: "D", place: "Message, history" },
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
    source: { kind: "D", place: "Message, history" },
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
    id: "MSG-028",
    title: "Messages sent at once are answered one after the other",
    statement:
      "Of messages sent to one session at once none is lost, and in the history each is followed by its own reply.",
    source: { kind: "D", place: "Message, history" },
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const replies = await Promise.all(
        ["one", "two", "three", "four"].map(async (message) => ({
          message,
          reply: await converse(target, { message, session_id }),
        })),
      );
      const history = await readHistory(target, session_id);
      demandEqual("the number of items", history.length, 8);
      for (const { message, reply } of replies) {
        const position = history.findIndex(({ role, content }) => role === "user" && content === message);
        demandEqual(`what follows the message ${message}`, history[position + 1], reply);
      }
    },
  },
  {
    id: "MSG-029",
    title: "A message to a closed session does not reopen it",
    statement: "A refused message leaves a closed session closed.",
    source: { kind: "D", place: "Lifecycle 6" },
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      demandStatus(await closeSession(target, id), 200);
      demandStatus(await sendMessage(target, { message: "Hello", session_id: id }), 409);
      demandEqual("status", (await readSession(target, id)).status, "closed");
    },
  },
];
