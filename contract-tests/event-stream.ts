/** One event of a `text/event-stream`. */
export interface StreamEvent {
  /** The `event` field, if the event has one. */
  readonly event: string | undefined;
  /** The `id` field, if the event has one. */
  readonly id: string | undefined;
  /** The `data` fields, joined by newlines. */
  readonly data: string;
}

/** What a `text/event-stream` holds. */
export interface EventStream {
  readonly events: readonly StreamEvent[];
  /** What follows the last complete event; a reader discards it. */
  readonly rest: string;
}

/** Parses a whole `text/event-stream` by the rules of the HTML standard. Comments are passed over. */
export function parseEventStream(text: string): EventStream {
  const events: StreamEvent[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  let pending: string[] = [];
  const last = lines.pop() ?? "";
  for (const line of lines) {
    if (line !== "") {
      pending.push(line);
      continue;
    }
    const data = fieldValues(pending, "data");
    // An event without data is not dispatched.
    if (data.length > 0) {
      events.push({
        event: fieldValues(pending, "event").at(-1),
        id: fieldValues(pending, "id").at(-1),
        data: data.join("\n"),
      });
    }
    pending = [];
  }
  return { events, rest: [...pending, last].join("\n") };
}

/**
 * Makes a counter of the events of a stream that is still coming.
 *
 * @returns a function that takes the next piece, and returns how many complete events have come so far
 */
export function createEventCounter(): (piece: Uint8Array) => number {
  const decoder = new TextDecoder();
  let pending = "";
  // A CR can be the first half of a line's end.
  let held = "";
  let count = 0;
  return (piece) => {
    const text = held + decoder.decode(piece, { stream: true });
    held = text.endsWith("\r") ? "\r" : "";
    pending += text.slice(0, text.length - held.length);
    if (!/[\r\n]/.test(text)) return count;
    const { events, rest } = parseEventStream(pending);
    count += events.length;
    pending = rest;
    return count;
  };
}

function fieldValues(lines: readonly string[], field: string): string[] {
  return lines
    .filter((line) => line === field || line.startsWith(`${field}:`))
    .map((line) => line.slice(field.length + 1).replace(/^ /, ""));
}
