import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { UsageError } from "../command-line/usage-error.ts";
import { type Listening, listen } from "../generated/stub/index.ts";
import { createApp } from "./app.ts";
import { type ConfigurationOptions, configure, LOCAL_KEY } from "./configuration.ts";
import { createOperations, type OperationsOptions } from "./operations/operations.ts";

/** How to start the server. */
export type StartOptions = ConfigurationOptions &
  OperationsOptions & {
    /** The address to listen on; `127.0.0.1` unless given. */
    readonly host?: string | undefined;
    /** The port to listen on; 0, the default, takes a free one. */
    readonly port?: number | undefined;
  };

/** A middleware of Express, with what comes after it. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Starts the reference server.
 *
 * @throws (rejects) UsageError if the local key would be good beyond this machine; the system's error if the address
 * cannot be had, such as `EADDRINUSE`
 */
export async function startServer({
  host = "127.0.0.1",
  port = 0,
  ...options
}: StartOptions = {}): Promise<Listening> {
  const configuration = configure(options);
  if (!isLoopback(host) && configuration.keys.some(({ key }) => key === LOCAL_KEY.key)) {
    throw new UsageError(
      `everybody knows the key ${LOCAL_KEY.key}; to listen on "${host}", give a key of your own with --api-key`,
    );
  }
  // The body has its own, shorter limit, with an error that says what is wrong.
  const requestTimeout = configuration.bodyTimeout + 5000;
  const { hooks, addEndpoints, operate } = await createOperations(configuration, options);
  const app = await createApp({ ...configuration, ...hooks });
  const handle: Middleware = app;
  // For a request that comes without, Express makes a last handler, which takes longer than all its routing. The router
  // answers everything, so that nothing comes to it.
  const api: RequestListener = (request, response) => handle(request, response, () => response.destroy());
  return operate(await listen(addEndpoints(api), { host, port, requestTimeout, prototypes: app }));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
