import { fileURLToPath } from "node:url";
import express from "express";
import * as OpenApiValidator from "express-openapi-validator";
import { createSession, getSession, listMessages, notFound, port, sendMessage } from "./sessions.mjs";

// Express with express-openapi-validator, as its documentation shows it; it checks requests, and not keys.

const app = express();
app.use(express.json());
app.use(
  OpenApiValidator.middleware({
    apiSpec: fileURLToPath(new URL("../../../generated/openapi.json", import.meta.url)),
    validateRequests: true,
    validateResponses: false,
    validateSecurity: false,
  }),
);

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
  const page = listMessages(request.params.session_id, request.query.limit);
  if (page) response.json(page);
  else response.status(404).json(notFound);
});
app.use((error, _request, response, _next) => {
  response.status(error.status ?? 500).json({ message: error.message, errors: error.errors });
});

app.listen(port, "127.0.0.1");
