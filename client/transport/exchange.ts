import type { CallOptions } from "../../generated/client/operations.ts";
import type { OperationDefinition, RequestParts } from "../../generated/client/transport.ts";
import { ThinklioError } from "../errors.ts";
import { explainCause } from "./explain-cause.ts";
import { createRequest } from "./request.ts";
import { mayRepeat, retryDelay, wait } from "./retry.ts";
import type { Settings } from "./settings.ts";

/** A response, and what came in it. */
export interface Exchange {
  readonly response: Response;
  /** The body: its text, or what streams it if that was asked for and the answer is a success. */
  readonly body: string | ReadableStream<Uint8Array>;
}

/** A call, and how its body is to be read if it succeeds. */
export interface Call {
  readonly operation: OperationDefinition;
  readonly parts: RequestParts;
  readonly options: CallOptions;
  readonly parseAs: "text" | "stream";
}

/**
 * Sends the request of a call, again if that is safe and wanted.
 *
 * @throws (rejects) TypeError if the call cannot be sent as it is; the signal's reason if it is aborted; ThinklioError
 * if no response came
 */
export async function exchange(call: Call, settings: Settings): Promise<Exchange> {
  const { operation, options } = call;
  const { retries } = settings;
  for (let repeats = 0; ; repeats += 1) {
    const outcome = await sendOnce(call, settings);
    const response = outcome instanceof ThinklioError ? undefined : outcome.response;
    const delay =
      repeats < retries.limit && mayRepeat(operation, response)
        ? retryDelay(response, repeats, retries)
        : undefined;
    if (delay !== undefined) await wait(delay, options.signal);
    else if (outcome instanceof ThinklioError) throw outcome;
    else return outcome;
  }
}

async function sendOnce(call: Call, settings: Settings): Promise<Exchange | ThinklioError> {
  const { operation, options, parseAs } = call;
  const request = createRequest(call, settings);
  try {
    const response = await (settings.fetch ?? fetch)(request);
    const stream = response.ok && parseAs === "stream" && response.body;
    return { response, body: stream || (await response.text()) };
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    return explainCause("network", `${operation.id}: no answer, or not all of it`, error, settings);
  }
}
