import type { ServerResponse } from "node:http";
import { SHUTDOWN, ShutdownError } from "./shutdown.ts";

/** One event in the format of Server-Sent Events; line breaks in the data are split over `data:` lines, as it asks. */
export function formatEvent(data: string, event?: string): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${event === undefined ? "" : `event: ${event}\n`}${lines.join("")}\n`;
}

/** How a stream of events is written. */
export interface EventStreamOptions {
  /** Turns an event into its data. A throw counts as a failure of the stream. */
  readonly serialise: (event: unknown) => string;
  /** The data that ends a complete stream. */
  readonly done: string;
  /** The data of the `error` event that ends a stream which failed after its first byte. */
  readonly failed: (error: unknown) => string;
}

/**
 * Writes events until they end, fail, or the client leaves.
 *
 * The first event is awaited before the headers go out, so that a failure until then can still be an ordinary
 * response. A slow client slows the events down; one that leaves ends the iterator. The iterator is started in any
 * case, even if the client has left by now: only a generator that has started runs its `finally`.
 *
 * @throws what the events throw before the first byte; later failures are written into the stream.
 */
export async function sendEventStream(
  response: ServerResponse,
  status: number,
  events: AsyncIterable<unknown>,
  options: EventStreamOptions,
): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  const isOver = () => response.destroyed || response.writableEnded;
  let hasEnded = false;
  const nextData = async () => {
    try {
      const next = await iterator.next();
      if (!next.done) return options.serialise(next.value);
    } catch (error) {
      endIterator();
      throw error;
    }
    hasEnded = true;
    return undefined;
  };
  // Not awaited: a generator that is busy answers `return()` only when it yields, and it has the signal to hurry it.
  const endIterator = () => {
    if (hasEnded) return;
    hasEnded = true;
    void (async () => iterator.return?.())().catch(options.failed);
  };
  if (isOver()) {
    void nextData().catch(options.failed);
    endIterator();
    return;
  }
  const fail = (error: unknown) => {
    if (!isOver()) response.end(formatEvent(options.failed(error), "error"));
  };
  const shutDown = () => {
    endIterator();
    // Before the first byte there is no stream yet: whoever shuts down answers with an ordinary error.
    if (response.headersSent) fail(new ShutdownError());
  };
  response.once("close", endIterator).once(SHUTDOWN, shutDown);
  try {
    let data = await nextData();
    if (isOver()) return;
    response.writeHead(status, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-cache, no-transform",
    });
    try {
      while (data !== undefined && !isOver()) {
        if (!response.write(formatEvent(data))) await drained(response);
        data = await nextData();
      }
      if (!isOver()) response.end(formatEvent(options.done));
    } catch (error) {
      fail(error);
    }
  } finally {
    response.off("close", endIterator).off(SHUTDOWN, shutDown);
    if (response.destroyed) endIterator();
  }
}

/** How long a client may leave everything unread, in milliseconds: a stream can hold what others wait for. */
const STALL = 30_000;

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), STALL);
    const settle = () => {
      clearTimeout(stalled);
      response.off("drain", settle).off("close", settle);
      resolve();
    };
    response.on("drain", settle).on("close", settle);
    if (response.destroyed) settle();
  });
}
