/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  /** The `event` field; empty if the event has none. */
  readonly type: string;
  /** The `data` fields, joined by line feeds. */
  readonly data: string;
}

/**
 * Makes a parser of `text/event-stream`, by the rules of the HTML standard. It takes the text in pieces, wherever they
 * are cut, and returns the events that each piece completes. An event that is never completed is dropped.
 */
export function createEventParser(): (text: string) => ServerSentEvent[] {
  let line = "";
  let type = "";
  let data: string[] = [];
  let endsInReturn = false;
  return (text) => {
    if (text === "") return [];
    const events: ServerSentEvent[] = [];
    // A carriage return ends its line at once. If a line feed follows, in whatever piece, it belongs to that end.
    const [first = "", ...others] = text
      .slice(endsInReturn && text.startsWith("\n") ? 1 : 0)
      .split(/\r\n|\r|\n/);
    endsInReturn = text.endsWith("\r");
    line += first;
    for (const next of others) {
      if (line === "") {
        if (data.length > 0) events.push({ type, data: data.join("\n") });
        type = "";
        data = [];
      } else {
        // A line that begins with a colon is a comment: its field has no name.
        const [, field, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
        if (field === "event") type = value;
        if (field === "data") data.push(value);
      }
      line = next;
    }
    return events;
  };
}
