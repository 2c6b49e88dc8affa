import { createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
import { optionHeaders } from "../../generated/client/operations.ts";
import type { Call } from "./exchange.ts";
import type { Settings } from "./settings.ts";

/**
 * Makes the request of a call. How its parts are written is what openapi-fetch knows; its own client would bring half as
 * much again as ours, for middleware that we do not have.
 *
 * @throws TypeError or URIError if the call cannot be sent as it is, such as a body that JSON cannot hold
 */
export function createRequest({ operation, parts, options }: Call, settings: Settings): Request {
  checkPath(parts.path);
  const { path, query = {}, body } = parts;
  const { baseUrl, headers } = settings;
  const params = { path, query: { ...query } };
  const url = createFinalURL(operation.path, {
    baseUrl,
    params,
    querySerializer: createQuerySerializer(),
    pathSerializer: defaultPathSerializer,
  });
  return new Request(url, {
    method: operation.method.toUpperCase(),
    headers: mergeHeaders(body && { "Content-Type": "application/json" }, headers, optionHeaders(options)),
    body: body ? JSON.stringify(body) : null,
    signal: options.signal ?? null,
    // A redirect would take the key, or the end user, where nobody sent it. The contract declares none.
    redirect: "manual",
  });
}

/** A URL takes such segments for steps, however they are encoded; and where an id is missing, another path is left. */
function checkPath(path: Call["parts"]["path"]): void {
  for (const [name, value] of Object.entries(path)) {
    if (!value || value === "." || value === "..")
      throw new TypeError(`${name} is no id: ${JSON.stringify(value)}`);
  }
}
