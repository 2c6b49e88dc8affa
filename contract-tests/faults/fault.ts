import type { Configuration } from "../../server/index.ts";
import type { Wire } from "./wire.ts";

/** What is different about a server from the healthy one. */
export interface Change {
  /** Parts that take the place of the healthy ones. */
  readonly parts?: (healthy: Configuration) => Partial<Configuration>;
  /** What happens between the server and its clients. */
  readonly wire?: Wire;
}

/** One thing that a server does wrong, and the rules that must see it. */
export interface Fault extends Change {
  readonly id: string;
  /** What the server does wrong, in one line. */
  readonly title: string;
  /** The ids of the rules that must fail: each of them. */
  readonly caughtBy: readonly [string, ...string[]];
}
