import { readFileSync } from "node:fs";
import Fastify from "fastify";
import { createSession, getSession, listMessages, notFound, port, sendMessage } from "./sessions.mjs";

// Fastify with the contract's schemas for requests and responses, as its documentation shows it; no log.

const { paths, components } = JSON.parse(
  readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8"),
);

function resolve(schema) {
  if (Array.isArray(schema)) return schema.map(resolve);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema;
  if (typeof $ref === "string")
    return { ...resolve(components.schemas[$ref.split("/").at(-1)]), ...resolve(rest) };
  return Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, resolve(part)]));
}

/** The schemas of an operation, as Fastify takes them. */
function schemasOf({ parameters = [], requestBody, responses }) {
  const group = (place) => {
    const mine = parameters
      .map(({ $ref, ...parameter }) => ($ref ? components.parameters[$ref.split("/").at(-1)] : parameter))
      .filter((parameter) => parameter.in === place);
    return {
      type: "object",
      properties: Object.fromEntries(
        mine.map(({ name, schema }) => [place === "header" ? name.toLowerCase() : name, resolve(schema)]),
      ),
    };
  };
  const [status, { content }] = Object.entries(responses)[0];
  return {
    params: group("path"),
    querystring: group("query"),
    headers: group("header"),
    ...(requestBody && { body: resolve(requestBody.content["application/json"].schema) }),
    response: { [status]: resolve(content["application/json"].schema) },
  };
}

const app = Fastify({ ajv: { customOptions: { strict: false } } });

app.post(
  "/v1/channels/:channel_id/sessions",
  { schema: schemasOf(paths["/v1/channels/{channel_id}/sessions"].post) },
  (request, reply) => {
    const session = createSession(request.params.channel_id, request.body);
    reply.code(201).header("Location", `/v1/sessions/${session.id}`).send(session);
  },
);
app.get(
  "/v1/sessions/:session_id",
  { schema: schemasOf(paths["/v1/sessions/{session_id}"].get) },
  (request, reply) => {
    const session = getSession(request.params.session_id);
    if (session) reply.send(session);
    else reply.code(404).send(notFound);
  },
);
app.post(
  "/v1/channels/:channel_id/messages",
  { schema: schemasOf(paths["/v1/channels/{channel_id}/messages"].post) },
  (request, reply) => {
    const message = sendMessage(request.body);
    if (message) reply.send(message);
    else reply.code(404).send(notFound);
  },
);
app.get(
  "/v1/sessions/:session_id/messages",
  { schema: schemasOf(paths["/v1/sessions/{session_id}/messages"].get) },
  (request, reply) => {
    const page = listMessages(request.params.session_id, request.query.limit);
    if (page) reply.send(page);
    else reply.code(404).send(notFound);
  },
);

await app.listen({ port, host: "127.0.0.1" });
