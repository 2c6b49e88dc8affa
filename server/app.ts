import express, { type Express } from "express";
import { createRouter } from "../generated/stub/index.ts";
import type { Configuration } from "./configuration.ts";
import { createHandlers } from "./handlers.ts";
import { createAuthenticator, isAuthorized } from "./keys.ts";
import { createRateLimiter } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";

/** Builds the server as an Express application. */
export function createApp(configuration: Configuration): Express {
  const { keys, rateLimit, clock, bodyTimeout, validateResponses, onError, observe } = configuration;
  const router = createRouter(createHandlers(new Sessions(configuration)), {
    authenticate: createAuthenticator(keys),
    authorize: isAuthorized,
    ...(rateLimit && { rateLimit: createRateLimiter(rateLimit, clock) }),
    ...(onError && { onError }),
    ...(observe && { observe }),
    bodyTimeout,
    validateResponses,
  });
  const app = express();
  app.disable("x-powered-by");
  app.use(router);
  return app;
}
