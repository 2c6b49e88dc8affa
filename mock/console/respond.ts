import type { ServerResponse } from "node:http";
import { createId } from "../../generated/stub/identifier.ts";

/** What every answer carries: nothing of it is kept, guessed at, framed, or read by other origins. */
const COMMON = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};

/** Answers with a text of any kind. */
export function sendText(
  response: ServerResponse,
  type: string,
  text: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response.writeHead(status, {
    ...COMMON,
    ...headers,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers with a value in JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, "application/json", JSON.stringify(value), {}, status);
}

/** Refuses, in the envelope that all errors of the API have. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify({ error: { code, message, request_id: createId("req") } });
  sendText(response, "application/json", text, headers, status);
}

/** Begins an event stream; events are written to the response from then on. */
export function beginEventStream(response: ServerResponse): void {
  response.writeHead(200, { ...COMMON, "Content-Type": "text/event-stream" });
  response.flushHeaders();
}
