import { type IncomingMessage, request as requestOverHttp } from "node:http";
import { request as requestOverHttps } from "node:https";
import { parseJson } from "./json.ts";
import { createReceiver, describeAmount, type PartialResponse, type Receiver } from "./partial-response.ts";

/** A header field, as it goes on the wire. */
export type HeaderField = readonly [name: string, value: string];

/** One request, exactly as it is to be sent: nothing in it is normalised or completed. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, percent-encoded (or badly encoded) by the caller. */
  readonly path: string;
  /** In their order; a name may come more than once. `Host`, `Connection` and the body's length are added. */
  readonly headers: readonly HeaderField[];
  readonly body?: Uint8Array;
  /** Send the body in two halves, with `Transfer-Encoding: chunked` in place of `Content-Length`. */
  readonly chunked?: boolean;
  /** Send only the first half of the body in chunks, and never the other: the request does not come to its end. */
  readonly unfinished?: boolean;
  /** Go away, by closing the connection, as soon as this holds for the text received so far. */
  readonly leaveWhen?: (text: string) => boolean;
}

/** One response, as it came. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  /** The body as UTF-8; bytes that are none become U+FFFD. */
  readonly text: string;
  /** The body parsed as JSON; `undefined` where it is not JSON in UTF-8. */
  readonly json: unknown;
  /** Whether the body was read to its end; `false` where `leaveWhen` cut it short. */
  readonly complete: boolean;
}

/** How long one exchange may take. */
export interface ExchangeLimits {
  /** Milliseconds from the first byte sent to the last byte received. */
  readonly timeout: number;
  /** Breaks the exchange off at once. */
  readonly signal?: AbortSignal;
}

/** No response, or only a part of one. */
export class NoResponse extends Error {
  override name = "NoResponse";
  /** What came, if its headers did. */
  readonly partial: PartialResponse | undefined;

  constructor(message: string, partial?: PartialResponse) {
    super(message);
    this.partial = partial;
  }
}

/**
 * Sends one request over a connection of its own and reads the response.
 *
 * @param base where the server is; a path in it goes before the request's
 * @throws {NoResponse} if the connection fails or breaks off, or the time is up
 */
export async function exchange(
  base: URL,
  request: HttpRequest,
  limits: ExchangeLimits,
): Promise<HttpResponse> {
  const expiry = AbortSignal.timeout(limits.timeout);
  const signal = limits.signal ? AbortSignal.any([limits.signal, expiry]) : expiry;
  let receiver: Receiver | undefined;
  try {
    return await transfer(base, request, signal, (incoming) => {
      receiver = createReceiver(incoming);
      return receiver;
    });
  } catch (error) {
    const partial = receiver?.partial();
    const seconds = `${limits.timeout / 1000} s`;
    if (expiry.aborted) {
      const message = partial
        ? `the response did not end within ${seconds}; ${partial.status} and ${describeAmount(partial)} came`
        : `no complete response within ${seconds}`;
      throw new NoResponse(message, partial);
    }
    if (signal.aborted) throw new NoResponse("broken off, because the rule's time was up", partial);
    throw new NoResponse(`no complete response: ${reason(error)}`, partial);
  }
}

function transfer(
  base: URL,
  request: HttpRequest,
  signal: AbortSignal,
  createReceiver: (incoming: IncomingMessage) => Receiver,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const open = base.protocol === "https:" ? requestOverHttps : requestOverHttp;
    const outgoing = open({
      host: base.hostname.replace(/^\[|\]$/g, ""),
      port: base.port,
      method: request.method,
      path: base.pathname.replace(/\/$/, "") + request.path,
      agent: false,
      signal,
    });
    for (const [name, values] of grouped(request.headers)) outgoing.setHeader(name, values);
    // Else Node would announce an empty body in chunks where there is none.
    outgoing.useChunkedEncodingByDefault = false;
    if (request.chunked) outgoing.setHeader("Transfer-Encoding", "chunked");
    else if (request.body) outgoing.setHeader("Content-Length", request.body.byteLength);
    outgoing.on("error", reject);
    // The last word where neither a response nor an error has come, as after a change of protocols.
    const onClose = () => reject(new Error("the connection was closed"));
    outgoing.on("close", onClose);
    outgoing.on("response", (incoming) => {
      // The body may still be on its way up when the connection has closed.
      outgoing.off("close", onClose);
      const receiver = createReceiver(incoming);
      const decoder = new TextDecoder();
      let textSoFar = "";
      const finish = (complete: boolean) => {
        const body = Buffer.concat(receiver.pieces);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: new Headers(pairs(incoming.rawHeaders)),
          rawHeaders: incoming.rawHeaders,
          body,
          text: body.toString("utf8"),
          json: parseJson(strictText(body)),
          complete,
        });
      };
      incoming.on("error", reject);
      incoming.on("end", () => {
        finish(true);
        if (request.unfinished) outgoing.destroy();
      });
      incoming.on("data", (piece: Uint8Array) => {
        try {
          receiver.receive(piece);
        } catch (error) {
          incoming.destroy(error instanceof Error ? error : undefined);
          return;
        }
        if (!request.leaveWhen) return;
        textSoFar += decoder.decode(piece, { stream: true });
        if (request.leaveWhen(textSoFar)) {
          finish(false);
          outgoing.destroy();
        }
      });
    });
    if (request.chunked && request.body) {
      const middle = Math.ceil(request.body.byteLength / 2);
      outgoing.write(request.body.subarray(0, middle));
      if (!request.unfinished) outgoing.end(request.body.subarray(middle));
    } else outgoing.end(request.body);
  });
}

function grouped(fields: readonly HeaderField[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of fields) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    result.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  return result;
}

/** The text of bytes that are UTF-8; no text for others. */
function strictText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return "";
  }
}

function reason(error: unknown): string {
  // Connecting to a name with several addresses fails with one error for each, and an empty message.
  if (error instanceof AggregateError) return error.errors.map(reason).join("; ");
  return error instanceof Error ? error.message : String(error);
}
