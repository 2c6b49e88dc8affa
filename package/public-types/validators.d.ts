interface components {
    schemas: {
        AgentId: string;
        AgentNotFound: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "agent_not_found";
        };
        AllowedMethods: string;
        ApiError: components["schemas"]["InvalidRequest"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"] | components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["AgentNotFound"] | components["schemas"]["RouteNotFound"] | components["schemas"]["MethodNotAllowed"] | components["schemas"]["SessionExpired"] | components["schemas"]["SessionClosed"] | components["schemas"]["PayloadTooLarge"] | components["schemas"]["UnsupportedMediaType"] | components["schemas"]["ValidationFailed"] | components["schemas"]["RateLimitExceeded"] | components["schemas"]["InternalError"];
        AssistantMessage: {
            id: components["schemas"]["MessageId"];
            session_id: components["schemas"]["SessionId"];
            content: string;
            created_at: components["schemas"]["Timestamp"];
            role: "assistant";
            tokens: number;
            model: string;
        };
        BearerChallenge: string;
        BudgetExceeded: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "budget_exceeded";
        };
        ChannelId: string;
        ChannelNotFound: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "channel_not_found";
        };
        CreateSessionRequest: {
            agent_id?: string;
            metadata?: components["schemas"]["Metadata"];
            initial_context?: string;
        };
        ErrorDetails: {
            [key: string]: unknown;
        };
        ErrorEnvelope: {
            error: components["schemas"]["ApiError"];
        };
        FieldError: {
            path: string;
            message: string;
        };
        FieldErrors: {
            errors: components["schemas"]["FieldError"][];
        };
        InsufficientScope: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "insufficient_scope";
        };
        InternalError: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "internal_error";
        };
        InvalidApiKey: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "invalid_api_key";
        };
        InvalidRequest: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "invalid_request";
        };
        Message: components["schemas"]["UserMessage"] | components["schemas"]["AssistantMessage"];
        MessageDelta: {
            id: components["schemas"]["MessageId"];
            session_id: components["schemas"]["SessionId"];
            delta: string;
        };
        MessageId: string;
        MessagePage: {
            data: components["schemas"]["Message"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        MessageStream: string;
        Metadata: {
            [key: string]: unknown;
        };
        MethodNotAllowed: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "method_not_allowed";
        };
        PayloadTooLarge: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "payload_too_large";
        };
        PolicyViolation: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "policy_violation";
        };
        RateLimitExceeded: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            code: "rate_limit_exceeded";
            details: components["schemas"]["RateLimitState"];
        };
        RateLimitState: {
            limit: number;
            remaining: number;
            reset_at: components["schemas"]["Timestamp"];
        };
        RequestId: string;
        RetryDelay: number;
        RouteNotFound: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "not_found";
        };
        SendMessageRequest: {
            message: string;
            session_id?: string;
            stream?: boolean;
            metadata?: components["schemas"]["Metadata"];
        };
        Session: {
            id: components["schemas"]["SessionId"];
            channel_id: components["schemas"]["ChannelId"];
            agent_id: components["schemas"]["AgentId"];
            status: components["schemas"]["SessionStatus"];
            message_count: number;
            metadata: components["schemas"]["Metadata"];
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
            last_message_at?: components["schemas"]["Timestamp"];
        };
        SessionClosed: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "session_closed";
        };
        SessionExpired: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "session_expired";
        };
        SessionId: string;
        SessionLocation: string;
        SessionNotFound: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "session_not_found";
        };
        SessionStatus: "active" | "expired" | "closed";
        Timestamp: string;
        UnsupportedMediaType: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            details?: components["schemas"]["ErrorDetails"];
            code: "unsupported_media_type";
        };
        UserMessage: {
            id: components["schemas"]["MessageId"];
            session_id: components["schemas"]["SessionId"];
            content: string;
            created_at: components["schemas"]["Timestamp"];
            role: "user";
            metadata?: components["schemas"]["Metadata"];
        };
        ValidationFailed: {
            message: string;
            request_id: components["schemas"]["RequestId"];
            code: "validation_failed";
            details: components["schemas"]["FieldErrors"];
        };
    };
    responses: {
        InsufficientScope: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["InsufficientScope"];
                };
            };
        };
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["InternalError"];
                };
            };
        };
        InvalidApiKey: {
            headers: {
                "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["InvalidApiKey"];
                };
            };
        };
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["InvalidRequest"];
                };
            };
        };
        MethodNotAllowed: {
            headers: {
                Allow: components["schemas"]["AllowedMethods"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["MethodNotAllowed"];
                };
            };
        };
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["PayloadTooLarge"];
                };
            };
        };
        RateLimitExceeded: {
            headers: {
                "Retry-After": components["schemas"]["RetryDelay"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["RateLimitExceeded"];
                };
            };
        };
        SessionNotFoundOrRouteNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                };
            };
        };
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["UnsupportedMediaType"];
                };
            };
        };
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: components["schemas"]["ValidationFailed"];
                };
            };
        };
    };
    parameters: {
        "CallHeaders.channel_user_id": string;
        "CallHeaders.version": string;
        ChannelPath: string;
        "Page.cursor": string;
        "Page.limit": number;
        SessionPath: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface SchemaError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message?: string;
    readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator<T> {
    (data: unknown): data is T;
    readonly errors?: readonly SchemaError[] | null;
}
export declare const validateAgentId: Validator<components["schemas"]["AgentId"]>;
export declare const validateAgentNotFound: Validator<components["schemas"]["AgentNotFound"]>;
export declare const validateAllowedMethods: Validator<components["schemas"]["AllowedMethods"]>;
export declare const validateApiError: Validator<components["schemas"]["ApiError"]>;
export declare const validateAssistantMessage: Validator<components["schemas"]["AssistantMessage"]>;
export declare const validateBearerChallenge: Validator<components["schemas"]["BearerChallenge"]>;
export declare const validateBudgetExceeded: Validator<components["schemas"]["BudgetExceeded"]>;
export declare const validateChannelId: Validator<components["schemas"]["ChannelId"]>;
export declare const validateChannelNotFound: Validator<components["schemas"]["ChannelNotFound"]>;
export declare const validateCreateSessionRequest: Validator<components["schemas"]["CreateSessionRequest"]>;
export declare const validateErrorDetails: Validator<components["schemas"]["ErrorDetails"]>;
export declare const validateErrorEnvelope: Validator<components["schemas"]["ErrorEnvelope"]>;
export declare const validateFieldError: Validator<components["schemas"]["FieldError"]>;
export declare const validateFieldErrors: Validator<components["schemas"]["FieldErrors"]>;
export declare const validateInsufficientScope: Validator<components["schemas"]["InsufficientScope"]>;
export declare const validateInternalError: Validator<components["schemas"]["InternalError"]>;
export declare const validateInvalidApiKey: Validator<components["schemas"]["InvalidApiKey"]>;
export declare const validateInvalidRequest: Validator<components["schemas"]["InvalidRequest"]>;
export declare const validateMessage: Validator<components["schemas"]["Message"]>;
export declare const validateMessageDelta: Validator<components["schemas"]["MessageDelta"]>;
export declare const validateMessageId: Validator<components["schemas"]["MessageId"]>;
export declare const validateMessagePage: Validator<components["schemas"]["MessagePage"]>;
export declare const validateMessageStream: Validator<components["schemas"]["MessageStream"]>;
export declare const validateMetadata: Validator<components["schemas"]["Metadata"]>;
export declare const validateMethodNotAllowed: Validator<components["schemas"]["MethodNotAllowed"]>;
export declare const validatePayloadTooLarge: Validator<components["schemas"]["PayloadTooLarge"]>;
export declare const validatePolicyViolation: Validator<components["schemas"]["PolicyViolation"]>;
export declare const validateRateLimitExceeded: Validator<components["schemas"]["RateLimitExceeded"]>;
export declare const validateRateLimitState: Validator<components["schemas"]["RateLimitState"]>;
export declare const validateRequestId: Validator<components["schemas"]["RequestId"]>;
export declare const validateRetryDelay: Validator<components["schemas"]["RetryDelay"]>;
export declare const validateRouteNotFound: Validator<components["schemas"]["RouteNotFound"]>;
export declare const validateSendMessageRequest: Validator<components["schemas"]["SendMessageRequest"]>;
export declare const validateSession: Validator<components["schemas"]["Session"]>;
export declare const validateSessionClosed: Validator<components["schemas"]["SessionClosed"]>;
export declare const validateSessionExpired: Validator<components["schemas"]["SessionExpired"]>;
export declare const validateSessionId: Validator<components["schemas"]["SessionId"]>;
export declare const validateSessionLocation: Validator<components["schemas"]["SessionLocation"]>;
export declare const validateSessionNotFound: Validator<components["schemas"]["SessionNotFound"]>;
export declare const validateSessionStatus: Validator<components["schemas"]["SessionStatus"]>;
export declare const validateTimestamp: Validator<components["schemas"]["Timestamp"]>;
export declare const validateUnsupportedMediaType: Validator<components["schemas"]["UnsupportedMediaType"]>;
export declare const validateUserMessage: Validator<components["schemas"]["UserMessage"]>;
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
export {};
