import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fuzzStore, STORES } from "./run.ts";

/** Fewer than `npm run test:fuzz` sends: that takes minutes. */
const COUNT = 10_000;

describe(`${COUNT} bad requests`, () => {
  const seed = randomInt(1, 2 ** 31);

  it.each(STORES)(
    `are refused, and leave nothing behind, with the store: %s (seed ${seed})`,
    async (store) => {
      const { faults, finding } = await fuzzStore(store, { seed, count: COUNT });
      expect({ faults, finding }).toEqual({ faults: [], finding: undefined });
    },
  );
});
