import type { TargetOptions } from "../target.ts";

/** The library that draws the random values, and shrinks those that show a fault. It is an optional peer. */
export type FastCheck = typeof import("fast-check");

/** Adds the library to what a target offers, if it is installed. */
export async function offerFastCheck(target: TargetOptions): Promise<TargetOptions> {
  try {
    await import("fast-check");
    return { ...target, offers: { "fast-check": true, ...target.offers } };
  } catch {
    return target;
  }
}
