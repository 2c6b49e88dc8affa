import { Agent, request } from "node:http";

const CHANNEL = "/v1/channels/ch_01hxyz";
/** In one of so many conversations the client leaves in the middle of a reply, which costs a connection. */
const LEAVES = 10;
/** How long a mock may take for an answer, in milliseconds. */
const TIME_LIMIT = 30_000;

/** A request, and the status that a mock answers it with in each of its modes. */
interface Step {
  readonly status: number;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether to leave once the answer has begun. */
  readonly leaves?: boolean;
}

/** Somebody who uses a mock, with a connection of his own. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;
  readonly #timeLimit: number;
  #steps: Iterator<Step, undefined>;
  #conversations = 0;
  #sessionId = "";

  /** @param timeLimit how long to wait for each answer, in milliseconds */
  constructor(url: string, timeLimit: number = TIME_LIMIT) {
    this.#url = url;
    this.#timeLimit = timeLimit;
    this.#steps = this.#converse();
  }

  /**
   * Makes the next request: one conversation after the other, with all that the API has in it, and all that can be
   * wrong.
   *
   * @throws (rejects) if the answer is another than it should be, or does not come in time
   */
  async send(): Promise<void> {
    const { value, done } = this.#steps.next();
    if (done) {
      this.#steps = this.#converse();
      return this.send();
    }
    const { status, text } = await this.#exchange(value);
    if (status !== value.status) {
      throw new Error(
        `${value.method} ${value.path} was answered with ${status}, not ${value.status}: ${text}`,
      );
    }
    if (status === 201) this.#sessionId = JSON.parse(text).id;
  }

  end(): void {
    this.#agent.destroy();
  }

  *#converse(): Generator<Step, undefined> {
    this.#conversations += 1;
    const ticket = `T-${this.#conversations}`;
    const send = { status: 200, method: "POST", path: `${CHANNEL}/messages` } as const;
    yield { status: 201, method: "POST", path: `${CHANNEL}/sessions`, body: { metadata: { ticket } } };
    const session_id = this.#sessionId;
    const session = `/v1/sessions/${session_id}`;
    yield { ...send, body: { session_id, message: `Where is ${ticket}?`, metadata: { ticket } } };
    yield { ...send, body: { session_id, message: `And when will ${ticket} come?`, stream: true } };
    yield { ...send, body: { message: `Another session, ${ticket}` } };
    yield { status: 200, method: "GET", path: session };
    yield { status: 200, method: "GET", path: `${session}/messages?limit=2` };
    yield { ...send, status: 422, body: { session_id, message: "" } };
    yield { ...send, status: 400, body: `{"message": "${ticket}` };
    yield { ...send, status: 401, body: { message: ticket }, headers: { Authorization: "Basic eDp5" } };
    yield { status: 404, method: "GET", path: `/v1/tickets/${ticket}` };
    yield { status: 429, method: "GET", path: session, headers: { Prefer: "code=429" } };
    if (this.#conversations % LEAVES === 0) {
      const headers = { Prefer: "scenario=long-reply" };
      yield { ...send, body: { session_id, message: ticket, stream: true }, headers, leaves: true };
    }
    yield { status: 200, method: "POST", path: `${session}/close` };
    return undefined;
  }

  #exchange({ method, path, body, headers, leaves }: Step): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#url}${path}`, {
        agent: this.#agent,
        method,
        headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
      });
      const limit = setTimeout(() => {
        reject(new Error(`${method} ${path} was not answered within ${this.#timeLimit / 1000} s.`));
        sent.destroy();
      }, this.#timeLimit);
      sent.on("error", reject).on("close", () => clearTimeout(limit));
      sent.on("response", (response) => {
        const { statusCode: status = 0 } = response;
        let text = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
          if (!leaves) return;
          sent.destroy();
          resolve({ status, text });
        });
        response.on("end", () => resolve({ status, text })).on("error", reject);
      });
      sent.end(typeof body === "object" ? JSON.stringify(body) : body);
    });
  }
}
