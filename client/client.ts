import { type Client, createMethods } from "../generated/client/operations.ts";
import type { ClientOptions } from "./options.ts";
import { streamEvents } from "./stream/stream.ts";
import { readAnswer } from "./transport/answer.ts";
import { exchange } from "./transport/exchange.ts";
import { iteratePages } from "./transport/pages.ts";
import { readSettings } from "./transport/settings.ts";

/**
 * Makes a client of the API. It uses web standards alone, so that it works in Node, in browsers and in edge runtimes.
 *
 * @param options the key, and what else all calls have in common
 * @throws TypeError if an option cannot work
 */
export function createClient(options: ClientOptions): Client {
  const settings = readSettings(options);
  return createMethods({
    call: async (operation, parts, options = {}) =>
      readAnswer(
        operation,
        await exchange({ operation, parts, options, parseAs: "text" }, settings),
        settings,
      ),
    stream: (operation, parts, options = {}) => streamEvents(operation, parts, options, settings),
    pages: iteratePages,
  });
}
