import type { Handler, OperationDefinition, Outcome } from "../generated/stub/index.ts";
import { playEventStream } from "./event-stream.ts";
import { chooseExample, type Example } from "./examples.ts";
import type { Preference } from "./prefer.ts";
import type { Prism } from "./prism.ts";

/** What a handler of the mock is told of the request, beside its parts. */
export interface MockContext {
  readonly preference: Preference;
}

/** The handler of an operation: it answers with what Prism picks from the contract's examples. */
export function createMockHandler(
  operation: OperationDefinition,
  examples: readonly Example[],
  askPrism: Prism,
): Handler<MockContext> {
  return {
    async handle({ body, context, params }): Promise<Outcome> {
      const example = chooseExample(examples, context.preference, wantsStream(body));
      if (typeof example === "string") {
        return { status: 400, error: { code: "invalid_request", message: example } };
      }
      const method = operation.method === "GET" ? "get" : "post";
      const answer = await askPrism({ method, path: fillPath(operation, params), body }, example);
      if (example.mediaType === "text/event-stream") {
        return {
          status: answer.status,
          type: example.mediaType,
          events: playEventStream(String(answer.body)),
        };
      }
      const { "Content-type": _written, ...headers } = answer.headers;
      return { status: answer.status, headers, body: answer.body };
    },
  };
}

function fillPath({ path }: OperationDefinition, params: Readonly<Record<string, unknown>>): string {
  return path.map((part) => `/${encodeURIComponent(String(params[part.slice(1, -1)] ?? part))}`).join("");
}

function wantsStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && "stream" in body && body.stream === true;
}
