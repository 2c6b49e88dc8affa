// Written by `npm run generate` from spec/. Do not edit.

/** An error, as a handler gives it: the stub adds the request id and the envelope. */
export interface OutcomeError {
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
}

interface OutcomeHead {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
}

/** An answer with a JSON body. */
export interface JsonOutcome extends OutcomeHead {
  readonly body: unknown;
}

/** An answer with an error. */
export interface ErrorOutcome extends OutcomeHead {
  readonly error: OutcomeError;
}

/** An answer that streams events. */
export interface EventStreamOutcome extends OutcomeHead {
  readonly type: "text/event-stream";
  readonly events: AsyncIterable<unknown>;
}

/** What a handler may return. The operations' own outcome types are narrower, one member for each declared response. */
export type Outcome = JsonOutcome | ErrorOutcome | EventStreamOutcome;

/** Makes the outcome for an error code: its status and, unless told otherwise, its message are the contract's. */
export type Refuse = (
  code: string,
  refusal?: { message?: string; details?: unknown; headers?: Record<string, string | number> },
) => ErrorOutcome;
