import { createServer } from "node:http";
import { createSession, getSession, listMessages, notFound, port, sendMessage } from "./sessions.mjs";

// The least that node:http needs.

const ROUTE = /^\/v1\/(channels|sessions)\/([^/]+)(?:\/(sessions|messages))?$/;

function send(response, status, body, headers) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

function readJson(request, use) {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => use(text === "" ? undefined : JSON.parse(text)));
}

createServer((request, response) => {
  const [, kind, id, sub] = ROUTE.exec(request.url) ?? [];
  if (request.method === "POST" && kind === "channels" && sub === "sessions") {
    readJson(request, (body) => {
      const session = createSession(id, body);
      send(response, 201, session, { Location: `/v1/sessions/${session.id}` });
    });
  } else if (request.method === "POST" && kind === "channels" && sub === "messages") {
    readJson(request, (body) => {
      const reply = sendMessage(body);
      send(response, reply ? 200 : 404, reply ?? notFound);
    });
  } else {
    const found = sub === "messages" ? listMessages(id) : getSession(id);
    send(response, found ? 200 : 404, found ?? notFound);
  }
}).listen(port, "127.0.0.1");
