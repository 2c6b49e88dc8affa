import { setTimeout as delay } from "node:timers/promises";
import {
  closeSession,
  converse,
  converseStreaming,
  openSession,
  readHistory,
  sendMessage,
} from "../calls.ts";
import { demandEqual, demandError, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Call, Target } from "../target.ts";

/** How many words tell the pace of a server, and how often it is asked: it may be busy with something else just then. */
const SAMPLE = 10;
const SAMPLES = 3;
/** How long a reply lasts that others meet, in milliseconds. */
const LONG_ENOUGH = 500;

/** What waits for so many others may take as long as they may, too. */
const patienceFor = (others: number, { timeout }: Target): Call => ({ patience: others * timeout });

/** Messages that come to one session at once, and those that others cross. */
export const turnRules: readonly Rule[] = [
  {
    id: "MSG-028",
    title: "Messages sent at once are answered one after the other",
    statement:
      "Of messages sent to one session at once none is lost, and in the history each is followed by its own reply.",
    covers: ["History 19"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      const replies = await Promise.all(
        ["one", "two", "three", "four"].map(async (message) => ({
          message,
          reply: await converse(target, { message, session_id }, patienceFor(3, target)),
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
    id: "STR-016",
    title: "Streams to one session come one after the other",
    statement:
      "Of messages streamed to one session at once none is lost, and in the history each is followed by its own reply.",
    covers: ["History 19", "Stream 8"],
    needs: ["write"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      // Long enough for the streams of a server that does not keep them apart to meet.
      const words = await countWords(100, target);
      const replies = await Promise.all(
        ["one ", "two ", "three ", "four "].map(async (word) => {
          const message = word.repeat(words);
          const { deltas } = await converseStreaming(target, { message, session_id }, patienceFor(3, target));
          return { word, message, id: deltas[0]?.id, content: deltas.map(({ delta }) => delta).join("") };
        }),
      );
      const history = await readHistory(target, session_id);
      demandEqual("the number of items", history.length, 8);
      for (const { word, message, ...reply } of replies) {
        const position = history.findIndex(({ role, content }) => role === "user" && content === message);
        const { id, content } = history[position + 1] ?? {};
        demandEqual(
          `what follows the message of ${word.trim()}`,
          { id, content },
          { ...reply, id: reply.id ?? id },
        );
      }
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
      const begin = (message: string) => beginStream(target, message, session_id, patienceFor(1, target));
      const words = await countWords(500, target);
      const first = begin("one ".repeat(Math.min(words, 100)));
      await first.begun;
      // Long enough for the third to come before it is answered.
      const second = begin("two ".repeat(words));
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
];

/** A streamed reply that is on its way. */
interface Streaming {
  /** Resolves when something of it has come, or it has ended. */
  readonly begun: Promise<unknown>;
  readonly ended: Promise<Answer>;
  /** Goes away when something more of it comes. */
  leave(): void;
}

/**
 * How many words make a reply of an agent that repeats them long enough for others to meet it, at the pace of this
 * server; and not longer, because they wait for one another.
 *
 * @param most how many at most, which is for servers that take no time
 */
async function countWords(most: number, target: Target): Promise<number> {
  const { id } = await openSession(target);
  let fastest = Number.POSITIVE_INFINITY;
  for (let samples = 0; samples < SAMPLES; samples += 1) {
    const sample = beginStream(target, "word ".repeat(SAMPLE), id);
    await sample.begun;
    const start = performance.now();
    await sample.ended;
    fastest = Math.min(fastest, performance.now() - start);
  }
  const words = Math.ceil((LONG_ENOUGH * SAMPLE) / fastest);
  return Math.min(most, Math.max(words, SAMPLE));
}

function beginStream(target: Target, message: string, session_id: string, call?: Call): Streaming {
  let hasLeft = false;
  let begin = () => {};
  const firstPiece = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const leaveWhen = () => {
    begin();
    return hasLeft;
  };
  const ended = sendMessage(target, { message, session_id, stream: true }, { ...call, leaveWhen });
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
