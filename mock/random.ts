import { createHash, randomInt } from "node:crypto";

/** Draws numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Makes a seed for those who gave none. */
export function createSeed(): string {
  return String(randomInt(2 ** 31));
}

/** The same text for the same parts, and another one for others: a seed for each request, made of the mock's. */
export function hash(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Makes a source of random numbers that is the same for the same seed (mulberry32). */
export function createRandom(seed: string): Random {
  let state = Number.parseInt(hash(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
