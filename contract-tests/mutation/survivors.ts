import type { Survivors } from "./compare.ts";

/** The mutants of the reference server that no rule catches, by the reason why no client could tell. */
export const survivors: readonly Survivors[] = [];
