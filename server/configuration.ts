import { UsageError } from "../command-line/usage-error.ts";
import type { RouterOptions } from "../generated/stub/index.ts";
import { createEcho } from "./agents/echo.ts";
import type { TokenLimit } from "./budget.ts";
import type { Channel } from "./channel.ts";
import { systemClock } from "./clock.ts";
import type { ApiKey, Caller } from "./keys.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { SessionsOptions } from "./sessions.ts";
import { MemoryStore } from "./stores/memory-store.ts";

/** All that the server can be told. */
export interface Configuration extends SessionsOptions {
  readonly keys: readonly ApiKey[];
  /** How many requests each key may make; as many as it likes if this is `undefined`. */
  readonly rateLimit: RateLimit | undefined;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeout: number;
  /** Whether to check every response against its schema before it goes out. */
  readonly validateResponses: boolean;
  /** Gets what is thrown; it is printed on standard error if this is `undefined`. */
  readonly onError: RouterOptions<Caller>["onError"] | undefined;
  /** Watches each request. */
  readonly observe: RouterOptions<Caller>["observe"] | undefined;
}

/** What to configure; the rest is as by default. */
export type ConfigurationOptions = {
  readonly [Name in Exclude<keyof Configuration, "tokenBudget">]?: Configuration[Name] | undefined;
} & {
  /** How many tokens a tenant may use; a number is that of each. As many as it likes if this is `undefined`. */
  readonly tokenBudget?: TokenLimit | number | undefined;
  /** Makes the echo fail when it comes to a word that contains this. It means nothing to another agent. */
  readonly failingWord?: string | undefined;
};

/** The key that works unless others are configured. Everybody knows it, so it is only for one's own machine. */
export const LOCAL_KEY: ApiKey = { key: "tk_local", tenant: "default", scopes: ["read", "write"] };

/** The channel that there is unless others are configured. */
export const EXAMPLE_CHANNEL: Channel = { id: "ch_01hxyz", agents: ["agt_01hxyz"] };

/** Fills in the defaults: a local key, one channel, an echo for an agent, sessions of 24 hours in memory, no limits. */
export function configure(options: ConfigurationOptions = {}): Configuration {
  const { keys = [LOCAL_KEY], channels = [EXAMPLE_CHANNEL], failingWord } = options;
  const { tokenBudget = Number.POSITIVE_INFINITY } = options;
  demandDistinct("key", new Set(keys.map(({ key }) => key)).size, keys.length);
  demandDistinct(
    "channel",
    new Set(channels.map(({ id, tenant }) => `${tenant ?? ""}/${id}`)).size,
    channels.length,
  );
  return {
    keys,
    channels,
    agent: options.agent ?? createEcho({ failingWord }),
    store: options.store ?? new MemoryStore(),
    clock: options.clock ?? systemClock,
    sessionTtl: options.sessionTtl ?? 24 * 60 * 60 * 1000,
    rateLimit: options.rateLimit,
    blockedWords: options.blockedWords ?? [],
    tokenBudget: typeof tokenBudget === "number" ? () => tokenBudget : tokenBudget,
    bodyTimeout: options.bodyTimeout ?? 10_000,
    validateResponses: options.validateResponses ?? false,
    onError: options.onError,
    observe: options.observe,
  };
}

/** Of two that are alike one would win in silence. What they are is not repeated: a key is a secret. */
function demandDistinct(what: string, distinct: number, given: number): void {
  if (distinct < given) throw new UsageError(`a ${what} is given twice; give each once`);
}
