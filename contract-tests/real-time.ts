import { setTimeout as delay } from "node:timers/promises";

/**
 * Makes time pass on a server by waiting for it. As this disturbs nobody, rules that use it run beside one another.
 *
 * @param duration in milliseconds
 */
export async function realTime(duration: number): Promise<void> {
  await delay(duration);
}
