import { getSession, sendMessage, unknownId } from "../calls.ts";
import { demand } from "../demand.ts";
import type { Answer, Target } from "../target.ts";

/** Sends requests with the rate-limited key until one is refused, and returns that answer. */
export async function exhaustRateLimit(target: Target): Promise<Answer> {
  const call = { key: target.offer("rate-limited-key") };
  for (let requests = 0; requests <= 200; requests += 1) {
    const answer = await getSession(target, unknownId("ses"), call);
    if (answer.response.status === 429) return answer;
  }
  demand(false, "the key with a low rate limit was not refused after 200 requests");
}

/** How much longer than other exchanges a reply to a long message may take, in milliseconds. */
const LONG_REPLY = 20_000;

/** Sends messages with the key that has a small budget until one is refused for it. */
export async function exhaustBudget(target: Target): Promise<void> {
  const { key, channel } = target.offer("spent-key");
  for (let messages = 0; messages <= 20; messages += 1) {
    const call = { key, channel, patience: LONG_REPLY };
    const answer = await sendMessage(target, { message: "word ".repeat(2000) }, call);
    if (answer.response.status === 403) return;
  }
  demand(false, "the key with a small budget was not refused after 20 messages");
}
