interface paths {
    "/v1/channels/{channel_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/{channel_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
interface components {
    schemas: {
        AgentId: string;
        AgentNotFound: {
            code: "agent_not_found";
        } & components["schemas"]["PlainError"];
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
            code: "budget_exceeded";
        } & components["schemas"]["PlainError"];
        ChannelId: string;
        ChannelNotFound: {
            code: "channel_not_found";
        } & components["schemas"]["PlainError"];
        CreateSessionRequest: {
            agent_id?: string;
            metadata?: components["schemas"]["Metadata"];
            initial_context?: string;
        };
        ErrorBase: {
            message: string;
            request_id: components["schemas"]["RequestId"];
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
            code: "insufficient_scope";
        } & components["schemas"]["PlainError"];
        InternalError: {
            code: "internal_error";
        } & components["schemas"]["PlainError"];
        InvalidApiKey: {
            code: "invalid_api_key";
        } & components["schemas"]["PlainError"];
        InvalidRequest: {
            code: "invalid_request";
        } & components["schemas"]["PlainError"];
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
            code: "method_not_allowed";
        } & components["schemas"]["PlainError"];
        PayloadTooLarge: {
            code: "payload_too_large";
        } & components["schemas"]["PlainError"];
        PlainError: {
            details?: components["schemas"]["ErrorDetails"];
        } & components["schemas"]["ErrorBase"];
        PolicyViolation: {
            code: "policy_violation";
        } & components["schemas"]["PlainError"];
        RateLimitExceeded: {
            code: "rate_limit_exceeded";
            details: components["schemas"]["RateLimitState"];
        } & components["schemas"]["ErrorBase"];
        RateLimitState: {
            limit: number;
            remaining: number;
            reset_at: components["schemas"]["Timestamp"];
        };
        RequestId: string;
        RetryDelay: number;
        RouteNotFound: {
            code: "not_found";
        } & components["schemas"]["PlainError"];
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
            code: "session_closed";
        } & components["schemas"]["PlainError"];
        SessionExpired: {
            code: "session_expired";
        } & components["schemas"]["PlainError"];
        SessionId: string;
        SessionLocation: string;
        SessionNotFound: {
            code: "session_not_found";
        } & components["schemas"]["PlainError"];
        SessionStatus: "active" | "expired" | "closed";
        Timestamp: string;
        UnsupportedMediaType: {
            code: "unsupported_media_type";
        } & components["schemas"]["PlainError"];
        UserMessage: {
            id: components["schemas"]["MessageId"];
            session_id: components["schemas"]["SessionId"];
            content: string;
            created_at: components["schemas"]["Timestamp"];
            role: "user";
            metadata?: components["schemas"]["Metadata"];
        };
        ValidationFailed: {
            code: "validation_failed";
            details: components["schemas"]["FieldErrors"];
        } & components["schemas"]["ErrorBase"];
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
interface operations {
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantMessage"];
                    "text/event-stream": components["schemas"]["MessageStream"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            401: components["responses"]["InvalidApiKey"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["SessionExpired"] | components["schemas"]["SessionClosed"];
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location: components["schemas"]["SessionLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["InsufficientScope"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["ChannelNotFound"] | components["schemas"]["AgentNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["SessionNotFoundOrRouteNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: {
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["SessionNotFoundOrRouteNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: components["schemas"]["SessionExpired"];
                    };
                };
            };
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Page.limit"];
                cursor?: components["parameters"]["Page.cursor"];
            };
            header?: {
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["SessionNotFoundOrRouteNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
        };
    };
}
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
export declare const BASE_URL = "https://api.thinklio.com";
export type ErrorCode = "invalid_request" | "invalid_api_key" | "insufficient_scope" | "policy_violation" | "budget_exceeded" | "channel_not_found" | "session_not_found" | "not_found" | "agent_not_found" | "method_not_allowed" | "session_expired" | "session_closed" | "payload_too_large" | "unsupported_media_type" | "validation_failed" | "rate_limit_exceeded" | "internal_error";
export interface ErrorsByStatus {
    400: InvalidRequest;
    401: InvalidApiKey;
    403: InsufficientScope | PolicyViolation | BudgetExceeded;
    404: ChannelNotFound | SessionNotFound | RouteNotFound | AgentNotFound;
    405: MethodNotAllowed;
    409: SessionExpired | SessionClosed;
    413: PayloadTooLarge;
    415: UnsupportedMediaType;
    422: ValidationFailed;
    429: RateLimitExceeded;
    500: InternalError;
}
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;
export declare const ERROR_STATUS: {
    readonly invalid_request: 400;
    readonly invalid_api_key: 401;
    readonly insufficient_scope: 403;
    readonly policy_violation: 403;
    readonly budget_exceeded: 403;
    readonly channel_not_found: 404;
    readonly session_not_found: 404;
    readonly not_found: 404;
    readonly agent_not_found: 404;
    readonly method_not_allowed: 405;
    readonly session_expired: 409;
    readonly session_closed: 409;
    readonly payload_too_large: 413;
    readonly unsupported_media_type: 415;
    readonly validation_failed: 422;
    readonly rate_limit_exceeded: 429;
    readonly internal_error: 500;
};
export type AgentId = Schema<"AgentId">;
export interface AgentNotFound extends Schema<"AgentNotFound"> {
}
export type AllowedMethods = Schema<"AllowedMethods">;
export type ApiError = InvalidRequest | InvalidApiKey | InsufficientScope | PolicyViolation | BudgetExceeded | ChannelNotFound | SessionNotFound | AgentNotFound | RouteNotFound | MethodNotAllowed | SessionExpired | SessionClosed | PayloadTooLarge | UnsupportedMediaType | ValidationFailed | RateLimitExceeded | InternalError;
export interface AssistantMessage extends Schema<"AssistantMessage"> {
}
export type BearerChallenge = Schema<"BearerChallenge">;
export interface BudgetExceeded extends Schema<"BudgetExceeded"> {
}
export type ChannelId = Schema<"ChannelId">;
export interface ChannelNotFound extends Schema<"ChannelNotFound"> {
}
export interface CreateSessionRequest extends Schema<"CreateSessionRequest"> {
}
export interface ErrorBase extends Schema<"ErrorBase"> {
}
export interface ErrorDetails extends Schema<"ErrorDetails"> {
}
export interface ErrorEnvelope extends Schema<"ErrorEnvelope"> {
}
export interface FieldError extends Schema<"FieldError"> {
}
export interface FieldErrors extends Schema<"FieldErrors"> {
}
export interface InsufficientScope extends Schema<"InsufficientScope"> {
}
export interface InternalError extends Schema<"InternalError"> {
}
export interface InvalidApiKey extends Schema<"InvalidApiKey"> {
}
export interface InvalidRequest extends Schema<"InvalidRequest"> {
}
export type Message = UserMessage | AssistantMessage;
export interface MessageDelta extends Schema<"MessageDelta"> {
}
export type MessageId = Schema<"MessageId">;
export interface MessagePage extends Schema<"MessagePage"> {
}
export type MessageStream = Schema<"MessageStream">;
export interface Metadata extends Schema<"Metadata"> {
}
export interface MethodNotAllowed extends Schema<"MethodNotAllowed"> {
}
export interface PayloadTooLarge extends Schema<"PayloadTooLarge"> {
}
export interface PlainError extends Schema<"PlainError"> {
}
export interface PolicyViolation extends Schema<"PolicyViolation"> {
}
export interface RateLimitExceeded extends Schema<"RateLimitExceeded"> {
}
export interface RateLimitState extends Schema<"RateLimitState"> {
}
export type RequestId = Schema<"RequestId">;
export type RetryDelay = Schema<"RetryDelay">;
export interface RouteNotFound extends Schema<"RouteNotFound"> {
}
export interface SendMessageRequest extends Schema<"SendMessageRequest"> {
}
export interface Session extends Schema<"Session"> {
}
export interface SessionClosed extends Schema<"SessionClosed"> {
}
export interface SessionExpired extends Schema<"SessionExpired"> {
}
export type SessionId = Schema<"SessionId">;
export type SessionLocation = Schema<"SessionLocation">;
export interface SessionNotFound extends Schema<"SessionNotFound"> {
}
export type SessionStatus = Schema<"SessionStatus">;
export type Timestamp = Schema<"Timestamp">;
export interface UnsupportedMediaType extends Schema<"UnsupportedMediaType"> {
}
export interface UserMessage extends Schema<"UserMessage"> {
}
export interface ValidationFailed extends Schema<"ValidationFailed"> {
}
export type { components, operations, paths };
