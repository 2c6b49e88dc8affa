// Written by `npm run generate` from spec/. Do not edit.

import type { components } from "./types.js";

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
export interface Validator<T> {
  (data: unknown): data is T;
  readonly errors?: readonly SchemaError[] | null;
}

/** Checks a value against the schema `AgentId`. */
export declare const validateAgentId: Validator<components["schemas"]["AgentId"]>;

/** Checks a value against the schema `AgentNotFound`. */
export declare const validateAgentNotFound: Validator<components["schemas"]["AgentNotFound"]>;

/** Checks a value against the schema `AllowedMethods`. */
export declare const validateAllowedMethods: Validator<components["schemas"]["AllowedMethods"]>;

/** Checks a value against the schema `ApiError`. */
export declare const validateApiError: Validator<components["schemas"]["ApiError"]>;

/** Checks a value against the schema `AssistantMessage`. */
export declare const validateAssistantMessage: Validator<components["schemas"]["AssistantMessage"]>;

/** Checks a value against the schema `BearerChallenge`. */
export declare const validateBearerChallenge: Validator<components["schemas"]["BearerChallenge"]>;

/** Checks a value against the schema `BudgetExceeded`. */
export declare const validateBudgetExceeded: Validator<components["schemas"]["BudgetExceeded"]>;

/** Checks a value against the schema `ChannelId`. */
export declare const validateChannelId: Validator<components["schemas"]["ChannelId"]>;

/** Checks a value against the schema `ChannelNotFound`. */
export declare const validateChannelNotFound: Validator<components["schemas"]["ChannelNotFound"]>;

/** Checks a value against the schema `CreateSessionRequest`. */
export declare const validateCreateSessionRequest: Validator<components["schemas"]["CreateSessionRequest"]>;

/** Checks a value against the schema `ErrorDetails`. */
export declare const validateErrorDetails: Validator<components["schemas"]["ErrorDetails"]>;

/** Checks a value against the schema `ErrorEnvelope`. */
export declare const validateErrorEnvelope: Validator<components["schemas"]["ErrorEnvelope"]>;

/** Checks a value against the schema `FieldError`. */
export declare const validateFieldError: Validator<components["schemas"]["FieldError"]>;

/** Checks a value against the schema `FieldErrors`. */
export declare const validateFieldErrors: Validator<components["schemas"]["FieldErrors"]>;

/** Checks a value against the schema `InsufficientScope`. */
export declare const validateInsufficientScope: Validator<components["schemas"]["InsufficientScope"]>;

/** Checks a value against the schema `InternalError`. */
export declare const validateInternalError: Validator<components["schemas"]["InternalError"]>;

/** Checks a value against the schema `InvalidApiKey`. */
export declare const validateInvalidApiKey: Validator<components["schemas"]["InvalidApiKey"]>;

/** Checks a value against the schema `InvalidRequest`. */
export declare const validateInvalidRequest: Validator<components["schemas"]["InvalidRequest"]>;

/** Checks a value against the schema `Message`. */
export declare const validateMessage: Validator<components["schemas"]["Message"]>;

/** Checks a value against the schema `MessageDelta`. */
export declare const validateMessageDelta: Validator<components["schemas"]["MessageDelta"]>;

/** Checks a value against the schema `MessageId`. */
export declare const validateMessageId: Validator<components["schemas"]["MessageId"]>;

/** Checks a value against the schema `MessagePage`. */
export declare const validateMessagePage: Validator<components["schemas"]["MessagePage"]>;

/** Checks a value against the schema `MessageStream`. */
export declare const validateMessageStream: Validator<components["schemas"]["MessageStream"]>;

/** Checks a value against the schema `Metadata`. */
export declare const validateMetadata: Validator<components["schemas"]["Metadata"]>;

/** Checks a value against the schema `MethodNotAllowed`. */
export declare const validateMethodNotAllowed: Validator<components["schemas"]["MethodNotAllowed"]>;

/** Checks a value against the schema `PayloadTooLarge`. */
export declare const validatePayloadTooLarge: Validator<components["schemas"]["PayloadTooLarge"]>;

/** Checks a value against the schema `PolicyViolation`. */
export declare const validatePolicyViolation: Validator<components["schemas"]["PolicyViolation"]>;

/** Checks a value against the schema `RateLimitExceeded`. */
export declare const validateRateLimitExceeded: Validator<components["schemas"]["RateLimitExceeded"]>;

/** Checks a value against the schema `RateLimitState`. */
export declare const validateRateLimitState: Validator<components["schemas"]["RateLimitState"]>;

/** Checks a value against the schema `RequestId`. */
export declare const validateRequestId: Validator<components["schemas"]["RequestId"]>;

/** Checks a value against the schema `RetryDelay`. */
export declare const validateRetryDelay: Validator<components["schemas"]["RetryDelay"]>;

/** Checks a value against the schema `RouteNotFound`. */
export declare const validateRouteNotFound: Validator<components["schemas"]["RouteNotFound"]>;

/** Checks a value against the schema `SendMessageRequest`. */
export declare const validateSendMessageRequest: Validator<components["schemas"]["SendMessageRequest"]>;

/** Checks a value against the schema `Session`. */
export declare const validateSession: Validator<components["schemas"]["Session"]>;

/** Checks a value against the schema `SessionClosed`. */
export declare const validateSessionClosed: Validator<components["schemas"]["SessionClosed"]>;

/** Checks a value against the schema `SessionExpired`. */
export declare const validateSessionExpired: Validator<components["schemas"]["SessionExpired"]>;

/** Checks a value against the schema `SessionId`. */
export declare const validateSessionId: Validator<components["schemas"]["SessionId"]>;

/** Checks a value against the schema `SessionLocation`. */
export declare const validateSessionLocation: Validator<components["schemas"]["SessionLocation"]>;

/** Checks a value against the schema `SessionNotFound`. */
export declare const validateSessionNotFound: Validator<components["schemas"]["SessionNotFound"]>;

/** Checks a value against the schema `SessionStatus`. */
export declare const validateSessionStatus: Validator<components["schemas"]["SessionStatus"]>;

/** Checks a value against the schema `Timestamp`. */
export declare const validateTimestamp: Validator<components["schemas"]["Timestamp"]>;

/** Checks a value against the schema `UnsupportedMediaType`. */
export declare const validateUnsupportedMediaType: Validator<components["schemas"]["UnsupportedMediaType"]>;

/** Checks a value against the schema `UserMessage`. */
export declare const validateUserMessage: Validator<components["schemas"]["UserMessage"]>;

/** Checks a value against the schema `ValidationFailed`. */
export declare const validateValidationFailed: Validator<components["schemas"]["ValidationFailed"]>;

export declare const validateXChannelUserIdParameter: Validator<unknown>;

export declare const validateThinklioVersionParameter: Validator<unknown>;

export declare const validateChannelIdParameter: Validator<unknown>;

export declare const validateInvalidRequestEnvelope: Validator<unknown>;

export declare const validateWWWAuthenticateHeader: Validator<unknown>;

export declare const validateInvalidApiKeyEnvelope: Validator<unknown>;

export declare const validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope: Validator<unknown>;

export declare const validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope: Validator<unknown>;

export declare const validateAllowHeader: Validator<unknown>;

export declare const validateMethodNotAllowedEnvelope: Validator<unknown>;

export declare const validateSessionExpiredOrSessionClosedEnvelope: Validator<unknown>;

export declare const validatePayloadTooLargeEnvelope: Validator<unknown>;

export declare const validateUnsupportedMediaTypeEnvelope: Validator<unknown>;

export declare const validateValidationFailedEnvelope: Validator<unknown>;

export declare const validateRetryAfterHeader: Validator<unknown>;

export declare const validateRateLimitExceededEnvelope: Validator<unknown>;

export declare const validateInternalErrorEnvelope: Validator<unknown>;

export declare const validateLocationHeader: Validator<unknown>;

export declare const validateInsufficientScopeEnvelope: Validator<unknown>;

export declare const validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope: Validator<unknown>;

export declare const validateSessionIdParameter: Validator<unknown>;

export declare const validateSessionNotFoundOrRouteNotFoundEnvelope: Validator<unknown>;

export declare const validateSessionExpiredEnvelope: Validator<unknown>;

export declare const validateLimitParameter: Validator<unknown>;

export declare const validateCursorParameter: Validator<unknown>;
