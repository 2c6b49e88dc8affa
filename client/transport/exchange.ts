import { type CallOptions, optionHeaders } from "../../generated/client/operations.ts";
import type { OperationDefinition, RequestParts } from "../../generated/client/transport.ts";
import { ThinklioError } from "../errors.ts";
import { explainCause } from "./explain-cause.ts";
import { mayRepeat, retryDelay, wait } from "./retry.ts";
import type { Settings } from "./settings.ts";

/** A response, and what came in it. */
export interface Exchange {
  readonly response: Response;
  /** The body of a success: its text, or what streams it, as was asked for; empty if there is none. */
  readonly data: string | ReadableStream<Uint8Array>;
  /** The body of anything else: a JSON value, or the text if it is not JSON; empty if there is none. */
  readonly error: unknown;
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
  const { operation, parts, options, parseAs } = call;
  checkPath(parts.path);
  let isSent = false;
  try {
    const {
      data,
      error = "",
      response,
    } = await settings.api.request(operation.method, operation.path, {
      params: { path: parts.path, query: parts.query },
      body: parts.body,
      headers: optionHeaders(options),
      parseAs,
      signal: options.signal ?? null,
      fetch(request) {
        isSent = true;
        return (settings.fetch ?? fetch)(request);
      },
    });
    return { response, data: data ?? "", error };
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    // What goes wrong before is the caller's mistake, such as a body that JSON cannot hold.
    if (!isSent) throw error;
    return explainCause("network", `${operation.id}: no answer, or not all of it`, error, settings);
  }
}

/** A URL takes such segments for steps, however they are encoded; and where an id is missing, another path is left. */
function checkPath(path: RequestParts["path"]): void {
  for (const [name, value] of Object.entries(path)) {
    if (!value || value === "." || value === "..")
      throw new TypeError(`${name} is no id: ${JSON.stringify(value)}`);
  }
}
