import { createEventCounter } from "./event-stream.ts";

/** What came of a response that did not come to its end. */
export interface PartialResponse {
  readonly status: number;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  /** How many bytes of the body came. */
  readonly size: number;
  /** How many events came, if it is a `text/event-stream`. */
  readonly events?: number;
  /** The first 16 KiB of the body, as UTF-8. */
  readonly start: string;
  /** The last 16 KiB of the body that are not in `start`. */
  readonly end: string;
}

/** Takes the body of a response piece by piece, and tells at any time what came. */
export interface Receiver {
  readonly pieces: readonly Uint8Array[];
  /** @throws if the body is larger, or has more events, than that of any answer */
  receive(piece: Uint8Array): void;
  partial(): PartialResponse;
}

/** What comes before the body, as Node tells it: in words of our own, as not every user has Node's types. */
interface ResponseHead {
  readonly statusCode?: number | undefined;
  readonly headers: { readonly "content-type"?: string | undefined };
  readonly rawHeaders: readonly string[];
}

const LONGEST_EXCERPT = 16 * 1024;
/** A server that never stops must not fill the memory. */
const LARGEST_RESPONSE = 16 * 1024 * 1024;
/** Three times as many as a message has characters at most. */
const MOST_EVENTS = 100_000;

/** Makes a receiver of a response whose headers have come. */
export function createReceiver({ statusCode = 0, headers, rawHeaders }: ResponseHead): Receiver {
  const pieces: Uint8Array[] = [];
  const isStream = /^text\/event-stream\b/i.test(headers["content-type"] ?? "");
  const countEvents = isStream ? createEventCounter() : undefined;
  let size = 0;
  let events = 0;
  return {
    pieces,
    receive(piece) {
      pieces.push(piece);
      size += piece.byteLength;
      if (size > LARGEST_RESPONSE) throw new Error("it is larger than 16 MiB");
      if (countEvents === undefined) return;
      events = countEvents(piece);
      if (events > MOST_EVENTS) {
        throw new Error(`the stream did not end within ${MOST_EVENTS.toLocaleString("en")} events`);
      }
    },
    partial() {
      const body = Buffer.concat(pieces);
      const end = body.subarray(Math.max(LONGEST_EXCERPT, size - LONGEST_EXCERPT));
      return {
        status: statusCode,
        rawHeaders,
        size,
        ...(countEvents && { events }),
        start: body.toString("utf8", 0, LONGEST_EXCERPT),
        end: end.toString("utf8"),
      };
    },
  };
}

/** How much came, for people: `3 events`, or `20 bytes` where it is no stream of events. */
export function describeAmount({ size, events }: PartialResponse): string {
  const [number, noun] = events === undefined ? [size, "byte"] : [events, "event"];
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
