import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { ObservedAnswer, Observer, RequestFault } from "../generated/stub/index.ts";
import type {
  Activity,
  ActivityEvent,
  Fault,
  Mode,
  PrismVerdict,
  RecordedAnswer,
  RecordedRequest,
  Verdict,
} from "./activity.ts";
import { statementsOfError, statementsOfFault } from "./statements.ts";

/** How many requests are kept, and how many bytes of bodies and answers with them. */
const MOST_REQUESTS = 1000;
const MOST_BYTES = 16 * 1024 * 1024;

/** Records what happens in a mock, and tells those who listen. */
export class Recorder implements Activity {
  readonly #mode: Mode;
  readonly #onEnd: (recording: Recording) => void;
  readonly #listeners = new Set<(event: ActivityEvent) => void>();
  #recordings = new Set<Recording>();
  #bytes = 0;
  #underWay = 0;

  /** @param onEnd gets each recording when its answer has ended */
  constructor(mode: Mode, onEnd: (recording: Recording) => void = () => {}) {
    this.#mode = mode;
    this.#onEnd = onEnd;
  }

  get requests(): readonly RecordedRequest[] {
    return Array.from(this.#recordings, (recording) => recording.snapshot());
  }

  /** Whether a request is under way. */
  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  subscribe(listener: (event: ActivityEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: ActivityEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Begins to record a request. */
  record(request: IncomingMessage, response: ServerResponse, id: string): Recording {
    const recording = new Recording(this.#mode, request, id, {
      changed: () => this.#changed(recording),
      grew: (bytes) => this.#grew(recording, bytes),
      delta: (event) => this.emit(event),
    });
    this.#recordings.add(recording);
    if (this.#recordings.size > MOST_REQUESTS) this.#forgetOldest();
    this.#underWay += 1;
    response.once("close", () => {
      this.#underWay -= 1;
      recording.ended(response.writableFinished);
      this.#onEnd(recording);
    });
    this.#changed(recording);
    return recording;
  }

  /** Forgets all requests. */
  clear(): void {
    this.#recordings = new Set();
    this.#bytes = 0;
  }

  #changed(recording: Recording): void {
    // Nobody listens most of the time, and a snapshot has its price.
    if (this.#listeners.size > 0) this.emit({ type: "request", request: recording.snapshot() });
  }

  #grew(recording: Recording, bytes: number): void {
    // It may have been forgotten while it was still under way.
    if (!this.#recordings.has(recording)) return;
    this.#bytes += bytes;
    while (this.#bytes > MOST_BYTES && this.#recordings.size > 1) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const [oldest] = this.#recordings;
    if (!oldest) return;
    this.#recordings.delete(oldest);
    this.#bytes -= oldest.bytes;
  }
}

interface Listener {
  changed(): void;
  grew(bytes: number): void;
  delta(event: ActivityEvent): void;
}

/** The recording of one request, as the stub's observer of it. */
export class Recording implements Observer {
  readonly id: string;
  readonly #mode: Mode;
  readonly #listener: Listener;
  readonly #receivedAt = Date.now();
  readonly #start = performance.now();
  readonly #method: string;
  readonly #path: string;
  readonly #headers: IncomingHttpHeaders;
  readonly #events: unknown[] = [];
  #operationId: string | undefined;
  #body: unknown;
  #verdict: Verdict | undefined;
  #prism: PrismVerdict | undefined;
  #answer: ObservedAnswer | undefined;
  #duration: number | undefined;
  #isComplete = false;
  #bytes = 0;

  constructor(mode: Mode, request: IncomingMessage, id: string, listener: Listener) {
    this.id = id;
    this.#mode = mode;
    this.#method = request.method ?? "";
    this.#path = request.url ?? "";
    this.#headers = request.headers;
    this.#listener = listener;
  }

  get bytes(): number {
    return this.#bytes;
  }

  operation(operationId: string): void {
    this.#operationId = operationId;
  }

  body(body: unknown, length: number): void {
    this.#body = Buffer.isBuffer(body) ? body.toString("utf8") : body;
    this.#grow(length);
  }

  judged(faults: readonly RequestFault[]): void {
    this.#verdict = { isValid: faults.length === 0, faults: faults.map((fault) => this.#explain(fault)) };
    this.#listener.changed();
  }

  answer(answer: ObservedAnswer): void {
    this.#answer = answer;
    this.#grow(answer.length);
    if (answer.body === undefined) this.#listener.changed();
  }

  event(event: unknown): void {
    this.#events.push(event);
    if (!isDelta(event)) return;
    this.#grow(event.delta.length);
    const { id: messageId, session_id: sessionId, delta } = event;
    this.#listener.delta({ type: "delta", requestId: this.id, sessionId, messageId, delta });
  }

  /** The answer is written, or the connection is gone. */
  ended(isComplete: boolean): void {
    this.#duration = performance.now() - this.#start;
    this.#isComplete = isComplete;
    this.#listener.changed();
  }

  /** Prism has judged the request and its answer. */
  judgedByPrism(verdict: PrismVerdict): void {
    this.#prism = verdict;
    this.#listener.changed();
  }

  snapshot(): RecordedRequest {
    return {
      id: this.id,
      receivedAt: new Date(this.#receivedAt).toISOString(),
      mode: this.#mode,
      method: this.#method,
      path: this.#path,
      headers: redact(this.#headers),
      operationId: this.#operationId,
      body: this.#body,
      verdict: this.#verdict,
      prism: this.#prism,
      answer: this.#answer && this.#snapshotOf(this.#answer),
    };
  }

  #snapshotOf({ status, headers, body }: ObservedAnswer): RecordedAnswer {
    const code = this.#verdict?.isValid === false ? undefined : codeOf(body);
    return {
      status,
      headers,
      body,
      events: [...this.#events],
      statements: code === undefined ? [] : statementsOfError(code, this.#operationId),
      duration: this.#duration,
      isComplete: this.#isComplete,
    };
  }

  #explain(fault: RequestFault): Fault {
    const precise = { ...fault, check: this.#preciseCheck(fault) };
    const { in: place, path, message } = fault;
    return { in: place, path, message, statements: statementsOfFault(precise, this.#operationId) };
  }

  /** The contract has statements of their own for what is one check of the stub. */
  #preciseCheck({ check }: RequestFault): string {
    const { authorization, "content-type": type = "", "content-encoding": coding } = this.#headers;
    if (check === "key") return authorization === undefined ? "missing" : "malformed";
    if (check !== "media-type") return check;
    if (coding !== undefined) return "coding";
    return /^application\/json\s*;/i.test(type) ? "charset" : check;
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    this.#listener.grew(bytes);
  }
}

function isDelta(event: unknown): event is { id: string; session_id: string; delta: string } {
  return typeof event === "object" && event !== null && "delta" in event;
}

function codeOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
  const { error } = body;
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return String(error.code);
}

function redact(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
    // The scheme is no secret, and tells whether it is the right one.
    shown[name] = name === "authorization" || name === "cookie" ? redactCredentials(text) : text;
  }
  return shown;
}

function redactCredentials(text: string): string {
  const scheme = /^[A-Za-z]+(?= )/.exec(text)?.[0];
  return scheme === undefined ? "[redacted]" : `${scheme} [redacted]`;
}
