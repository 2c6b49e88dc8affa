import { exchange, type HeaderField, type HttpRequest, type HttpResponse } from "./http.ts";
import { type Need, needs, type Offers } from "./needs.ts";
import { judge } from "./oracle.ts";
import type { Violation } from "./violation.ts";

/** The server under test, and what it offers the rules. */
export interface TargetOptions {
  /** Where the server is: what goes before `/v1/…`. */
  readonly baseUrl: URL;
  /** A good API key, which may do everything. */
  readonly key: string;
  /** A channel that the key may see. */
  readonly channel: string;
  /** The channel's default agent. */
  readonly agent: string;
  /** What it offers beyond that. */
  readonly offers: Partial<Offers>;
}

/** A request, the response that came (if one did), and what the oracle finds wrong with it. */
export interface Exchange {
  readonly request: HttpRequest;
  response?: HttpResponse;
  violations: readonly Violation[];
}

/** An exchange whose response has come. */
export interface Answer extends Exchange {
  readonly response: HttpResponse;
}

/** How a call differs from one with the good key and no body. */
export interface Call {
  /** The key to send in place of the good one; `null` for no `Authorization` header. */
  readonly key?: string | null;
  /** Headers beside `Authorization`, and beside the `Content-Type` that `json` brings. */
  readonly headers?: readonly HeaderField[];
  /** A body to send as `application/json`. */
  readonly json?: unknown;
  /** A body to send as it is, without a `Content-Type`. */
  readonly body?: string | Uint8Array;
  readonly chunked?: boolean;
  readonly leaveWhen?: HttpRequest["leaveWhen"];
}

/** How long the exchanges of a rule may take. */
export interface TargetLimits {
  /** Milliseconds for one exchange. */
  readonly timeout: number;
  /** Breaks off the exchange in flight, and every later one. */
  readonly signal?: AbortSignal;
}

/** What a rule gets: the server under test. Every response that comes through it is judged by the oracle. */
export class Target {
  readonly channel: string;
  readonly agent: string;
  readonly key: string;
  /** What was exchanged so far, in order of the requests. */
  readonly exchanges: Exchange[] = [];
  readonly #options: TargetOptions;
  readonly #limits: TargetLimits;

  constructor(options: TargetOptions, limits: TargetLimits) {
    this.channel = options.channel;
    this.agent = options.agent;
    this.key = options.key;
    this.#options = options;
    this.#limits = limits;
  }

  /**
   * Returns what the target offers for a need of the rule.
   *
   * @throws if it offers nothing: then the rule does not name the need
   */
  offer<Name extends Need>(need: Name): Offers[Name] {
    const offered: Offers[Name] | undefined = this.#options.offers[need];
    if (offered === undefined) throw new Error(`The rule uses ${needs[need]}, and does not name that need.`);
    return offered;
  }

  /**
   * Sends a request and returns the answer, whatever it is.
   *
   * @param path percent-encoded path and query
   * @throws {NoResponse} if no complete response comes in time
   */
  async send(method: string, path: string, call: Call = {}): Promise<Answer> {
    const request = buildRequest(method, path, this.key, call);
    const record: Exchange = { request, violations: [] };
    this.exchanges.push(record);
    const response = await exchange(this.#options.baseUrl, request, this.#limits);
    return Object.assign(record, { response, violations: judge(request, response) });
  }
}

function buildRequest(method: string, path: string, goodKey: string, call: Call): HttpRequest {
  const headers: HeaderField[] = [];
  const key = call.key === undefined ? goodKey : call.key;
  if (key !== null) headers.push(["Authorization", `Bearer ${key}`]);
  if (call.json !== undefined) headers.push(["Content-Type", "application/json"]);
  const text = call.json === undefined ? call.body : JSON.stringify(call.json);
  return {
    method,
    path,
    headers: [...headers, ...(call.headers ?? [])],
    ...(text !== undefined && { body: typeof text === "string" ? Buffer.from(text) : text }),
    ...(call.chunked && { chunked: true }),
    ...(call.leaveWhen && { leaveWhen: call.leaveWhen }),
  };
}
