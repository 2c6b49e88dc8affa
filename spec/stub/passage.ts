import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationDefinition } from "./definition.ts";
import type { Observer } from "./observer.ts";
import type { ParameterValues } from "./parameters.ts";

const NO_PARAMETERS: ParameterValues = { params: {}, query: {}, headers: {} };

/**
 * A request on its way through the stub, and what is known of it so far. The checks fill it in, in their order: each may
 * read only what those before it wrote.
 */
export class Passage<Context> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** `undefined` where the request leads to no operation. */
  readonly operation: OperationDefinition | undefined;
  /** What stands in the place of each parameter of the path, still percent-encoded. */
  readonly pathValues: readonly string[];
  readonly query: string;
  observer: Observer | undefined;
  /** What `authenticate` made of the key. */
  declare context: Context;
  body: unknown;
  parameters: ParameterValues = NO_PARAMETERS;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    route: { readonly operation?: OperationDefinition; readonly pathValues?: readonly string[] } = {},
    query = "",
  ) {
    this.request = request;
    this.response = response;
    this.requestId = requestId;
    this.operation = route.operation;
    this.pathValues = route.pathValues ?? [];
    this.query = query;
  }
}
