import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server for tests, which answers whatever it is told to. */
export interface RawServer {
  readonly url: string;
  /** The requests that came, in order. */
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a server that leaves everything about its answers to a function. */
export async function startRawServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<RawServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    answer(request, response);
  });
  const url = await new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("The server has no port.");
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
  return {
    url,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a body, as JSON unless another media type is given. */
export function respond(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
