import { once } from "node:events";
import { connect, type Socket } from "node:net";

// A load generator of our own, because it must cost less than the fastest server, and still read every answer: the
// usual ones spend as much time on a request as `node:http` does, and skip what a session's id depends on.

/** A request, and what its answer must be. */
export interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** The status that the answer must have. */
  readonly status: number;
}

/** What one client does, for as long as it is asked to: it yields calls, and gets the answers' bodies. */
export type Conversation = Generator<Call, never, unknown>;

/** How much to send: so many requests, or for so long, in milliseconds. */
export type Amount = { readonly requests: number } | { readonly milliseconds: number };

/** What came of a burst. */
export interface Burst {
  /** Requests answered, in a second. */
  readonly rate: number;
  /** The part of one processor that the load generator took: near 1, it is the generator that was measured. */
  readonly busy: number;
}

/** Several clients of one server; they keep their conversations from one burst to the next. */
export class Clients {
  readonly #port: number;
  readonly #waiting: { readonly conversation: Conversation; readonly call: Call }[];

  /**
   * @param port where the server listens on 127.0.0.1
   * @param conversations one for each client
   */
  constructor(port: number, conversations: readonly Conversation[]) {
    this.#port = port;
    this.#waiting = conversations.map((conversation) => ({ conversation, call: conversation.next().value }));
  }

  /**
   * Sends requests over one connection for each client, each as soon as the one before is answered.
   *
   * @throws (rejects) if an answer is not what it must be
   */
  async burst(amount: Amount): Promise<Burst> {
    const sockets = await Promise.all(this.#waiting.map(() => open(this.#port)));
    const start = performance.now();
    const cpuBefore = process.cpuUsage();
    let sent = 0;
    let answered = 0;
    const mayGoOn =
      "requests" in amount
        ? () => sent < amount.requests
        : () => performance.now() - start < amount.milliseconds;
    await Promise.all(
      sockets.map(
        (socket, index) =>
          new Promise<void>((resolve, reject) => {
            const client = this.#waiting[index];
            if (client === undefined) return;
            const { conversation } = client;
            let { call } = client;
            const send = () => {
              if (!mayGoOn()) {
                this.#waiting[index] = { conversation, call };
                return resolve();
              }
              sent += 1;
              socket.write(format(call));
            };
            onAnswers(socket, reject, (status, text) => {
              if (status !== call.status) {
                throw new Error(`${call.method} ${call.path} was answered with ${status}: ${text}`);
              }
              answered += 1;
              call = conversation.next(JSON.parse(text)).value;
              send();
            });
            send();
          }),
      ),
    );
    const elapsed = performance.now() - start;
    const { user, system } = process.cpuUsage(cpuBefore);
    for (const socket of sockets) socket.destroy();
    return { rate: (1000 * answered) / elapsed, busy: (user + system) / 1000 / elapsed };
  }
}

/** Sends one request, as soon as somebody listens on the port. */
export async function firstAnswer(port: number, call: Call): Promise<void> {
  for (;;) {
    const socket = await open(port).catch(() => undefined);
    if (socket === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      continue;
    }
    const status = await new Promise((resolve, reject) => {
      onAnswers(socket, reject, resolve);
      socket.write(format(call));
    });
    socket.destroy();
    if (status !== call.status) throw new Error(`The first answer was ${status}, and not ${call.status}.`);
    return;
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

function format({ method, path, body }: Call): string {
  const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer tk_local\r\n`;
  if (body === undefined) return `${head}\r\n`;
  const text = JSON.stringify(body);
  return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Reads one answer after the other from a connection that has at most one request under way. */
function onAnswers(
  socket: Socket,
  onError: (error: Error) => void,
  onAnswer: (status: number, text: string) => void,
): void {
  let received = "";
  socket.setEncoding("utf8");
  socket.on("error", onError);
  socket.on("close", () => onError(new Error("The server closed a connection.")));
  socket.on("data", (chunk: string) => {
    received += chunk;
    const end = received.indexOf("\r\n\r\n");
    if (end === -1) return;
    const text = readBody(received.slice(0, end), received.slice(end + 4));
    if (text === undefined) return;
    const status = Number(received.slice(9, 12));
    received = "";
    try {
      onAnswer(status, text);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** The body of an answer; `undefined` if it is not complete. Its text must be ASCII. */
function readBody(head: string, received: string): string | undefined {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return received.length === Number(length) ? received : undefined;
  if (!received.endsWith("0\r\n\r\n")) return undefined;
  let text = "";
  for (let position = 0; ; ) {
    const lineEnd = received.indexOf("\r\n", position);
    const size = Number.parseInt(received.slice(position, lineEnd), 16);
    if (size === 0) return text;
    text += received.slice(lineEnd + 2, lineEnd + 2 + size);
    position = lineEnd + 2 + size + 2;
  }
}
