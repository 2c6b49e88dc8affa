import { setTimeout as delay } from "node:timers/promises";
import { demand } from "./demand.ts";

/** In milliseconds. Whoever says how long his sessions live says less. */
const LONGEST_WAIT = 120_000;

/**
 * Makes time pass on a server by waiting for it. As this disturbs nobody, rules that use it run beside one another.
 *
 * @param duration in milliseconds
 * @throws (rejects) Difference if it is more than two minutes: the server then has other times than the run was told
 */
export async function realTime(duration: number): Promise<void> {
  const seconds = Math.ceil(duration / 1000);
  demand(
    duration <= LONGEST_WAIT,
    `the server's times make this wait ${seconds} s, and a run waits 120 s at most: do its sessions live as shortly, and has its rate limit as short a window, as the run was told?`,
  );
  await delay(duration);
}
