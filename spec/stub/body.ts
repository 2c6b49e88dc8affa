import { isUtf8 } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import { MIMEType } from "node:util";
import { countHeader } from "./headers.ts";

/** The media type check of a body: `application/json`, in UTF-8 and not compressed. */
export function isPlainJson(request: IncomingMessage): boolean {
  const { "content-type": contentType = "", "content-encoding": contentEncoding = "identity" } =
    request.headers;
  if (contentEncoding.trim().toLowerCase() !== "identity") return false;
  if ((request.headers["transfer-encoding"] ?? "chunked").toLowerCase() !== "chunked") return false;
  if (countHeader(request, "content-type") !== 1) return false;
  return contentType === "application/json" || isJsonInUtf8(contentType);
}

function isJsonInUtf8(contentType: string): boolean {
  try {
    const { essence, params } = new MIMEType(contentType);
    return essence === "application/json" && (params.get("charset") ?? "utf-8").toLowerCase() === "utf-8";
  } catch {
    return false;
  }
}

/** Whether a request says that it has a body (RFC 9112, section 6.3). */
export function hasBody(request: IncomingMessage): boolean {
  const { "content-length": contentLength = "0", "transfer-encoding": transferEncoding } = request.headers;
  return transferEncoding !== undefined || Number(contentLength) !== 0;
}

/** How reading a body can end. `gone`: the client left before it was complete. */
export type BodyRead = Buffer | "too_large" | "too_slow" | "gone";

/**
 * Reads a request's body, and gives a client that waits for it leave to send it (RFC 9110, section 10.1.1). A body
 * that has come already, as small ones mostly have, is returned at once.
 *
 * @param maxBytes the largest body to accept, in bytes
 * @param timeout how long the body may take to arrive, in milliseconds
 * @throws if something else has read the body before
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
  timeout: number,
): BodyRead | Promise<BodyRead> {
  if (request.readableDidRead) {
    throw new Error(
      "The request's body was read before the router got it: mount the router before any body parser.",
    );
  }
  if (request.destroyed) return "gone";
  const size = Number(request.headers["content-length"]);
  if (size > maxBytes) {
    discardRest(request, MOST_DISCARDED * maxBytes);
    return "too_large";
  }
  if (size > 0 && request.readableLength === size) {
    // Most bodies come in the packet of their head. Without listeners and a timer they cost half. The stream is left as
    // it is: it has nothing more, and to hear that from it takes three turns of the event loop.
    return request.read();
  }
  if (request.headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const settle = (read: BodyRead) => {
      clearTimeout(timer);
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      discardRest(request, MOST_DISCARDED * maxBytes);
      resolve(read);
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes) settle("too_large");
      else chunks.push(chunk);
    };
    const onEnd = () => settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    const onClose = () => settle("gone");
    const timer = setTimeout(settle, timeout, "too_slow");
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}

/** How much of a body is read in vain before the connection is cut, as a multiple of the largest that is accepted. */
const MOST_DISCARDED = 16;

/** Throws away what still comes: closing at once could cost the client the answer (RFC 9112, section 9.6). */
function discardRest(request: IncomingMessage, mostBytes: number): void {
  let size = 0;
  request.on("error", () => {});
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes) request.destroy();
  });
  request.resume();
}

/** How a body's bytes can fail to be JSON. */
export class MalformedJson {
  readonly check: "encoding" | "depth" | "number" | "syntax";
  readonly reason: string;
  constructor(check: MalformedJson["check"], reason: string) {
    this.check = check;
    this.reason = reason;
  }
}

/** Parses a body's bytes, or says why they are no JSON that the contract accepts. */
export function parseJson(bytes: Buffer, maxDepth: number): unknown {
  if (!isUtf8(bytes)) return new MalformedJson("encoding", "The body is not UTF-8.");
  if (bytes.length > 2 * maxDepth && nestsDeeper(bytes, maxDepth)) {
    return new MalformedJson("depth", `The body nests deeper than ${maxDepth} levels.`);
  }
  const text = bytes.toString("utf8");
  try {
    return MAYBE_INFINITE.test(text) ? JSON.parse(text, refuseInfinity) : JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return new MalformedJson("number", error.message);
    return new MalformedJson("syntax", "The body is not JSON.");
  }
}

/**
 * Numbers that may be too large for a double. `JSON.parse` makes them infinite, and JSON cannot write that back. Only
 * where a value can begin: ids are full of digits.
 */
const MAYBE_INFINITE = /(?:^|[[:,\s])-?(?:\d{210}|\d[\d.]*[eE]\+?\d{3})/;

function refuseInfinity(_key: string, value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
    throw new RangeError("The body has a number that is too large.");
  }
  return value;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = Buffer.from('"\\[]{}');

function nestsDeeper(bytes: Buffer, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1;
  }
  return false;
}
