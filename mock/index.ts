import type { IncomingMessage, ServerResponse } from "node:http";
import { contract, createRequestHandler, type Listening, listen } from "../generated/stub/index.ts";
import type { Activity, Mode, RecordedRequest, SessionsView } from "./activity.ts";
import { createConsole } from "./console/index.ts";
import { allowAllOrigins } from "./cors.ts";
import { BrokenStreamError } from "./event-stream.ts";
import { readExamples } from "./examples.ts";
import { createMockHandler, type MockContext } from "./handlers.ts";
import { readPreference } from "./prefer.ts";
import { loadPrism } from "./prism.ts";
import { Recorder } from "./recorder.ts";
import { Settings } from "./settings.ts";

/** Where the mock listens. */
export interface MockOptions {
  /** The address; `127.0.0.1` unless given. */
  readonly host?: string | undefined;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** How long a request's body may take to arrive, in milliseconds; 10,000 unless given. */
  readonly requestTimeout?: number | undefined;
}

/** A mock that runs. */
export interface Mock extends Listening {
  readonly mode: Mode;
  /** The latest requests, oldest first, with what became of them. */
  readonly requests: readonly RecordedRequest[];
  readonly activity: Activity;
  readonly settings: Settings;
  /** What is kept; `undefined` in the modes that keep nothing. */
  readonly sessions: SessionsView | undefined;
  /** Forgets all requests, and puts the settings back to what the mock was started with. */
  reset(): void;
  /** Stops, as `close` does. */
  stop(grace?: number): Promise<void>;
}

/**
 * Starts a mock of the API. It accepts any key, keeps nothing, and answers with the contract's examples; the header
 * `Prefer: code=404` or `Prefer: example=session_not_found` picks another one. Pages of every origin may use it.
 *
 * @throws (rejects) with the system's error if the port cannot be had, such as `EADDRINUSE`
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { host = "127.0.0.1", port = 0, requestTimeout = 10_000 } = options;
  const [examples, askPrism] = await Promise.all([readExamples(), loadPrism()]);
  const mode = "examples";
  const recorder = new Recorder(mode);
  const settings = new Settings();
  settings.subscribe((values) => recorder.emit({ type: "settings", settings: values }));
  const reset = () => {
    recorder.clear();
    recorder.emit({ type: "reset" });
    settings.reset();
  };
  const handlers = Object.fromEntries(
    contract.operations.map((operation) => [
      operation.id,
      createMockHandler(operation, examples.get(operation.id) ?? [], askPrism),
    ]),
  );
  const api = allowAllOrigins(
    createRequestHandler<MockContext>(contract, handlers, {
      authenticate: (_key, { headers }) => ({ preference: readPreference(headers.prefer) }),
      onError(error) {
        if (!(error instanceof BrokenStreamError)) console.error(error);
      },
      validateResponses: true,
      bodyTimeout: requestTimeout,
      observe: (request, response, requestId) => recorder.record(request, response, requestId),
    }),
  );
  const answerOwnPages = createConsole({ mode, activity: recorder, settings, sessions: undefined, reset });
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    if (!answerOwnPages(request, response)) api(request, response);
  };
  // Longer than the body's time, so that a slow body gets an answer before its connection is cut.
  const listening = await listen(handler, { host, port, requestTimeout: requestTimeout + 5000 });
  const stop = (grace?: number) => {
    recorder.emit({ type: "stopped" });
    return listening.close(grace);
  };
  return {
    ...listening,
    mode,
    activity: recorder,
    settings,
    sessions: undefined,
    get requests() {
      return recorder.requests;
    },
    reset,
    close: stop,
    stop,
  };
}
