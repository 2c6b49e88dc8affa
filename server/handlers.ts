import { refuse, type SessionsApi } from "../generated/stub/index.ts";
import type { Caller } from "./keys.ts";
import type { Sessions } from "./sessions.ts";

/** Puts the sessions behind the operations of the API. */
export function createHandlers(sessions: Sessions): SessionsApi<Pick<Caller, "tenant">> {
  return {
    async createSession({ context, params, body }) {
      const created = await sessions.create(context.tenant, params.channel_id, body);
      if (!created.ok) return refuse(created.code);
      const session = created.value;
      return { status: 201, headers: { Location: `/v1/sessions/${session.id}` }, body: session };
    },

    async getSession({ context, params }) {
      const found = await sessions.get(context.tenant, params.session_id);
      return found.ok ? { status: 200, body: found.value } : refuse(found.code);
    },

    async sendMessage({ context: { tenant }, params: { channel_id: channelId }, body: request, signal }) {
      const sending = { tenant, channelId, request, signal };
      if (request.stream) {
        const begun = await sessions.stream(sending);
        if (!begun.ok) return refuse(begun.code);
        return { status: 200, type: "text/event-stream", events: begun.value };
      }
      const sent = await sessions.send(sending);
      if (!sent.ok) return refuse(sent.code);
      return { status: 200, type: "application/json", body: sent.value };
    },

    async listMessages({ context, params, query }) {
      const listed = await sessions.list(context.tenant, params.session_id, query);
      return listed.ok ? { status: 200, body: listed.value } : refuse(listed.code, listed.message);
    },

    async closeSession({ context, params }) {
      const closed = await sessions.close(context.tenant, params.session_id);
      return closed.ok ? { status: 200, body: closed.value } : refuse(closed.code);
    },
  };
}
