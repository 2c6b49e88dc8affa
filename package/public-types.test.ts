import { expect, it } from "vitest";
import { readKeptTypes, readPublicTypes, UPDATE } from "./public-types.ts";

const [current, kept] = [await readPublicTypes(), readKeptTypes()];

it.each([...new Set([...current.keys(), ...kept.keys()])])(
  "%s: what is exported is what was promised",
  (name) => {
    const message = `The public names and types are a promise. If the change is meant, keep it: ${UPDATE}`;
    expect(current.get(name), message).toBe(kept.get(name));
  },
);
