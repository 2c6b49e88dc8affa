import type { IncomingMessage, ServerResponse } from "node:http";
import { isPlainJson, MalformedJson, parseJson, readBody } from "../../generated/stub/body.ts";
import type { Settings } from "../settings.ts";
import { sendError, sendJson } from "./respond.ts";

const MOST_BYTES = 10_000;
const MOST_DEPTH = 10;
const BODY_TIMEOUT = 10_000;

/** Changes the switches that the request's body names, and answers with all of them; `null` puts the scenario out. */
export async function changeSettings(
  settings: Settings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const changes = await readJsonBody(request, response);
  if (changes === undefined) return;
  if (!isObject(changes)) {
    return sendError(response, 400, "invalid_request", 'Send an object, such as {"errorRate":0.1}.');
  }
  const unknown = Object.keys(changes).find((name) => !Object.hasOwn(settings.values, name));
  if (unknown !== undefined) {
    const known = Object.keys(settings.values).join(", ");
    return sendError(response, 400, "invalid_request", `${unknown} is no switch. There are ${known}.`);
  }
  try {
    settings.change(
      "scenario" in changes && changes.scenario === null ? { ...changes, scenario: undefined } : changes,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return sendError(response, 400, "invalid_request", error.message);
  }
  sendJson(response, settings.values);
}

/**
 * Reads a body of JSON, which a page of another origin cannot send without asking first.
 *
 * @returns `undefined` if there is none; the answer says so already
 */
export async function readJsonBody(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  if (!isPlainJson(request)) {
    return sendError(response, 415, "unsupported_media_type", "Send JSON, as application/json.");
  }
  const bytes = await readBody(request, response, MOST_BYTES, BODY_TIMEOUT);
  if (bytes === "gone") return undefined;
  if (bytes === "too_large") return sendError(response, 413, "payload_too_large", "The body is too large.");
  if (bytes === "too_slow") {
    return sendError(response, 400, "invalid_request", "The body took too long to arrive.", {
      Connection: "close",
    });
  }
  const value = parseJson(bytes, MOST_DEPTH);
  if (value instanceof MalformedJson) return sendError(response, 400, "invalid_request", value.reason);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
