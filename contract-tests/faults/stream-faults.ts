import { randomUUID } from "node:crypto";
import { parseJson } from "../json.ts";
import {
  editEvent,
  editRequest,
  editResponseHeader,
  fieldOf,
  isObject,
  type JsonObject,
  operationOf,
  replaceResponse,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { changeStore } from "./parts.ts";
import type { Wire, WireRequest } from "./wire.ts";

/** Changes the delta that an event holds. */
function editDelta(edit: (delta: JsonObject) => unknown): Wire {
  return editEvent((data, event) => {
    const delta = parseJson(data);
    return isObject(delta) && "delta" in delta ? `data: ${JSON.stringify(edit(delta))}\n\n` : event;
  });
}

const isError = (event: string) => event.startsWith("event: error");
const isStreamed = (request: WireRequest) =>
  operationOf(request) === "sendMessage" && fieldOf(request, "stream") === true;
const asEvents = { "content-type": "text/event-stream" };

/** Streams that are framed, ended, broken off or stored in a wrong way. */
export const streamFaults: readonly Fault[] = [
  {
    id: "stream-without-done",
    title: "A stream ends without [DONE]",
    caughtBy: ["STR-002"],
    wire: editEvent((data, event) => (data === "[DONE]" ? "" : event)),
  },
  {
    id: "stream-with-two-done",
    title: "A stream ends with [DONE] twice",
    caughtBy: ["STR-002"],
    wire: editEvent((data, event) => (data === "[DONE]" ? event + event : event)),
  },
  {
    id: "stream-goes-on-after-done",
    title: "A delta follows [DONE]",
    caughtBy: ["STR-002"],
    wire: editEvent((data, event) =>
      data === "[DONE]" ? `${event}data: {"id":"msg_1","session_id":"ses_1","delta":""}\n\n` : event,
    ),
  },
  {
    id: "stream-done-is-json",
    title: "[DONE] is a JSON string",
    caughtBy: ["STR-002"],
    wire: editEvent((data, event) => (data === "[DONE]" ? 'data: "[DONE]"\n\n' : event)),
  },
  {
    id: "stream-done-without-blank-line",
    title: "No blank line ends [DONE]",
    caughtBy: ["STR-002"],
    wire: editEvent((data, event) => (data === "[DONE]" ? "data: [DONE]\n" : event)),
  },
  {
    id: "stream-loses-a-delta",
    title: "A stream loses a delta",
    caughtBy: ["STR-005"],
    wire: editEvent((data, event) => (data.includes("second") ? "" : event)),
  },
  {
    id: "stream-doubles-a-delta",
    title: "A stream has a delta twice",
    caughtBy: ["STR-005"],
    wire: editEvent((data, event) => (data.includes("second") ? event + event : event)),
  },
  {
    id: "stream-loses-spaces",
    title: "Deltas lose the white space at their ends",
    caughtBy: ["STR-005"],
    wire: editDelta((delta) => ({ ...delta, delta: String(delta.delta).trim() })),
  },
  {
    id: "stream-mangles-utf-8",
    title: "Deltas are in UTF-8 twice",
    caughtBy: ["STR-005"],
    wire: editDelta((delta) => ({ ...delta, delta: Buffer.from(String(delta.delta)).toString("latin1") })),
  },
  {
    id: "stream-in-latin-1",
    title: "Deltas are in ISO 8859-1",
    caughtBy: ["STR-005"],
    wire: { event: (event) => Buffer.from(event, "latin1") },
  },
  {
    id: "stream-comments-in-latin-1",
    title: "A comment in a stream is in ISO 8859-1",
    caughtBy: ["STR-001", "STR-005"],
    wire: { event: (event) => Buffer.from(`: für Prüfer\n\n${event}`, "latin1") },
  },
  {
    id: "stream-stored-otherwise",
    title: "The history has another text than the deltas joined",
    caughtBy: ["STR-005"],
    ...changeStore((store) => ({
      append: (id, messages) =>
        store.append(
          id,
          messages.map((item) =>
            item.role === "assistant" && messages.length === 1
              ? { ...item, content: item.content.toUpperCase() }
              : item,
          ),
        ),
    })),
  },
  {
    id: "stream-of-raw-text",
    title: "Deltas are text in place of objects",
    caughtBy: ["STR-004"],
    wire: editDelta((delta) => delta.delta),
  },
  {
    id: "stream-splits-lines-wrongly",
    title: "A line break in a delta breaks the event",
    caughtBy: ["STR-005"],
    wire: editEvent((_, event) => event.replaceAll("\\n", "\n")),
  },
  {
    id: "stream-events-with-id",
    title: "Events have an id",
    caughtBy: ["STR-003"],
    wire: editEvent((_, event) => `id: 1\n${event}`),
  },
  {
    id: "stream-events-with-type",
    title: "Events have a type",
    caughtBy: ["STR-003"],
    wire: editEvent((_, event) => `event: delta\n${event}`),
  },
  {
    id: "stream-events-without-reply-id",
    title: "Events do not name the reply",
    caughtBy: ["STR-004", "STR-005"],
    wire: editDelta(({ id, ...delta }) => delta),
  },
  {
    id: "stream-events-without-session",
    title: "Events do not name the session",
    caughtBy: ["STR-004", "STR-007"],
    wire: editDelta(({ session_id, ...delta }) => delta),
  },
  {
    id: "stream-id-changes",
    title: "Each event has another reply's id",
    caughtBy: ["STR-004"],
    wire: editDelta((delta) => ({ ...delta, id: `msg_${randomUUID()}` })),
  },
  {
    id: "stream-id-not-stored",
    title: "The events' id is not that of the reply in the history",
    caughtBy: ["STR-005"],
    wire: editDelta((delta) => ({ ...delta, id: `${delta.id}0` })),
  },
  {
    id: "stream-buffered",
    title: "A stream comes all at once when the reply is complete",
    caughtBy: ["STR-012"],
    wire: bufferStream(),
  },
  {
    id: "stream-ignored",
    title: "stream: true is ignored",
    caughtBy: ["STR-001"],
    wire: editRequest((body) => ({ ...body, stream: undefined })),
  },
  {
    id: "stream-of-plain-text",
    title: "A stream's media type is text/plain",
    caughtBy: ["STR-001"],
    wire: editResponseHeader("content-type", (value) =>
      value.replace("text/event-stream", "text/plain; charset=utf-8"),
    ),
  },
  {
    id: "stream-refused-in-the-stream",
    title: "A refused message with stream: true is a stream with an error",
    caughtBy: ["STR-008", "STR-014"],
    wire: {
      response: (response, request) =>
        isStreamed(request) && response.status >= 400 && response.status < 500
          ? { status: 200, headers: asEvents, body: `event: error\ndata: ${response.body}\n\n` }
          : response,
    },
  },
  {
    id: "stream-fails-in-the-stream",
    title: "A failure before the first byte is a stream with an error",
    caughtBy: ["STR-009"],
    wire: {
      response: (response, request) =>
        isStreamed(request) && response.status === 500
          ? { status: 200, headers: asEvents, body: `event: error\ndata: ${response.body}\n\n` }
          : response,
    },
  },
  {
    id: "stream-breaks-silently",
    title: "A stream that fails on the way only ends",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => (isError(event) ? "" : event)),
  },
  {
    id: "stream-breaks-as-if-done",
    title: "A stream that fails on the way ends with [DONE]",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => (isError(event) ? "data: [DONE]\n\n" : event)),
  },
  {
    id: "stream-breaks-and-is-done",
    title: "[DONE] follows the error of a stream that fails on the way",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => (isError(event) ? `${event}data: [DONE]\n\n` : event)),
  },
  {
    id: "stream-error-without-type",
    title: "The error of a stream that fails on the way has no event type",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => event.replace("event: error\n", "")),
  },
  {
    id: "stream-error-without-envelope",
    title: "The error of a stream that fails on the way has no envelope",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => (isError(event) ? "event: error\ndata: It failed.\n\n" : event)),
  },
  {
    id: "stream-error-without-request-id",
    title: "The error of a stream that fails on the way has no request_id",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) => (isError(event) ? event.replace(/,"request_id":"[^"]*"/, "") : event)),
  },
  {
    id: "stream-error-with-stack-trace",
    title: "The error of a stream that fails on the way tells where it was thrown",
    caughtBy: ["STR-010"],
    wire: editEvent((_, event) =>
      isError(event)
        ? event.replace(/"message":"/, '"message":"Error: it failed at reply (/app/server/agent.ts:35:17) ')
        : event,
    ),
  },
  {
    id: "stream-stored-when-complete",
    title: "The message of a stream that fails on the way is not stored",
    caughtBy: ["STR-011", "STR-012", "STR-015"],
    ...changeStore((store) => {
      const waiting = new Map<string, Parameters<typeof store.append>[1]>();
      return {
        async append(id, messages) {
          if (messages.length === 1 && messages[0]?.role === "user") waiting.set(id, messages);
          else await store.append(id, [...(waiting.get(id) ?? []), ...messages]);
        },
      };
    }),
  },
  {
    id: "stream-reply-not-stored",
    title: "The reply of a stream is not stored",
    caughtBy: ["STR-005", "STR-006"],
    ...changeStore((store) => ({
      append: (id, messages) =>
        store.append(
          id,
          messages.filter(({ role }) => messages.length === 2 || role === "user"),
        ),
    })),
  },
  {
    id: "stream-metadata-lost",
    title: "A streamed message loses its metadata",
    caughtBy: ["STR-013"],
    wire: editRequest((body) => (body.stream === true ? { ...body, metadata: undefined } : body)),
  },
  {
    id: "stream-goes-on-without-client",
    title: "The agent goes on when the client has left",
    caughtBy: ["STR-012"],
    wire: { hidesDeparture: true },
  },
  {
    id: "stream-to-nowhere-is-empty",
    title: "A streamed message to a session that does not exist is an empty stream",
    caughtBy: ["STR-014"],
    wire: replaceResponse((response, request) => isStreamed(request) && response.status === 404, {
      status: 200,
      headers: asEvents,
      body: "data: [DONE]\n\n",
    }),
  },
];

function bufferStream(): Wire {
  const held = new WeakMap<WireRequest, string>();
  return {
    event(event, request) {
      const all = (held.get(request) ?? "") + event;
      held.set(request, all);
      return isError(event) || event === "data: [DONE]\n\n" ? all : "";
    },
  };
}
