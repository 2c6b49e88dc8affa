import { randomUUID } from "node:crypto";
import type { AssistantMessage, Message, MessageDelta, MessagePage, Session } from "../generated/index.ts";
import {
  validateAssistantMessage,
  validateMessageDelta,
  validateMessagePage,
  validateSession,
} from "../generated/validators.js";
import { demand, demandBody, demandStatus } from "./demand.ts";
import { parseEventStream } from "./event-stream.ts";
import { parseJson } from "./json.ts";
import type { Answer, Call, Target } from "./target.ts";

/** Makes an id that names nothing. */
export function unknownId(prefix: "ses" | "ch" | "agt"): string {
  return `${prefix}_${randomUUID()}`;
}

/** A call, on another channel than the target's if it says so. */
export interface ChannelCall extends Call {
  readonly channel?: string;
}

/** Calls `createSession`. Without `json` there is no body. */
export function createSession(target: Target, json?: unknown, call: ChannelCall = {}): Promise<Answer> {
  const path = `/v1/channels/${encodeURIComponent(call.channel ?? target.channel)}/sessions`;
  return target.send("POST", path, { json, ...call });
}

/** Calls `getSession`. */
export function getSession(target: Target, id: string, call?: Call): Promise<Answer> {
  return target.send("GET", `/v1/sessions/${encodeURIComponent(id)}`, call);
}

/** Calls `closeSession`. */
export function closeSession(target: Target, id: string, call?: Call): Promise<Answer> {
  return target.send("POST", `/v1/sessions/${encodeURIComponent(id)}/close`, call);
}

/** Calls `sendMessage`. Without `json` there is no body. */
export function sendMessage(target: Target, json?: unknown, call: ChannelCall = {}): Promise<Answer> {
  const path = `/v1/channels/${encodeURIComponent(call.channel ?? target.channel)}/messages`;
  return target.send("POST", path, { json, ...call });
}

/** Calls `listMessages`. */
export function listMessages(
  target: Target,
  id: string,
  query: Readonly<Record<string, string>> = {},
  call?: Call,
): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  return target.send(
    "GET",
    `/v1/sessions/${encodeURIComponent(id)}/messages${search === "" ? "" : `?${search}`}`,
    call,
  );
}

/** Creates a session, which must succeed. */
export async function openSession(target: Target, json: unknown = {}): Promise<Session> {
  return demandBody(await createSession(target, json), 201, validateSession);
}

/** Reads a session, which must succeed. */
export async function readSession(target: Target, id: string): Promise<Session> {
  return demandBody(await getSession(target, id), 200, validateSession);
}

/** Sends a message, which must succeed. */
export async function converse(
  target: Target,
  json: Readonly<Record<string, unknown>> & { readonly message: string },
  call?: Call,
): Promise<AssistantMessage> {
  return demandBody(await sendMessage(target, json, call), 200, validateAssistantMessage);
}

/** Reads a page of a history, which must succeed. */
export async function readPage(
  target: Target,
  id: string,
  query?: Readonly<Record<string, string>>,
): Promise<MessagePage> {
  return demandBody(await listMessages(target, id, query), 200, validateMessagePage);
}

/** Reads a whole history, page by page. */
export async function readHistory(target: Target, id: string, limit = 100): Promise<Message[]> {
  const messages: Message[] = [];
  let query: Record<string, string> = { limit: String(limit) };
  for (let pages = 0; pages < 50; pages += 1) {
    const { data, next_cursor } = await readPage(target, id, query);
    messages.push(...data);
    if (next_cursor === null) return messages;
    query = { ...query, cursor: next_cursor };
  }
  demand(false, "the history has no last page: 50 pages were read, and each names a next one");
}

/** A streamed reply. */
export interface StreamedReply {
  readonly answer: Answer;
  readonly deltas: readonly MessageDelta[];
}

/** Sends a message with `stream: true`, and demands a stream with at least one delta. */
export async function converseStreaming(
  target: Target,
  json: Readonly<Record<string, unknown>> & { readonly message: string },
  call?: Call,
): Promise<StreamedReply> {
  const answer = await sendMessage(target, { ...json, stream: true }, call);
  demandStatus(answer, 200);
  const contentType = answer.response.headers.get("content-type") ?? "no media type";
  demand(
    /^text\/event-stream\b/i.test(contentType),
    `a stream must be text/event-stream, not ${contentType}`,
  );
  const deltas = parseEventStream(answer.response.text).events.flatMap(({ event, data }) =>
    event === undefined && data !== "[DONE]" ? [readDelta(data, answer)] : [],
  );
  return { answer, deltas };
}

function readDelta(data: string, answer: Answer): MessageDelta {
  const delta = parseJson(data);
  demand(validateMessageDelta(delta), "an event's data does not fit its schema", answer);
  return delta;
}
