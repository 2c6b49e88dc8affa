import { fixtures } from "../command-line/fixtures.ts";
import { UsageError } from "../command-line/usage-error.ts";
import type { Offers } from "./needs.ts";
import type { RateLimit } from "./rate-limit.ts";
import { realTime } from "./real-time.ts";
import type { TargetOptions } from "./target.ts";

/** The options that say what the server is, and what it offers. */
export interface TargetFlags {
  readonly baseUrl?: URL;
  readonly apiKey?: string;
  readonly channel: string;
  readonly agent: string;
  readonly readOnly?: true;
  readonly secondApiKey?: string;
  readonly readOnlyApiKey?: string;
  readonly rateLimitedApiKey?: string;
  readonly spentApiKey?: string;
  readonly spentChannel?: string;
  readonly secondChannel?: string;
  readonly secondAgent?: string;
  readonly hiddenAgent?: string;
  readonly blockedMessage?: string;
  readonly failingMessage?: string;
  readonly breakingMessage?: string;
  readonly slowMessage?: string;
  /** In milliseconds. */
  readonly slowMessageTime: number;
  readonly recallingMessage?: string;
  /** In milliseconds. */
  readonly sessionTtl?: number;
  /** In milliseconds. */
  readonly bodyTimeout?: number;
  readonly rateLimit?: RateLimit;
}

/** What `serve --fixtures` offers. */
export const fixtureFlags: Partial<TargetFlags> = {
  apiKey: fixtures.key,
  channel: fixtures.channel,
  agent: fixtures.agent,
  secondApiKey: fixtures.secondKey,
  readOnlyApiKey: fixtures.readOnlyKey,
  rateLimitedApiKey: fixtures.rateLimitedKey,
  spentApiKey: fixtures.spentKey,
  spentChannel: fixtures.spentChannel,
  secondChannel: fixtures.secondChannel,
  secondAgent: fixtures.secondAgent,
  hiddenAgent: fixtures.spentAgent,
  blockedMessage: `This is ${fixtures.blockedWord}.`,
  failingMessage: fixtures.failingWord,
  breakingMessage: `First this, then ${fixtures.failingWord}`,
  slowMessage: "slow ".repeat(4000),
  recallingMessage: "What do you know?",
  sessionTtl: fixtures.sessionTtl,
  bodyTimeout: fixtures.bodyTimeout,
};

/** Sessions that live for less would expire before a rule is through with them. */
const SHORTEST_LIFE = 1000;
/** Nobody wants to wait longer for a session to expire. */
const LONGEST_WAIT = 60_000;
/** How long a request to a server that is far away takes. */
const SLOW_REQUEST = 50;

/**
 * Makes a target of the options.
 *
 * @throws UsageError, in which there is no key
 */
export function readTarget(flags: TargetFlags): TargetOptions {
  const { baseUrl, apiKey, channel, agent } = flags;
  if (baseUrl === undefined)
    throw new UsageError("give the server's URL with --base-url or THINKLIO_BASE_URL");
  if (apiKey === undefined) throw new UsageError("give a key with --api-key or THINKLIO_API_KEY");
  demandKeys(apiKey, flags);
  return { baseUrl, key: apiKey, channel, agent, offers: readOffers(apiKey, flags) };
}

function readOffers(apiKey: string, flags: TargetFlags): Partial<Offers> {
  const { spentApiKey, slowMessage, sessionTtl } = flags;
  if (sessionTtl !== undefined && sessionTtl < SHORTEST_LIFE) {
    throw new UsageError(
      "--session-ttl is too short: sessions that live for less than 1s expire while a rule uses them",
    );
  }
  const offers: { readonly [Name in keyof Offers]: Offers[Name] | undefined } = {
    write: flags.readOnly ? undefined : true,
    "second-key": flags.secondApiKey,
    "read-only-key": flags.readOnlyApiKey,
    "rate-limited-key": flags.rateLimitedApiKey ?? limitedKey(apiKey, flags),
    "spent-key":
      spentApiKey === undefined
        ? undefined
        : { key: spentApiKey, channel: flags.spentChannel ?? flags.channel },
    "second-channel": flags.secondChannel,
    "second-agent": flags.secondAgent,
    "hidden-agent": flags.hiddenAgent,
    "blocked-message": flags.blockedMessage,
    "failing-message": flags.failingMessage,
    "breaking-message": flags.breakingMessage,
    "slow-message":
      slowMessage === undefined ? undefined : { message: slowMessage, duration: flags.slowMessageTime },
    "recalling-message": flags.recallingMessage,
    "session-lifetime": sessionTtl,
    "body-timeout": flags.bodyTimeout,
    // The runner finds that out.
    "fast-check": undefined,
    "pass-time": sessionTtl !== undefined && sessionTtl <= LONGEST_WAIT ? realTime : undefined,
  };
  return Object.fromEntries(Object.entries(offers).filter(([, offered]) => offered !== undefined));
}

/** A key that the rate limit of all keys makes one that can be exhausted: in few requests, and before its time is up. */
function limitedKey(apiKey: string, { secondApiKey, rateLimit }: TargetFlags): string | undefined {
  const isLow = rateLimit && rateLimit.limit <= 200 && rateLimit.limit * SLOW_REQUEST < rateLimit.window;
  return isLow ? (secondApiKey ?? apiKey) : undefined;
}

/** Not in the options' parsers, because those errors repeat what was given. */
function demandKeys(apiKey: string, flags: TargetFlags): void {
  const others: readonly (readonly [option: string, key: string | undefined, is: string])[] = [
    ["--second-api-key", flags.secondApiKey, "a key of another tenant"],
    ["--read-only-api-key", flags.readOnlyApiKey, "a key that may only read"],
    ["--rate-limited-api-key", flags.rateLimitedApiKey, "a key of its own, which the run exhausts"],
    ["--spent-api-key", flags.spentApiKey, "a key of its own, which the run exhausts"],
  ];
  demandKey("--api-key", apiKey);
  for (const [option, key, is] of others) {
    if (key === undefined) continue;
    demandKey(option, key);
    if (key === apiKey) throw new UsageError(`${option} must not be that of --api-key, but ${is}`);
  }
}

function demandKey(option: string, key: string): void {
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new UsageError(`${option} is no key: a key is of visible ASCII characters, without spaces`);
  }
}
