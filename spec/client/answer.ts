/** An answer that grants what was asked for. */
export interface Success<Status extends number, Body> {
  /** Tells a success from a failure. */
  readonly ok: true;
  readonly status: Status;
  /** What was asked for. It may have fields that this version of the contract does not know. */
  readonly body: Body;
  readonly error?: undefined;
  /** The response as it came, for its headers. Its body has been read. */
  readonly response: Response;
}

/** An answer that refuses what was asked for, with an error that the contract declares for the operation. */
export interface Failure<Status extends number, Error extends { readonly code: string }> {
  /** Tells a failure from a success. */
  readonly ok: false;
  readonly status: Status;
  /** Why it was refused. `code` tells the errors of one status apart. */
  readonly error: Error;
  readonly body?: undefined;
  /** The response as it came, for its headers. Its body has been read. */
  readonly response: Response;
}
