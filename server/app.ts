import express, { type Express } from "express";
import { createRouter } from "../generated/stub/index.ts";
import type { Configuration } from "./configuration.ts";
import { createHandlers } from "./handlers.ts";
import { createAuthenticator, isAuthorized } from "./keys.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";

/**
 * Builds the server as an Express application.
 *
 * @param limiter counts requests; by itself the application counts its own alone, if there is a limit
 */
export function createApp(configuration: Configuration, limiter?: RateLimiter): Express {
  const { keys, rateLimit, clock, store, bodyTimeout, validateResponses, onError, observe } = configuration;
  const own = createRateLimiter(rateLimit, clock);
  const limit: RateLimiter = (caller) => (limiter && !caller.rateLimit ? limiter : own)(caller);
  const router = createRouter(createHandlers(new Sessions(configuration)), {
    authenticate: createAuthenticator(keys, store.secret),
    authorize: isAuthorized,
    rateLimit: limit,
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
