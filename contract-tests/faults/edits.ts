import type { AssistantMessage, ErrorEnvelope, MessagePage, Session } from "../../generated/index.ts";
import {
  validateAssistantMessage,
  validateErrorEnvelope,
  validateMessagePage,
  validateSession,
} from "../../generated/validators.js";
import { parseJson, property } from "../json.ts";
import type { Wire, WireRequest, WireResponse } from "./wire.ts";

/** The operation that a request is for; `undefined` if it is for none. */
export function operationOf({ method, path }: WireRequest): string | undefined {
  const [route = ""] = path.split("?");
  return operations.find(([name, pattern]) => name === method && pattern.test(route))?.[2];
}

const operations: readonly (readonly [method: string, pattern: RegExp, operation: string])[] = [
  ["POST", /^\/v1\/channels\/[^/]+\/sessions$/, "createSession"],
  ["POST", /^\/v1\/channels\/[^/]+\/messages$/, "sendMessage"],
  ["GET", /^\/v1\/sessions\/[^/]+$/, "getSession"],
  ["GET", /^\/v1\/sessions\/[^/]+\/messages$/, "listMessages"],
  ["POST", /^\/v1\/sessions\/[^/]+\/close$/, "closeSession"],
];

/** The id in the path of a request. */
export function idOf({ path }: WireRequest): string {
  return path.split(/[/?]/)[3] ?? "";
}

/** A field of a request's body; `undefined` if the body has none of that name. */
export function fieldOf({ body }: WireRequest, name: string): unknown {
  return property(parseJson(body.toString()), name);
}

/** The value of a request's header; empty if it has none of that name. */
export function headerOf({ headers }: WireRequest, name: string): string {
  return headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1] ?? "";
}

/** How many characters a value has; none if it is no string. */
export function charactersOf(value: unknown): number {
  return typeof value === "string" ? Array.from(value).length : 0;
}

/** The code of the error in a response; `undefined` if it is none. */
export function codeOf({ body }: WireResponse): unknown {
  return property(property(parseJson(body), "error"), "code");
}

/** Makes an error. */
export function refusal(status: number, code: string, details?: unknown): WireResponse {
  const error = { code, message: "This server refuses it.", details, request_id: "req_01hxyz" };
  return json(status, { error });
}

/** Makes a 422 that names one field. */
export function invalid(path: string): WireResponse {
  return refusal(422, "validation_failed", { errors: [{ path, message: "is not valid" }] });
}

/** Makes a response with JSON. */
export function json(status: number, body: unknown): WireResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Refuses the requests for which this holds, before the server sees them. */
export function refusing(
  applies: (request: WireRequest) => boolean,
  response: WireResponse = refusal(400, "invalid_request"),
): Wire {
  return { answer: (request) => (applies(request) ? response : undefined) };
}

/** Changes a header of the requests that have it; `undefined` takes it away. */
export function editHeader(
  name: string,
  edit: (value: string, request: WireRequest) => string | undefined,
): Wire {
  return {
    request: (request) => ({
      ...request,
      headers: request.headers.flatMap(([own, value]) => {
        if (own.toLowerCase() !== name) return [[own, value] as const];
        const edited = edit(value, request);
        return edited === undefined ? [] : [[own, edited] as const];
      }),
    }),
  };
}

/** Changes the query of the requests for a history. */
export function editQuery(edit: (query: URLSearchParams) => void): Wire {
  return {
    request(request) {
      if (operationOf(request) !== "listMessages") return request;
      const [path = "", search = ""] = request.path.split("?");
      const query = new URLSearchParams(search);
      edit(query);
      return { ...request, path: query.size === 0 ? path : `${path}?${query}` };
    },
  };
}

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Changes the bodies of requests that are JSON objects. */
export function editRequest(edit: (body: JsonObject, request: WireRequest) => unknown): Wire {
  return {
    request(request) {
      const body = parseJson(request.body.toString());
      if (!isObject(body)) return request;
      const edited = edit(body, request);
      return edited === body ? request : { ...request, body: Buffer.from(JSON.stringify(edited)) };
    },
  };
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Edit<Body> = (body: Body, request: WireRequest) => unknown;

/** Changes the sessions in responses. */
export function editSession(edit: Edit<Session>): Wire {
  return editJson(validateSession, edit);
}

/** Changes the replies that are not streamed. */
export function editReply(edit: Edit<AssistantMessage>): Wire {
  return editJson(validateAssistantMessage, edit);
}

/** Changes the pages of histories. */
export function editPage(edit: Edit<MessagePage>): Wire {
  return editJson(validateMessagePage, edit);
}

/** Changes the error envelopes. */
export function editError(edit: Edit<ErrorEnvelope>): Wire {
  return editJson(validateErrorEnvelope, edit);
}

function editJson<Body>(fits: (data: unknown) => data is Body, edit: Edit<Body>): Wire {
  return {
    response(response, request) {
      const body = parseJson(response.body);
      return fits(body) ? { ...response, body: JSON.stringify(edit(body, request)) } : response;
    },
  };
}

/** Gives one error another status and code. */
export function replaceError(code: string, response: WireResponse): Wire {
  return replaceResponse((given) => codeOf(given) === code, response);
}

/** Gives another response in the place of those for which this holds. */
export function replaceResponse(
  applies: (response: WireResponse, request: WireRequest) => boolean,
  response: WireResponse | ((request: WireRequest) => WireResponse),
): Wire {
  return {
    response(given, request) {
      if (!applies(given, request)) return given;
      const replacement = typeof response === "function" ? response(request) : response;
      return { ...replacement, headers: { ...given.headers, ...replacement.headers } };
    },
  };
}

/** Takes a header from every response. */
export function withoutHeader(name: string): Wire {
  return editResponseHeader(name, () => undefined);
}

/** Changes a header of the responses that have it; `undefined` takes it away. */
export function editResponseHeader(name: string, edit: (value: string) => string | undefined): Wire {
  return {
    response(response) {
      const { [name]: value, ...headers } = response.headers;
      const edited = value === undefined ? undefined : edit(value);
      return { ...response, headers: edited === undefined ? headers : { ...headers, [name]: edited } };
    },
  };
}

/** Changes the data of the events of streams; the last one's is `[DONE]`. */
export function editEvent(edit: (data: string, event: string, request: WireRequest) => string): Wire {
  return { event: (event, request) => edit(/^data: (.*)\n\n$/s.exec(event)?.[1] ?? "", event, request) };
}

/** Does something when a message to a session is refused, and then changes the responses. */
export function afterRefusal(
  act: (sessionId: string, code: unknown) => void,
  { response: edit }: Wire,
): Wire {
  return {
    response(response, request) {
      const isRefused = operationOf(request) === "sendMessage" && response.status >= 400;
      if (isRefused) act(String(fieldOf(request, "session_id")), codeOf(response));
      return edit?.(response, request) ?? response;
    },
  };
}
