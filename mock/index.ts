import { contract, createRequestHandler, type Listening, listen } from "../generated/stub/index.ts";
import { allowAllOrigins } from "./cors.ts";
import { BrokenStreamError } from "./event-stream.ts";
import { readExamples } from "./examples.ts";
import { createMockHandler, type MockContext } from "./handlers.ts";
import { readPreference } from "./prefer.ts";
import { loadPrism } from "./prism.ts";

/** Where the mock listens. */
export interface MockOptions {
  /** The address; `127.0.0.1` unless given. */
  readonly host?: string | undefined;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** How long a request's body may take to arrive, in milliseconds; 10,000 unless given. */
  readonly requestTimeout?: number | undefined;
}

/**
 * Starts a mock of the API. It accepts any key, keeps nothing, and answers with the contract's examples; the header
 * `Prefer: code=404` or `Prefer: example=session_not_found` picks another one. Pages of every origin may use it.
 *
 * @throws (rejects) with the system's error if the port cannot be had, such as `EADDRINUSE`
 */
export async function startMock(options: MockOptions = {}): Promise<Listening> {
  const { host = "127.0.0.1", port = 0, requestTimeout = 10_000 } = options;
  const [examples, askPrism] = await Promise.all([readExamples(), loadPrism()]);
  const handlers = Object.fromEntries(
    contract.operations.map((operation) => [
      operation.id,
      createMockHandler(operation, examples.get(operation.id) ?? [], askPrism),
    ]),
  );
  const handler = createRequestHandler<MockContext>(contract, handlers, {
    authenticate: (_key, { headers }) => ({ preference: readPreference(headers.prefer) }),
    onError(error) {
      if (!(error instanceof BrokenStreamError)) console.error(error);
    },
    validateResponses: true,
    bodyTimeout: requestTimeout,
  });
  // Longer than the body's time, so that a slow body gets an answer before its connection is cut.
  return listen(allowAllOrigins(handler), { host, port, requestTimeout: requestTimeout + 5000 });
}
