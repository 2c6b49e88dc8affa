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

function fieldValues(lines: readonly string[], field: string): string[] {
  return lines
    .filter((line) => line === field || line.startsWith(`${field}:`))
    .map((line) => line.slice(field.length + 1).replace(/^ /, ""));
}
