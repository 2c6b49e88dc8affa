/** What an example's stream breaks off with: no bug, but what the example is there to show. */
export class BrokenStreamError extends Error {
  override readonly name = "BrokenStreamError";
}

/**
 * Plays an example of an event stream.
 *
 * @param text the example, in the format of Server-Sent Events
 * @returns the events; they end where the example says `[DONE]`
 * @throws BrokenStreamError where the example has an `error` event
 */
export async function* playEventStream(text: string): AsyncGenerator<unknown> {
  for (const block of text.split("\n\n")) {
    const lines = block.split("\n");
    if (lines.includes("event: error")) throw new BrokenStreamError("The example breaks off here.");
    const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice("data: ".length));
    if (data.length === 0 || data[0] === "[DONE]") return;
    yield JSON.parse(data.join("\n"));
  }
}
