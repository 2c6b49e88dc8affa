import type { AssistantMessage, MessageDelta } from "../generated/index.ts";
import type { Handler, Input, OperationDefinition, Outcome } from "../generated/stub/index.ts";
import type { Mode } from "./activity.ts";
import type { Generator } from "./dynamic.ts";
import { readEventStream } from "./event-stream.ts";
import { chooseExample, type Example } from "./examples.ts";
import { BrokenReplyError, type Manner, perform, splitWords } from "./perform.ts";
import { findPreferenceFault, isScenario, type Preference } from "./prefer.ts";
import type { Settings } from "./settings.ts";

/** What a handler of the mock is told of the request, beside its parts. */
export interface MockContext {
  readonly preference: Preference;
  /** Whose sessions the caller can see. The mock knows one tenant only. */
  readonly tenant: string;
  readonly scopes: readonly ("read" | "write")[];
  /** Cuts the connection that the request came by. */
  cut(): void;
}

/** What the handlers work with. */
export interface HandlerOptions {
  readonly mode: Mode;
  readonly settings: Settings;
  generator(): Promise<Generator>;
}

/**
 * The handler of an operation: an example of the contract answers, or what Prism generates.
 *
 * @param own what answers in place of them, unless the request prefers otherwise
 */
export function createMockHandler(
  operation: OperationDefinition,
  examples: readonly Example[],
  { mode, settings, generator }: HandlerOptions,
  own?: Handler<MockContext>,
): Handler<MockContext> {
  /** What is in the document does not change, and a choice among it is made again and again. */
  const usual = new Map([true, false].map((stream) => [stream, chooseExample(examples, {}, stream)]));

  return {
    async handle(input): Promise<Outcome> {
      const { context, body } = input;
      const { preference } = context;
      const { code, example: name, dynamic } = preference;
      const isUsual = code === undefined && name === undefined;
      const fault = findPreferenceFault(preference);
      if (fault !== undefined) return invalid(fault);
      if (own && isUsual && dynamic === undefined) return own.handle(input);

      const stream = wantsStream(body);
      const example = (isUsual && usual.get(stream)) || chooseExample(examples, preference, stream);
      if (typeof example === "string") return invalid(example);
      const isReply = operation.id === "sendMessage" && example.status === 200;
      const isGenerated =
        dynamic === undefined ? mode === "dynamic" && name === undefined : dynamic === "true";
      if (isGenerated) {
        const outcome = await (await generator()).answer(operation, input, example);
        return isReply && "body" in outcome ? performReply(outcome, input, settings) : outcome;
      }
      const { answer } = example;
      if (example.mediaType === "text/event-stream") {
        const { events, isBroken } = readEventStream(String(answer.body));
        const played = isBroken ? breakOff(events) : events;
        return streamed(played, events[0], mannerOf(input, settings));
      }
      if (isReply) return performReply(answer, input, settings);
      return answer;
    },
  };
}

/** How the reply to a request is to come. */
export function mannerOf(
  { context, signal, body }: Pick<Input<MockContext>, "context" | "signal" | "body">,
  { values }: Settings,
): Manner {
  const { scenario } = context.preference;
  return {
    // Who waits for the whole reply sees nothing of its pace.
    tokenDelay: wantsStream(body) ? values.tokenDelay : 0,
    scenario: isScenario(scenario) ? scenario : values.scenario,
    signal,
    cut: context.cut,
  };
}

/** Gives a whole reply in the form that the request asks for. */
async function performReply<Answer extends { readonly status: number; readonly body: unknown }>(
  answer: Answer,
  input: Input<MockContext>,
  settings: Settings,
): Promise<Outcome> {
  // An answer to `sendMessage` with 200 is one.
  const message = answer.body as AssistantMessage;
  const manner = mannerOf(input, settings);
  const { id, session_id } = message;
  const pieces = splitWords(message.content);
  if (wantsStream(input.body)) {
    const events = pieces.map((delta) => ({ id, session_id, delta }));
    return streamed(events, { id, session_id }, manner);
  }
  if (manner.scenario === undefined) return answer;
  const said: string[] = [];
  for await (const piece of perform(pieces, manner)) said.push(piece);
  return { ...answer, body: { ...message, content: said.join("") } };
}

function streamed(
  events: AsyncIterable<MessageDelta> | Iterable<MessageDelta>,
  identity: Pick<MessageDelta, "id" | "session_id"> | undefined,
  manner: Manner,
): Outcome {
  const { id = "", session_id = "" } = identity ?? {};
  return {
    status: 200,
    type: "text/event-stream",
    events: (async function* () {
      for await (const delta of perform(deltasOf(events), manner)) yield { id, session_id, delta };
    })(),
  };
}

async function* deltasOf(
  events: AsyncIterable<MessageDelta> | Iterable<MessageDelta>,
): AsyncGenerator<string> {
  for await (const { delta } of events) yield delta;
}

async function* breakOff(events: readonly MessageDelta[]): AsyncGenerator<MessageDelta> {
  yield* events;
  throw new BrokenReplyError("The example breaks off here.");
}

function invalid(message: string): Outcome {
  return { status: 400, error: { code: "invalid_request", message } };
}

function wantsStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && "stream" in body && body.stream === true;
}
