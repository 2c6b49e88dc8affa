import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { loadWithPeers } from "../command-line/peers.ts";
import { contract, createRequestHandler, type Listening, listen } from "../generated/stub/index.ts";
import type { Activity, Mode, RecordedRequest, SessionsView } from "./activity.ts";
import { createConsole } from "./console/index.ts";
import { allowAllOrigins } from "./cors.ts";
import { demandOptions } from "./demand-options.ts";
import { Generator } from "./dynamic.ts";
import { readExamples } from "./examples.ts";
import { createMockHandler, type MockContext } from "./handlers.ts";
import { once } from "./once.ts";
import { BrokenReplyError } from "./perform.ts";
import { readPreference } from "./prefer.ts";
import { loadPrism } from "./prism.ts";
import { createRandom, createSeed, type Random } from "./random.ts";
import { Recorder } from "./recorder.ts";
import type { ScriptedReply } from "./replies.ts";
import { createSecondOpinion } from "./second-opinion.ts";
import { type Changes, Settings } from "./settings.ts";
import { createStateful, type Stateful } from "./stateful.ts";

/** A channel of the mock. */
export interface MockChannel {
  readonly id: string;
  /** The ids of the agents that can answer on it; the first is the default. */
  readonly agents: readonly [string, ...string[]];
}

/** How to start a mock. Beside these it takes the switches, which can be changed while it runs. */
export interface MockOptions extends Changes {
  /**
   * The way to answer; `stateful` unless given.
   *
   * - `examples`: with the contract's examples, always the same.
   * - `dynamic`: with data that Prism generates, the same for the same seed and request.
   * - `stateful`: with sessions that are kept, in memory: what is created, sent and closed shows when it is read.
   */
  readonly mode?: Mode | undefined;
  /** The address; `127.0.0.1` unless given. */
  readonly host?: string | undefined;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** How long a request's body may take to arrive, in milliseconds; 10,000 unless given. */
  readonly requestTimeout?: number | undefined;
  /** What all that is random follows from: generated data, latencies, and which requests fail. Random unless given. */
  readonly seed?: string | number | undefined;
  /** What to say to which message, in the mode `stateful`; an echo answers what fits none. */
  readonly replies?: readonly ScriptedReply[] | undefined;
  /** The channels of the mode `stateful`; `ch_01hxyz` with the agent `agt_01hxyz` unless given. */
  readonly channels?: readonly MockChannel[] | undefined;
  /** How many sessions are kept, before the ones that were quiet the longest go; 1,000 unless given. */
  readonly mostSessions?: number | undefined;
  /** Tells the time, in milliseconds since 1970; the machine's clock unless given. */
  readonly clock?: (() => number) | undefined;
  /** Called for each session that is dropped to make room for newer ones. */
  readonly onDrop?: ((sessionId: string) => void) | undefined;
}

/** A mock that runs. */
export interface Mock extends Listening {
  readonly mode: Mode;
  /** What all that is random follows from. */
  readonly seed: string;
  /** The latest requests, at most 1,000, oldest first, with what became of them. */
  readonly requests: readonly RecordedRequest[];
  /** What happens, as it happens. */
  readonly activity: Activity;
  readonly settings: Settings;
  /** What is kept; `undefined` in the modes that keep nothing. */
  readonly sessions: SessionsView | undefined;
  /** Forgets all requests and sessions, and puts the settings and the seed back to what the mock was started with. */
  reset(): void;
  /** Stops, as `close` does. */
  stop(grace?: number): Promise<void>;
}

/** The channel that there is unless others are given. */
export const EXAMPLE_CHANNEL: MockChannel = { id: "ch_01hxyz", agents: ["agt_01hxyz"] };

const SCOPES = ["read", "write"] as const;
/** What a request fails with that fails for no reason. */
const FAILURES = [{ code: "500" }, { code: "429" }] as const;

/**
 * Starts a mock of the API, for a page that is being built or for a test. It accepts any key. `Prefer: code=404` gets
 * an error, `Prefer: example=expired` an example of the contract, `Prefer: dynamic=true` generated data, and
 * `Prefer: scenario=broken-stream` a reply that breaks off. Pages of every origin may use it.
 *
 * Mocks share nothing: several can run side by side.
 *
 * @throws (rejects) if Prism is not installed; TypeError if there is no such option or mode; RangeError if a switch
 * cannot have the value; the system's error if the port cannot be had, such as `EADDRINUSE`
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  demandOptions(options);
  const { mode = "stateful", host = "127.0.0.1", port = 0, requestTimeout = 10_000 } = options;
  await demandPrism();
  const seed = String(options.seed ?? createSeed());
  const settings = new Settings(options);
  const prism = once(loadPrism);
  const generator = once(async () => new Generator(await prism(), seed));
  const stopping = new AbortController();
  const recorder: Recorder = new Recorder(
    mode,
    mode === "examples" ? undefined : createSecondOpinion(prism, () => recorder.isBusy, stopping.signal),
  );
  settings.subscribe((values) => recorder.emit({ type: "settings", settings: values }));
  const [examples, stateful] = await Promise.all([
    readExamples(),
    mode === "stateful" ? openStateful(options, settings, recorder) : undefined,
    mode === "dynamic" ? prism() : undefined,
  ]);
  let chance = createChance(seed);

  const handlers = Object.fromEntries(
    contract.operations.map((operation) => [
      operation.id,
      createMockHandler(
        operation,
        examples.get(operation.id) ?? [],
        { mode, settings, generator },
        stateful?.handlers[operation.id],
      ),
    ]),
  );
  const api = allowAllOrigins(
    createRequestHandler<MockContext>(contract, handlers, {
      authenticate(_key, request) {
        const { latency, errorRate } = settings.values;
        const preferred = readPreference(request.headers.prefer);
        const fails = errorRate > 0 && chance.failure() < errorRate && preferred.code === undefined;
        const context: MockContext = {
          tenant: "default",
          scopes: SCOPES,
          preference: fails ? { ...preferred, ...FAILURES[chance.kind() < 0.5 ? 0 : 1] } : preferred,
          cut: () => request.socket.destroy(),
        };
        if (latency.max === 0) return context;
        return setTimeout(latency.min + chance.latency() * (latency.max - latency.min), context);
      },
      onError(error) {
        if (!(error instanceof BrokenReplyError)) console.error(error);
      },
      validateResponses: true,
      bodyTimeout: requestTimeout,
      observe: (request, response, requestId) => recorder.record(request, response, requestId),
    }),
  );

  const reset = () => {
    recorder.clear();
    stateful?.clear();
    chance = createChance(seed);
    recorder.emit({ type: "reset" });
    settings.reset();
  };
  const sessions = stateful?.view;
  const channel = options.channels?.[0]?.id ?? EXAMPLE_CHANNEL.id;
  const answerOwnPages = createConsole({
    mode,
    host,
    channel,
    activity: recorder,
    settings,
    sessions,
    reset,
  });
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    if (!answerOwnPages(request, response)) api(request, response);
  };
  // Longer than the body's time, so that a slow body gets an answer before its connection is cut.
  const listening = await listen(handler, { host, port, requestTimeout: requestTimeout + 5000 });
  const stop = (grace?: number) => {
    stopping.abort();
    recorder.emit({ type: "stopped" });
    return listening.close(grace);
  };
  return {
    ...listening,
    mode,
    seed,
    activity: recorder,
    settings,
    sessions,
    get requests() {
      return recorder.requests;
    },
    reset,
    close: stop,
    stop,
  };
}

/** Prism is loaded when it is first needed; that it is missing is to be known at once. */
async function demandPrism(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const packages = ["@stoplight/prism-http", "@stoplight/prism-core"];
  await loadWithPeers(async () => packages.map((name) => resolve(name)), packages);
}

function openStateful(options: MockOptions, settings: Settings, recorder: Recorder): Stateful {
  const { channels = [EXAMPLE_CHANNEL], replies = [], mostSessions = 1000 } = options;
  const { clock = Date.now, onDrop = () => {} } = options;
  return createStateful({ settings, recorder, clock, channels, replies, mostSessions, onDrop });
}

/** What is left to chance. Each draws from a source of its own, so that switching one on does not change another. */
function createChance(seed: string): Readonly<Record<"latency" | "failure" | "kind", Random>> {
  return {
    latency: createRandom(`latency ${seed}`),
    failure: createRandom(`failure ${seed}`),
    kind: createRandom(`kind ${seed}`),
  };
}
