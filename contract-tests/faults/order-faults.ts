import { parseJson } from "../json.ts";
import {
  codeOf,
  fieldOf,
  headerOf,
  idOf,
  invalid,
  operationOf,
  refusal,
  refusing,
  replaceResponse,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { LOCAL, READER } from "./healthy.ts";
import type { Wire, WireRequest } from "./wire.ts";

const malformed = refusal(400, "invalid_request");
const unsupported = refusal(415, "unsupported_media_type");
const tooLarge = refusal(413, "payload_too_large");
const forbidden = refusal(403, "insufficient_scope");
const nowhere = refusal(404, "channel_not_found");
const blocked = refusal(403, "policy_violation");

const isKeyless = (request: WireRequest) => headerOf(request, "Authorization") === "";
const isReader = (request: WireRequest) =>
  headerOf(request, "Authorization") === `Bearer ${READER}` && request.method === "POST";
const isText = (request: WireRequest) => headerOf(request, "Content-Type") === "text/plain";
const isLarge = ({ body }: WireRequest) => body.length > 262_144;
const isBroken = ({ body }: WireRequest) => body.length > 0 && parseJson(body.toString()) === undefined;
const isBlocked = (request: WireRequest) => String(fieldOf(request, "message")).includes("forbidden");
const isNowhere = (request: WireRequest) =>
  request.path.startsWith("/v1/channels/") && !/^ch_(01hxyz|second|spender)$/.test(idOf(request));
const hasBadMetadata = (request: WireRequest) => typeof fieldOf(request, "metadata") === "string";

/** Servers that make two checks in the wrong order: of two faults in a request they answer the wrong one. */
export const orderFaults: readonly Fault[] = [
  {
    id: "key-before-route",
    title: "The key is checked before the route",
    caughtBy: ["ERR-020"],
    wire: refusing(isKeyless, {
      ...refusal(401, "invalid_api_key"),
      headers: { "content-type": "application/json", "www-authenticate": "Bearer" },
    }),
  },
  {
    id: "media-type-before-key",
    title: "The media type is checked before the key",
    caughtBy: ["ERR-021"],
    wire: refusing((request) => isKeyless(request) && isText(request), unsupported),
  },
  {
    id: "json-before-key",
    title: "The JSON is checked before the key",
    caughtBy: ["ERR-021"],
    wire: refusing((request) => isKeyless(request) && isBroken(request) && !isLarge(request), malformed),
  },
  {
    id: "size-before-key",
    title: "The size is checked before the key",
    caughtBy: ["ERR-021"],
    wire: refusing((request) => isKeyless(request) && isLarge(request), tooLarge),
  },
  {
    id: "path-before-key",
    title: "The path is decoded before the key is checked",
    caughtBy: ["ERR-021"],
    wire: refusing((request) => request.path.includes("%zz"), malformed),
  },
  {
    id: "existence-before-key",
    title: "The channel is looked for before the key is checked",
    caughtBy: ["ERR-021"],
    wire: refusing((request) => isKeyless(request) && isNowhere(request), nowhere),
  },
  {
    id: "media-type-before-limit",
    title: "The media type is checked before the rate limit",
    caughtBy: ["ERR-022"],
    wire: refusing(isText, unsupported),
  },
  {
    id: "size-before-media-type",
    title: "The size is checked before the media type",
    caughtBy: ["ERR-023"],
    wire: refusing((request) => isText(request) && isLarge(request), tooLarge),
  },
  {
    id: "json-before-media-type",
    title: "The JSON is checked before the media type",
    caughtBy: ["ERR-024"],
    wire: refusing((request) => isText(request) && isBroken(request), malformed),
  },
  {
    id: "json-before-size",
    title: "The JSON is checked before the size",
    caughtBy: ["ERR-025"],
    wire: refusing((request) => isLarge(request) && isBroken(request), malformed),
  },
  {
    id: "schema-before-headers",
    title: "The body's schema is checked before the headers",
    caughtBy: ["ERR-026"],
    wire: refusing(
      (request) => hasBadMetadata(request) && headerOf(request, "Thinklio-Version") !== "",
      invalid("/metadata"),
    ),
  },
  {
    id: "schema-before-path",
    title: "The body's schema is checked before the path is decoded",
    caughtBy: ["ERR-027"],
    wire: refusing(
      (request) => hasBadMetadata(request) && request.path.includes("%zz"),
      invalid("/metadata"),
    ),
  },
  {
    id: "scope-before-schema",
    title: "The scope is checked before the body's schema",
    caughtBy: ["ERR-028"],
    wire: refusing(
      (request) => isReader(request) && parseJson(request.body.toString()) !== undefined,
      forbidden,
    ),
  },
  {
    id: "scope-before-body",
    title: "The scope is checked before the body is read",
    caughtBy: ["ERR-200"],
    wire: refusing((request) => isReader(request) && (isText(request) || isBroken(request)), forbidden),
  },
  {
    id: "scope-before-headers",
    title: "The scope is checked before the headers",
    caughtBy: ["ERR-200"],
    wire: refusing((request) => isReader(request) && headerOf(request, "Thinklio-Version") !== "", forbidden),
  },
  {
    id: "existence-before-scope",
    title: "The channel is looked for before the scope is checked",
    caughtBy: ["ERR-029"],
    wire: refusing((request) => isReader(request) && isNowhere(request), nowhere),
  },
  {
    id: "existence-before-schema",
    title: "The channel is looked for before the body's schema is checked",
    caughtBy: ["ERR-030"],
    wire: refusing((request) => isNowhere(request) && !isReader(request) && !isKeyless(request), nowhere),
  },
  {
    id: "existence-before-body",
    title: "The channel is looked for before the body is read",
    caughtBy: ["ERR-201"],
    wire: refusing((request) => isNowhere(request) && (isText(request) || isBroken(request)), nowhere),
  },
  {
    id: "existence-before-headers",
    title: "The session is looked for before the headers are checked",
    caughtBy: ["ERR-031"],
    wire: refusing(
      (request) => operationOf(request) === "getSession" && headerOf(request, "Thinklio-Version") !== "",
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "state-before-existence",
    title: "The session's state is checked before its channel",
    caughtBy: ["ERR-032"],
    wire: checkingStateFirst(),
  },
  {
    id: "policy-before-existence",
    title: "The policy is asked before the session is looked for",
    caughtBy: ["ERR-033"],
    wire: replacing("session_not_found", isBlocked, "policy_violation"),
  },
  {
    id: "policy-before-state",
    title: "The policy is asked before the session's state is checked",
    caughtBy: ["ERR-034"],
    wire: replacing("session_closed", isBlocked, "policy_violation"),
  },
  {
    id: "policy-before-expiry",
    title: "The policy is asked before the session's expiry is checked",
    caughtBy: ["ERR-203"],
    wire: replacing("session_expired", isBlocked, "policy_violation"),
  },
  {
    id: "budget-before-existence",
    title: "The budget is checked before the session is looked for",
    caughtBy: ["ERR-202"],
    wire: replacing("session_not_found", isSpent, "budget_exceeded"),
  },
  {
    id: "budget-before-state",
    title: "The budget is checked before the session's state",
    caughtBy: ["ERR-035"],
    wire: replacing("session_closed", isSpent, "budget_exceeded"),
  },
  {
    id: "policy-before-schema",
    title: "The policy is asked before the body's schema is checked",
    caughtBy: ["ERR-204"],
    wire: refusing((request) => isBlocked(request) && operationOf(request) === "sendMessage", blocked),
  },
];

function isSpent(request: WireRequest): boolean {
  return headerOf(request, "Authorization") === "Bearer tk_spender";
}

function replacing(code: string, applies: (request: WireRequest) => boolean, other: string): Wire {
  return replaceResponse(
    (response, request) => codeOf(response) === code && applies(request),
    refusal(403, other),
  );
}

function checkingStateFirst(): Wire {
  const closed = new Set<unknown>();
  return {
    answer(request) {
      if (operationOf(request) === "closeSession") closed.add(idOf(request));
      const isLocal = headerOf(request, "Authorization") === `Bearer ${LOCAL}`;
      const isClosed = closed.has(fieldOf(request, "session_id"));
      return isLocal && isClosed ? refusal(409, "session_closed") : undefined;
    },
  };
}
