import type { Agent, Turn } from "../../server/index.ts";

/** The message to which the agent's reply never comes to an end. */
export const ENDLESS = "Never come to an end.";

/**
 * An agent that is harder on the server than the echo: it reads all earlier messages before it says anything, and
 * tries to change what it gets; its iterator has no `return`, and it can hang, whether anybody listens or not.
 */
export const demandingAgent: Agent = {
  model: "demanding-1",
  reply(turn) {
    const pieces = speak(turn);
    return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
  },
};

async function* speak({ message, history }: Turn): AsyncGenerator<string, void> {
  const earlier = await history.newest(history.length + 1);
  for (const item of earlier) spoil(item);
  yield `${message} (${earlier.reduce((sum, { content }) => sum + content.length, 0)})`;
  if (message === ENDLESS) await new Promise(() => {});
}

/** Changes all it can of a value. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    spoil(part);
    Reflect.set(value, name, "spoilt");
  }
}
