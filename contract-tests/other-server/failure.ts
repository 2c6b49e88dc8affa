/** A request that is not carried out, and how that is said. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    {
      headers = {},
      details = { hint: "https://example.com/help" },
    }: { headers?: Readonly<Record<string, string>>; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`Das geht nicht: ${code.replaceAll("_", " ")}.`);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.details = details;
  }

  /** The body of the answer. */
  get envelope(): unknown {
    const request_id = `req_${process.hrtime.bigint()}`;
    const { details, message, code } = this;
    return { took: 1, error: { request_id, severity: "low", details, message, code } };
  }
}
