import type { Session } from "../../generated/index.ts";
import type { Clock } from "../../server/index.ts";
import {
  afterRefusal,
  codeOf,
  editSession,
  idOf,
  json,
  operationOf,
  refusal,
  replaceError,
  replaceResponse,
} from "./edits.ts";
import type { Change, Fault } from "./fault.ts";
import { changeAgent, changeStore } from "./parts.ts";
import type { Wire, WireRequest } from "./wire.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A time that is later by so many milliseconds. */
function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

function replyTo(request: WireRequest) {
  const [id, session_id, created_at] = ["msg_1", idOf(request), "2026-03-19T12:00:00Z"];
  return json(200, { id, session_id, role: "assistant", content: "", created_at, tokens: 0, model: "m" });
}

function sessionOf(request: WireRequest, status: Session["status"]): Session {
  return {
    id: idOf(request),
    channel_id: "ch_01hxyz",
    agent_id: "agt_01hxyz",
    status,
    message_count: 0,
    metadata: {},
    created_at: "2026-03-19T12:00:00Z",
    expires_at: "2026-03-20T12:00:00Z",
  };
}

/** Sessions that expire, close, or go on as they should not. */
export const lifecycleFaults: readonly Fault[] = [
  {
    id: "begins-closed",
    title: "A new session is not active",
    caughtBy: ["LIF-001"],
    wire: editSession((session, request) =>
      operationOf(request) === "createSession" ? { ...session, status: "closed" } : session,
    ),
  },
  {
    id: "lifetime-wrong",
    title: "A session lives an hour less than configured",
    caughtBy: ["LIF-002"],
    parts: () => ({ sessionTtl: 23 * 60 * 60 * 1000 }),
  },
  {
    id: "lifetime-one-second-more",
    title: "A session's expires_at is a second too late",
    caughtBy: ["LIF-002"],
    wire: editSession((session) => ({ ...session, expires_at: later(session.expires_at, 1000) })),
  },
  {
    id: "expires-early",
    title: "A session expires two seconds before its expires_at",
    caughtBy: ["LIF-008"],
    wire: editSession((session) => ({ ...session, expires_at: later(session.expires_at, 2000) })),
  },
  {
    id: "expires-late",
    title: "A session expires two seconds after its expires_at",
    caughtBy: ["LIF-009", "LIF-011", "LIF-012"],
    wire: editSession((session) => ({ ...session, expires_at: later(session.expires_at, -2000) })),
  },
  {
    id: "never-expires",
    title: "A session expires only on paper",
    caughtBy: ["LIF-009", "LIF-011", "LIF-012"],
    parts: () => ({ sessionTtl: 1000 * DAY }),
    wire: editSession((session) => ({ ...session, expires_at: later(session.expires_at, -999 * DAY) })),
  },
  {
    id: "expiry-shown-unmoved",
    title: "expires_at does not move on messages",
    caughtBy: ["LIF-004"],
    wire: editSession((session) => ({ ...session, expires_at: later(session.created_at, DAY) })),
  },
  {
    id: "expiry-sooner-after-messages",
    title: "A session with messages lives an hour less than a new one",
    caughtBy: ["LIF-003"],
    wire: editSession((session) => ({
      ...session,
      expires_at: later(session.expires_at, session.message_count > 0 ? -DAY / 24 : 0),
    })),
  },
  {
    id: "expiry-drifts-with-each-read",
    title: "Each reading puts expires_at off by a millisecond",
    caughtBy: ["LIF-006", "SES-005"],
    wire: drifting(),
  },
  {
    id: "expiry-from-the-first-message",
    title: "Only the first message moves the expiry",
    caughtBy: ["LIF-204"],
    ...changeStore((store) => ({
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const [first] = stored ? await store.messages(id, 0, 1) : [];
        return stored && first
          ? { ...stored, session: { ...stored.session, last_message_at: first.created_at } }
          : stored;
      },
    })),
  },
  {
    id: "expiry-not-moved-by-streams",
    title: "A streamed message does not move the expiry",
    caughtBy: ["LIF-005"],
    ...changeStore((store) => {
      const streamed = new Set<string>();
      return {
        async append(id, messages) {
          if (messages.length === 1) streamed.add(id);
          await store.append(id, messages);
        },
        async find(tenant, id) {
          const stored = await store.find(tenant, id);
          if (!stored || !streamed.has(id)) return stored;
          const { last_message_at, ...session } = stored.session;
          return { ...stored, session };
        },
      };
    }),
  },
  {
    id: "expiry-moved-by-reading",
    title: "Reading a session moves its expiry",
    caughtBy: ["LIF-007"],
    ...changeStore((store, { clock }) => ({
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const now = new Date(clock()).toISOString();
        return stored && { ...stored, session: { ...stored.session, last_message_at: now } };
      },
    })),
  },
  {
    id: "expiry-moved-by-the-history",
    title: "Reading a history moves the session's expiry",
    caughtBy: ["LIF-007"],
    ...touching("messages"),
  },
  {
    id: "expiry-moved-by-closing",
    title: "Closing a session moves its expiry",
    caughtBy: ["LIF-201"],
    ...touching("close"),
  },
  {
    id: "expiry-moved-by-refused-messages",
    title: "A refused message moves the expiry",
    caughtBy: ["LIF-200", "LIF-203"],
    ...touchingWhenRefused(),
  },
  {
    id: "created-at-of-now",
    title: "created_at is the time of the answer",
    caughtBy: ["LIF-010"],
    ...changeStore((store, { clock }) => ({
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const now = new Date(clock()).toISOString();
        return stored && { ...stored, session: { ...stored.session, created_at: now } };
      },
    })),
  },
  {
    id: "status-lags",
    title: "The status of an expired session reads active",
    caughtBy: ["LIF-009", "LIF-010"],
    wire: editSession((session) =>
      session.status === "expired" ? { ...session, status: "active" } : session,
    ),
  },
  {
    id: "expired-is-gone",
    title: "An expired session cannot be read",
    caughtBy: ["LIF-009", "LIF-010"],
    wire: replaceResponse(
      (response) => response.body.includes('"status":"expired"'),
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "expired-loses-its-history",
    title: "The history of an expired session is empty",
    caughtBy: ["LIF-010"],
    ...changeStore((store, { clock, sessionTtl }) => ({
      async messages(id, position, limit) {
        const messages = await store.messages(id, position, limit);
        const [newest] = messages.toReversed();
        return newest && Date.parse(newest.created_at) + sessionTtl <= clock() ? [] : messages;
      },
    })),
  },
  {
    id: "expired-takes-messages",
    title: "An expired session takes a message",
    caughtBy: ["LIF-011"],
    wire: replaceResponse(
      (response, request) => operationOf(request) === "sendMessage" && codeOf(response) === "session_expired",
      replyTo,
    ),
  },
  {
    id: "expired-is-410",
    title: "A message to an expired session is answered with 410",
    caughtBy: ["LIF-011", "LIF-012"],
    wire: replaceError("session_expired", refusal(410, "session_expired")),
  },
  {
    id: "expired-reads-closed",
    title: "A message to an expired session is answered as if it were closed",
    caughtBy: ["LIF-011"],
    wire: replaceError("session_expired", refusal(409, "session_closed")),
  },
  {
    id: "expired-closes",
    title: "An expired session can be closed",
    caughtBy: ["LIF-012"],
    wire: replaceResponse(
      (response, request) =>
        operationOf(request) === "closeSession" && codeOf(response) === "session_expired",
      (request) => json(200, sessionOf(request, "closed")),
    ),
  },
  {
    id: "close-answers-204",
    title: "closeSession answers 204",
    caughtBy: ["LIF-013"],
    wire: replaceResponse(
      (response, request) => operationOf(request) === "closeSession" && response.status === 200,
      { status: 204, headers: {}, body: "" },
    ),
  },
  {
    id: "close-shows-active",
    title: "closeSession answers with the session as it was",
    caughtBy: ["LIF-013"],
    wire: editSession((session, request) =>
      operationOf(request) === "closeSession" ? { ...session, status: "active" } : session,
    ),
  },
  {
    id: "close-does-nothing",
    title: "closeSession does not close the session",
    caughtBy: ["LIF-014", "LIF-015", "MSG-029"],
    ...changeStore(() => ({ close: async () => {} })),
  },
  {
    id: "close-loses-metadata",
    title: "Closing a session takes its metadata",
    caughtBy: ["LIF-013"],
    wire: editSession((session) => (session.status === "closed" ? { ...session, metadata: {} } : session)),
  },
  {
    id: "close-loses-the-history",
    title: "Closing a session takes its history",
    caughtBy: ["LIF-014"],
    ...changeStore((store) => {
      const closed = new Set<string>();
      return {
        async close(id) {
          closed.add(id);
          await store.close(id);
        },
        messages: async (id, ...page) => (closed.has(id) ? [] : store.messages(id, ...page)),
      };
    }),
  },
  {
    id: "close-not-idempotent",
    title: "Closing a closed session is answered with 409",
    caughtBy: ["LIF-016"],
    wire: closeOnce(),
  },
  {
    id: "closed-is-gone",
    title: "A closed session cannot be read",
    caughtBy: ["LIF-014"],
    wire: replaceResponse(
      (response, request) =>
        operationOf(request) === "getSession" && response.body.includes('"status":"closed"'),
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "closed-reads-expired",
    title: "A message to a closed session is answered as if it had expired",
    caughtBy: ["LIF-015"],
    wire: replaceError("session_closed", refusal(409, "session_expired")),
  },
  {
    id: "closed-takes-messages",
    title: "A closed session takes a message",
    caughtBy: ["LIF-015", "MSG-029", "ERR-034"],
    wire: replaceResponse((response) => codeOf(response) === "session_closed", replyTo),
  },
  {
    id: "closed-reopens",
    title: "A refused message reopens a closed session",
    caughtBy: ["LIF-015", "MSG-029"],
    wire: reopening(),
  },
  {
    id: "closed-expires",
    title: "A closed session expires",
    caughtBy: ["LIF-025"],
    ...changeStore((store, { clock, sessionTtl }) => ({
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const hasExpired = stored && Date.parse(stored.session.created_at) + sessionTtl <= clock();
        return hasExpired ? { ...stored, isClosed: false } : stored;
      },
    })),
  },
  {
    id: "opened-session-not-kept",
    title: "A session that a message opens cannot be read",
    caughtBy: ["LIF-017", "LIF-019"],
    ...changeStore((store) => ({
      insert: async (stored, messages) => {
        if (messages.length === 0) await store.insert(stored, messages);
      },
    })),
  },
  {
    id: "agent-forgets",
    title: "The agent does not see the earlier messages",
    caughtBy: ["LIF-020"],
    ...changeAgent((agent) => ({
      reply: (turn) => agent.reply({ ...turn, history: { length: 0, newest: async () => [] } }),
    })),
  },
  {
    id: "agent-without-context",
    title: "The agent does not see the initial context",
    caughtBy: ["LIF-021"],
    ...changeAgent((agent) => ({ reply: (turn) => agent.reply({ ...turn, initialContext: undefined }) })),
  },
  {
    id: "agent-remembers-other-sessions",
    title: "The agent sees the messages of other sessions",
    caughtBy: ["LIF-202"],
    ...changeAgent((agent) => {
      let heard = "";
      return {
        async *reply(turn) {
          yield* agent.reply(turn);
          yield heard;
          heard = turn.message.slice(0, 100);
        },
      };
    }),
  },
  {
    id: "sessions-shared",
    title: "A message counts for every session",
    caughtBy: ["LIF-022"],
    ...sharing(),
  },
];

/** A store in which one of its methods counts as activity. */
function touching(method: "messages" | "close"): Change {
  return changeStore((store, { clock }) => {
    const touched = new Map<string, string>();
    const touch = (id: string) => touched.set(id, new Date(clock()).toISOString());
    return {
      async messages(id, ...page) {
        if (method === "messages") touch(id);
        return store.messages(id, ...page);
      },
      async close(id) {
        if (method === "close") touch(id);
        await store.close(id);
      },
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        const last_message_at = touched.get(id);
        return stored && last_message_at
          ? { ...stored, session: { ...stored.session, last_message_at } }
          : stored;
      },
    };
  });
}

/** A server on which a refused message counts as activity. */
function touchingWhenRefused(): Change {
  const touched = new Map<unknown, number>();
  let now: Clock = () => 0;
  const showing = editSession((session) => {
    const at = touched.get(session.id);
    return at === undefined ? session : { ...session, expires_at: new Date(at + DAY).toISOString() };
  });
  return {
    parts({ clock }) {
      now = clock;
      return {};
    },
    wire: afterRefusal((id) => touched.set(id, now()), showing),
  };
}

/** A server on which a message that a closed session refuses makes it active. */
function reopening(): Wire {
  const reopened = new Set<unknown>();
  const showing = editSession((session) =>
    reopened.has(session.id) ? { ...session, status: "active" } : session,
  );
  return afterRefusal((id) => reopened.add(id), showing);
}

function drifting(): Wire {
  let reads = 0;
  return editSession((session, request) => {
    if (operationOf(request) === "getSession") reads += 1;
    return { ...session, expires_at: later(session.expires_at, reads) };
  });
}

function closeOnce(): Wire {
  const closed = new Set<string>();
  return replaceResponse(
    (response, request) => {
      if (operationOf(request) !== "closeSession" || response.status !== 200) return false;
      const isClosed = closed.has(idOf(request));
      closed.add(idOf(request));
      return isClosed;
    },
    refusal(409, "session_closed"),
  );
}

/** A store in which each message counts for all sessions. */
function sharing(): Change {
  return changeStore((store) => {
    let total = 0;
    return {
      async append(id, messages) {
        total += messages.length;
        await store.append(id, messages);
      },
      async find(tenant, id) {
        const stored = await store.find(tenant, id);
        return stored && { ...stored, session: { ...stored.session, message_count: total } };
      },
    };
  });
}
