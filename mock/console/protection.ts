import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Why a request is refused: in words for whoever sent it. */
export type Refusal = string;

/**
 * Refuses a request that names this server by a name which anybody could have pointed here (DNS rebinding). An address
 * cannot be pointed elsewhere, `localhost` never leaves the machine, and the name to listen at was the user's choice.
 */
export function refuseUnknownHost(
  { headers }: Pick<IncomingMessage, "headers">,
  listening: string,
): Refusal | undefined {
  const name = hostname(headers.host);
  if (
    name === "localhost" ||
    name === listening.toLowerCase() ||
    name?.endsWith(".localhost") ||
    (name && isIP(name))
  )
    return undefined;
  return "The mock's pages are only shown at localhost or at an address, such as http://127.0.0.1.";
}

/** Refuses a request that a page of another origin has made. What is no browser says nothing of an origin. */
export function refuseOtherOrigin({ headers }: IncomingMessage): Refusal | undefined {
  const { host, origin, "sec-fetch-site": site = "same-origin" } = headers;
  const isOwn = origin === undefined || origin === `http://${host}`;
  if (isOwn && (site === "same-origin" || site === "none")) return undefined;
  return "Only the mock's own page may do this. The API itself is open to every origin.";
}

function hostname(host: string | undefined): string | undefined {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, "$1");
  } catch {
    return undefined;
  }
}
