import { InvalidArgumentError } from "./command.ts";

const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Reads a TCP port; 0 stands for any that is free.
 *
 * @throws InvalidArgumentError
 */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("Give a port from 0 to 65535.");
  }
  return port;
}

/**
 * Reads a whole number of at least 1.
 *
 * @throws InvalidArgumentError
 */
export function parsePositiveInteger(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("Give a whole number of at least 1.");
  }
  return number;
}

/**
 * Reads a time such as `500ms`, `30s`, `15m`, `24h` or `7d`, of at most ten years, into milliseconds.
 *
 * @throws InvalidArgumentError
 */
export const parseDuration: (text: string) => number = createDurationParser(3650);

/**
 * Reads a time as `parseDuration` does, but of at most 24 days: a timer cannot wait longer.
 *
 * @throws InvalidArgumentError
 */
export const parseTimeout: (text: string) => number = createDurationParser(24);

function createDurationParser(longestInDays: number): (text: string) => number {
  return (text) => {
    const { amount, unit } = /^(?<amount>\d+)(?<unit>ms|s|m|h|d)$/.exec(text)?.groups ?? {};
    const factor = Object.entries(MILLISECONDS).find(([name]) => name === unit)?.[1];
    const duration = Number(amount) * (factor ?? Number.NaN);
    if (duration >= 1 && duration <= longestInDays * MILLISECONDS.d) return duration;
    throw new InvalidArgumentError(
      `Give a number and a unit (ms, s, m, h or d), such as 30s; at most ${longestInDays}d.`,
    );
  };
}

/**
 * Reads `LIMIT/WINDOW`, such as `100/1m`: so many requests in such a time.
 *
 * @returns the number of requests, and the time in milliseconds
 * @throws InvalidArgumentError
 */
export function parseRateLimit(text: string): { limit: number; window: number } {
  const { limit, window } = /^(?<limit>[^/]+)\/(?<window>[^/]+)$/.exec(text)?.groups ?? {};
  if (limit === undefined || window === undefined) {
    throw new InvalidArgumentError("Give LIMIT/WINDOW, such as 100/1m.");
  }
  return { limit: parsePositiveInteger(limit), window: parseTimeout(window) };
}

/**
 * Makes the parser of an option that can be repeated. One value can hold several, separated by white space, which is
 * how an environment variable gives a list.
 *
 * @param parse reads one of them
 */
export function collect<Value>(
  parse: (text: string) => Value,
): (text: string, previous?: readonly Value[]) => readonly Value[] {
  return (text, previous = []) => {
    const words = text.split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) throw new InvalidArgumentError("It is empty.");
    return [...previous, ...words.map(parse)];
  };
}
