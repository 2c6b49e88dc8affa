import type { Express } from "express";
import { loadWithPeers } from "../command-line/peers.ts";
import { createRouter } from "../generated/stub/index.ts";
import type { Configuration } from "./configuration.ts";
import { createHandlers } from "./handlers.ts";
import { createAuthenticator, isAuthorized } from "./keys.ts";
import { openRateLimiter } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";

/**
 * Builds the server as an Express application.
 *
 * @throws (rejects) with the way to install it if Express is missing, or, where requests are limited, what counts them
 */
export async function createApp(configuration: Configuration): Promise<Express> {
  const { keys, store, bodyTimeout, validateResponses, onError, observe } = configuration;
  const { default: express } = await loadWithPeers(() => import("express"), ["express"]);
  const rateLimit = await openRateLimiter(configuration);
  const router = createRouter(createHandlers(new Sessions(configuration)), {
    authenticate: createAuthenticator(keys, store.secret),
    authorize: isAuthorized,
    ...(rateLimit && { rateLimit }),
    ...(onError && { onError }),
    observe,
    bodyTimeout,
    validateResponses,
  });
  const app = express();
  app.disable("x-powered-by");
  app.use(router);
  return app;
}
