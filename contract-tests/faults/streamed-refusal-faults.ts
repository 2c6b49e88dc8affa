import {
  charactersOf,
  editHeader,
  editRequest,
  fieldOf,
  headerOf,
  operationOf,
  replaceResponse,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { LOCAL, OTHER, READER } from "./healthy.ts";
import type { Wire, WireRequest } from "./wire.ts";

const isStreamed = (request: WireRequest) =>
  operationOf(request) === "sendMessage" && fieldOf(request, "stream") === true;

/** Lets the streamed messages of one key pass as if they had another. */
function streamingFor(key: string): Wire {
  return editHeader("authorization", (value, request) =>
    value === `Bearer ${key}` && isStreamed(request) ? `Bearer ${LOCAL}` : value,
  );
}

/** Servers that check less of a message whose reply is streamed. */
export const streamedRefusalFaults: readonly Fault[] = [
  {
    id: "streamed-without-key",
    title: "A streamed message needs no key",
    caughtBy: ["STR-017"],
    wire: {
      request: (request) =>
        isStreamed(request) && headerOf(request, "Authorization") === ""
          ? { ...request, headers: [...request.headers, ["Authorization", `Bearer ${LOCAL}`]] }
          : request,
    },
  },
  {
    id: "streamed-to-any-channel",
    title: "A streamed message to an unknown channel is a stream with an error",
    caughtBy: ["STR-017"],
    wire: replaceResponse((response, request) => isStreamed(request) && response.status === 404, {
      status: 200,
      headers: { "content-type": "text/event-stream" },
      body: "data: [DONE]\n\n",
    }),
  },
  {
    id: "streamed-of-any-length",
    title: "A streamed message may be too long",
    caughtBy: ["STR-017"],
    wire: editRequest((body) =>
      body.stream === true && charactersOf(body.message) > 32_768 ? { ...body, message: "long" } : body,
    ),
  },
  {
    id: "streamed-of-any-media-type",
    title: "The body of a streamed message may be text/plain",
    caughtBy: ["STR-017"],
    wire: editHeader("content-type", (value, request) => (isStreamed(request) ? "application/json" : value)),
  },
  {
    id: "streamed-on-another-channel",
    title: "A streamed message reaches a session on another channel",
    caughtBy: ["STR-018"],
    wire: {
      request: (request) =>
        isStreamed(request) ? { ...request, path: "/v1/channels/ch_01hxyz/messages" } : request,
    },
  },
  {
    id: "streamed-by-another-tenant",
    title: "A streamed message of another tenant reaches a session",
    caughtBy: ["STR-019"],
    wire: streamingFor(OTHER),
  },
  {
    id: "streamed-by-a-reader",
    title: "A key that may only read can stream",
    caughtBy: ["STR-020"],
    wire: streamingFor(READER),
  },
  {
    id: "streams-for-accept",
    title: "Accept: text/event-stream streams",
    caughtBy: ["STR-021"],
    wire: editRequest((body, request) =>
      headerOf(request, "Accept").startsWith("text/event-stream") ? { ...body, stream: true } : body,
    ),
  },
  {
    id: "streams-not-for-accept",
    title: "Accept: application/json streams nothing",
    caughtBy: ["STR-021"],
    wire: editRequest((body, request) =>
      headerOf(request, "Accept").startsWith("application/json") ? { ...body, stream: false } : body,
    ),
  },
];
