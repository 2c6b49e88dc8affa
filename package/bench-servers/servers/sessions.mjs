import { randomUUID } from "node:crypto";

// What the servers that are compared with ours do behind HTTP: the same answers, with the least code that gives them.

const TTL = 24 * 60 * 60 * 1000;
const sessions = new Map();

const createId = (prefix) => `${prefix}_${randomUUID().replaceAll("-", "")}`;

export function createSession(channelId, { agent_id = "agt_01hxyz", metadata = {} } = {}) {
  const now = Date.now();
  const session = {
    id: createId("ses"),
    channel_id: channelId,
    agent_id,
    status: "active",
    message_count: 0,
    metadata,
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + TTL).toISOString(),
  };
  sessions.set(session.id, { session, messages: [] });
  return session;
}

export function getSession(sessionId) {
  return sessions.get(sessionId)?.session;
}

export function sendMessage({ session_id, message }) {
  const found = sessions.get(session_id);
  if (found === undefined) return undefined;
  const { session, messages } = found;
  const last = messages.at(-2)?.content;
  const seen = last === undefined ? "" : ` (earlier messages: ${messages.length}, your last: "${last}")`;
  const now = Date.now();
  const created_at = new Date(now).toISOString();
  const reply = {
    id: createId("msg"),
    session_id,
    content: `${message}${seen}`,
    created_at,
    role: "assistant",
    tokens: message.length,
    model: "echo-1",
  };
  messages.push({ id: createId("msg"), session_id, content: message, created_at, role: "user" }, reply);
  session.message_count = messages.length;
  session.last_message_at = created_at;
  session.expires_at = new Date(now + TTL).toISOString();
  return reply;
}

export function listMessages(sessionId, limit = 20) {
  const messages = sessions.get(sessionId)?.messages;
  if (messages === undefined) return undefined;
  return { data: messages.slice(0, limit), has_more: messages.length > limit, next_cursor: null };
}

export const notFound = { error: { code: "session_not_found", message: "There is no such session." } };

export const port = Number(process.argv[2]);
