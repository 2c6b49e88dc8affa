import type { Scenario } from "./settings.ts";

/** What to say to messages that fit. */
export interface ScriptedReply {
  /** What the message has in it; every message fits where this is left out. */
  readonly when?: string | RegExp | undefined;
  /**
   * The reply; of several, the first message of a session gets the first, the second message the second, and so on
   * around. `$1` stands for what the first group of the pattern has matched.
   */
  readonly reply: string | readonly string[];
  /** What to see in the reply, unless the request or the mock has a scenario of its own. */
  readonly scenario?: Scenario | undefined;
}

/** A reply that was chosen. */
export interface ChosenReply {
  readonly text: string;
  readonly scenario: Scenario | undefined;
}

/**
 * Chooses the reply to a message: the first that fits.
 *
 * @param turn how many messages of the session came before
 * @returns `undefined` if none fits
 */
export function chooseReply(
  replies: readonly ScriptedReply[],
  message: string,
  turn: number,
): ChosenReply | undefined {
  for (const { when, reply, scenario } of replies) {
    const match = matchMessage(when, message);
    if (match === undefined) continue;
    const texts = typeof reply === "string" ? [reply] : reply;
    const text = texts[Math.floor(turn) % texts.length] ?? "";
    const filled = text.replace(/\$(\d)/g, (written, digit: string) =>
      match.length > Number(digit) ? (match[Number(digit)] ?? "") : written,
    );
    return { text: filled, scenario };
  }
  return undefined;
}

/** What was matched, with its groups; `undefined` if it does not fit. */
function matchMessage(when: ScriptedReply["when"], message: string): readonly string[] | undefined {
  if (when === undefined) return [message];
  if (typeof when === "string")
    return message.toLowerCase().includes(when.toLowerCase()) ? [when] : undefined;
  // A copy without memory: a pattern with the flag g would remember where it was.
  return new RegExp(when.source, when.flags.replace(/[gy]/g, "")).exec(message) ?? undefined;
}
