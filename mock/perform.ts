import { setTimeout } from "node:timers/promises";
import type { Scenario } from "./settings.ts";

/** What a reply breaks off with when it was asked to: no bug, but what the caller wants to see. */
export class BrokenReplyError extends Error {
  override readonly name = "BrokenReplyError";
}

/** How a reply is to come. */
export interface Manner {
  /** How long each piece takes, in milliseconds. */
  readonly tokenDelay: number;
  readonly scenario: Scenario | undefined;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** Cuts the client's connection. */
  cut(): void;
}

/** How long a slow start takes, in milliseconds. */
export const SLOW_START = 3000;
/** After how many pieces a reply breaks off. */
const BREAK_AFTER = 3;
/** How long what was said before has to leave, before the connection is cut, in milliseconds. */
const CUT_DELAY = 20;
const LONG_REPLY_SENTENCES = 150;

/** Cuts a text before each word, so that a piece keeps the white space that follows it. */
export function splitWords(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\s)(?=\S)/u);
}

/**
 * Says the pieces of a reply at their pace, with what the scenario asks for.
 *
 * @throws BrokenReplyError where the scenario breaks the reply off; the signal's reason when it aborts
 */
export async function* perform(
  pieces: AsyncIterable<string> | Iterable<string>,
  { tokenDelay, scenario, signal, cut }: Manner,
): AsyncGenerator<string, void> {
  if (scenario === "slow-start") await setTimeout(SLOW_START, undefined, { signal });
  let count = 0;
  for await (const piece of scenario === "long-reply" ? goOn(pieces) : pieces) {
    if (tokenDelay > 0) await setTimeout(tokenDelay, undefined, { signal });
    yield piece;
    count += 1;
    if (count === BREAK_AFTER) await breakOff();
  }
  if (count < BREAK_AFTER) await breakOff();

  async function breakOff(): Promise<void> {
    if (scenario === "broken-stream") throw new BrokenReplyError("The reply breaks off, as it was asked to.");
    if (scenario !== "cut-connection") return;
    await setTimeout(CUT_DELAY, undefined, { signal });
    cut();
    throw new BrokenReplyError("The connection was cut, as it was asked to be.");
  }
}

async function* goOn(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
  for (let number = 1; number <= LONG_REPLY_SENTENCES; number += 1) {
    yield* splitWords(
      ` This is sentence ${number} of ${LONG_REPLY_SENTENCES} in a reply that does not want to end.`,
    );
  }
}
