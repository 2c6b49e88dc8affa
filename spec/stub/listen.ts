import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setImmediate } from "node:timers";
import { createId } from "./identifier.ts";
import { messagesWith, type Prototypes } from "./messages.ts";
import { SHUTDOWN } from "./shutdown.ts";

/** Where and how to listen. */
export interface ListenOptions {
  /** The address; `127.0.0.1` unless given. */
  readonly host?: string;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number;
  /** What requests and responses are made with: give the Express application here that handles them, to be faster. */
  readonly prototypes?: Prototypes;
  /** How long a whole request may take to arrive, in milliseconds; 15,000 unless given. */
  readonly requestTimeout?: number;
}

/** A server that listens. */
export interface Listening {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops: takes no new connection, lets the requests in flight finish, and resolves when all is closed. When the
   * grace is over, an answer that has not begun is 500 `internal_error`, and a stream ends with an `error` event.
   *
   * @param grace how long requests in flight may still take, in milliseconds; 10,000 unless given
   */
  close(grace?: number): Promise<void>;
}

const DEFAULT_REQUEST_TIMEOUT = 15_000;
const DEFAULT_GRACE = 10_000;

/**
 * Serves a request handler over HTTP. What is too broken to be a request at all gets the contract's envelope, too.
 *
 * @param handler the router, or an Express application around it
 * @throws (rejects) RangeError if the port is none; the system's error if the address cannot be had, such as
 * `EADDRINUSE`
 */
export async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  options: ListenOptions = {},
): Promise<Listening> {
  const { host = "127.0.0.1", port = 0, requestTimeout = DEFAULT_REQUEST_TIMEOUT, prototypes } = options;
  // Node takes a text for the path of a socket in the file system.
  if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65_535) {
    throw new RangeError(`${String(port)} is no port: give a whole number from 0 to 65535`);
  }
  let closing: Promise<void> | undefined;
  /** The open connections, each with its latest responses: HTTP/1.1 allows several at a time, in order. */
  const connections = new Map<Socket, ServerResponse[]>();
  const pendingOn = (socket: Socket) => (connections.get(socket) ?? []).filter(({ closed }) => !closed);
  const refuse = (socket: Socket) => {
    const pending = pendingOn(socket);
    const [first] = pending;
    // Requests that are complete get their answers, and so do those that were refused before; the connection ends behind
    // the last one.
    const answerable = pending.findLast(
      ({ headersSent, req, writableEnded }) => req.complete || (headersSent && !writableEnded),
    );
    if (answerable) answerable.once("close", () => socket.destroySoon());
    else if (socket.writable && !first?.headersSent) refuseSocket(socket);
    else socket.destroy();
  };
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    requireHostHeader: false,
    ...(prototypes && messagesWith(prototypes)),
  });
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    // RFC 9112, section 3.2.
    if (request.httpVersion === "1.1" && request.headers.host === undefined) return refuse(request.socket);
    const responses = connections.get(request.socket) ?? [];
    // Those that are over go now: to listen for the end of each costs as much as to find its route.
    while (responses[0]?.closed) responses.shift();
    responses.push(response);
    if (closing) response.setHeader("Connection", "close");
    request.url = toOriginForm(request.url ?? "/");
    handler(request, response);
  };
  server.on("request", onRequest);
  // Node would answer these by itself, before the contract's checks.
  server.on("checkContinue", onRequest);
  server.on("checkExpectation", onRequest);
  server.on("connect", (_request, socket: Socket) => {
    // Node gives the socket away with no listener for its errors.
    socket.on("error", () => {});
    refuse(socket);
  });
  server.on("connection", (socket: Socket) => {
    connections.set(socket, []);
    socket.once("close", () => connections.delete(socket));
  });
  server.on("clientError", (_error, socket: Socket) => refuse(socket));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP address.");

  return {
    url: urlOf(address),
    port: address.port,
    close(grace = DEFAULT_GRACE) {
      closing ??= new Promise((resolve) => {
        let cut = setTimeout(() => {
          cut = setTimeout(() => server.closeAllConnections(), FAREWELL);
          for (const socket of connections.keys()) shutDown(socket, pendingOn(socket));
        }, grace);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const socket of connections.keys()) {
          const last = pendingOn(socket).at(-1);
          if (last) endWith(last, socket);
          else socket.destroy();
        }
      });
      return closing;
    },
  };
}

/** Lets a response be the last of its connection. */
function endWith(response: ServerResponse, socket: Socket): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
  response.once("close", () => socket.destroySoon());
}

/** Ends what is still pending on a connection. Only the first answer can be written: the others wait for it. */
function shutDown(socket: Socket, pending: readonly ServerResponse[]): void {
  for (const response of pending) {
    const isEndedByItself = response.emit(SHUTDOWN);
    if (!response.headersSent) {
      const body = envelope("internal_error", "The server is shutting down.");
      const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
      response.writeHead(500, { ...headers, Connection: "close" }).end(body);
    } else if (!isEndedByItself) {
      // An answer that is queued is written at the end of this turn.
      setImmediate(() => {
        if (!response.writableEnded) socket.destroy();
      });
    }
  }
}

/** A proxy may send the whole URL (RFC 9112, section 3.2.2). A handler gets the path and the query. */
function toOriginForm(target: string): string {
  if (target.startsWith("/")) return target;
  const local = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  return local.startsWith("/") ? local : `/${local}`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

/** How long a client may take to read why it is refused, and to leave, in milliseconds. */
const FAREWELL = 1000;

function refuseSocket(socket: Socket): void {
  const cut = setTimeout(() => socket.destroy(), FAREWELL);
  socket.once("close", () => clearTimeout(cut));
  const body = envelope(
    "invalid_request",
    "The request is not well-formed HTTP, is too long, or took too long to arrive.",
  );
  socket.end(
    `HTTP/1.1 400 ${STATUS_CODES[400]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function envelope(code: string, message: string): string {
  return JSON.stringify({ error: { code, message, request_id: createId("req") } });
}
