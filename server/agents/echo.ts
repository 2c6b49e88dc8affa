import { setImmediate } from "node:timers/promises";
import type { Agent, Turn } from "./agent.ts";

const LONGEST_QUOTE = 80;

/** After how many words others get a turn. */
const BREATH = 16;

/** What the echo can be told to do. */
export interface EchoOptions {
  /** Makes the echo fail when it comes to a word of the message that contains this. */
  readonly failingWord?: string | undefined;
}

/**
 * Makes an agent that repeats the message word by word, white space and all, and then tells what it sees of the
 * earlier messages and of the initial context. The same turn always gets the same reply.
 */
export function createEcho({ failingWord }: EchoOptions = {}): Agent {
  return {
    model: "echo-1",
    async *reply(turn) {
      let spoken = 0;
      for (const word of splitWords(turn.message)) {
        if (failingWord !== undefined && word.includes(failingWord)) {
          throw new Error("The echo came to its failing word.");
        }
        yield word;
        spoken += 1;
        // Lets the event loop turn: a long reply must neither hold up others nor miss that its client left.
        if (spoken % BREATH === 0) await setImmediate();
        turn.signal.throwIfAborted();
      }
      // To delegate with `yield*` would take twice as long for each word.
      for (const word of splitWords(await describeSurroundings(turn))) yield word;
    },
  };
}

/** Cuts before each word, so that a piece keeps the white space that follows it. */
function splitWords(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\s)(?=\S)/u);
}

async function describeSurroundings({ history, initialContext }: Turn): Promise<string> {
  const seen: string[] = [];
  if (history.length > 0) {
    // Each reply comes right after its message, so of two items one is always a user's.
    const previous = (await history.newest(2)).findLast(({ role }) => role === "user");
    seen.push(`earlier messages: ${history.length}, your last: ${quote(previous?.content ?? "")}`);
  }
  if (initialContext) seen.push(`context: ${quote(initialContext)}`);
  return seen.length === 0 ? "" : ` (${seen.join("; ")})`;
}

function quote(text: string): string {
  if (text.length <= LONGEST_QUOTE) return `"${text}"`;
  const characters = Array.from(text);
  return characters.length > LONGEST_QUOTE
    ? `"${characters.slice(0, LONGEST_QUOTE).join("")}…"`
    : `"${text}"`;
}
