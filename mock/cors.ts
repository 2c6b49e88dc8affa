import type { IncomingMessage, ServerResponse } from "node:http";
import { contract, type RequestHandler } from "../generated/stub/index.ts";

const METHODS = [...new Set(contract.operations.map(({ method }) => method))].join(", ");

/** The contract's response headers, which a browser hides from a page unless they are named. */
const EXPOSED = [
  ...new Set(
    contract.operations.flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ headers }) => Object.keys(headers)),
    ),
  ),
].join(", ");

/** Lets pages of every origin use a request handler (the Fetch standard's CORS protocol). */
export function allowAllOrigins(handler: RequestHandler): RequestHandler {
  return (request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (isPreflight(request)) answerPreflight(request, response);
    else {
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      handler(request, response);
    }
  };
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && "origin" in headers && "access-control-request-method" in headers;
}

function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    "Access-Control-Allow-Methods": METHODS,
    // A wildcard would not cover Authorization.
    "Access-Control-Allow-Headers":
      headers["access-control-request-headers"] ?? "Authorization, Content-Type",
    "Access-Control-Max-Age": "600",
    Vary: "Access-Control-Request-Headers",
  });
  response.end();
}
