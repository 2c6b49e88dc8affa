import { createSession, getSession, listMessages, notFound, sendMessage } from "./sessions.mjs";

/**
 * Adds the operations to an Express application, as the documentation of Express shows it.
 *
 * @param limitOf reads how many messages a page may have; without it nothing reads the query
 */
export function addHandlers(app, limitOf = () => undefined) {
  app.post("/v1/channels/:channel_id/sessions", (request, response) => {
    const session = createSession(request.params.channel_id, request.body);
    response.status(201).location(`/v1/sessions/${session.id}`).json(session);
  });
  app.get("/v1/sessions/:session_id", (request, response) => {
    const session = getSession(request.params.session_id);
    if (session) response.json(session);
    else response.status(404).json(notFound);
  });
  app.post("/v1/channels/:channel_id/messages", (request, response) => {
    const reply = sendMessage(request.body);
    if (reply) response.json(reply);
    else response.status(404).json(notFound);
  });
  app.get("/v1/sessions/:session_id/messages", (request, response) => {
    const page = listMessages(request.params.session_id, limitOf(request));
    if (page) response.json(page);
    else response.status(404).json(notFound);
  });
}
