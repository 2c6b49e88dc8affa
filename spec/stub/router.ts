import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { hasBody, isPlainJson, MalformedJson, parseJson, readBody } from "./body.ts";
import type { ContractDefinition, OperationDefinition } from "./definition.ts";
import { sendEventStream } from "./event-stream.ts";
import { readBearerKey } from "./headers.ts";
import { createId } from "./identifier.ts";
import { type Input, RequestInput } from "./input.ts";
import type { Observer, RequestFault } from "./observer.ts";
import type { ErrorOutcome, JsonOutcome, Outcome, Refuse } from "./outcome.ts";
import { readParameters } from "./parameters.ts";
import { checkResponse, checkValue } from "./response-check.ts";
import { createRouteFinder, splitTarget } from "./route.ts";
import { listFaults, readFaults } from "./schema-faults.ts";
import { ShutdownError } from "./shutdown.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** The state of a rate limit that refuses a request. */
export interface RateLimitRefusal {
  /** How long the caller should wait, in whole seconds. */
  readonly retryAfter: number;
  /** How many requests the limit allows in its window. */
  readonly limit: number;
  /** How many are left. */
  readonly remaining: number;
  /** When the limit allows requests again, as an RFC 3339 date-time in UTC. */
  readonly reset_at: string;
}

/** The request in which something was thrown. */
export interface ErrorOrigin<OperationId extends string = string> {
  readonly requestId: string;
  /** `undefined` where the request led to no operation. */
  readonly operationId: OperationId | undefined;
}

/** What the stub leaves to its user, beside the handlers. */
export interface RouterOptions<Context, OperationId extends string = string> {
  /**
   * Tells whose key this is. What it returns reaches the handlers as `context`; `undefined` or `null` refuses the
   * request with 401 `invalid_api_key`.
   */
  authenticate(key: string, request: IncomingMessage): Awaitable<Context | undefined | null>;
  /** Counts a request. A returned state refuses it with 429 `rate_limit_exceeded`. */
  rateLimit?(context: Context): Awaitable<RateLimitRefusal | undefined>;
  /** Whether the key may do this; anything but `true` refuses the request with 403 `insufficient_scope`. */
  authorize?(context: Context, operationId: OperationId): Awaitable<boolean>;
  /**
   * Gets what is thrown: bugs, that the caller is told nothing of but a 500 `internal_error`.
   * They are printed on standard error unless this is given.
   */
  onError?(error: unknown, where: ErrorOrigin<OperationId>): void;
  /** Check every response against its schema before it goes out, and treat one that does not fit as a bug. */
  validateResponses?: boolean;
  /** How long a body may take to arrive, in milliseconds; 10,000 unless given. */
  bodyTimeout?: number;
  /**
   * Gets every request before it is looked at, and may return what is to watch it. When it is over, the response says
   * so (`close`); the request need not.
   */
  observe?:
    | ((request: IncomingMessage, response: ServerResponse, requestId: string) => Observer | undefined)
    | undefined;
}

/** The code behind one operation. */
export interface Handler<Context> {
  handle(input: Input<Context>): Awaitable<Outcome>;
}

/** A listener for `node:http`, and a middleware for Express: it answers every request, so it never calls `next`. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

const DEFAULT_BODY_TIMEOUT = 10_000;

/** A request on its way through the checks. */
interface Passage {
  readonly operation: OperationDefinition;
  readonly segments: readonly string[];
  readonly query: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly observer: Observer | undefined;
}

/**
 * Builds the request handler: it takes a request through the contract's order of checks, hands what has passed to
 * the operation's handler, and writes the outcome.
 *
 * @param contract what the contract says
 * @param handlers a handler for each operation, by its id
 */
export function createRequestHandler<Context>(
  contract: ContractDefinition,
  handlers: Readonly<Record<string, Handler<Context>>>,
  options: RouterOptions<Context>,
): RequestHandler {
  const findRoute = createRouteFinder(contract.operations);

  const refuse: Refuse = (code, { message, details, headers } = {}) => {
    const standard = contract.errors[code];
    if (standard === undefined) throw new Error(`The contract has no error ${code}.`);
    const error = { code, message: message ?? standard.message };
    return {
      status: standard.status,
      ...(headers && { headers }),
      error: details === undefined ? error : { ...error, details },
    };
  };

  async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = createId("req");
    const { path, query } = splitTarget(request.url ?? "/");
    const route = findRoute(request.method ?? "GET", path);
    const operation = route && "operation" in route ? route.operation : undefined;
    const report = (error: unknown) => {
      // What the signal or a shutdown stops is no bug.
      if (error instanceof ShutdownError || (isOver(response) && isAbort(error))) return;
      void reportError(error, { requestId, operationId: operation?.id });
    };
    let observer: Observer | undefined;
    try {
      observer = options.observe?.(request, response, requestId);
      let outcome: Outcome | "gone";
      if (route === undefined) {
        outcome = reject("not_found", { in: "route", path: "", check: "path" }, observer);
      } else if ("allow" in route) {
        const headers = { Allow: route.allow };
        const fault = { in: "route", path: "", check: "method" } as const;
        outcome = reject("method_not_allowed", fault, observer, { headers });
      } else {
        observer?.operation?.(route.operation.id);
        outcome = await answer({ ...route, query, request, response, requestId, observer });
      }
      if (outcome === "gone") return;
      await send(operation, outcome, response, requestId, report, observer);
    } catch (error) {
      report(error);
      if (isOver(response)) return;
      if (response.headersSent) response.destroy();
      else writeJson(response, 500, {}, envelope(refuse("internal_error"), requestId), observer);
    }
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

  /** Refuses a request for a fault of its own. Its message is the error's, unless it has another. */
  function reject(
    code: string,
    { in: place, path, check }: Omit<RequestFault, "message">,
    observer: Observer | undefined,
    refusal: Parameters<Refuse>[1] = {},
  ): ErrorOutcome {
    const outcome = refuse(code, refusal);
    observer?.judged?.([{ in: place, path, check, message: outcome.error.message }]);
    return outcome;
  }

  /** Takes a request through the checks, in the contract's order. */
  async function answer({
    operation,
    segments,
    query,
    request,
    response,
    requestId,
    observer,
  }: Passage): Promise<Outcome | "gone"> {
    const key = readBearerKey(request);
    const context = key === undefined ? undefined : await options.authenticate(key, request);
    if (context === undefined || context === null) {
      const check = key === undefined ? "key" : "known-key";
      return reject("invalid_api_key", { in: "key", path: "Authorization", check }, observer);
    }

    const limited = await options.rateLimit?.(context);
    if (limited) {
      const { retryAfter, ...details } = limited;
      return refuse("rate_limit_exceeded", { details, headers: { "Retry-After": retryAfter } });
    }

    let body: unknown;
    if (operation.body && hasBody(request)) {
      if (!isPlainJson(request)) {
        const path = request.headers["content-encoding"] === undefined ? "Content-Type" : "Content-Encoding";
        return reject("unsupported_media_type", { in: "header", path, check: "media-type" }, observer);
      }
      const bytes = await readBody(
        request,
        response,
        contract.maxBodyBytes,
        options.bodyTimeout ?? DEFAULT_BODY_TIMEOUT,
      );
      if (bytes === "gone") return bytes;
      if (bytes === "too_large") {
        return reject("payload_too_large", { in: "body", path: "", check: "size" }, observer);
      }
      if (bytes === "too_slow") {
        return reject("invalid_request", { in: "body", path: "", check: "time" }, observer, {
          message: "The body took too long to arrive.",
          headers: { Connection: "close" },
        });
      }
      body = bytes.length === 0 ? undefined : parseJson(bytes, contract.maxBodyDepth);
      if (body instanceof MalformedJson) {
        observer?.body?.(bytes, bytes.length);
        const { check, reason: message } = body;
        return reject("invalid_request", { in: "body", path: "", check }, observer, { message });
      }
      if (body !== undefined) observer?.body?.(body, bytes.length);
    }

    const parameters = readParameters(operation, segments, query, request);
    if ("fault" in parameters) {
      const { fault: message, parameter, check } = parameters;
      const fault = { in: parameter.in, path: parameter.name, check };
      return reject("invalid_request", fault, observer, { message });
    }

    const invalid = checkRequestBody(operation, body, observer);
    if (invalid) return invalid;

    if (options.authorize && (await options.authorize(context, operation.id)) !== true) {
      return refuse("insufficient_scope");
    }

    for (const { name, notFound, validate } of operation.parameters) {
      if (notFound !== undefined && !validate(parameters.params[name])) {
        const check = validate.errors?.[0]?.keyword ?? "";
        return reject(notFound, { in: "path", path: name, check }, observer);
      }
    }
    observer?.judged?.([]);

    const handler = handlers[operation.id];
    if (handler === undefined) throw new Error(`There is no handler for ${operation.id}.`);
    // Awaited here: a promise that is returned costs two turns more.
    return await handler.handle(new RequestInput(parameters, body, context, requestId, response));
  }

  function checkRequestBody(
    operation: OperationDefinition,
    body: unknown,
    observer: Observer | undefined,
  ): ErrorOutcome | undefined {
    if (operation.body === undefined) return undefined;
    const { required, validate } = operation.body;
    if (body === undefined) {
      if (!required) return undefined;
      const message = "The body is missing.";
      return reject("invalid_request", { in: "body", path: "", check: "required" }, observer, { message });
    }
    if (validate(body)) return undefined;
    observer?.judged?.(listFaults(validate));
    const { missing, others } = readFaults(validate);
    if (missing.length > 0) {
      const message = `A required field is missing: ${missing.map(({ path }) => path).join(", ")}.`;
      return refuse("invalid_request", { message, details: { errors: missing } });
    }
    return refuse("validation_failed", { details: { errors: others } });
  }

  /** Writes the outcome; the promise is that of a stream. */
  function send(
    operation: OperationDefinition | undefined,
    outcome: Outcome,
    response: ServerResponse,
    requestId: string,
    report: (error: unknown) => void,
    observer: Observer | undefined,
  ): Promise<void> | undefined {
    if ("events" in outcome) {
      const declared = operation?.responses[outcome.status]?.events;
      if (declared === undefined) throw new Error(`${operation?.id} does not stream with ${outcome.status}.`);
      let hasBegun = false;
      return sendEventStream(response, outcome.status, outcome.events, {
        done: declared.done,
        serialise: (event) => {
          if (options.validateResponses) checkValue(declared.validate, event, `An event of ${operation?.id}`);
          const data = serialise(event);
          if (!hasBegun)
            observer?.answer?.({ status: outcome.status, headers: {}, body: undefined, length: 0 });
          hasBegun = true;
          observer?.event?.(event);
          return data;
        },
        failed: (error) => {
          report(error);
          return serialise(envelope(refuse("internal_error"), requestId));
        },
      });
    }
    const body = bodyOf(outcome, requestId);
    if (options.validateResponses && operation) {
      checkResponse(operation, outcome.status, outcome.headers ?? {}, body);
    }
    // A shutdown may have answered already.
    if (response.writableEnded) return undefined;
    writeJson(response, outcome.status, headersOf(operation, outcome), body, observer);
    return undefined;
  }

  return (request, response) => void handleRequest(request, response);
}

function bodyOf(outcome: JsonOutcome | ErrorOutcome, requestId: string): unknown {
  return "error" in outcome ? envelope(outcome, requestId) : outcome.body;
}

function envelope({ error }: ErrorOutcome, requestId: string): unknown {
  return { error: { ...error, request_id: requestId } };
}

/** The outcome's own headers, and those that the contract gives a value. */
function headersOf(
  operation: OperationDefinition | undefined,
  outcome: JsonOutcome | ErrorOutcome,
): Record<string, string | number> {
  const headers: Record<string, string | number> = {};
  const declared = operation?.responses[outcome.status]?.headers ?? {};
  for (const name in declared) {
    const standard = declared[name]?.default;
    if (standard !== undefined) headers[name] = standard;
  }
  return Object.assign(headers, outcome.headers);
}

function writeJson(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number>,
  body: unknown,
  observer: Observer | undefined,
): void {
  // Before the status line goes out, so that a failure here is still a clean 500.
  const text = serialise(body);
  const length = Buffer.byteLength(text);
  // The reason phrase, too: a head that could not be written has left its own.
  response.writeHead(status, STATUS_CODES[status], {
    "Content-Type": "application/json",
    "Content-Length": length,
    ...headers,
  });
  response.end(text);
  observer?.answer?.({ status, headers, body, length });
}

function serialise(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`There is no JSON for ${typeof value}.`);
  return text;
}

/** Whether nothing more can be answered: the client has left, or a shutdown has ended the answer. */
function isOver(response: ServerResponse): boolean {
  return response.destroyed || response.writableEnded;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
