import type { MessageDelta } from "../generated/index.ts";

/** An example of an event stream. */
export interface ExampleStream {
  readonly events: readonly MessageDelta[];
  /** Whether it ends with an error, and not with `[DONE]`. */
  readonly isBroken: boolean;
}

/**
 * Reads an example of an event stream.
 *
 * @param text the example, in the format of Server-Sent Events
 */
export function readEventStream(text: string): ExampleStream {
  const events: MessageDelta[] = [];
  for (const block of text.split("\n\n")) {
    const lines = block.split("\n");
    if (lines.includes("event: error")) return { events, isBroken: true };
    const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice("data: ".length));
    if (data.length === 0 || data[0] === "[DONE]") break;
    events.push(JSON.parse(data.join("\n")));
  }
  return { events, isBroken: false };
}
