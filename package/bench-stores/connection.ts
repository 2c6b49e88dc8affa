import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A request that takes longer has no answer: a benchmark should say so, and not wait for ever. In milliseconds. */
const LONGEST_REQUEST = 30_000;

/** One connection to a server, for one request at a time. It costs little beside what it measures. */
export class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #received = "";
  #onAnswer: (() => void) | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true).setEncoding("latin1");
    socket.on("data", (chunk) => {
      this.#received += chunk;
      this.#onAnswer?.();
    });
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new Connection(socket, host);
  }

  /**
   * Sends a request and returns the body of the answer.
   *
   * @throws (rejects) if the answer is no success, or there is none
   */
  async send(method: "GET" | "POST", path: string, body?: object): Promise<string> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const type = body === undefined ? "" : "Content-Type: application/json\r\n";
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nAuthorization: Bearer tk_local\r\n` +
        `${type}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    const answer = await this.#answer(`${method} ${path}`);
    if (!/^HTTP\/1.1 20\d /.test(answer.head))
      throw new Error(`${method} ${path}: ${answer.head} ${answer.body}`);
    return answer.body;
  }

  close(): void {
    this.#socket.destroy();
  }

  #answer(request: string): Promise<{ head: string; body: string }> {
    return new Promise((resolve, reject) => {
      // A server may have closed it long before, as servers do with idle connections.
      if (this.#socket.destroyed) throw new Error(`${request}: the server had closed the connection`);
      const fail = (what: string) => reject(new Error(`${request}: ${what}`));
      const onClose = () => fail("the server has closed the connection");
      const patience = setTimeout(() => fail("there is no answer"), LONGEST_REQUEST);
      this.#socket.once("close", onClose);
      this.#onAnswer = () => {
        const end = this.#received.indexOf("\r\n\r\n");
        if (end === -1) return;
        const head = this.#received.slice(0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
        if (this.#received.length < end + 4 + length) return;
        const body = this.#received.slice(end + 4);
        this.#received = "";
        this.#onAnswer = undefined;
        this.#socket.off("close", onClose);
        clearTimeout(patience);
        resolve({ head, body });
      };
    });
  }
}
