import type { AssistantMessage, MessagePage, Session } from "../../generated/index.ts";
import {
  validateAssistantMessage,
  validateMessagePage,
  validateSession,
} from "../../generated/validators.js";
import type { Call, Conversation } from "./load.ts";

const CHANNEL = "/v1/channels/ch_01hxyz";

/** What opens a session. */
export const CREATE: Call = {
  method: "POST",
  path: `${CHANNEL}/sessions`,
  body: { metadata: { ticket: "T-1042" } },
  status: 201,
};

/** Creates a session, and reads it; again and again. */
export function* createAndGet(): Conversation {
  for (;;) {
    const created = asSession(yield CREATE);
    const read = asSession(yield { method: "GET", path: `/v1/sessions/${created.id}`, status: 200 });
    if (read.id !== created.id) throw new Error(`Asked for ${created.id}, and got ${read.id}.`);
  }
}

/** How many messages make a conversation before it ends. */
const MESSAGES = 4;

/** Opens a session, and in turns sends a message and reads the history's first page; again and again. */
export function* sendAndPage(): Conversation {
  for (;;) {
    const { id } = asSession(yield CREATE);
    for (let sent = 1; sent <= MESSAGES; sent += 1) {
      asReply(yield send(id));
      const { data } = asPage(yield { method: "GET", path: `/v1/sessions/${id}/messages`, status: 200 });
      if (data.length !== 2 * sent) {
        throw new Error(`After ${sent} messages the history has ${data.length} items.`);
      }
    }
  }
}

/**
 * Creates, reads, sends and pages, of a server that remembers nothing. Other mocks do not keep to the schemas' patterns
 * and formats, so only the shape of their answers is checked.
 */
export function* mockConversation(): Conversation {
  const id = "ses_01hxyz";
  for (;;) {
    demandField(yield CREATE, "message_count", "number");
    demandField(yield { method: "GET", path: `/v1/sessions/${id}`, status: 200 }, "message_count", "number");
    demandField(yield send(id), "content", "string");
    demandField(yield { method: "GET", path: `/v1/sessions/${id}/messages`, status: 200 }, "data", "object");
  }
}

function demandField(body: unknown, name: string, type: "number" | "object" | "string"): void {
  const value = typeof body === "object" && body !== null && Reflect.get(body, name);
  if (typeof value !== type) throw new Error(`There is no ${name} in ${JSON.stringify(body)}.`);
}

function send(sessionId: string): Call {
  const body = { session_id: sessionId, message: "Where is my order?" };
  return { method: "POST", path: `${CHANNEL}/messages`, body, status: 200 };
}

function asSession(body: unknown): Session {
  if (!validateSession(body)) throw new Error(`This is no session: ${JSON.stringify(body)}`);
  return body;
}

function asReply(body: unknown): AssistantMessage {
  if (!validateAssistantMessage(body)) throw new Error(`This is no reply: ${JSON.stringify(body)}`);
  return body;
}

function asPage(body: unknown): MessagePage {
  if (!validateMessagePage(body)) throw new Error(`This is no page: ${JSON.stringify(body)}`);
  return body;
}
