import { createServer, type RequestListener } from "node:http";

/** A response that a faulty server gives to every request. */
export interface CannedResponse {
  readonly status: number;
  /** Beside `Content-Type: application/json`, which they can replace. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is if it is a text, and else as JSON. */
  readonly body: unknown;
}

/** Runs a server that answers as it is told, on a free port of this machine, for as long as the test takes. */
export async function withFaultyServer<Result>(
  respond: RequestListener | CannedResponse,
  test: (baseUrl: URL) => Promise<Result>,
): Promise<Result> {
  const server = createServer(typeof respond === "function" ? respond : answerWith(respond));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP address.");
  try {
    return await test(new URL(`http://127.0.0.1:${address.port}`));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function answerWith({ status, headers = {}, body }: CannedResponse): RequestListener {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}
