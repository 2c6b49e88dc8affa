import { optionHeaders } from "../../generated/client/operations.ts";
import { BASE_URL } from "../../generated/index.ts";
import type { ClientOptions, RetryOptions } from "../options.ts";
import { checkBaseUrl } from "./base-url.ts";
import { isObject } from "./json.ts";
import { createRedact } from "./redact.ts";

const MIN_DELAY = 500;
const MAX_DELAY = 30_000;
/** In milliseconds; after 2 ** 31 or more, a timer would go off at once. */
const LONGEST_TIMER = 2e9;

/** The names of all options: that none is missing is what the type is for. */
const OPTIONS = Object.keys({
  apiKey: 1,
  baseUrl: 1,
  fetch: 1,
  retries: 1,
  endUser: 1,
  version: 1,
} satisfies Record<keyof ClientOptions, 1>);

/** What a client works with. */
export interface Settings {
  /** What goes before each path. */
  readonly baseUrl: string;
  /** What each request has. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly fetch: ClientOptions["fetch"];
  readonly retries: { readonly [Name in keyof RetryOptions]-?: number };
  /** Takes the key out of what goes into an error. */
  readonly redact: <Value>(value: Value) => Value;
}

/**
 * Checks the options of a client, and completes them.
 *
 * @throws TypeError naming the option that cannot work; it does not repeat the key
 */
export function readSettings(options: ClientOptions): Settings {
  // A program without types may leave them out, or give the key alone.
  const given: Partial<ClientOptions> = isObject(options) ? options : {};
  for (const option of OPTIONS) {
    const misspelt = Object.keys(given).find((name) => name !== option && plain(name) === plain(option));
    if (misspelt) throw new TypeError(`${misspelt} is no option: write ${option}`);
  }
  const { apiKey, baseUrl = BASE_URL, fetch, retries = 0 } = given;
  if (!apiKey) throw new TypeError('apiKey is missing: give it as createClient({ apiKey: "…" })');
  // RFC 6750, section 2.1. The platform may refuse another key, too, but in words that repeat it.
  if (!/^[\w.~+/-]+=*$/.test(apiKey)) {
    throw new TypeError("apiKey is no bearer token: leave out white space, line breaks and the word Bearer");
  }
  // It may be a URL object, where there are no types.
  const url = String(baseUrl);
  checkBaseUrl(url);
  const {
    limit,
    minDelay = MIN_DELAY,
    maxDelay = MAX_DELAY,
  } = typeof retries === "number" ? { limit: retries } : retries;
  if (!(limit >= 0 && minDelay >= 0 && maxDelay >= 0)) {
    throw new TypeError("retries must be 0 or more");
  }
  return {
    baseUrl: url.replace(/\/+$/, ""),
    headers: { Authorization: `Bearer ${apiKey}`, ...optionHeaders(given) },
    fetch,
    retries: { limit, minDelay, maxDelay: Math.min(maxDelay, LONGEST_TIMER) },
    redact: createRedact(apiKey),
  };
}

/** What is left of a name where case and separators do not count. */
function plain(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}
