import type { HttpResponse } from "./http.ts";
import { property } from "./json.ts";
import type { Exchange, TargetOptions } from "./target.ts";

/** Looks through a run for a setting that is wrong: such a run says little of the server. */
export interface SuspicionWatch {
  /** Takes note of one exchange. */
  record(exchange: Exchange): void;
  /** What seems to be wrong with the settings, in one line; `undefined` if nothing does. */
  suspicion(): string | undefined;
}

/** Watches for a key that the server only ever refuses, and for a channel that it never finds. */
export function createSuspicionWatch({ key, channel }: TargetOptions): SuspicionWatch {
  const authorization = `Bearer ${key}`;
  const channelPath = `/v1/channels/${encodeURIComponent(channel)}/`;
  const withKey = createTally("invalid_api_key");
  const onChannel = createTally("channel_not_found");
  return {
    record({ request, response }) {
      if (!response || !request.headers.some(([, value]) => value === authorization)) return;
      withKey.count(response);
      if (request.path.startsWith(channelPath)) onChannel.count(response);
    },
    suspicion() {
      // First, since a server that looks for the channel has accepted the key.
      if (onChannel.isOnlyRefused()) return `the server does not find ${channel}: is --channel right?`;
      if (withKey.isOnlyRefused()) return "the server accepts no request with this key: is --api-key right?";
      return undefined;
    },
  };
}

/** Counts what succeeds, and what is refused with one code. */
function createTally(code: string): { count(response: HttpResponse): void; isOnlyRefused(): boolean } {
  let succeeded = 0;
  let refused = 0;
  return {
    count({ status, json }) {
      if (status < 300) succeeded += 1;
      else if (property(property(json, "error"), "code") === code) refused += 1;
    },
    isOnlyRefused: () => refused > 0 && succeeded === 0,
  };
}
