import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** What to answer. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly events?: AsyncIterable<string>;
}

/** Reads what is left of a body, so that the client can finish it before it gets its answer. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded) return;
  request.resume();
  await Promise.race([new Promise((resolve) => request.once("end", resolve)), delay(50)]);
}

/** Writes an answer in several pieces. */
export async function write(
  response: ServerResponse,
  { status, headers, body, events }: Answer,
): Promise<void> {
  if (events) {
    response.writeHead(status, {
      "content-type": "text/event-stream; charset=utf-8",
      "x-served-by": "other",
    });
    for await (const event of events) response.write(event);
    response.end();
    return;
  }
  const bytes = Buffer.from(`${JSON.stringify(body, null, 1)}\n`);
  const middle = Math.floor(bytes.length / 2);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "x-served-by": "other",
    ...headers,
  });
  // It may be within a character.
  response.write(bytes.subarray(0, middle));
  await delay(1);
  response.end(bytes.subarray(middle));
}
