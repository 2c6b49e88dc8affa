import { setTimeout as delay } from "node:timers/promises";
import {
  closeSession,
  converse,
  converseStreaming,
  listMessages,
  openSession,
  readHistory,
  readPage,
  readSession,
  sendMessage,
} from "../calls.ts";
import { demand, demandEqual, demandError, demandStatus, errorField } from "../demand.ts";
import { property } from "../json.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { exhaustRateLimit } from "./limits.ts";

/** What mutants of the reference server showed that the rules of the other topics do not see. */
export const mutationGapRules: readonly Rule[] = [
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
    id: "LIF-300",
    title: "The agent sees the last message of many",
    statement: "However many messages a session has, the agent's reply can draw on the last one before.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (const message of ["Hello", "I need help.", "My order is number 748231."]) {
        await converse(target, { message, session_id });
      }
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the last message before");
    },
  },
  {
    id: "LIF-301",
    title: "The agent sees the earlier messages when it streams, too",
    statement: "A streamed reply can draw on the earlier messages of the session like any other.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (const message of ["Hello", "My order is number 748231."]) {
        await converse(target, { message, session_id });
      }
      const message = target.offer("recalling-message");
      const { answer, deltas } = await converseStreaming(target, { message, session_id });
      const reply = deltas.map(({ delta }) => delta).join("");
      demand(reply.includes("748231"), "the reply does not show the earlier message", answer);
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
    id: "LIF-303",
    title: "A message that waits while its session is closed is answered or refused",
    statement:
      "A message that waits for the reply to another while the session is closed is either answered, and in the history, or refused with 409 session_closed, and leaves no trace.",
    covers: ["Lifecycle 10", "History 16"],
    needs: ["write", "slow-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const slow = beginStream(target, target.offer("slow-message").message, session_id);
      await slow.begun;
      const message = "A message that waits";
      const close = async () => {
        // So that the message is there before the session is closed.
        await delay(10);
        demandStatus(await closeSession(target, session_id), 200);
        slow.leave();
      };
      const [answer] = await Promise.all([sendMessage(target, { message, session_id }), close(), slow.ended]);
      const isAnswered = answer.response.status === 200;
      if (!isAnswered) demandError(answer, 409, "session_closed");
      const contents = (await readHistory(target, session_id)).map(({ content }) => content);
      demandEqual("whether the message is in the history", contents.includes(message), isAnswered);
    },
  },
  {
    id: "STR-300",
    title: "A session goes on when a client has left its stream",
    statement:
      "After a stream that the client left, the session takes the next message, and the history has it behind the other.",
    covers: ["Stream 15", "Lifecycle 17"],
    needs: ["write", "slow-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const { message } = target.offer("slow-message");
      const leaveWhen = () => true;
      await sendMessage(target, { message, session_id, stream: true }, { leaveWhen });
      const reply = await converse(target, { message: "Hello", session_id });
      const history = await readHistory(target, session_id);
      demandEqual(
        "what was sent",
        history.filter(({ role }) => role === "user").map(({ content }) => content),
        [message, "Hello"],
      );
      demandEqual("the last item", history.at(-1), reply);
    },
  },
  {
    id: "STR-301",
    title: "A stream waits for one that had to wait itself",
    statement:
      "A message that comes while one is answered that had to wait itself waits, too: each is followed by its own reply.",
    covers: ["History 19"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const begin = (message: string) => beginStream(target, message, session_id);
      const first = begin("one ".repeat(100));
      await first.begun;
      // Long enough for the third to come before it is answered.
      const second = begin("two ".repeat(500));
      await Promise.all([first.ended, second.begun]);
      const third = begin("three");
      await Promise.all([second.ended, third.ended]);
      const history = await readHistory(target, session_id);
      demandEqual(
        "the order of the history",
        history.map(({ role, content }) => (role === "user" ? content.slice(0, 3) : role)),
        ["one", "assistant", "two", "assistant", "thr", "assistant"],
      );
    },
  },
  {
    id: "ERR-300",
    title: "Retry-After is not longer than until reset_at",
    statement: "Whoever waits as long as Retry-After says waits for reset_at, and not longer.",
    covers: ["Error 36", "Error 37"],
    needs: ["write", "rate-limited-key"],
    async check(target) {
      // A new session tells what time it is on the server.
      const { created_at } = await openSession(target);
      const answer = await exhaustRateLimit(target);
      const resetAt = Date.parse(String(property(errorField(answer, "details"), "reset_at")));
      const longest = Math.ceil((resetAt - Date.parse(created_at)) / 1000) + 1;
      const retryAfter = Number(answer.response.headers.get("retry-after"));
      demand(retryAfter <= longest, `Retry-After is ${retryAfter}, and reset_at in ${longest} s`, answer);
    },
  },
];

/** Puts another letter in the place of a character. */
function replaceAt(text: string, index: number): string {
  return `${text.slice(0, index)}${text[index] === "A" ? "B" : "A"}${text.slice(index + 1)}`;
}

/** A streamed reply that is on its way. */
interface Streaming {
  /** Resolves when something of it has come, or it has ended. */
  readonly begun: Promise<unknown>;
  readonly ended: Promise<Answer>;
  /** Goes away when something more of it comes. */
  leave(): void;
}

function beginStream(target: Target, message: string, session_id: string): Streaming {
  let hasLeft = false;
  let begin = () => {};
  const firstPiece = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const leaveWhen = () => {
    begin();
    return hasLeft;
  };
  const ended = sendMessage(target, { message, session_id, stream: true }, { leaveWhen });
  const begun = Promise.race([firstPiece, ended]);
  // Whoever waits for one of them alone must not be surprised by the failure of the other.
  for (const promise of [begun, ended]) promise.catch(() => {});
  return {
    begun,
    ended,
    leave: () => {
      hasLeft = true;
    },
  };
}
