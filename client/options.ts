import type { CallOptions } from "../generated/client/operations.ts";

/** What a client is told once, for all its calls. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /**
   * Your API key, sent as `Authorization: Bearer KEY`. It never appears in an error, unless it has fewer than
   * 8 characters: then it is taken for a word for a mock, which an error may well contain.
   */
  readonly apiKey: string;
  /**
   * Where the API is, which is what goes before `/v1`; the vendor's server, `https://api.thinklio.com`, unless given. It
   * begins with `https://HOST` or `http://HOST`, without credentials, or in a browser with `/`.
   */
  readonly baseUrl?: string | undefined;
  /**
   * What makes the requests, in place of the platform's `fetch`. It gets a `Request`, and should heed its `signal`.
   */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * How often a call may be repeated, or more about it; 0 unless given. Only what is safe to repeat is repeated: a call
   * that was refused with 429, which did nothing; and one that the contract calls idempotent (to read, or to close a
   * session), if no answer came, or 500, 502, 503 or 504. The wait is at least what `Retry-After` says.
   */
  readonly retries?: number | RetryOptions | undefined;
}

/** When a call is repeated. */
export interface RetryOptions {
  /** How often a call may be repeated. */
  readonly limit: number;
  /** About how long to wait before the first repetition, in milliseconds; 500 unless given. It doubles each time. */
  readonly minDelay?: number | undefined;
  /**
   * How long to wait at most, in milliseconds; 30,000 unless given, and never more than 2,000,000,000 (23 days). If
   * `Retry-After` asks for more, the call is not repeated.
   */
  readonly maxDelay?: number | undefined;
}
