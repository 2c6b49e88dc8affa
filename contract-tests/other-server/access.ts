import type { IncomingMessage } from "node:http";
import { Failure } from "./failure.ts";

/** Whose key a request has. */
export interface Caller {
  readonly tenant: string;
  readonly mayWrite: boolean;
  /** How many requests it may make in half a minute. */
  readonly limit?: number;
}

const CALLERS: ReadonlyMap<string, Caller> = new Map([
  ["K-alpha.1", { tenant: "alpha", mayWrite: true }],
  ["K-alpha.reader", { tenant: "alpha", mayWrite: false }],
  ["K-beta.1", { tenant: "beta", mayWrite: true }],
  ["K-poor.1", { tenant: "poor", mayWrite: true }],
  ["K-hasty.1", { tenant: "hasty", mayWrite: true, limit: 7 }],
]);

const CHANNELS: ReadonlyMap<string, { tenant: string; agents: readonly [string, ...string[]] }> = new Map([
  ["ch_Front desk/1", { tenant: "alpha", agents: ["agt_Clerk", "agt_Deputy"] }],
  ["ch_Back-office", { tenant: "alpha", agents: ["agt_Deputy"] }],
  ["ch_Cellar", { tenant: "poor", agents: ["agt_Ghost"] }],
]);

/** Tells whose key a request has. */
export function callerOf({ headersDistinct: { authorization = [] } }: IncomingMessage): Caller {
  const [value = "", ...more] = authorization;
  const [scheme = "", key = "", ...rest] = value.split(" ");
  const caller = CALLERS.get(key);
  if (caller && scheme.toLowerCase() === "bearer" && more.length + rest.length === 0) return caller;
  throw new Failure(401, "invalid_api_key", {
    headers: { "www-authenticate": 'Bearer realm="sessions", error="invalid_token"' },
  });
}

/** Finds a channel that a caller may write to. */
export function channelOf(caller: Caller, id: string): { readonly agents: readonly [string, ...string[]] } {
  if (!caller.mayWrite) throw new Failure(403, "insufficient_scope");
  const channel = CHANNELS.get(id);
  if (channel?.tenant !== caller.tenant) throw new Failure(404, "channel_not_found");
  return channel;
}
