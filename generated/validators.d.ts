// Written by `npm run generate` from spec/. Do not edit.

import type { components } from "./types.js";

type Schemas = components["schemas"];

/** One fault that a validator found. */
export interface SchemaError {
  /** Where the fault is, as a JSON pointer; for a missing property, the object that lacks it. */
  readonly instancePath: string;
  /** The keyword that is broken. */
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema. It answers whether the data fits; `errors` then says why not, until the next call. */
export interface Validator<T = unknown> {
  (data: unknown): data is T;
  readonly errors?: readonly SchemaError[] | null;
}

/** Checks `AgentId`. */
export declare const validateAgentId: Validator<Schemas["AgentId"]>;

/** Checks `AgentNotFound`. */
export declare const validateAgentNotFound: Validator<Schemas["AgentNotFound"]>;

/** Checks `AllowedMethods`. */
export declare const validateAllowedMethods: Validator<Schemas["AllowedMethods"]>;

/** Checks `ApiError`. */
export declare const validateApiError: Validator<Schemas["ApiError"]>;

/** Checks `AssistantMessage`. */
export declare const validateAssistantMessage: Validator<Schemas["AssistantMessage"]>;

/** Checks `BearerChallenge`. */
export declare const validateBearerChallenge: Validator<Schemas["BearerChallenge"]>;

/** Checks `BudgetExceeded`. */
export declare const validateBudgetExceeded: Validator<Schemas["BudgetExceeded"]>;

/** Checks `ChannelId`. */
export declare const validateChannelId: Validator<Schemas["ChannelId"]>;

/** Checks `ChannelNotFound`. */
export declare const validateChannelNotFound: Validator<Schemas["ChannelNotFound"]>;

/** Checks `CreateSessionRequest`. */
export declare const validateCreateSessionRequest: Validator<Schemas["CreateSessionRequest"]>;

/** Checks `ErrorBase`. */
export declare const validateErrorBase: Validator<Schemas["ErrorBase"]>;

/** Checks `ErrorDetails`. */
export declare const validateErrorDetails: Validator<Schemas["ErrorDetails"]>;

/** Checks `ErrorEnvelope`. */
export declare const validateErrorEnvelope: Validator<Schemas["ErrorEnvelope"]>;

/** Checks `FieldError`. */
export declare const validateFieldError: Validator<Schemas["FieldError"]>;

/** Checks `FieldErrors`. */
export declare const validateFieldErrors: Validator<Schemas["FieldErrors"]>;

/** Checks `InsufficientScope`. */
export declare const validateInsufficientScope: Validator<Schemas["InsufficientScope"]>;

/** Checks `InternalError`. */
export declare const validateInternalError: Validator<Schemas["InternalError"]>;

/** Checks `InvalidApiKey`. */
export declare const validateInvalidApiKey: Validator<Schemas["InvalidApiKey"]>;

/** Checks `InvalidRequest`. */
export declare const validateInvalidRequest: Validator<Schemas["InvalidRequest"]>;

/** Checks `Message`. */
export declare const validateMessage: Validator<Schemas["Message"]>;

/** Checks `MessageDelta`. */
export declare const validateMessageDelta: Validator<Schemas["MessageDelta"]>;

/** Checks `MessageId`. */
export declare const validateMessageId: Validator<Schemas["MessageId"]>;

/** Checks `MessagePage`. */
export declare const validateMessagePage: Validator<Schemas["MessagePage"]>;

/** Checks `MessageStream`. */
export declare const validateMessageStream: Validator<Schemas["MessageStream"]>;

/** Checks `Metadata`. */
export declare const validateMetadata: Validator<Schemas["Metadata"]>;

/** Checks `MethodNotAllowed`. */
export declare const validateMethodNotAllowed: Validator<Schemas["MethodNotAllowed"]>;

/** Checks `PayloadTooLarge`. */
export declare const validatePayloadTooLarge: Validator<Schemas["PayloadTooLarge"]>;

/** Checks `PlainError`. */
export declare const validatePlainError: Validator<Schemas["PlainError"]>;

/** Checks `PolicyViolation`. */
export declare const validatePolicyViolation: Validator<Schemas["PolicyViolation"]>;

/** Checks `RateLimitExceeded`. */
export declare const validateRateLimitExceeded: Validator<Schemas["RateLimitExceeded"]>;

/** Checks `RateLimitState`. */
export declare const validateRateLimitState: Validator<Schemas["RateLimitState"]>;

/** Checks `RequestId`. */
export declare const validateRequestId: Validator<Schemas["RequestId"]>;

/** Checks `RetryDelay`. */
export declare const validateRetryDelay: Validator<Schemas["RetryDelay"]>;

/** Checks `RouteNotFound`. */
export declare const validateRouteNotFound: Validator<Schemas["RouteNotFound"]>;

/** Checks `SendMessageRequest`. */
export declare const validateSendMessageRequest: Validator<Schemas["SendMessageRequest"]>;

/** Checks `Session`. */
export declare const validateSession: Validator<Schemas["Session"]>;

/** Checks `SessionClosed`. */
export declare const validateSessionClosed: Validator<Schemas["SessionClosed"]>;

/** Checks `SessionExpired`. */
export declare const validateSessionExpired: Validator<Schemas["SessionExpired"]>;

/** Checks `SessionId`. */
export declare const validateSessionId: Validator<Schemas["SessionId"]>;

/** Checks `SessionLocation`. */
export declare const validateSessionLocation: Validator<Schemas["SessionLocation"]>;

/** Checks `SessionNotFound`. */
export declare const validateSessionNotFound: Validator<Schemas["SessionNotFound"]>;

/** Checks `SessionStatus`. */
export declare const validateSessionStatus: Validator<Schemas["SessionStatus"]>;

/** Checks `Timestamp`. */
export declare const validateTimestamp: Validator<Schemas["Timestamp"]>;

/** Checks `UnsupportedMediaType`. */
export declare const validateUnsupportedMediaType: Validator<Schemas["UnsupportedMediaType"]>;

/** Checks `UserMessage`. */
export declare const validateUserMessage: Validator<Schemas["UserMessage"]>;

/** Checks `ValidationFailed`. */
export declare const validateValidationFailed: Validator<Schemas["ValidationFailed"]>;

/** Checks a parameter. */
export declare const validateXChannelUserIdParameter: Validator;

/** Checks a parameter. */
export declare const validateThinklioVersionParameter: Validator;

/** Checks a parameter. */
export declare const validateChannelIdParameter: Validator;

/** Checks an envelope. */
export declare const validateInvalidRequestEnvelope: Validator;

/** Checks a header. */
export declare const validateWWWAuthenticateHeader: Validator;

/** Checks an envelope. */
export declare const validateInvalidApiKeyEnvelope: Validator;

/** Checks an envelope. */
export declare const validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope: Validator;

/** Checks an envelope. */
export declare const validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope: Validator;

/** Checks a header. */
export declare const validateAllowHeader: Validator;

/** Checks an envelope. */
export declare const validateMethodNotAllowedEnvelope: Validator;

/** Checks an envelope. */
export declare const validateSessionExpiredOrSessionClosedEnvelope: Validator;

/** Checks an envelope. */
export declare const validatePayloadTooLargeEnvelope: Validator;

/** Checks an envelope. */
export declare const validateUnsupportedMediaTypeEnvelope: Validator;

/** Checks an envelope. */
export declare const validateValidationFailedEnvelope: Validator;

/** Checks a header. */
export declare const validateRetryAfterHeader: Validator;

/** Checks an envelope. */
export declare const validateRateLimitExceededEnvelope: Validator;

/** Checks an envelope. */
export declare const validateInternalErrorEnvelope: Validator;

/** Checks a header. */
export declare const validateLocationHeader: Validator;

/** Checks an envelope. */
export declare const validateInsufficientScopeEnvelope: Validator;

/** Checks an envelope. */
export declare const validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope: Validator;

/** Checks a parameter. */
export declare const validateSessionIdParameter: Validator;

/** Checks an envelope. */
export declare const validateSessionNotFoundOrRouteNotFoundEnvelope: Validator;

/** Checks an envelope. */
export declare const validateSessionExpiredEnvelope: Validator;

/** Checks a parameter. */
export declare const validateLimitParameter: Validator;

/** Checks a parameter. */
export declare const validateCursorParameter: Validator;
