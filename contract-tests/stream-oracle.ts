import { isUtf8 } from "node:buffer";
import { type DeclaredContent, describeFaults } from "./declarations.ts";
import { parseEventStream, type StreamEvent } from "./event-stream.ts";
import type { HttpResponse } from "./http.ts";
import { judgeInside } from "./inside-oracle.ts";
import { parseJson } from "./json.ts";
import { type Violation, violation } from "./violation.ts";

type Declared = Extract<DeclaredContent, { kind: "stream" }>;

/** Judges a stream of events: what each holds, and how the last one ends it. */
export function judgeStream(declared: Declared, { text, body, complete }: HttpResponse): Violation[] {
  // A client that left may have cut a character.
  if (complete && !isUtf8(body)) return [violation("the stream must be UTF-8")];
  const { events, rest } = parseEventStream(text);
  const violations = events.flatMap((event, index) =>
    judgeEvent(declared, event, `event ${index + 1} of ${events.length}`, index === events.length - 1),
  );
  // A client that left has not seen the end.
  return complete ? [...violations, ...judgeEnd(declared, events.at(-1), rest)] : violations;
}

function judgeEvent(
  { done, data: validateData, error: validateError }: Declared,
  { event, id, data }: StreamEvent,
  where: string,
  isLast: boolean,
): Violation[] {
  const violations: Violation[] = [];
  if (id !== undefined)
    violations.push(violation(`${where} must have only data, and has an id`, { actual: id }));
  const isError = event === "error";
  if (event !== undefined && !isError) {
    violations.push(violation(`${where} must have only data, and has a type`, { actual: event }));
  }
  const isEnd = isError || data === done;
  if (isEnd && !isLast) {
    violations.push(violation(`${where} is ${isError ? "an error" : done}, which must come last and once`));
  }
  const validate = isError ? validateError : validateData;
  if ((isError || data !== done) && !validate(parseJson(data))) {
    violations.push(violation(`the data of ${where}: ${describeFaults(validate)}`, { actual: data }));
  }
  return isError ? [...violations, ...judgeInside(data)] : violations;
}

function judgeEnd({ done }: Declared, last: StreamEvent | undefined, rest: string): Violation[] {
  if (rest !== "") return [violation("the stream must not end within an event", { actual: rest })];
  if (last?.event === "error" || last?.data === done) return [];
  const contrast = { expected: `data: ${done}, or event: error`, actual: last?.data };
  return [violation("the stream must end with its last event", contrast)];
}
