// Written by `npm run generate` from spec/. Do not edit.

export type { Failure, Success } from "./answer.ts";
export type {
  CallOptions,
  Client,
  SendMessageResult,
  CreateSessionResult,
  GetSessionResult,
  CloseSessionResult,
  ListMessagesResult,
  ListMessagesQuery,
} from "./operations.ts";
