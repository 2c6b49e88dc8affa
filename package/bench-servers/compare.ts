import { showProgress } from "../../command-line/terminal.ts";
import { median } from "../statistics.ts";
import { type Contender, Running } from "./contender.ts";
import { type Amount, Clients, type Conversation } from "./load.ts";

/** What to measure. */
export interface Comparison {
  readonly contenders: readonly Contender[];
  /** What the clients do, by names for the table. */
  readonly mixes: Readonly<Record<string, () => Conversation>>;
  /** How much a burst sends. */
  readonly burst: Amount;
  /** How many bursts each contender gets of each mix. */
  readonly rounds: number;
  /** How often each contender is started. */
  readonly starts: number;
}

/** What was measured of one contender: a value for each round. */
export interface Measured {
  readonly name: string;
  /** Requests a second, by mix. */
  readonly rates: Readonly<Record<string, readonly number[]>>;
  /** From the start of the process to the first answer, in milliseconds. */
  readonly starts: readonly number[];
  /** The resident set after the run, in MiB. */
  readonly memory: readonly number[];
  /** The part of a processor that the load generator took. */
  readonly busy: readonly number[];
}

const CLIENTS = 50;

/**
 * Measures contenders side by side: each starts, and gets its bursts, in turns with the others, so that what else the
 * machine does meets all alike.
 *
 * @throws (rejects) if a contender does not start, or one of its answers is not what it must be
 */
export async function compare(comparison: Comparison): Promise<Measured[]> {
  const { contenders, mixes, burst, rounds, starts } = comparison;
  const results = contenders.map(({ name }) => ({
    name,
    rates: Object.fromEntries(Object.keys(mixes).map((mix): [string, number[]] => [mix, []])),
    starts: [] as number[],
    memory: [] as number[],
    busy: [] as number[],
  }));
  for (let round = 1; round <= starts; round += 1) {
    showProgress(`start ${round} of ${starts}`);
    for (const [index, contender] of contenders.entries()) {
      const running = await Running.start(contender);
      results[index]?.starts.push(running.startTime);
      await running.stop();
    }
  }
  const running: Running[] = [];
  try {
    for (const contender of contenders) running.push(await Running.start(contender));
    for (const [mix, converse] of Object.entries(mixes)) {
      const clients = running.map(({ port }) => new Clients(port, Array.from({ length: CLIENTS }, converse)));
      // The first bursts warm them up.
      for (let round = 0; round <= rounds; round += 1) {
        showProgress(`${mix}, round ${round} of ${rounds}`);
        for (let turn = 0; turn < contenders.length; turn += 1) {
          const index = (turn + round) % contenders.length;
          const result = await clients[index]?.burst(burst);
          if (result === undefined || round === 0) continue;
          results[index]?.rates[mix]?.push(result.rate);
          results[index]?.busy.push(result.busy);
        }
      }
    }
    for (const [index, { memory }] of results.entries()) memory.push(running[index]?.memory() ?? Number.NaN);
  } finally {
    for (const one of running) await one.stop();
    showProgress("");
  }
  return results;
}

/** The ratio of two contenders in the same round, in the middle of all rounds. */
export function ratio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}
