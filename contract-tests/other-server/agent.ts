import { setTimeout as delay } from "node:timers/promises";

/** What this server's agent is told. */
export interface Conversation {
  readonly message: string;
  /** What was said before, by either side. */
  readonly earlier: readonly string[];
  readonly context: string | undefined;
}

/**
 * Replies in its own words, a few characters at a time. Some words make it slow, fail at once, or break off; one
 * makes it tell all that it knows.
 */
export async function* reply({ message, earlier, context }: Conversation): AsyncGenerator<string, void> {
  if (message.includes("explode")) throw new Error("at explode (agent.ts:1:1)");
  const pause = message.includes("dawdle") ? 4 : 0;
  const known = message.includes("recall") ? ` Known: ${[context, ...earlier].join(" | ")}.` : "";
  const text = `Noted – ${Array.from(message).length} characters 👍\r\nMessage ${earlier.length / 2 + 1}.${known}`;
  const characters = Array.from(text);
  for (let position = 0; position < characters.length; position += 3) {
    if (position > 6 && message.includes("collapse")) throw new Error("at collapse (agent.ts:2:2)");
    await delay(pause);
    yield characters.slice(position, position + 3).join("");
  }
}
