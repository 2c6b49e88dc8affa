import { judgeDocumented } from "./documented-oracle.ts";
import { exchange, type HeaderField, type HttpRequest, type HttpResponse, NoResponse } from "./http.ts";
import { type Need, needs, type Offers } from "./needs.ts";
import { judge } from "./oracle.ts";
import type { PartialResponse } from "./partial-response.ts";
import { judgeUnknownFields } from "./unknown-fields.ts";
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
  /** What came of a response that did not come to its end. */
  partial?: PartialResponse;
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
  /** Send only the first half of the body, in chunks, and never the other. */
  readonly unfinished?: boolean;
  /** How much longer than others this exchange may take, in milliseconds. */
  readonly patience?: number;
  readonly leaveWhen?: HttpRequest["leaveWhen"];
}

/** A part of the contract: what the vendor documents, or all of it. */
export type Profile = "documented" | "full";

/** Under which conditions a rule runs. */
export interface Conditions {
  /** How long one exchange may take, in milliseconds. */
  readonly timeout: number;
  /** Breaks off the exchange in flight, and every later one. */
  readonly signal?: AbortSignal;
  /** What a rule draws its random values from, so that they can be drawn again; 0 unless given. */
  readonly seed?: number;
  /** Goes straight to the random value that a failure of an earlier run, with the same seed, named by this path. */
  readonly path?: string | undefined;
  /** How many random values a rule tries, in proportion to the usual number; 1 unless given. */
  readonly effort?: number | undefined;
  /** What responses are judged by: the whole contract, or what of it the vendor documents; the whole unless given. */
  readonly profile?: Profile | undefined;
  /** Whether a field that the contract does not know is a violation. */
  readonly strict?: boolean | undefined;
  /** Resolves when the next request with that key may be sent. */
  readonly turn?: ((key: string | null) => Promise<void>) | undefined;
}

/** What a rule gets: the server under test. Every response that comes through it is judged by the oracle. */
export class Target {
  readonly channel: string;
  readonly agent: string;
  readonly key: string;
  /** A rule that draws random values draws them from this. */
  readonly seed: number;
  /** Which of the random values to go straight to, if any. */
  readonly path: string | undefined;
  /** How many random values to try, in proportion to the usual number. */
  readonly effort: number;
  /** How long one exchange may take, in milliseconds. */
  readonly timeout: number;
  /** What was exchanged so far, in order of the requests. */
  readonly exchanges: Exchange[] = [];
  readonly #options: TargetOptions;
  readonly #conditions: Conditions;

  constructor(options: TargetOptions, conditions: Conditions) {
    this.channel = options.channel;
    this.agent = options.agent;
    this.key = options.key;
    this.#options = options;
    this.seed = conditions.seed ?? 0;
    this.path = conditions.path;
    this.effort = conditions.effort ?? 1;
    this.timeout = conditions.timeout;
    this.#conditions = conditions;
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
    await this.#conditions.turn?.(call.key === undefined ? this.key : call.key);
    this.exchanges.push(record);
    const { timeout, signal } = this.#conditions;
    const response = await exchange(this.#options.baseUrl, request, {
      timeout: timeout + (call.patience ?? 0),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      if (error instanceof NoResponse && error.partial) record.partial = error.partial;
      throw error;
    });
    const judgeByProfile = this.#conditions.profile === "documented" ? judgeDocumented : judge;
    const violations = judgeByProfile(request, response);
    if (this.#conditions.strict) violations.push(...judgeUnknownFields(request, response));
    return Object.assign(record, { response, violations });
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
    ...((call.chunked || call.unfinished) && { chunked: true }),
    ...(call.unfinished && { unfinished: true }),
    ...(call.leaveWhen && { leaveWhen: call.leaveWhen }),
  };
}
