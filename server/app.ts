import type { Express } from "express";
import { createRouter } from "../generated/stub/index.ts";
import type { Configuration } from "./configuration.ts";
import { createHandlers } from "./handlers.ts";
import { createAuthenticator, isAuthorized } from "./keys.ts";
import { openRateLimiter } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";

/**
 * Builds the server as an Express application.
 *
 * @throws (rejects) with the way to install it if requests are limited, and the package that counts them is missing
 */
export async function createApp(configuration: Configuration): Promise<Express> {
  const { keys, store, bodyTimeout, validateResponses, onError, observe } = configuration;
  // Not before it is needed, as whoever lacks it should hear how to install it, and not how Node looks for modules.
  const { default: express } = await import("express");
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
