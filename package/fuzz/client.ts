import { connect, type Socket } from "node:net";

/** How long an answer, or the end of a connection, may take, in milliseconds. */
const PATIENCE = 10_000;

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A connection that sends bytes as they are, one request at a time, and reads the answers. */
export class Client {
  readonly #port: number;
  #socket: Socket | undefined;
  #received = Buffer.alloc(0);
  #wake = () => {};

  constructor(port: number) {
    this.#port = port;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws (rejects) if it does not come in time, or the connection ends without it
   */
  async ask(bytes: Buffer, isHead: boolean): Promise<Answer> {
    const socket = this.#connected();
    socket.write(bytes);
    return this.#until(() => {
      const answer = this.#takeAnswer(isHead);
      if (answer === undefined && socket.closed) throw new Error("The connection ended without an answer.");
      return answer;
    });
  }

  /**
   * Sends bytes that may be no request, and nothing more.
   *
   * @returns the statuses of what was answered before the server closed the connection
   * @throws (rejects) if it does not close it in time
   */
  async sendLast(bytes: Buffer): Promise<readonly number[]> {
    const socket = this.#connected();
    socket.end(bytes);
    await this.#until(() => socket.closed || undefined);
    const statuses = [...this.#received.toString("latin1").matchAll(/^HTTP\/1\.1 (\d{3}) /gm)];
    this.#received = Buffer.alloc(0);
    return statuses.map(([, status]) => Number(status));
  }

  /** Sends bytes and breaks the connection. */
  async sendAndLeave(bytes: Buffer): Promise<void> {
    const socket = this.#connected();
    await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
    this.close();
  }

  close(): void {
    this.#socket?.resetAndDestroy();
    this.#socket = undefined;
    this.#received = Buffer.alloc(0);
  }

  #connected(): Socket {
    if (this.#socket?.writable && this.#socket.readyState === "open") return this.#socket;
    this.close();
    const socket = connect({ port: this.#port, host: "127.0.0.1", noDelay: true });
    socket.on("error", () => {});
    socket.on("close", () => this.#wake());
    socket.on("data", (chunk) => {
      if (this.#socket !== socket) return;
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    this.#socket = socket;
    return socket;
  }

  /** Looks again whenever something has come, until there is a result. */
  async #until<Result>(look: () => Result | undefined): Promise<Result> {
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      this.#wake();
    }, PATIENCE);
    try {
      for (;;) {
        const result = look();
        if (result !== undefined) return result;
        if (isLate) throw new Error(`Nothing came in ${PATIENCE / 1000} seconds.`);
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(late);
    }
  }

  #takeAnswer(isHead: boolean): Answer | undefined {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end === -1) return undefined;
    const head = this.#received.subarray(0, end).toString("latin1");
    const status = Number(head.slice(9, 12));
    const length = isHead ? 0 : Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    if (Number.isNaN(length)) throw new Error(`The answer has no length: ${head}`);
    if (this.#received.length < end + 4 + length) return undefined;
    const body = this.#received.subarray(end + 4, end + 4 + length).toString();
    this.#received = this.#received.subarray(end + 4 + length);
    if (/^connection: close$/im.test(head)) this.#socket?.destroy();
    return { status, body };
  }
}
