// Both need the same package. Loaded together, they are published as one file.
export { createRateLimiter } from "./rate-limiter.ts";
export { createSharedRateLimiter } from "./shared-rate-limit.ts";
