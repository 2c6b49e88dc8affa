import { setTimeout } from "node:timers/promises";
import { formatEvent } from "../generated/stub/event-stream.ts";
import type { RecordedRequest } from "./activity.ts";
import type { Prism, PrismAnswer, PrismRequest } from "./prism.ts";
import type { Recording } from "./recorder.ts";

/** How long nothing must happen before Prism is loaded, in milliseconds: that takes a while, and would hold up a stream. */
const QUIET = 100;
/** After how long it is loaded all the same, in milliseconds. */
const LONGEST_WAIT = 5000;
/** How many requests can wait for Prism. */
const MOST_WAITING = 1000;

/**
 * Has Prism judge requests and their answers, when they are over: it is a second opinion, and holds up nobody.
 *
 * @param load gets Prism
 * @param isBusy tells whether a request is under way
 * @param stopping comes when the mock stops: what has not begun by then is left
 * @returns what to call with each recording that has ended
 */
export function createSecondOpinion(
  load: () => Promise<Prism>,
  isBusy: () => boolean,
  stopping: AbortSignal,
): (recording: Recording) => void {
  let prism: Prism | undefined;
  let isLoading = false;
  let ended = 0;
  const waiting: Recording[] = [];

  async function untilQuiet(): Promise<void> {
    const latest = performance.now() + LONGEST_WAIT;
    for (let seen = -1; seen !== ended || isBusy(); ) {
      if (performance.now() > latest) return;
      seen = ended;
      await setTimeout(QUIET, undefined, { ref: false, signal: stopping });
    }
  }

  async function judgeWaiting(): Promise<void> {
    try {
      await untilQuiet();
      prism = await load();
      for (const recording of waiting.splice(0)) await judge(prism, recording);
    } catch {
      // Who asks Prism himself is told what is wrong with it; nobody waits for a second opinion.
      waiting.length = 0;
    } finally {
      isLoading = false;
    }
  }

  return (recording) => {
    if (stopping.aborted) return;
    ended += 1;
    if (prism) {
      void judge(prism, recording);
      return;
    }
    if (waiting.push(recording) > MOST_WAITING) waiting.shift();
    if (isLoading) return;
    isLoading = true;
    void judgeWaiting();
  };
}

async function judge(prism: Prism, recording: Recording): Promise<void> {
  const request = recording.snapshot();
  const answer = answerOf(request);
  if (answer === undefined) return;
  try {
    recording.judgedByPrism(await prism.judge(requestOf(request), answer));
  } catch {
    // There is no opinion on this one; the next may have one.
  }
}

function requestOf({ method, path, headers, body }: RecordedRequest): PrismRequest {
  const { pathname, searchParams } = new URL(path, "http://mock");
  const query = Object.fromEntries(
    Array.from(searchParams.keys(), (name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
  return { method: method === "GET" ? "get" : "post", url: { path: pathname, query }, headers, body };
}

/** A complete answer of an operation, as Prism takes it. */
function answerOf({ answer, operationId }: RecordedRequest): PrismAnswer | undefined {
  if (answer === undefined || operationId === undefined || !answer.isComplete) return undefined;
  const { status, headers, body, events } = answer;
  if (body !== undefined) {
    return { status, headers: { ...headers, "content-type": "application/json" }, body };
  }
  const text = events.map((event) => formatEvent(JSON.stringify(event))).join("");
  return { status, headers: { "content-type": "text/event-stream" }, body: text };
}
