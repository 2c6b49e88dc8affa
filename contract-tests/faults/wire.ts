import { once } from "node:events";
import { type IncomingMessage, type RequestListener, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import type { HeaderField } from "../http.ts";

/** A request on its way to the server. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly body: Buffer;
}

/** A response on its way to the client. */
export interface WireResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What happens to requests and responses on their way. What is left out lets them pass as they are. */
export interface Wire {
  /** Answers in the server's place, which then never sees the request. */
  readonly answer?: (request: WireRequest) => WireResponse | undefined;
  readonly request?: (request: WireRequest) => WireRequest;
  /** Of a stream it gets, and can change, only the head: its body is empty then. */
  readonly response?: (response: WireResponse, request: WireRequest) => WireResponse;
  /** Gets each event of a stream, as text up to its blank line, and returns what goes out in its place. */
  readonly event?: (event: string, request: WireRequest) => string | Uint8Array;
  /** Each byte of a stream is a chunk of its own. */
  readonly isBytewise?: true;
  /** The server is not told when a client leaves. */
  readonly hidesDeparture?: true;
}

/** How long to wait for the end of a body, in milliseconds. One that never comes to it is passed on as it is. */
const PATIENCE = 1000;

/** Makes a proxy: a listener that passes requests on to a server, and its answers back. */
export function createProxy(url: string, wire: Wire): RequestListener {
  return (incoming, outgoing) => {
    forward(new URL(url), wire, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function forward(
  { hostname, port }: URL,
  wire: Wire,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const pieces: Buffer[] = [];
  incoming.on("data", (piece: Buffer) => pieces.push(piece));
  await Promise.race([once(incoming, "end"), delay(PATIENCE)]);
  const original: WireRequest = {
    method: incoming.method ?? "GET",
    path: incoming.url ?? "/",
    headers: pairs(incoming.rawHeaders),
    body: Buffer.concat(pieces),
  };
  const early = wire.answer?.(original);
  if (early) return respond(outgoing, early);
  const changed = wire.request?.(original) ?? original;
  const { method, path } = changed;
  const headers = (incoming.complete ? withLength(changed) : changed.headers).flat();
  const upstream = request({ hostname, port, method, path, headers, agent: false });
  upstream.write(changed.body);
  if (incoming.complete) upstream.end();
  if (!wire.hidesDeparture) outgoing.on("close", () => upstream.destroy());
  const [answer]: IncomingMessage[] = await once(upstream, "response");
  if (answer === undefined) throw new Error("The server did not answer.");
  const isStream = answer.headers["content-type"]?.startsWith("text/event-stream");
  const response = {
    status: answer.statusCode ?? 0,
    headers: endToEnd(answer),
    body: isStream ? "" : await text(answer),
  };
  const head = wire.response?.(response, original) ?? response;
  if (!isStream || head.body !== "") return respond(outgoing, head);
  outgoing.writeHead(head.status, head.headers);
  for await (const event of events(answer)) {
    const changed = wire.event?.(event, original) ?? event;
    if (wire.isBytewise) for (const byte of Buffer.from(changed)) outgoing.write(Buffer.of(byte));
    else outgoing.write(changed);
  }
  outgoing.end();
}

function respond(outgoing: ServerResponse, { status, headers, body }: WireResponse): void {
  outgoing.writeHead(status, headers).end(body);
}

/** The headers of a request with the length of its body, which may have changed. */
function withLength({ headers, body }: WireRequest): HeaderField[] {
  const others = headers.filter(([name]) => !/^(content-length|transfer-encoding)$/i.test(name));
  return [...others, ["Content-Length", String(body.length)]];
}

/** The headers that are meant for the client, and not for the proxy. */
function endToEnd({ headers }: IncomingMessage): Record<string, string> {
  const names = /^(connection|content-length|date|keep-alive|transfer-encoding)$/;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || names.test(name) ? [] : [[name, String(value)]],
    ),
  );
}

/** The events of a stream, as soon as each is complete, and then what is left. */
async function* events(stream: IncomingMessage): AsyncGenerator<string, void> {
  let pending = "";
  stream.setEncoding("utf8");
  for await (const piece of stream) {
    const complete = (pending + String(piece)).split(/(?<=\n\n)/);
    pending = complete.at(-1)?.endsWith("\n\n") ? "" : (complete.pop() ?? "");
    yield* complete;
  }
  if (pending !== "") yield pending;
}

function pairs(rawHeaders: readonly string[]): HeaderField[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""]] : []));
}
