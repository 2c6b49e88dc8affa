import type { Handler, Outcome } from "../generated/stub/index.ts";
import { playEventStream } from "./event-stream.ts";
import { chooseExample, type Example } from "./examples.ts";
import type { Preference } from "./prefer.ts";
import type { Prism } from "./prism.ts";

/** What a handler of the mock is told of the request, beside its parts. */
export interface MockContext {
  readonly preference: Preference;
  /** The path, as it was sent. */
  readonly path: string;
}

/** The handler of an operation: it answers with what Prism picks from the contract's examples. */
export function createMockHandler(
  method: "get" | "post",
  examples: readonly Example[],
  askPrism: Prism,
): Handler<MockContext> {
  return {
    async handle({ body, context }): Promise<Outcome> {
      const example = chooseExample(examples, context.preference, wantsStream(body));
      if (typeof example === "string") {
        return { status: 400, error: { code: "invalid_request", message: example } };
      }
      const answer = await askPrism({ method, path: context.path, body }, example);
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

function wantsStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && "stream" in body && body.stream === true;
}
