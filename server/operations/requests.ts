import type { RequestListener } from "node:http";
import type { RouterOptions } from "../../generated/stub/index.ts";

/** A request that is over, as far as those who run the server may know of it: nothing that the client sent. */
export interface FinishedRequest {
  readonly id: string;
  readonly method: string;
  /** `undefined` where the request led to no operation. */
  readonly operation: string | undefined;
  /** `undefined` if the client left before there was an answer. */
  readonly status: number | undefined;
  /** Whether the client has got the whole answer. */
  readonly isComplete: boolean;
  /** In milliseconds, until the answer was written or the client left. */
  readonly duration: number;
}

/** Hears of requests when they are over. */
export type RequestObserver = (request: FinishedRequest) => void;

/** Makes the router's hook that tells the observers of each request. Without observers there is none, and no cost. */
export function observeRequests(
  observers: readonly RequestObserver[],
): RouterOptions<unknown>["observe"] | undefined {
  if (observers.length === 0) return undefined;
  return ({ method = "" }, response, id) => {
    const start = performance.now();
    let operation: string | undefined;
    response.once("close", () => {
      const status = response.headersSent ? response.statusCode : undefined;
      const isComplete = response.writableFinished;
      const duration = performance.now() - start;
      for (const observe of observers) observe({ id, method, operation, status, isComplete, duration });
    });
    return {
      operation(operationId) {
        operation = operationId;
      },
    };
  };
}

/** Something for those who run the server, such as `/healthz`. */
export type Endpoint = () => Promise<EndpointAnswer> | EndpointAnswer;

/** What an endpoint answers. */
export interface EndpointAnswer {
  readonly status: number;
  readonly text: string;
  /** `text/plain` unless given. */
  readonly type?: string;
}

/**
 * Puts endpoints beside the API. They need no key, and answer GET and HEAD alone.
 *
 * @param endpoints by their paths, which must not begin with `/v1/`
 */
export function addEndpoints(
  api: RequestListener,
  endpoints: Readonly<Record<string, Endpoint>>,
): RequestListener {
  const byPath = new Map(Object.entries(endpoints));
  return (request, response) => {
    const { url = "/", method } = request;
    // So that the API's own requests pay no more than this.
    const endpoint = url.startsWith("/v1/") ? undefined : byPath.get(url.split("?", 1).join());
    if (endpoint === undefined) return api(request, response);
    const answer = async (): Promise<EndpointAnswer> => {
      if (method === "GET" || method === "HEAD") return endpoint();
      response.setHeader("Allow", "GET, HEAD");
      return { status: 405, text: "GET and HEAD only\n" };
    };
    void answer()
      .catch(() => ({ status: 500, text: "failed\n", type: undefined }))
      .then(({ status, text, type = "text/plain; charset=utf-8" }) => {
        response.writeHead(status, {
          "Content-Type": type,
          "Content-Length": Buffer.byteLength(text),
          "Cache-Control": "no-store",
        });
        response.end(text);
      });
  };
}
