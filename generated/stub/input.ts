// Written by `npm run generate` from spec/. Do not edit.

import type { ServerResponse } from "node:http";
import { SHUTDOWN } from "./shutdown.ts";

/** A request that has passed every check of the stub, as a handler gets it. */
export interface Input<Context> {
  /** The path's parameters, percent-decoded. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The declared query parameters, with the contract's defaults filled in. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The declared headers, by the contract's names. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body, valid by its schema; `undefined` if there is none. */
  readonly body: unknown;
  /** What `authenticate` made of the key. */
  readonly context: Context;
  /** The request's id, which an error's envelope carries too. */
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more: the client has left before it was complete, or the server shuts down. */
  readonly signal: AbortSignal;
}

/** Makes a handler's input; its `signal` costs nothing until it is read. */
export function createInput<Context>(
  values: Omit<Input<Context>, "signal">,
  response: ServerResponse,
): Input<Context> {
  let controller: AbortController | undefined;
  return {
    ...values,
    get signal(): AbortSignal {
      controller ??= abortWhenClientLeaves(response);
      return controller.signal;
    },
  };
}

function abortWhenClientLeaves(response: ServerResponse): AbortController {
  const controller = new AbortController();
  const abortUnlessComplete = () => {
    if (!response.writableFinished) controller.abort();
  };
  if (response.closed) abortUnlessComplete();
  else response.once("close", abortUnlessComplete).once(SHUTDOWN, () => controller.abort());
  return controller;
}
