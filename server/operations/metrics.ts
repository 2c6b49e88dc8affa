import { loadWithPeers } from "../../command-line/peers.ts";
import type { Endpoint, RequestObserver } from "./requests.ts";

/** From a millisecond to a minute, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Counts and times requests for Prometheus. */
export interface Metrics {
  readonly observe: RequestObserver;
  /** `/metrics`. */
  readonly endpoint: Endpoint;
}

/**
 * Makes the metrics of one server: requests and their duration by operation and status, and those of the process.
 * No label has more than a handful of values: ids are not among them.
 *
 * @throws (rejects) with the way to install prom-client if it is missing
 */
export async function createMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Histogram, Registry } = await loadWithPeers(
    () => import("prom-client"),
    ["prom-client"],
  );
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests took, by operation and status.",
    labelNames: ["operation", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    observe: ({ operation = "none", status = "aborted", duration }) =>
      requests.observe({ operation, status }, duration / 1000),
    endpoint: async () => ({ status: 200, text: await registry.metrics(), type: registry.contentType }),
  };
}
