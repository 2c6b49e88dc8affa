// Written by `npm run generate` from spec/. Do not edit.

import type { IncomingMessage, ServerResponse } from "node:http";
import { answerOf, envelope, isOver, queueAnswer, serialise } from "./answer.ts";
import { isPending } from "./awaitable.ts";
import type { Check } from "./check.ts";
import { createChecks } from "./checks.ts";
import type { ContractDefinition, OperationDefinition } from "./definition.ts";
import { sendEventStream } from "./event-stream.ts";
import { createId } from "./identifier.ts";
import { RequestInput } from "./input.ts";
import type { ErrorOrigin, Handler, RouterOptions } from "./options.ts";
import type { EventStreamOutcome, Outcome } from "./outcome.ts";
import { Passage } from "./passage.ts";
import { createRefusals } from "./refusals.ts";
import { checkResponse, checkValue } from "./response-check.ts";
import { createRouteFinder, splitTarget } from "./route.ts";
import { ShutdownError } from "./shutdown.ts";

/** A listener for `node:http`, and a middleware for Express: it answers every request, so it never calls `next`. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** An operation, and what is prepared for it before the first request. */
interface PreparedOperation<Context> extends OperationDefinition {
  readonly checks: readonly Check<Context>[];
  readonly handler: Handler<Context>;
}

/**
 * Builds the request handler: it takes a request through the contract's order of checks, hands what has passed to
 * the operation's handler, and writes the outcome.
 *
 * @param contract what the contract says
 * @param handlers a handler for each operation, by its id
 * @throws if an operation has no handler, or nothing tells whose key it is
 */
export function createRequestHandler<Context>(
  contract: ContractDefinition,
  handlers: Readonly<Record<string, Handler<Context>>>,
  options: RouterOptions<Context>,
): RequestHandler {
  // A program without types would else hear of it with the first request.
  if (typeof options?.authenticate !== "function") {
    throw new TypeError("authenticate is missing: give a function that tells whose key it is");
  }
  const refusals = createRefusals(contract.errors);
  const { refuse, refuseFault } = refusals;
  const findRoute = createRouteFinder(
    contract.operations.map((operation): PreparedOperation<Context> => {
      const handler = handlers[operation.id];
      if (handler === undefined) throw new Error(`There is no handler for ${operation.id}.`);
      return { ...operation, checks: createChecks({ contract, operation, options, refusals }), handler };
    }),
  );

  async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = splitTarget(request.url ?? "/");
    const route = findRoute(request.method ?? "GET", path);
    const found = route && "operation" in route ? route : undefined;
    const passage = new Passage<Context>(request, response, createId("req"), found, query);
    try {
      passage.observer = options.observe?.(request, response, passage.requestId);
      if (route === undefined) {
        return void send(
          passage,
          refuseFault(passage, "not_found", { in: "route", path: "", check: "path" }),
        );
      }
      if ("allow" in route) {
        const fault = { in: "route", path: "", check: "method" } as const;
        const headers = { Allow: route.allow };
        return void send(passage, refuseFault(passage, "method_not_allowed", fault, { headers }));
      }
      const { checks, handler, id } = route.operation;
      passage.observer?.operation?.(id);
      for (const check of checks) {
        const checked = check(passage);
        const verdict = isPending(checked) ? await checked : checked;
        if (verdict === "passed") continue;
        if (verdict === "gone") return;
        return void send(passage, verdict);
      }
      passage.observer?.judged?.([]);
      const handled = handler.handle(new RequestInput(passage));
      const streaming = send(passage, isPending(handled) ? await handled : handled);
      if (streaming) await streaming;
    } catch (error) {
      report(error, passage);
      if (isOver(response)) return;
      if (response.headersSent) response.destroy();
      else queueAnswer(passage, answerOf(undefined, refuse("internal_error"), passage.requestId), report);
    }
  }

  /** What the signal or a shutdown stops is no bug. */
  function report(error: unknown, { operation, requestId, response }: Passage<Context>): void {
    if (error instanceof ShutdownError || (isOver(response) && isAbort(error))) return;
    void reportError(error, { requestId, operationId: operation?.id });
  }

  /** A hook that fails must not take the answer, or the process, with it. */
  async function reportError(error: unknown, origin: ErrorOrigin): Promise<void> {
    try {
      if (options.onError) await options.onError(error, origin);
      else console.error(origin.requestId, origin.operationId, error);
    } catch (failure) {
      console.error(failure, error);
    }
  }

  /** Sends the outcome; the promise is that of a stream. */
  function send(passage: Passage<Context>, outcome: Outcome): Promise<void> | undefined {
    if ("events" in outcome) return stream(passage, outcome);
    const { operation, requestId, response } = passage;
    const answer = answerOf(operation, outcome, requestId);
    if (options.validateResponses && operation) {
      checkResponse(operation, answer.status, answer.headers, answer.body);
    }
    // A shutdown may have answered already.
    if (!response.writableEnded) queueAnswer(passage, answer, report);
    return undefined;
  }

  function stream(passage: Passage<Context>, { events, status }: EventStreamOutcome): Promise<void> {
    const { observer, operation, requestId, response } = passage;
    const declared = operation?.responses[status]?.events;
    if (declared === undefined) throw new Error(`${operation?.id} does not stream with ${status}.`);
    let hasBegun = false;
    return sendEventStream(response, status, events, {
      done: declared.done,
      serialise: (event) => {
        if (options.validateResponses) checkValue(declared.validate, event, `An event of ${operation?.id}`);
        const data = serialise(event);
        if (!hasBegun) observer?.answer?.({ status, headers: {}, body: undefined, length: 0 });
        hasBegun = true;
        observer?.event?.(event);
        return data;
      },
      failed: (error) => {
        report(error, passage);
        return serialise(envelope(refuse("internal_error"), requestId));
      },
    });
  }

  return (request, response) => void handleRequest(request, response);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
