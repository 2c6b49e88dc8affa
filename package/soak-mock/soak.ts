import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Mode } from "../../mock/activity.ts";
import { isMemory, type Sample } from "./memory.ts";
import { Client } from "./traffic.ts";

const CLIENTS = 20;
/** How often in a run the memory is looked at. */
const SAMPLES = 12;
/** How long a mock may take to start, or to tell its memory, in milliseconds. */
const TIME_LIMIT = 30_000;

/** How to soak a mock. */
export interface SoakOptions {
  readonly mode: Mode;
  /** How many requests to send at most. */
  readonly requests: number;
  /** How long to send them at most, in milliseconds. */
  readonly time: number;
  /** The module that a process of its own runs for a mock. */
  readonly module?: URL;
  /** Called whenever the memory has been looked at. */
  onSample(sample: Sample, seconds: number): void;
  /** Called after each request. */
  onRequest?(count: number): void;
}

/**
 * Sends requests to a mock in a process of its own, and looks at its memory in between.
 *
 * @returns what it saw
 * @throws (rejects) if the mock does not start, ends, or gives another answer than it should
 */
export async function soak({ mode, requests, time, onSample, ...others }: SoakOptions): Promise<Sample[]> {
  const { module = new URL("mock.ts", import.meta.url), onRequest = () => {} } = others;
  const child = fork(module, [mode], { execArgv: ["--expose-gc"] });
  const ended = once(child, "exit").then(() => Promise.reject(new Error("The mock has ended.")));
  // It ends in the end, when nobody waits for it any more.
  ended.catch(() => {});
  const hear = async (): Promise<unknown> =>
    (await Promise.race([once(child, "message"), ended, silence()]))[0];
  const clients: Client[] = [];
  const samples: Sample[] = [];
  let count = 0;
  try {
    const url = await hear();
    if (typeof url !== "string") throw new Error("The mock does not tell its URL.");
    for (let client = 0; client < CLIENTS; client += 1) clients.push(new Client(url));
    const start = performance.now();
    for (let step = 1; step <= SAMPLES; step += 1) {
      const isDue = () => Math.max(count / requests, (performance.now() - start) / time) >= step / SAMPLES;
      const send = async (client: Client) => {
        while (!isDue()) {
          count += 1;
          await client.send();
          onRequest(count);
        }
      };
      await Promise.race([Promise.all(clients.map(send)), ended]);
      child.send("memory");
      const memory = await hear();
      if (!isMemory(memory)) throw new Error("The mock does not tell its memory.");
      const sample = { requests: count, ...memory };
      samples.push(sample);
      onSample(sample, (performance.now() - start) / 1000);
    }
  } finally {
    for (const client of clients) client.end();
    // One that hangs would not hear of anything else.
    child.kill("SIGKILL");
  }
  return samples;
}

/** @throws (rejects) when a mock has said nothing for too long */
async function silence(): Promise<never> {
  await setTimeout(TIME_LIMIT, undefined, { ref: false });
  throw new Error(`The mock says nothing for ${TIME_LIMIT / 1000} s.`);
}
