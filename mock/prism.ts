import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from "@stoplight/prism-http";
import { DOCUMENT, type Example } from "./examples.ts";

/** A request, as Prism takes it. */
export interface PrismRequest {
  readonly method: "get" | "post";
  readonly path: string;
  readonly body: unknown;
}

/** What Prism picks. */
export interface PrismAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: unknown;
}

/** Asks Prism to answer a request with an example. */
export type Prism = (request: PrismRequest, example: Example) => Promise<PrismAnswer>;

/** Loads Prism, in this process, with the contract. Takes about a second. */
export async function loadPrism(): Promise<Prism> {
  const operations = await getHttpOperationsFromSpec(DOCUMENT);
  const config: IHttpConfig = {
    mock: { dynamic: false },
    isProxy: false,
    // The stub has judged the request and the key already, by the contract's order of checks.
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
  };
  const prism = createInstance(config, { logger: createLogger("mock", { enabled: false }) });

  return async ({ method, path, body }, { status, mediaType, name }) => {
    const mock = { dynamic: false, code: status, mediaTypes: [mediaType], exampleKey: name };
    const request = { method, url: { path }, headers: { "content-type": "application/json" }, body };
    const result = await prism.request(request, operations, { ...config, mock })();
    if (result._tag === "Left") throw result.left;
    const { statusCode, headers = {}, body: picked } = result.right.output;
    return { status: statusCode, headers, body: picked };
  };
}
