import { components } from "../types.ts";
import { IncomingMessage, ServerResponse } from "node:http";
import { components as components$1 } from "../types.js";
declare const ERROR_STATUS: {
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
export interface SchemaError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message?: string | undefined;
    readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator {
    (data: unknown): boolean;
    readonly errors?: readonly SchemaError[] | null | undefined;
}
interface ParameterDefinition {
    readonly in: "path" | "query" | "header";
    readonly name: string;
    readonly type: "string" | "integer";
    readonly required: boolean;
    readonly default?: string | number;
    readonly validate: Validator;
    readonly notFound?: string;
}
interface HeaderDefinition {
    readonly validate: Validator;
    readonly default?: string;
}
interface ResponseDefinition {
    readonly headers: Readonly<Record<string, HeaderDefinition>>;
    readonly json: Validator;
    readonly events?: {
        readonly validate: Validator;
        readonly done: string;
    };
}
interface OperationDefinition {
    readonly id: string;
    readonly method: string;
    readonly path: readonly string[];
    readonly parameters: readonly ParameterDefinition[];
    readonly body?: {
        readonly required: boolean;
        readonly validate: Validator;
    };
    readonly responses: Readonly<Record<number, ResponseDefinition>>;
}
interface ContractDefinition {
    readonly operations: readonly OperationDefinition[];
    readonly errors: Readonly<Record<string, {
        readonly status: number;
        readonly message: string;
    }>>;
    readonly maxBodyBytes: number;
    readonly maxBodyDepth: number;
}
interface RequestFault {
    readonly in: "route" | "key" | "path" | "query" | "header" | "body";
    readonly path: string;
    readonly check: string;
    readonly message: string;
}
interface ObservedAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly body: unknown;
    readonly length: number;
}
interface Observer {
    operation?(operationId: string): void;
    body?(body: unknown, length: number): void;
    judged?(faults: readonly RequestFault[]): void;
    answer?(answer: ObservedAnswer): void;
    event?(event: unknown): void;
}
interface Input<Context> {
    readonly params: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: unknown;
    readonly context: Context;
    readonly requestId: string;
    readonly signal: AbortSignal;
}
type Awaitable<Value> = Value | Promise<Value>;
interface OutcomeError {
    readonly code: string;
    readonly message: string;
    readonly details?: unknown;
}
interface OutcomeHead {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string | number>>;
}
interface JsonOutcome extends OutcomeHead {
    readonly body: unknown;
}
interface ErrorOutcome extends OutcomeHead {
    readonly error: OutcomeError;
}
interface EventStreamOutcome extends OutcomeHead {
    readonly type: "text/event-stream";
    readonly events: AsyncIterable<unknown>;
}
type Outcome = JsonOutcome | ErrorOutcome | EventStreamOutcome;
interface RateLimitRefusal {
    readonly retryAfter: number;
    readonly limit: number;
    readonly remaining: number;
    readonly reset_at: string;
}
interface ErrorOrigin<OperationId extends string = string> {
    readonly requestId: string;
    readonly operationId: OperationId | undefined;
}
interface RouterOptions<Context, OperationId extends string = string> {
    authenticate(key: string, request: IncomingMessage): Awaitable<Context | false | undefined | null>;
    rateLimit?(context: Context): Awaitable<RateLimitRefusal | undefined>;
    authorize?(context: Context, operationId: OperationId): Awaitable<boolean>;
    onError?(error: unknown, where: ErrorOrigin<OperationId>): void;
    validateResponses?: boolean;
    bodyTimeout?: number;
    observe?: ((request: IncomingMessage, response: ServerResponse, requestId: string) => Observer | undefined) | undefined;
}
interface Handler<Context> {
    handle(input: Input<Context>): Awaitable<Outcome>;
}
type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;
export declare function createRequestHandler<Context>(contract: ContractDefinition, handlers: Readonly<Record<string, Handler<Context>>>, options: RouterOptions<Context>): RequestHandler;
type Schemas$1 = components["schemas"];
type Refused<Name extends keyof Schemas$1> = Omit<Schemas$1[Name], "request_id">;
type CallHeaders = {
    readonly "X-Channel-User-Id"?: string;
    readonly "Thinklio-Version"?: string;
};
interface SendMessageInput<Context> extends Input<Context> {
    readonly params: {
        readonly channel_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: CallHeaders;
    readonly body: Schemas$1["SendMessageRequest"];
}
type SendMessageOutcome = {
    status: 200;
    type: "application/json";
    body: Schemas$1["AssistantMessage"];
} | {
    status: 200;
    type: "text/event-stream";
    events: AsyncIterable<Schemas$1["MessageDelta"]>;
} | {
    status: 400;
    error: Refused<"InvalidRequest">;
} | {
    status: 401;
    error: Refused<"InvalidApiKey">;
} | {
    status: 403;
    error: Refused<"InsufficientScope">;
} | {
    status: 403;
    error: Refused<"PolicyViolation">;
} | {
    status: 403;
    error: Refused<"BudgetExceeded">;
} | {
    status: 404;
    error: Refused<"ChannelNotFound">;
} | {
    status: 404;
    error: Refused<"SessionNotFound">;
} | {
    status: 404;
    error: Refused<"RouteNotFound">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Refused<"MethodNotAllowed">;
} | {
    status: 409;
    error: Refused<"SessionExpired">;
} | {
    status: 409;
    error: Refused<"SessionClosed">;
} | {
    status: 413;
    error: Refused<"PayloadTooLarge">;
} | {
    status: 415;
    error: Refused<"UnsupportedMediaType">;
} | {
    status: 422;
    error: Refused<"ValidationFailed">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Refused<"RateLimitExceeded">;
} | {
    status: 500;
    error: Refused<"InternalError">;
};
interface CreateSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly channel_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: CallHeaders;
    readonly body: Schemas$1["CreateSessionRequest"] | undefined;
}
type CreateSessionOutcome = {
    status: 201;
    headers: {
        Location: string;
    };
    body: Schemas$1["Session"];
} | {
    status: 400;
    error: Refused<"InvalidRequest">;
} | {
    status: 401;
    error: Refused<"InvalidApiKey">;
} | {
    status: 403;
    error: Refused<"InsufficientScope">;
} | {
    status: 404;
    error: Refused<"ChannelNotFound">;
} | {
    status: 404;
    error: Refused<"AgentNotFound">;
} | {
    status: 404;
    error: Refused<"RouteNotFound">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Refused<"MethodNotAllowed">;
} | {
    status: 413;
    error: Refused<"PayloadTooLarge">;
} | {
    status: 415;
    error: Refused<"UnsupportedMediaType">;
} | {
    status: 422;
    error: Refused<"ValidationFailed">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Refused<"RateLimitExceeded">;
} | {
    status: 500;
    error: Refused<"InternalError">;
};
interface GetSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: CallHeaders;
    readonly body: undefined;
}
type GetSessionOutcome = {
    status: 200;
    body: Schemas$1["Session"];
} | {
    status: 400;
    error: Refused<"InvalidRequest">;
} | {
    status: 401;
    error: Refused<"InvalidApiKey">;
} | {
    status: 403;
    error: Refused<"InsufficientScope">;
} | {
    status: 404;
    error: Refused<"SessionNotFound">;
} | {
    status: 404;
    error: Refused<"RouteNotFound">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Refused<"MethodNotAllowed">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Refused<"RateLimitExceeded">;
} | {
    status: 500;
    error: Refused<"InternalError">;
};
interface CloseSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: CallHeaders;
    readonly body: undefined;
}
type CloseSessionOutcome = {
    status: 200;
    body: Schemas$1["Session"];
} | {
    status: 400;
    error: Refused<"InvalidRequest">;
} | {
    status: 401;
    error: Refused<"InvalidApiKey">;
} | {
    status: 403;
    error: Refused<"InsufficientScope">;
} | {
    status: 404;
    error: Refused<"SessionNotFound">;
} | {
    status: 404;
    error: Refused<"RouteNotFound">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Refused<"MethodNotAllowed">;
} | {
    status: 409;
    error: Refused<"SessionExpired">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Refused<"RateLimitExceeded">;
} | {
    status: 500;
    error: Refused<"InternalError">;
};
interface ListMessagesInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: {
        readonly limit: number;
        readonly cursor?: string;
    };
    readonly headers: CallHeaders;
    readonly body: undefined;
}
type ListMessagesOutcome = {
    status: 200;
    body: Schemas$1["MessagePage"];
} | {
    status: 400;
    error: Refused<"InvalidRequest">;
} | {
    status: 401;
    error: Refused<"InvalidApiKey">;
} | {
    status: 403;
    error: Refused<"InsufficientScope">;
} | {
    status: 404;
    error: Refused<"SessionNotFound">;
} | {
    status: 404;
    error: Refused<"RouteNotFound">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Refused<"MethodNotAllowed">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Refused<"RateLimitExceeded">;
} | {
    status: 500;
    error: Refused<"InternalError">;
};
interface SessionsApi<Context> {
    sendMessage(input: SendMessageInput<Context>): SendMessageOutcome | Promise<SendMessageOutcome>;
    createSession(input: CreateSessionInput<Context>): CreateSessionOutcome | Promise<CreateSessionOutcome>;
    getSession(input: GetSessionInput<Context>): GetSessionOutcome | Promise<GetSessionOutcome>;
    closeSession(input: CloseSessionInput<Context>): CloseSessionOutcome | Promise<CloseSessionOutcome>;
    listMessages(input: ListMessagesInput<Context>): ListMessagesOutcome | Promise<ListMessagesOutcome>;
}
type OperationId = keyof SessionsApi<unknown>;
export declare function createRouter<Context>(api: SessionsApi<Context>, options: RouterOptions<Context, OperationId>): RequestHandler;
type RefusalCode = keyof typeof ERROR_STATUS;
type Refusal<Code extends RefusalCode> = {
    [Each in Code]: {
        status: (typeof ERROR_STATUS)[Each];
        error: {
            code: Each;
            message: string;
        };
    };
}[Code];
export declare function refuse<Code extends RefusalCode>(code: Code, message?: string): Refusal<Code>;
export declare const contract: ContractDefinition;
export declare function createId(prefix: string): string;
interface Prototypes {
    readonly request: object;
    readonly response: object;
}
interface ListenOptions {
    readonly host?: string;
    readonly port?: number;
    readonly prototypes?: Prototypes;
    readonly requestTimeout?: number;
}
interface Listening {
    readonly url: string;
    readonly port: number;
    close(grace?: number): Promise<void>;
}
export declare function listen(handler: (request: IncomingMessage, response: ServerResponse) => void, options?: ListenOptions): Promise<Listening>;
export declare class UndeclaredResponseError extends Error {
    override readonly name = "UndeclaredResponseError";
    readonly faults: readonly SchemaError[];
    constructor(message: string, faults?: readonly SchemaError[]);
}
type Schemas = components$1["schemas"];
interface SchemaError$1 {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message?: string;
    readonly params: Readonly<Record<string, unknown>>;
}
interface Validator$1<T = unknown> {
    (data: unknown): data is T;
    readonly errors?: readonly SchemaError$1[] | null;
}
export declare const validateAgentId: Validator$1<Schemas["AgentId"]>;
export declare const validateAgentNotFound: Validator$1<Schemas["AgentNotFound"]>;
export declare const validateAllowedMethods: Validator$1<Schemas["AllowedMethods"]>;
export declare const validateApiError: Validator$1<Schemas["ApiError"]>;
export declare const validateAssistantMessage: Validator$1<Schemas["AssistantMessage"]>;
export declare const validateBearerChallenge: Validator$1<Schemas["BearerChallenge"]>;
export declare const validateBudgetExceeded: Validator$1<Schemas["BudgetExceeded"]>;
export declare const validateChannelId: Validator$1<Schemas["ChannelId"]>;
export declare const validateChannelNotFound: Validator$1<Schemas["ChannelNotFound"]>;
export declare const validateCreateSessionRequest: Validator$1<Schemas["CreateSessionRequest"]>;
export declare const validateErrorBase: Validator$1<Schemas["ErrorBase"]>;
export declare const validateErrorDetails: Validator$1<Schemas["ErrorDetails"]>;
export declare const validateErrorEnvelope: Validator$1<Schemas["ErrorEnvelope"]>;
export declare const validateFieldError: Validator$1<Schemas["FieldError"]>;
export declare const validateFieldErrors: Validator$1<Schemas["FieldErrors"]>;
export declare const validateInsufficientScope: Validator$1<Schemas["InsufficientScope"]>;
export declare const validateInternalError: Validator$1<Schemas["InternalError"]>;
export declare const validateInvalidApiKey: Validator$1<Schemas["InvalidApiKey"]>;
export declare const validateInvalidRequest: Validator$1<Schemas["InvalidRequest"]>;
export declare const validateMessage: Validator$1<Schemas["Message"]>;
export declare const validateMessageDelta: Validator$1<Schemas["MessageDelta"]>;
export declare const validateMessageId: Validator$1<Schemas["MessageId"]>;
export declare const validateMessagePage: Validator$1<Schemas["MessagePage"]>;
export declare const validateMessageStream: Validator$1<Schemas["MessageStream"]>;
export declare const validateMetadata: Validator$1<Schemas["Metadata"]>;
export declare const validateMethodNotAllowed: Validator$1<Schemas["MethodNotAllowed"]>;
export declare const validatePayloadTooLarge: Validator$1<Schemas["PayloadTooLarge"]>;
export declare const validatePlainError: Validator$1<Schemas["PlainError"]>;
export declare const validatePolicyViolation: Validator$1<Schemas["PolicyViolation"]>;
export declare const validateRateLimitExceeded: Validator$1<Schemas["RateLimitExceeded"]>;
export declare const validateRateLimitState: Validator$1<Schemas["RateLimitState"]>;
export declare const validateRequestId: Validator$1<Schemas["RequestId"]>;
export declare const validateRetryDelay: Validator$1<Schemas["RetryDelay"]>;
export declare const validateRouteNotFound: Validator$1<Schemas["RouteNotFound"]>;
export declare const validateSendMessageRequest: Validator$1<Schemas["SendMessageRequest"]>;
export declare const validateSession: Validator$1<Schemas["Session"]>;
export declare const validateSessionClosed: Validator$1<Schemas["SessionClosed"]>;
export declare const validateSessionExpired: Validator$1<Schemas["SessionExpired"]>;
export declare const validateSessionId: Validator$1<Schemas["SessionId"]>;
export declare const validateSessionLocation: Validator$1<Schemas["SessionLocation"]>;
export declare const validateSessionNotFound: Validator$1<Schemas["SessionNotFound"]>;
export declare const validateSessionStatus: Validator$1<Schemas["SessionStatus"]>;
export declare const validateTimestamp: Validator$1<Schemas["Timestamp"]>;
export declare const validateUnsupportedMediaType: Validator$1<Schemas["UnsupportedMediaType"]>;
export declare const validateUserMessage: Validator$1<Schemas["UserMessage"]>;
export declare const validateValidationFailed: Validator$1<Schemas["ValidationFailed"]>;
export declare const validateXChannelUserIdParameter: Validator$1;
export declare const validateThinklioVersionParameter: Validator$1;
export declare const validateChannelIdParameter: Validator$1;
export declare const validateInvalidRequestEnvelope: Validator$1;
export declare const validateWWWAuthenticateHeader: Validator$1;
export declare const validateInvalidApiKeyEnvelope: Validator$1;
export declare const validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope: Validator$1;
export declare const validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope: Validator$1;
export declare const validateAllowHeader: Validator$1;
export declare const validateMethodNotAllowedEnvelope: Validator$1;
export declare const validateSessionExpiredOrSessionClosedEnvelope: Validator$1;
export declare const validatePayloadTooLargeEnvelope: Validator$1;
export declare const validateUnsupportedMediaTypeEnvelope: Validator$1;
export declare const validateValidationFailedEnvelope: Validator$1;
export declare const validateRetryAfterHeader: Validator$1;
export declare const validateRateLimitExceededEnvelope: Validator$1;
export declare const validateInternalErrorEnvelope: Validator$1;
export declare const validateLocationHeader: Validator$1;
export declare const validateInsufficientScopeEnvelope: Validator$1;
export declare const validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope: Validator$1;
export declare const validateSessionIdParameter: Validator$1;
export declare const validateSessionNotFoundOrRouteNotFoundEnvelope: Validator$1;
export declare const validateSessionExpiredEnvelope: Validator$1;
export declare const validateLimitParameter: Validator$1;
export declare const validateCursorParameter: Validator$1;
export type { CallHeaders, CloseSessionInput, CloseSessionOutcome, ContractDefinition, CreateSessionInput, CreateSessionOutcome, ErrorOrigin, GetSessionInput, GetSessionOutcome, Handler, Input, ListMessagesInput, ListMessagesOutcome, ListenOptions, Listening, ObservedAnswer, Observer, OperationDefinition, OperationId, Outcome, RateLimitRefusal, Refusal, RefusalCode, Refused, RequestFault, RequestHandler, RouterOptions, SendMessageInput, SendMessageOutcome, SessionsApi };
