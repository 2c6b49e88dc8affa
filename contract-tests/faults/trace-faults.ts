import { codeOf, editQuery, editSession, fieldOf, headerOf, idOf, operationOf } from "./edits.ts";
import type { Fault } from "./fault.ts";
import { appendOneByOne, changeAgent, changeStore } from "./parts.ts";
import type { Wire, WireRequest, WireResponse } from "./wire.ts";

/** A server whose sessions show as closed after a request for which this holds, whatever it was answered. */
function closingAt(isTrigger: (request: WireRequest, response: WireResponse) => boolean): Wire {
  const closed = new Set<string>();
  const { response: edit } = editSession((session) =>
    closed.has(session.id) ? { ...session, status: "closed" } : session,
  );
  return {
    response(response, request) {
      if (isTrigger(request, response)) closed.add(idOf(request));
      return edit?.(response, request) ?? response;
    },
  };
}

/** A server that counts the messages which it refuses with one status. */
function countingAt(status: number): Wire {
  const counted = new Map<string, number>();
  const { response: edit } = editSession((session) => ({
    ...session,
    message_count: session.message_count + (counted.get(session.id) ?? 0),
  }));
  return {
    response(response, request) {
      const [id] = /ses_[^"]+/.exec(request.body.toString()) ?? [];
      if (id && operationOf(request) === "sendMessage" && response.status === status) {
        counted.set(id, (counted.get(id) ?? 0) + 1);
      }
      return edit?.(response, request) ?? response;
    },
  };
}

/** Servers that do something of what they refuse, or half of what they do. */
export const traceFaults: readonly Fault[] = [
  {
    id: "reader-closes",
    title: "A close that the scope refuses closes",
    caughtBy: ["ERR-002"],
    wire: closingAt(
      (request, response) =>
        operationOf(request) === "closeSession" && codeOf(response) === "insufficient_scope",
    ),
  },
  {
    id: "close-without-key-closes",
    title: "A close without a key is refused, and closes",
    caughtBy: ["LIF-028"],
    wire: closingAt(
      (request, response) => operationOf(request) === "closeSession" && response.status === 401,
    ),
  },
  {
    id: "delete-closes",
    title: "DELETE is answered with 405, and closes the session",
    caughtBy: ["HTT-006"],
    wire: closingAt(({ method }) => method === "DELETE"),
  },
  ...[400, 413, 415].map(
    (status): Fault => ({
      id: `message-counted-at-${status}`,
      title: `A message that is refused with ${status} is counted`,
      caughtBy: ["MSG-025"],
      wire: countingAt(status),
    }),
  ),
  {
    id: "reader-counted",
    title: "A message that the scope refuses is counted",
    caughtBy: ["ERR-002"],
    wire: countingAt(403),
  },
  {
    id: "message-before-its-reply",
    title: "A message joins the history before its reply",
    caughtBy: ["MSG-032"],
    ...changeStore((store) => appendOneByOne(store, 80)),
  },
  {
    id: "session-takes-metadata-of-messages",
    title: "A message's metadata is added to its session's",
    caughtBy: ["MSG-033"],
    wire: addingMetadata(),
  },
  {
    id: "user-has-one-session",
    title: "A message without session_id goes on with the user's last session",
    caughtBy: ["LIF-026"],
    wire: continuingByUser(),
  },
  {
    id: "broken-stream-moves-nothing",
    title: "last_message_at is not that of the message whose stream broke off",
    caughtBy: ["STR-011", "STR-012"],
    wire: editSession((session) =>
      session.message_count === 1 ? { ...session, last_message_at: "2026-03-19T11:59:59Z" } : session,
    ),
  },
  {
    id: "agent-forgets-the-context",
    title: "The agent sees the initial context with the first message only",
    caughtBy: ["LIF-027"],
    ...changeAgent((agent) => ({
      reply: (turn) =>
        agent.reply({ ...turn, initialContext: turn.history.length === 0 ? turn.initialContext : undefined }),
    })),
  },
  {
    id: "limit-read-as-any-number",
    title: "limit is whatever JavaScript takes for a number",
    caughtBy: ["MSG-052"],
    wire: editQuery((query) => {
      const limit = query.get("limit") ?? "";
      if (limit.trim() !== "" && Number.isInteger(Number(limit))) query.set("limit", String(Number(limit)));
    }),
  },
  {
    id: "first-limit-counts",
    title: "Of two limits the first one counts",
    caughtBy: ["MSG-060"],
    wire: editQuery((query) => {
      for (const [name, value] of [...query]) query.set(name, query.get(name) ?? value);
    }),
  },
];

function addingMetadata(): Wire {
  const added = new Map<string, object>();
  const { response: edit } = editSession((session) => ({
    ...session,
    metadata: { ...session.metadata, ...added.get(session.id) },
  }));
  return {
    response(response, request) {
      const metadata = fieldOf(request, "metadata");
      const id = fieldOf(request, "session_id");
      if (typeof id === "string" && typeof metadata === "object" && metadata !== null)
        added.set(id, metadata);
      return edit?.(response, request) ?? response;
    },
  };
}

function continuingByUser(): Wire {
  const last = new Map<string, unknown>();
  return {
    request(request) {
      const user = headerOf(request, "X-Channel-User-Id");
      const session_id = last.get(user);
      if (operationOf(request) !== "sendMessage" || session_id === undefined) return request;
      const body = JSON.stringify({ message: fieldOf(request, "message"), session_id });
      return { ...request, body: Buffer.from(body) };
    },
    response(response, request) {
      const user = headerOf(request, "X-Channel-User-Id");
      const isNew = operationOf(request) === "sendMessage" && response.status === 200;
      const [session] = /ses_\w+/.exec(response.body) ?? [];
      if (user !== "" && isNew && session) last.set(user, session);
      return response;
    },
  };
}
