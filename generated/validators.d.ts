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
export interface Validator<T> {
  (data: unknown): data is T;
  readonly errors?: readonly SchemaError[] | null;
}

/** Validates `AgentId`. */
export declare const validateAgentId: Validator<Schemas["AgentId"]>;

/** Validates `AgentNotFound`. */
export declare const validateAgentNotFound: Validator<Schemas["AgentNotFound"]>;

/** Validates `AllowedMethods`. */
export declare const validateAllowedMethods: Validator<Schemas["AllowedMethods"]>;

/** Validates `ApiError`. */
export declare const validateApiError: Validator<Schemas["ApiError"]>;

/** Validates `AssistantMessage`. */
export declare const validateAssistantMessage: Validator<Schemas["AssistantMessage"]>;

/** Validates `BearerChallenge`. */
export declare const validateBearerChallenge: Validator<Schemas["BearerChallenge"]>;

/** Validates `BudgetExceeded`. */
export declare const validateBudgetExceeded: Validator<Schemas["BudgetExceeded"]>;

/** Validates `ChannelId`. */
export declare const validateChannelId: Validator<Schemas["ChannelId"]>;

/** Validates `ChannelNotFound`. */
export declare const validateChannelNotFound: Validator<Schemas["ChannelNotFound"]>;

/** Validates `CreateSessionRequest`. */
export declare const validateCreateSessionRequest: Validator<Schemas["CreateSessionRequest"]>;

/** Validates `ErrorBase`. */
export declare const validateErrorBase: Validator<Schemas["ErrorBase"]>;

/** Validates `ErrorDetails`. */
export declare const validateErrorDetails: Validator<Schemas["ErrorDetails"]>;

/** Validates `ErrorEnvelope`. */
export declare const validateErrorEnvelope: Validator<Schemas["ErrorEnvelope"]>;

/** Validates `FieldError`. */
export declare const validateFieldError: Validator<Schemas["FieldError"]>;

/** Validates `FieldErrors`. */
export declare const validateFieldErrors: Validator<Schemas["FieldErrors"]>;

/** Validates `InsufficientScope`. */
export declare const validateInsufficientScope: Validator<Schemas["InsufficientScope"]>;

/** Validates `InternalError`. */
export declare const validateInternalError: Validator<Schemas["InternalError"]>;

/** Validates `InvalidApiKey`. */
export declare const validateInvalidApiKey: Validator<Schemas["InvalidApiKey"]>;

/** Validates `InvalidRequest`. */
export declare const validateInvalidRequest: Validator<Schemas["InvalidRequest"]>;

/** Validates `Message`. */
export declare const validateMessage: Validator<Schemas["Message"]>;

/** Validates `MessageDelta`. */
export declare const validateMessageDelta: Validator<Schemas["MessageDelta"]>;

/** Validates `MessageId`. */
export declare const validateMessageId: Validator<Schemas["MessageId"]>;

/** Validates `MessagePage`. */
export declare const validateMessagePage: Validator<Schemas["MessagePage"]>;

/** Validates `MessageStream`. */
export declare const validateMessageStream: Validator<Schemas["MessageStream"]>;

/** Validates `Metadata`. */
export declare const validateMetadata: Validator<Schemas["Metadata"]>;

/** Validates `MethodNotAllowed`. */
export declare const validateMethodNotAllowed: Validator<Schemas["MethodNotAllowed"]>;

/** Validates `PayloadTooLarge`. */
export declare const validatePayloadTooLarge: Validator<Schemas["PayloadTooLarge"]>;

/** Validates `PlainError`. */
export declare const validatePlainError: Validator<Schemas["PlainError"]>;

/** Validates `PolicyViolation`. */
export declare const validatePolicyViolation: Validator<Schemas["PolicyViolation"]>;

/** Validates `RateLimitExceeded`. */
export declare const validateRateLimitExceeded: Validator<Schemas["RateLimitExceeded"]>;

/** Validates `RateLimitState`. */
export declare const validateRateLimitState: Validator<Schemas["RateLimitState"]>;

/** Validates `RequestId`. */
export declare const validateRequestId: Validator<Schemas["RequestId"]>;

/** Validates `RetryDelay`. */
export declare const validateRetryDelay: Validator<Schemas["RetryDelay"]>;

/** Validates `RouteNotFound`. */
export declare const validateRouteNotFound: Validator<Schemas["RouteNotFound"]>;

/** Validates `SendMessageRequest`. */
export declare const validateSendMessageRequest: Validator<Schemas["SendMessageRequest"]>;

/** Validates `Session`. */
export declare const validateSession: Validator<Schemas["Session"]>;

/** Validates `SessionClosed`. */
export declare const validateSessionClosed: Validator<Schemas["SessionClosed"]>;

/** Validates `SessionExpired`. */
export declare const validateSessionExpired: Validator<Schemas["SessionExpired"]>;

/** Validates `SessionId`. */
export declare const validateSessionId: Validator<Schemas["SessionId"]>;

/** Validates `SessionLocation`. */
export declare const validateSessionLocation: Validator<Schemas["SessionLocation"]>;

/** Validates `SessionNotFound`. */
export declare const validateSessionNotFound: Validator<Schemas["SessionNotFound"]>;

/** Validates `SessionStatus`. */
export declare const validateSessionStatus: Validator<Schemas["SessionStatus"]>;

/** Validates `Timestamp`. */
export declare const validateTimestamp: Validator<Schemas["Timestamp"]>;

/** Validates `UnsupportedMediaType`. */
export declare const validateUnsupportedMediaType: Validator<Schemas["UnsupportedMediaType"]>;

/** Validates `UserMessage`. */
export declare const validateUserMessage: Validator<Schemas["UserMessage"]>;

/** Validates `ValidationFailed`. */
export declare const validateValidationFailed: Validator<Schemas["ValidationFailed"]>;

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
