import type { SessionsApi } from "../generated/stub/index.ts";
import type { Caller } from "./keys.ts";
import type { Sessions } from "./sessions.ts";

/** The outcome for each reason for which something can be refused. */
const REFUSALS = {
  invalid_request: refuse(400, "invalid_request", "The cursor was not given for this session."),
  policy_violation: refuse(403, "policy_violation", "A policy blocks this message."),
  budget_exceeded: refuse(403, "budget_exceeded", "The token budget is exhausted."),
  channel_not_found: refuse(404, "channel_not_found", "There is no such channel."),
  session_not_found: refuse(404, "session_not_found", "There is no such session."),
  agent_not_found: refuse(404, "agent_not_found", "There is no such agent on this channel."),
  session_expired: refuse(409, "session_expired", "The session has expired. Start a new one."),
  session_closed: refuse(409, "session_closed", "The session is closed. Start a new one."),
};

function refuse<Status extends number, Code extends string>(status: Status, code: Code, message: string) {
  return { status, error: { code, message } };
}

/** Puts the sessions behind the operations of the API. */
export function createHandlers(sessions: Sessions): SessionsApi<Caller> {
  return {
    async createSession({ context, params, body }) {
      const created = await sessions.create(context.tenant, params.channel_id, body);
      if (!created.ok) return REFUSALS[created.code];
      const session = created.value;
      return { status: 201, headers: { Location: `/v1/sessions/${session.id}` }, body: session };
    },

    async getSession({ context, params }) {
      const found = await sessions.get(context.tenant, params.session_id);
      return found.ok ? { status: 200, body: found.value } : REFUSALS[found.code];
    },

    async sendMessage({ context: { tenant }, params: { channel_id: channelId }, body: request, signal }) {
      const sending = { tenant, channelId, request, signal };
      if (request.stream) {
        const begun = await sessions.stream(sending);
        if (!begun.ok) return REFUSALS[begun.code];
        return { status: 200, type: "text/event-stream", events: begun.value };
      }
      const sent = await sessions.send(sending);
      if (!sent.ok) return REFUSALS[sent.code];
      return { status: 200, type: "application/json", body: sent.value };
    },

    async listMessages({ context, params, query }) {
      const listed = await sessions.list(context.tenant, params.session_id, query);
      return listed.ok ? { status: 200, body: listed.value } : REFUSALS[listed.code];
    },

    async closeSession({ context, params }) {
      const closed = await sessions.close(context.tenant, params.session_id);
      return closed.ok ? { status: 200, body: closed.value } : REFUSALS[closed.code];
    },
  };
}
