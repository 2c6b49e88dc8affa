// Written by `npm run generate` from spec/. Do not edit.

import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** Counts how often a header was sent. Node keeps only the first of some headers and joins the rest. */
export function countHeader(request: IncomingMessage, lowerCaseName: string): number {
  const { rawHeaders } = request;
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === lowerCaseName.length && name.toLowerCase() === lowerCaseName) count += 1;
  }
  return count;
}

/** Returns a header's text. Node reads headers as Latin-1; a value that is UTF-8 is read as such. */
export function headerText(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is exactly ASCII.
  if (/^[\x00-\x7f]*$/.test(value)) return value;
  const bytes = Buffer.from(value, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : value;
}

const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/**
 * Returns the key of `Authorization: Bearer KEY` (RFC 6750, section 2.1), the scheme's name in any case;
 * `undefined` if the header is missing, malformed, or sent more than once.
 */
export function readBearerKey(request: IncomingMessage): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined || countHeader(request, "authorization") !== 1) return undefined;
  return BEARER.exec(authorization)?.[1];
}
