/** One thing for which the stub refuses a request, before any handler gets it. */
export interface RequestFault {
  readonly in: "route" | "key" | "path" | "query" | "header" | "body";
  /** A parameter's name, or a JSON pointer into the body; empty where it concerns the whole. */
  readonly path: string;
  /** What the request fails: a keyword of its schema, or one of the stub's own checks, such as `syntax`. */
  readonly check: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
}

/** An answer, just before it goes out. */
export interface ObservedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** The body; `undefined` for a stream of events. */
  readonly body: unknown;
  /** The length of the body in bytes; 0 for a stream of events. */
  readonly length: number;
}

/**
 * Watches one request on its way through the stub. The methods are called in this order, each at most once but for
 * `event`, and none has a say in what happens.
 */
export interface Observer {
  /** The request leads to an operation. */
  operation?(operationId: string): void;
  /** The body has come: as parsed, or its bytes where it is no JSON that the contract accepts. */
  body?(body: unknown, length: number): void;
  /** The contract's checks are made. A request without faults goes on to its handler. */
  judged?(faults: readonly RequestFault[]): void;
  answer?(answer: ObservedAnswer): void;
  /** One event of a stream, as the handler gave it. */
  event?(event: unknown): void;
}
