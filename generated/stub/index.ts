// Written by `npm run generate` from spec/. Do not edit.

export {
  createRouter,
  refuse,
  type CallHeaders,
  type OperationId,
  type Refusal,
  type RefusalCode,
  type Refused,
  type SessionsApi,
  type SendMessageInput,
  type SendMessageOutcome,
  type CreateSessionInput,
  type CreateSessionOutcome,
  type GetSessionInput,
  type GetSessionOutcome,
  type CloseSessionInput,
  type CloseSessionOutcome,
  type ListMessagesInput,
  type ListMessagesOutcome,
} from "./api.ts";
export { contract } from "./contract.ts";
export type { ContractDefinition, OperationDefinition, SchemaError, Validator } from "./definition.ts";
export type { Input } from "./input.ts";
export { createId } from "./identifier.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export type { ObservedAnswer, Observer, RequestFault } from "./observer.ts";
export type { ErrorOrigin, Handler, RateLimitRefusal, RouterOptions } from "./options.ts";
export type { Outcome } from "./outcome.ts";
export { UndeclaredResponseError } from "./response-check.ts";
export { createRequestHandler, type RequestHandler } from "./router.ts";
export * from "../validators.js";
