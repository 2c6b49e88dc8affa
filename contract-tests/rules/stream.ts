import { setTimeout as delay } from "node:timers/promises";
import type { Session } from "../../generated/index.ts";
import { validateAssistantMessage } from "../../generated/validators.js";
import {
  type ChannelCall,
  converseStreaming,
  openSession,
  readHistory,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandInvalid } from "../demand.ts";
import { parseEventStream } from "../event-stream.ts";
import { parseJson, property } from "../json.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { lifetimeOf } from "./lifetime.ts";

/** Sending a message whose reply is streamed. */
export const streamRules: readonly Rule[] = [
  {
    id: "STR-001",
    title: "A reply can be streamed",
    statement: "With stream: true, sendMessage answers 200 with text/event-stream.",
    covers: ["Message 5", "Stream 1"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converseStreaming(target, { message: "Hello", session_id: id });
    },
  },
  {
    id: "STR-002",
    title: "A stream ends with [DONE], once",
    statement: "The last event of a stream has the data [DONE], and no other event has.",
    covers: ["Stream 3", "Stream 4"],
    needs: ["write"],
    async check(target) {
      const { answer } = await converseStreaming(target, { message: "Hello" });
      const { events } = parseEventStream(answer.response.text);
      demandEqual("the data of the last event", events.at(-1)?.data, "[DONE]", answer);
      demandEqual("the number of [DONE]", events.filter(({ data }) => data === "[DONE]").length, 1, answer);
    },
  },
  {
    id: "STR-003",
    title: "Events have only data",
    statement: "The events of a stream that succeeds have no type and no id.",
    covers: ["Stream 5"],
    needs: ["write"],
    async check(target) {
      const { answer } = await converseStreaming(target, { message: "Hello" });
      for (const { event, id } of parseEventStream(answer.response.text).events) {
        demand(event === undefined, `an event has the type ${event}`, answer);
        demand(id === undefined, `an event has the id ${id}`, answer);
      }
    },
  },
  {
    id: "STR-004",
    title: "Events name the reply and the session",
    statement:
      "Every event but [DONE] is an object with id, session_id and delta; id and session_id never change.",
    covers: ["Stream 6", "Stream 7"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const { answer, deltas } = await converseStreaming(target, { message: "Hello to you", session_id });
      const [first] = deltas;
      for (const delta of deltas) {
        demandEqual("session_id", delta.session_id, session_id, answer);
        demandEqual("id", delta.id, first?.id, answer);
      }
    },
  },
  {
    id: "STR-005",
    title: "The deltas joined are the reply",
    statement:
      "All deltas of a stream joined are the content of the assistant's item, which has the events' id.",
    covers: ["Stream 2", "Stream 8"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const message = 'Grüße, 你好 🙂\nsecond line\r\n  and a \\ and a " third: data: x';
      const { answer, deltas } = await converseStreaming(target, { message, session_id });
      const [user, assistant] = await readHistory(target, session_id);
      demandEqual("the user's item", user?.content, message);
      demandEqual("the deltas joined", deltas.map(({ delta }) => delta).join(""), assistant?.content, answer);
      demandEqual("the events' id", deltas[0]?.id ?? assistant?.id, assistant?.id, answer);
    },
  },
  {
    id: "STR-006",
    title: "A streamed reply counts like any other",
    statement: "When a stream is complete, message_count has grown by 2.",
    covers: ["Stream 13", "History 15"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      await converseStreaming(target, { message: "Hello", session_id });
      demandEqual("message_count", (await readSession(target, session_id)).message_count, 2);
      const roles = (await readHistory(target, session_id)).map(({ role }) => role);
      demandEqual("the roles in the history", roles, ["user", "assistant"]);
    },
  },
  {
    id: "STR-007",
    title: "A streamed message can open a session",
    statement: "A streamed message without session_id opens a session, and the events name it.",
    covers: ["Stream 17"],
    needs: ["write"],
    async check(target) {
      const { answer, deltas } = await converseStreaming(target, { message: "Hello" });
      const [first] = deltas;
      demand(first !== undefined, "the stream has no delta", answer);
      demandEqual("message_count", (await readSession(target, first.session_id)).message_count, 2);
    },
  },
  {
    id: "STR-008",
    title: "A refused stream is an ordinary error",
    statement: "An error before the first byte of a stream is answered with JSON and its own status.",
    covers: ["Stream 10"],
    needs: ["write"],
    async check(target) {
      demandInvalid(await sendMessage(target, { message: "", stream: true }), "/message");
      demandError(await sendMessage(target, { stream: true }), 400, "invalid_request");
    },
  },
  {
    id: "STR-009",
    title: "A stream that fails before it begins is a JSON error",
    statement:
      "Where the agent fails before the first byte, a message with stream: true is answered with a JSON 500.",
    covers: ["Stream 10"],
    needs: ["write", "failing-message"],
    async check(target) {
      const json = { message: target.offer("failing-message"), stream: true };
      demandError(await sendMessage(target, json), 500, "internal_error");
    },
  },
  {
    id: "STR-010",
    title: "A stream that fails on the way says so",
    statement:
      "An error after the first byte is one event of type error, with the error envelope; the stream then ends without [DONE].",
    covers: ["Stream 11"],
    needs: ["write", "breaking-message"],
    async check(target) {
      const answer = await sendMessage(target, { message: target.offer("breaking-message"), stream: true });
      const { events } = parseEventStream(answer.response.text);
      demand(events.length >= 2, "a reply that breaks off has at least one delta before the error", answer);
      const errors = events.filter(({ event }) => event === "error");
      demandEqual("the number of error events", errors.length, 1, answer);
      const code = property(property(parseJson(errors[0]?.data ?? ""), "error"), "code");
      demandEqual("the error's code", code, "internal_error", answer);
      demand(events.at(-1)?.event === "error", "the error is not the last event", answer);
    },
  },
  {
    id: "STR-011",
    title: "A stream that fails on the way keeps the user's item",
    statement:
      "Where the agent breaks a stream off, the history keeps the user's item alone, and the count grows by 1.",
    covers: ["Stream 14", "Session 20", "Lifecycle 3"],
    needs: ["write", "breaking-message"],
    async check(target) {
      const session = await openSession(target);
      const session_id = session.id;
      const message = target.offer("breaking-message");
      await sendMessage(target, { message, session_id, stream: true });
      await demandUserItemAlone(target, session, message);
    },
  },
  {
    id: "STR-012",
    title: "A stream that the client leaves keeps the user's item",
    statement:
      "Where the client goes away at the first event of a slow reply, the history keeps the user's item alone.",
    covers: ["Stream 9", "Stream 15", "Session 20", "Lifecycle 3"],
    needs: ["write", "slow-message"],
    async check(target) {
      const session = await openSession(target);
      const session_id = session.id;
      const { message, duration } = target.offer("slow-message");
      const leaveWhen = (text: string) => parseEventStream(text).events.length > 0;
      await sendMessage(target, { message, session_id, stream: true }, { leaveWhen });
      // A server that does not stop the agent would store its reply by then.
      await delay(duration);
      await demandUserItemAlone(target, session, message);
    },
  },
  {
    id: "STR-013",
    title: "A stream keeps the message's metadata",
    statement: "The user's item of a streamed message carries the metadata that it was sent with.",
    covers: ["History 13"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      await converseStreaming(target, { message: "Hello", session_id, metadata: { ticket: "T-1042" } });
      const [item] = await readHistory(target, session_id);
      demand(item?.role === "user", "the first item is not the user's");
      demandEqual("metadata", item.metadata, { ticket: "T-1042" });
    },
  },
  {
    id: "STR-014",
    title: "A stream to a session that does not exist is a JSON error",
    statement: "A message with stream: true to a session that does not exist is answered with a JSON 404.",
    covers: ["Stream 10"],
    needs: ["write"],
    async check(target) {
      const json = { message: "Hello", stream: true, session_id: unknownId("ses") };
      demandError(await sendMessage(target, json), 404, "session_not_found");
    },
  },
  {
    id: "STR-015",
    title: "The message is in the history while its reply is streamed",
    statement:
      "The user's item joins the history when the stream begins, and the assistant's not before it is complete.",
    covers: ["Stream 12", "Stream 13"],
    needs: ["write", "slow-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const { message } = target.offer("slow-message");
      const { value: history, isRunning } = await onFirstEvent(target, { message, session_id }, () =>
        readHistory(target, session_id),
      );
      demandEqual("the content of the first item", history[0]?.content, message);
      // Where the stream was over before the history was read, it may show the reply.
      if (isRunning) demandEqual("the number of items", history.length, 1);
    },
  },
  {
    id: "STR-017",
    title: "A streamed message is refused like any other",
    statement:
      "With stream: true, too, a message without a key, to an unknown channel, too long, too large, or that is no JSON is an ordinary error.",
    covers: ["Stream 10", "Request 1", "Error 20", "Message 3"],
    needs: ["write"],
    async check(target) {
      const json = { message: "Hello", stream: true };
      demandError(await sendMessage(target, json, { key: null }), 401, "invalid_api_key");
      demandError(await sendMessage(target, json, { channel: unknownId("ch") }), 404, "channel_not_found");
      demandInvalid(await sendMessage(target, { ...json, message: "x".repeat(32_769) }), "/message");
      const large = JSON.stringify({ ...json, metadata: { padding: "x".repeat(262_144) } });
      demandError(await sendBody(target, large), 413, "payload_too_large");
      demandError(await sendBody(target, JSON.stringify(json), "text/plain"), 415, "unsupported_media_type");
      demandError(await sendBody(target, '{"message":"Hello","stream":true'), 400, "invalid_request");
    },
  },
  {
    id: "STR-018",
    title: "A streamed message goes to a session on its own channel only",
    statement:
      "With stream: true, too, a session on another channel is 404 session_not_found, and stays as it was.",
    covers: ["Stream 10", "Message 8", "History 16"],
    needs: ["write", "second-channel"],
    async check(target) {
      await demandStreamRefused(
        target,
        { channel: target.offer("second-channel") },
        404,
        "session_not_found",
      );
    },
  },
  {
    id: "STR-019",
    title: "A tenant's sessions take no streamed messages of others",
    statement: "With stream: true, too, a session of another tenant is 404, and stays as it was.",
    covers: ["Stream 10", "Message 9", "Lifecycle 21", "History 16"],
    needs: ["write", "second-key"],
    async check(target) {
      await demandStreamRefused(
        target,
        { key: target.offer("second-key") },
        404,
        "session_not_found",
        "channel_not_found",
      );
    },
  },
  {
    id: "STR-020",
    title: "A key that may only read streams nothing",
    statement:
      "With stream: true, too, a key that may not send is 403 insufficient_scope, and the session stays as it was.",
    covers: ["Stream 10", "Error 17", "History 16"],
    needs: ["write", "read-only-key"],
    async check(target) {
      await demandStreamRefused(target, { key: target.offer("read-only-key") }, 403, "insufficient_scope");
    },
  },
  {
    id: "STR-021",
    title: "The body says whether to stream, and Accept does not",
    statement:
      "Without stream: true the reply is JSON even where Accept names text/event-stream; with it, it is a stream even where Accept names application/json.",
    covers: ["Message 5", "Stream 1"],
    needs: ["write"],
    async check(target) {
      const json = { message: "Hello" };
      const whole = await sendMessage(target, json, {
        headers: [["Accept", "text/event-stream, */*;q=0.1"]],
      });
      demandBody(whole, 200, validateAssistantMessage);
      const headers = [["Accept", "application/json, */*;q=0.1"]] as const;
      const streamed = await sendMessage(target, { ...json, stream: true }, { headers });
      demandEqual(
        "the data of the last event",
        parseEventStream(streamed.response.text).events.at(-1)?.data,
        "[DONE]",
        streamed,
      );
    },
  },
];

/** Sends a message as it is written here. */
function sendBody(target: Target, body: string, mediaType = "application/json"): Promise<Answer> {
  return sendMessage(target, undefined, { headers: [["Content-Type", mediaType]], body });
}

/** Demands that a message to a new session is refused when it is to be streamed, and that the session stays as it was. */
async function demandStreamRefused(
  target: Target,
  call: ChannelCall,
  status: number,
  ...codes: readonly string[]
): Promise<void> {
  const session = await openSession(target);
  const json = { message: "Hello", stream: true, session_id: session.id };
  demandError(await sendMessage(target, json, call), status, ...codes);
  demandEqual("the session", await readSession(target, session.id), session);
}

/** Does something when the first event of a stream has come, then leaves; says whether the stream was running until then. */
async function onFirstEvent<Value>(
  target: Target,
  json: Readonly<Record<string, unknown>>,
  act: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly isRunning: boolean }> {
  let state: "beginning" | "running" | "left" | "over" = "beginning";
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const leaveWhen = (text: string) => {
    // The text is not searched again with each piece: that would be slow for a long reply.
    if (state === "beginning" && parseEventStream(text).events.length > 0) {
      state = "running";
      begin();
    }
    return state === "left";
  };
  const stream = sendMessage(target, { ...json, stream: true }, { leaveWhen }).finally(() => {
    state = "over";
    begin();
  });
  const acting = begun.then(act).then((value) => {
    const isRunning = state !== "over";
    state = "left";
    return { value, isRunning };
  });
  const [result] = await Promise.all([acting, stream]);
  return result;
}

/** Demands that the session, which was just opened before, has the message without a reply, and lives on from it. */
async function demandUserItemAlone(target: Target, opened: Session, message: string): Promise<void> {
  const history = await readHistory(target, opened.id);
  demandEqual(
    "the history",
    history.map(({ role, content }) => ({ role, content })),
    [{ role: "user", content: message }],
  );
  const session = await readSession(target, opened.id);
  demandEqual("message_count", session.message_count, 1);
  demandEqual("last_message_at", timeOf(session.last_message_at), timeOf(history[0]?.created_at));
  demandEqual("expires_at - last_message_at, in ms,", lifetimeOf(session), lifetimeOf(opened));
}

function timeOf(text = ""): number {
  return Date.parse(text);
}
