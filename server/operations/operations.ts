import type { RequestListener } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Listening } from "../../generated/stub/index.ts";
import type { Configuration } from "../configuration.ts";
import { Health } from "./health.ts";
import { createLogger, type LogLevel, type LogStream } from "./logger.ts";
import { createMetrics } from "./metrics.ts";
import { createErrorLog, createRequestLog } from "./request-log.ts";
import { addEndpoints, type Endpoint, observeRequests, type RequestObserver } from "./requests.ts";

/** How the server is run. */
export interface OperationsOptions {
  /** How much to log; errors alone if this is left out. */
  readonly logLevel?: LogLevel | undefined;
  /** Where to log; standard error unless given. */
  readonly logStream?: LogStream | undefined;
  /** Whether to serve `/metrics`. */
  readonly metrics?: boolean | undefined;
  /** How long a shutdown still takes requests, with `/readyz` at 503, in milliseconds; 0 unless given. */
  readonly shutdownDelay?: number | undefined;
  /** How long requests in flight may take in a shutdown, in milliseconds; 10,000 unless given. */
  readonly shutdownGrace?: number | undefined;
}

/** What goes around the API for those who run it. */
export interface Operations {
  /** Who hears of requests and of bugs: whoever is configured, or else the log and the metrics. */
  readonly hooks: Pick<Configuration, "observe" | "onError">;
  /** Puts `/healthz`, `/readyz` and, if it is wanted, `/metrics` beside the API. */
  addEndpoints(api: RequestListener): RequestListener;
  /** Lets the server shut down as the options say. */
  operate(server: Listening): Listening;
}

/**
 * Sets up logs, health and metrics.
 *
 * @throws (rejects) with the way to install a package that an option needs
 */
export async function createOperations(
  { store, onError, observe }: Configuration,
  { logLevel, logStream, metrics: withMetrics, shutdownDelay = 0, shutdownGrace }: OperationsOptions = {},
): Promise<Operations> {
  const log = await createLogger(logLevel, logStream);
  const metrics = withMetrics ? await createMetrics() : undefined;
  const health = new Health(() => store.find("", ""));
  const observers: RequestObserver[] = [];
  if (logLevel === "info" || logLevel === "debug") observers.push(createRequestLog(log));
  if (metrics) observers.push(metrics.observe);
  const endpoints: Record<string, Endpoint> = { "/healthz": health.live, "/readyz": health.ready };
  if (metrics) endpoints["/metrics"] = metrics.endpoint;

  return {
    hooks: { onError: onError ?? createErrorLog(log), observe: observe ?? observeRequests(observers) },
    addEndpoints: (api) => addEndpoints(api, endpoints),
    operate(server) {
      log.info({ url: server.url }, "listening");
      let closing: Promise<void> | undefined;
      const close = async (grace: number | undefined) => {
        health.shutDown();
        log.info({}, "shutting down");
        if (shutdownDelay > 0) await setTimeout(shutdownDelay);
        await server.close(grace);
        log.info({}, "stopped");
      };
      return {
        ...server,
        close(grace = shutdownGrace) {
          closing ??= close(grace);
          return closing;
        },
      };
    },
  };
}
