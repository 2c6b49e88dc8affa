import { type ServerResponse, STATUS_CODES } from "node:http";
import { setImmediate } from "node:timers";
import type { OperationDefinition } from "./definition.ts";
import type { ErrorOutcome, JsonOutcome } from "./outcome.ts";
import type { Passage } from "./passage.ts";

/** An answer with a JSON body. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: unknown;
}

/** Gets what goes wrong once an answer is queued. */
export type Report<Context> = (error: unknown, passage: Passage<Context>) => void;

/** The answer that an outcome stands for: with the headers that the contract gives a value. */
export function answerOf(
  operation: OperationDefinition | undefined,
  outcome: JsonOutcome | ErrorOutcome,
  requestId: string,
): JsonAnswer {
  const headers: Record<string, string | number> = {};
  const declared = operation?.responses[outcome.status]?.headers ?? {};
  for (const name in declared) {
    const standard = declared[name]?.default;
    if (standard !== undefined) headers[name] = standard;
  }
  const body = "error" in outcome ? envelope(outcome, requestId) : outcome.body;
  return { status: outcome.status, headers: Object.assign(headers, outcome.headers), body };
}

/** An error as the contract writes it. */
export function envelope({ error }: ErrorOutcome, requestId: string): unknown {
  return { error: { ...error, request_id: requestId } };
}

/**
 * Queues an answer, to be written at the end of this turn of the event loop: when all requests that have come by now
 * are looked at. To read from all connections and then to write to all takes less time than to do both for one after the
 * other, and a proxy on the same machine is woken once for many answers. So a handler that computes for long holds up
 * the other answers of its turn, too.
 *
 * @throws if there is no JSON for the body, or a header cannot be sent; nothing is queued then
 */
export function queueAnswer<Context>(
  passage: Passage<Context>,
  { status, headers, body }: JsonAnswer,
  report: Report<Context>,
): void {
  const { response, observer } = passage;
  const text = serialise(body);
  const length = Buffer.byteLength(text);
  // The reason phrase, too: a head that could not be written has left its own.
  response.writeHead(status, STATUS_CODES[status], {
    "Content-Type": "application/json",
    "Content-Length": length,
    ...headers,
  });
  setImmediate(endUnlessOver, passage, text, report);
  try {
    observer?.answer?.({ status, headers, body, length });
  } catch (error) {
    report(error, passage);
  }
}

function endUnlessOver<Context>(passage: Passage<Context>, text: string, report: Report<Context>): void {
  const { response } = passage;
  if (isOver(response)) return;
  try {
    response.end(text);
  } catch (error) {
    // It may not be Node's own `end`, and that does not take every text either.
    report(error, passage);
    response.destroy();
  }
}

/** A value's JSON. */
export function serialise(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`There is no JSON for ${typeof value}.`);
  return text;
}

/** Whether nothing more can be answered: the client has left, or a shutdown has ended the answer. */
export function isOver(response: ServerResponse): boolean {
  return response.destroyed || response.writableEnded;
}
