import type { HeaderField } from "../http.ts";
import {
  codeOf,
  editHeader,
  fieldOf,
  headerOf,
  operationOf,
  refusal,
  refusing,
  replaceError,
  replaceResponse,
  withoutHeader,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { LOCAL, OTHER, READER } from "./healthy.ts";
import { changeStore } from "./parts.ts";
import type { Wire, WireRequest } from "./wire.ts";

const keyOf = (request: WireRequest) => headerOf(request, "Authorization").replace(/^Bearer /, "");

/** Lets requests with one key pass as if they had another. */
function takingFor(key: string, other: string, ...operations: readonly string[]): Wire {
  return editHeader("authorization", (value, request) =>
    value === `Bearer ${key}` && operations.includes(operationOf(request) ?? "") ? `Bearer ${other}` : value,
  );
}

/** An operation that needs no key. */
function open(operation: string, rule: string): Fault {
  return {
    id: `key-not-needed-by-${operation}`,
    title: `${operation} needs no key`,
    caughtBy: [rule],
    wire: {
      request: (request) =>
        operationOf(request) === operation && headerOf(request, "Authorization") === ""
          ? withKey(request, `Bearer ${LOCAL}`)
          : request,
    },
  };
}

function withKey({ headers, ...request }: WireRequest, authorization: string): WireRequest {
  const others = headers.filter(([name]) => name.toLowerCase() !== "authorization");
  return { ...request, headers: [...others, ["Authorization", authorization]] };
}

const unauthorized = {
  ...refusal(401, "invalid_api_key"),
  headers: { "content-type": "application/json", "www-authenticate": "Bearer" },
};

/** Keys, scopes and tenants that are not told apart, or that are told apart where they should not. */
export const accessFaults: readonly Fault[] = [
  open("createSession", "AUT-001"),
  open("getSession", "AUT-002"),
  open("sendMessage", "AUT-003"),
  open("listMessages", "AUT-004"),
  open("closeSession", "AUT-005"),
  {
    id: "key-without-scheme",
    title: "Authorization may be a key without a scheme",
    caughtBy: ["AUT-006"],
    wire: editHeader("authorization", (value) => (value === LOCAL ? `Bearer ${LOCAL}` : value)),
  },
  {
    id: "key-of-another-scheme",
    title: "The scheme may be Basic",
    caughtBy: ["AUT-006"],
    wire: editHeader("authorization", (value) => value.replace(/^Basic/, "Bearer")),
  },
  {
    id: "any-key-accepted",
    title: "Every key is good",
    caughtBy: ["AUT-007"],
    wire: editHeader("authorization", (value) => value.replace(/^Bearer (?!tk_\w+$)\S+$/, `Bearer ${LOCAL}`)),
  },
  {
    id: "key-that-begins-well-accepted",
    title: "What begins with a good key is a good key",
    caughtBy: ["AUT-007"],
    wire: editHeader("authorization", (value) => value.replace(/^(Bearer tk_local)\w+$/, "$1")),
  },
  {
    id: "key-in-any-case",
    title: "A key may be in upper case",
    caughtBy: ["AUT-200"],
    wire: editHeader("authorization", (value) => value.replace(/^(Bearer )(TK_LOCAL)$/i, `$1${LOCAL}`)),
  },
  {
    id: "key-cut",
    title: "The last character of a key does not matter",
    caughtBy: ["AUT-200"],
    wire: editHeader("authorization", (value) => value.replace(/^(Bearer )tk_loca.?$/, `$1${LOCAL}`)),
  },
  {
    id: "scheme-in-one-case",
    title: "The scheme's name must be written Bearer",
    caughtBy: ["AUT-008"],
    wire: refusing(
      (request) => /^(?!Bearer)[bB][eE][aA][rR][eE][rR] /.test(headerOf(request, "Authorization")),
      unauthorized,
    ),
  },
  {
    id: "first-of-two-keys",
    title: "Of two Authorization headers the first counts",
    caughtBy: ["AUT-009"],
    wire: {
      request: (request) =>
        headerOf(request, "Authorization") === ""
          ? request
          : withKey(request, headerOf(request, "Authorization")),
    },
  },
  {
    id: "last-of-two-keys",
    title: "Of two Authorization headers the last counts",
    caughtBy: ["AUT-009"],
    wire: {
      request: (request) =>
        request.headers
          .filter(([name]: HeaderField) => name.toLowerCase() === "authorization")
          .reduce((changed, [, value]) => withKey(changed, value), request),
    },
  },
  {
    id: "challenge-missing",
    title: "401 has no WWW-Authenticate",
    caughtBy: ["AUT-010"],
    wire: withoutHeader("www-authenticate"),
  },
  {
    id: "missing-key-forbidden",
    title: "A request without a key is answered with 403",
    caughtBy: ["AUT-001", "AUT-002", "AUT-003", "AUT-004", "AUT-005"],
    wire: replaceError("invalid_api_key", refusal(403, "insufficient_scope")),
  },
  {
    id: "scope-not-checked-by-create",
    title: "A key that may only read may create sessions",
    caughtBy: ["ERR-002", "ERR-029"],
    wire: takingFor(READER, LOCAL, "createSession"),
  },
  {
    id: "scope-not-checked-by-send",
    title: "A key that may only read may send messages",
    caughtBy: ["ERR-002", "ERR-029"],
    wire: takingFor(READER, LOCAL, "sendMessage"),
  },
  {
    id: "scope-not-checked-by-close",
    title: "A key that may only read may close sessions",
    caughtBy: ["ERR-002", "ERR-029"],
    wire: takingFor(READER, LOCAL, "closeSession"),
  },
  {
    id: "scope-covers-nothing",
    title: "A key that may only read may not read either",
    caughtBy: ["AUT-201"],
    wire: refusing(
      (request) => keyOf(request) === READER && request.method === "GET",
      refusal(403, "insufficient_scope"),
    ),
  },
  {
    id: "scope-unauthorized",
    title: "A key that may not do this is answered with 401",
    caughtBy: ["ERR-002"],
    wire: replaceError("insufficient_scope", unauthorized),
  },
  {
    id: "tenants-not-told-apart",
    title: "The sessions of all tenants are one heap",
    caughtBy: ["LIF-023"],
    ...changeStore((store) => {
      const owners = new Map<string, string>();
      return {
        async insert(stored, messages) {
          owners.set(stored.session.id, stored.tenant);
          await store.insert(stored, messages);
        },
        find: (_, id) => store.find(owners.get(id) ?? "", id),
      };
    }),
  },
  {
    id: "tenant-can-read",
    title: "A tenant can read the sessions of others",
    caughtBy: ["LIF-023"],
    wire: takingFor(OTHER, LOCAL, "getSession"),
  },
  {
    id: "tenant-can-read-histories",
    title: "A tenant can read the histories of others",
    caughtBy: ["LIF-023"],
    wire: takingFor(OTHER, LOCAL, "listMessages"),
  },
  {
    id: "tenant-can-close",
    title: "A tenant can close the sessions of others",
    caughtBy: ["LIF-023"],
    wire: takingFor(OTHER, LOCAL, "closeSession"),
  },
  {
    id: "tenant-can-send",
    title: "A tenant can send messages to the sessions of others",
    caughtBy: ["LIF-024", "ERR-006"],
    wire: takingFor(OTHER, LOCAL, "sendMessage"),
  },
  {
    id: "tenant-can-create",
    title: "A tenant can create sessions on the channels of others",
    caughtBy: ["ERR-006"],
    wire: takingFor(OTHER, LOCAL, "createSession"),
  },
  {
    id: "tenant-closes-though-refused",
    title: "A tenant that closes another's session is refused, and still closes it",
    caughtBy: ["LIF-023"],
    wire: {
      ...takingFor(OTHER, LOCAL, "closeSession"),
      ...replaceResponse(
        (_, request) => operationOf(request) === "closeSession" && keyOf(request) === OTHER,
        refusal(404, "session_not_found"),
      ),
    },
  },
  {
    id: "tenant-sends-though-refused",
    title: "A tenant's message to another's session is refused, and still arrives",
    caughtBy: ["LIF-024"],
    wire: {
      ...takingFor(OTHER, LOCAL, "sendMessage"),
      ...replaceResponse(
        (_, request) => operationOf(request) === "sendMessage" && keyOf(request) === OTHER,
        refusal(404, "channel_not_found"),
      ),
    },
  },
  {
    id: "tenant-forbidden",
    title: "The session of another tenant is forbidden, and not unknown",
    caughtBy: ["LIF-023"],
    wire: replaceResponse(
      (response, request) => keyOf(request) === OTHER && codeOf(response) === "session_not_found",
      refusal(403, "insufficient_scope"),
    ),
  },
  {
    id: "channel-of-the-session-unchecked",
    title: "A session takes messages on every channel",
    caughtBy: ["MSG-024", "ERR-032"],
    wire: {
      request: (request) =>
        fieldOf(request, "session_id") === undefined
          ? request
          : { ...request, path: request.path.replace("ch_second", "ch_01hxyz") },
    },
  },
];
