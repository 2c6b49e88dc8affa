import { findDeclaredPath } from "./declarations.ts";
import type { HttpResponse } from "./http.ts";
import { property } from "./json.ts";
import type { Exchange, TargetOptions } from "./target.ts";

/** Looks through a run for a setting that is wrong: such a run says little of the server. */
export interface SuspicionWatch {
  /** Takes note of one exchange. */
  record(exchange: Exchange): void;
  /** What seems to be wrong with the settings; `undefined` if nothing does. */
  suspicion(): Suspicion | undefined;
}

/** What seems to be wrong with the settings of a run. */
export interface Suspicion {
  /** In one line. */
  readonly message: string;
  /** Whether so many exchanges say so that more of them would say nothing else. */
  readonly isCertain: boolean;
}

const ENOUGH = 20;
/** A page or another API shows sooner, because each of its answers does. */
const ENOUGH_ALIEN = 10;

/** Watches for a server that is another one, for a key that is only ever refused, and for a channel that is never found. */
export function createSuspicionWatch({ baseUrl, key, channel }: TargetOptions): SuspicionWatch {
  const authorization = `Bearer ${key}`;
  const channelPath = `/v1/channels/${encodeURIComponent(channel)}/`;
  const anywhere = createAlienTally();
  const onPaths = createTally("not_found");
  const withKey = createTally("invalid_api_key");
  const onChannel = createTally("channel_not_found");
  return {
    record({ request, response }) {
      if (!response) return;
      anywhere.count(response, `${request.method} ${request.path}`);
      if (!request.headers.some(([, value]) => value === authorization)) return;
      withKey.count(response);
      if (findDeclaredPath(request)) onPaths.count(response);
      if (request.path.startsWith(channelPath)) onChannel.count(response);
    },
    suspicion() {
      const alien = anywhere.finding();
      if (alien) {
        const { answer, isCertain } = alien;
        return {
          message: `this does not look like the session API: ${answer}; ${adviseUrl(baseUrl)}`,
          isCertain,
        };
      }
      const suspicions: readonly (readonly [refused: number, message: string])[] = [
        [onPaths.onlyRefused(), `the server has none of the API's paths: ${adviseUrl(baseUrl)}`],
        // Before the key, since a server that looks for the channel has accepted it.
        [onChannel.onlyRefused(), `the server does not find ${channel}: is --channel right?`],
        [withKey.onlyRefused(), "the server accepts no request with this key: is --api-key right?"],
      ];
      const [refused = 0, message = ""] = suspicions.find(([times]) => times > 0) ?? [];
      return refused === 0 ? undefined : { message, isCertain: refused >= ENOUGH };
    },
  };
}

/** What to do about a base URL that leads elsewhere. */
function adviseUrl({ href }: URL): string {
  const doubled = /^(.*?)\/v1\/?$/.exec(href)?.[1];
  if (doubled !== undefined) return `leave out the /v1 of --base-url: ${doubled}`;
  return "is --base-url right? It is what goes before /v1";
}

/** Counts answers, until there is one that only the API gives. */
function createAlienTally(): {
  count(response: HttpResponse, request: string): void;
  finding(): { readonly answer: string; readonly isCertain: boolean } | undefined;
} {
  let first: string | undefined;
  let alien = 0;
  let isApi = false;
  return {
    count(response, request) {
      if (isApi || isOfTheApi(response)) {
        isApi = true;
        return;
      }
      alien += 1;
      const { status, headers } = response;
      const location = status >= 300 && status < 400 ? headers.get("location") : null;
      const what =
        location === null ? (headers.get("content-type") ?? "without a media type") : `to ${location}`;
      first ??= `${status} ${what} on ${request}`;
    },
    finding() {
      if (isApi || first === undefined) return undefined;
      return { answer: first, isCertain: alien >= ENOUGH_ALIEN };
    },
  };
}

/** Whether an answer has the shape of the API's: of its errors, its resources, its lists or its streams. */
function isOfTheApi({ headers, json }: HttpResponse): boolean {
  if (/^text\/event-stream\b/i.test(headers.get("content-type") ?? "")) return true;
  return (
    typeof property(property(json, "error"), "code") === "string" ||
    /^(ses|msg)_/.test(String(property(json, "id"))) ||
    Array.isArray(property(json, "data"))
  );
}

/** Counts what succeeds, and what is refused with one code. */
function createTally(code: string): { count(response: HttpResponse): void; onlyRefused(): number } {
  let succeeded = 0;
  let refused = 0;
  return {
    count({ status, json }) {
      if (status < 300) succeeded += 1;
      else if (property(property(json, "error"), "code") === code) refused += 1;
    },
    /** How many were refused; 0 as soon as one succeeded. */
    onlyRefused: () => (succeeded === 0 ? refused : 0),
  };
}
