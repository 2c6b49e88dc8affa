import type { OperationDefinition } from "../../generated/client/transport.ts";
import { explain } from "../transport/explain.ts";
import { explainCause } from "../transport/explain-cause.ts";
import { isObject, parseJson } from "../transport/json.ts";
import type { Settings } from "../transport/settings.ts";
import { readErrorEvent } from "./event-error.ts";
import { createEventParser } from "./event-stream.ts";

/** How long a response may take to end after the event that completes it, in milliseconds. */
const LONGEST_END = 1000;

/**
 * Reads the events of a stream up to the one that completes it.
 *
 * @param controller whose signal ends the request
 * @throws ThinklioApiError for an event of type `error`; ThinklioError if the stream ends too early, or an event is not
 * what the contract says; the signal's reason if it is aborted
 */
export async function* readEvents<Event extends object>(
  operation: OperationDefinition,
  body: ReadableStream<Uint8Array>,
  controller: AbortController,
  settings: Settings,
): AsyncGenerator<Event, undefined> {
  const { signal } = controller;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  // For a `fetch` that does not heed the signal itself.
  signal.addEventListener("abort", () => void reader.cancel().catch(() => {}));
  for (;;) {
    let thrown: unknown;
    const { value: bytes } = await reader.read().catch((error: unknown): { value?: undefined } => {
      thrown = error;
      return {};
    });
    if (!bytes) {
      signal.throwIfAborted();
      const what = `${operation.id}: the stream was cut before ${operation.done}`;
      throw explainCause("stream_cut", what, thrown, settings, operation.success);
    }
    for (const { type, data } of parse(decoder.decode(bytes, { stream: true }))) {
      signal.throwIfAborted();
      if (type === "error") throw readErrorEvent(data, operation, settings);
      // Others may be added: a reader passes over a type that it does not know.
      if (type !== "" && type !== "message") continue;
      if (data === operation.done) return endInTime(reader, controller);
      const value = parseJson(data);
      if (!isObject<Event>(value)) {
        const quoted = settings.redact(data);
        throw explain(operation, "invalid_response", "the stream has an event", quoted, operation.success);
      }
      yield value;
    }
  }
}

/**
 * Lets a complete response end by itself, so that no server takes its client for gone, and the connection can be used
 * again. Nobody waits for it, and what still comes is of no interest.
 */
function endInTime(reader: ReadableStreamDefaultReader, controller: AbortController): undefined {
  const timer = setTimeout(() => controller.abort(), LONGEST_END);
  const readOn = async () => {
    while (!(await reader.read()).done);
  };
  void readOn()
    .catch(() => {})
    .finally(() => clearTimeout(timer));
}
