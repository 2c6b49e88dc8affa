import type { Failure } from "../../generated/client/answer.ts";
import type { ApiError } from "../../generated/index.ts";
import { ThinklioApiError, ThinklioError } from "../errors.ts";
import { readAnswer } from "../transport/answer.ts";
import { type Call, exchange } from "../transport/exchange.ts";
import type { Settings } from "../transport/settings.ts";

/**
 * Makes a call that is to be answered with a stream.
 *
 * @throws (rejects) ThinklioApiError if the API refuses; ThinklioError if the answer is no stream; and as `exchange`
 */
export async function openStream(
  call: Omit<Call, "parseAs">,
  settings: Settings,
): Promise<ReadableStream<Uint8Array>> {
  const { operation } = call;
  const { response, body } = await exchange({ ...call, parseAs: "stream" }, settings);
  const { status, headers } = response;
  const type = headers.get("Content-Type") ?? "no media type";
  if (status === operation.success) {
    if (typeof body !== "string" && /^text\/event-stream\b/i.test(type)) return body;
    const what = `${operation.id}: no stream of events, but ${settings.redact(type)}`;
    throw new ThinklioError("invalid_response", what, { status });
  }
  const text = typeof body === "string" ? body : "";
  const { error } = readAnswer<Failure<number, ApiError>>(operation, { response, body: text }, settings);
  throw new ThinklioApiError("refused", status, error);
}
