import type { CallOptions } from "../../generated/client/operations.ts";
import type { OperationDefinition, RequestParts } from "../../generated/client/transport.ts";
import type { Settings } from "../transport/settings.ts";
import { openStream } from "./open-stream.ts";
import { readEvents } from "./read-events.ts";

/**
 * Makes a call that is answered with a stream, when the iteration begins, and iterates over the events. To leave the
 * iteration is to cancel the request, whatever it is waiting for.
 */
export function streamEvents<Event extends object>(
  operation: OperationDefinition,
  parts: RequestParts,
  options: CallOptions,
  settings: Settings,
): AsyncIterableIterator<Event> {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(options.signal?.reason);
  let isLeft = false;
  async function* read(): AsyncGenerator<Event, undefined> {
    options.signal?.addEventListener("abort", abort);
    if (options.signal?.aborted) abort();
    try {
      const body = await openStream({ operation, parts, options: { ...options, signal } }, settings);
      yield* readEvents<Event>(operation, body, controller, settings);
    } catch (error) {
      controller.abort();
      if (!isLeft) throw error;
    } finally {
      options.signal?.removeEventListener("abort", abort);
    }
  }
  const events = read();
  return {
    next: () => events.next(),
    // Left to itself, a generator that waits would first get what it waits for.
    return() {
      isLeft = true;
      controller.abort();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
