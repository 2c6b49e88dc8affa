export type { Agent, History, Turn } from "./agents/agent.ts";
export { createEcho, type EchoOptions } from "./agents/echo.ts";
export { createApp } from "./app.ts";
export type { Channel } from "./channel.ts";
export { type Clock, systemClock } from "./clock.ts";
export {
  type Configuration,
  type ConfigurationOptions,
  configure,
  EXAMPLE_CHANNEL,
  LOCAL_KEY,
} from "./configuration.ts";
export type { ApiKey, Caller, Scope } from "./keys.ts";
export type { RateLimit } from "./rate-limit.ts";
export type { Result } from "./result.ts";
export { type Sending, type SendRefusal, Sessions, type SessionsOptions } from "./sessions.ts";
export { type StartOptions, startServer } from "./start.ts";
export { MemoryStore } from "./stores/memory-store.ts";
export { type DatabaseAddress, openStore, parseStore } from "./stores/open-store.ts";
export type { Store, StoredSession } from "./stores/store.ts";
export { createSettableClock, type SettableClock } from "./testing/settable-clock.ts";
