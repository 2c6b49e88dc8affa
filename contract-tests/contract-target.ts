import type { Offers } from "./needs.ts";
import type { TargetOptions } from "./target.ts";

/** The channel that is tested unless another is given: that of the contract's examples. */
export const DEFAULT_CHANNEL = "ch_01hxyz";
/** The channel's default agent, unless another is given. */
export const DEFAULT_AGENT = "agt_01hxyz";

/** The server under test. */
export interface ContractTarget {
  /** Where it is: what goes before `/v1/…`, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: URL | string;
  /** A good API key, which may do everything. */
  readonly key: string;
  /** A channel that the key may see; `ch_01hxyz` unless given. */
  readonly channel?: string | undefined;
  /** The channel's default agent; `agt_01hxyz` unless given. */
  readonly agent?: string | undefined;
  /** What it offers beyond that, which lets more rules run. */
  readonly offers?: Partial<Offers> | undefined;
}

/**
 * Fills in what a target leaves out.
 *
 * @throws TypeError if it has no base URL or no key
 */
export function completeTarget({
  baseUrl,
  key,
  channel = DEFAULT_CHANNEL,
  agent = DEFAULT_AGENT,
  offers,
}: Partial<ContractTarget> = {}): TargetOptions {
  const url = URL.canParse(String(baseUrl)) ? new URL(String(baseUrl)) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError("the target's baseUrl must be a URL such as http://127.0.0.1:3000");
  }
  if (/\/v1\/*$/.test(url.pathname)) throw new TypeError("the target's baseUrl must leave out the /v1");
  if (!key) throw new TypeError("the target's key must be an API key of the server");
  return { baseUrl: url, key, channel, agent, offers: { write: true, ...offers } };
}
