import { components } from "../types.ts";
import { IncomingMessage, ServerResponse } from "node:http";
interface SchemaError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message?: string | undefined;
    readonly params: Readonly<Record<string, unknown>>;
}
interface Validator {
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
    authenticate(key: string, request: IncomingMessage): Awaitable<Context | undefined | null>;
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
type Schemas = components["schemas"];
interface SendMessageInput<Context> extends Input<Context> {
    readonly params: {
        readonly channel_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: {
        readonly "X-Channel-User-Id"?: string;
        readonly "Thinklio-Version"?: string;
    };
    readonly body: Schemas["SendMessageRequest"];
}
type SendMessageOutcome = {
    status: 200;
    type: "application/json";
    body: Schemas["AssistantMessage"];
} | {
    status: 200;
    type: "text/event-stream";
    events: AsyncIterable<Schemas["MessageDelta"]>;
} | {
    status: 400;
    error: Omit<Schemas["InvalidRequest"], "request_id">;
} | {
    status: 401;
    error: Omit<Schemas["InvalidApiKey"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["InsufficientScope"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["PolicyViolation"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["BudgetExceeded"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["ChannelNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["SessionNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["RouteNotFound"], "request_id">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Omit<Schemas["MethodNotAllowed"], "request_id">;
} | {
    status: 409;
    error: Omit<Schemas["SessionExpired"], "request_id">;
} | {
    status: 409;
    error: Omit<Schemas["SessionClosed"], "request_id">;
} | {
    status: 413;
    error: Omit<Schemas["PayloadTooLarge"], "request_id">;
} | {
    status: 415;
    error: Omit<Schemas["UnsupportedMediaType"], "request_id">;
} | {
    status: 422;
    error: Omit<Schemas["ValidationFailed"], "request_id">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Omit<Schemas["RateLimitExceeded"], "request_id">;
} | {
    status: 500;
    error: Omit<Schemas["InternalError"], "request_id">;
};
interface CreateSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly channel_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: {
        readonly "X-Channel-User-Id"?: string;
        readonly "Thinklio-Version"?: string;
    };
    readonly body: Schemas["CreateSessionRequest"] | undefined;
}
type CreateSessionOutcome = {
    status: 201;
    headers: {
        Location: string;
    };
    body: Schemas["Session"];
} | {
    status: 400;
    error: Omit<Schemas["InvalidRequest"], "request_id">;
} | {
    status: 401;
    error: Omit<Schemas["InvalidApiKey"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["InsufficientScope"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["ChannelNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["AgentNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["RouteNotFound"], "request_id">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Omit<Schemas["MethodNotAllowed"], "request_id">;
} | {
    status: 413;
    error: Omit<Schemas["PayloadTooLarge"], "request_id">;
} | {
    status: 415;
    error: Omit<Schemas["UnsupportedMediaType"], "request_id">;
} | {
    status: 422;
    error: Omit<Schemas["ValidationFailed"], "request_id">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Omit<Schemas["RateLimitExceeded"], "request_id">;
} | {
    status: 500;
    error: Omit<Schemas["InternalError"], "request_id">;
};
interface GetSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: {
        readonly "X-Channel-User-Id"?: string;
        readonly "Thinklio-Version"?: string;
    };
    readonly body: undefined;
}
type GetSessionOutcome = {
    status: 200;
    body: Schemas["Session"];
} | {
    status: 400;
    error: Omit<Schemas["InvalidRequest"], "request_id">;
} | {
    status: 401;
    error: Omit<Schemas["InvalidApiKey"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["InsufficientScope"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["SessionNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["RouteNotFound"], "request_id">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Omit<Schemas["MethodNotAllowed"], "request_id">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Omit<Schemas["RateLimitExceeded"], "request_id">;
} | {
    status: 500;
    error: Omit<Schemas["InternalError"], "request_id">;
};
interface CloseSessionInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly headers: {
        readonly "X-Channel-User-Id"?: string;
        readonly "Thinklio-Version"?: string;
    };
    readonly body: undefined;
}
type CloseSessionOutcome = {
    status: 200;
    body: Schemas["Session"];
} | {
    status: 400;
    error: Omit<Schemas["InvalidRequest"], "request_id">;
} | {
    status: 401;
    error: Omit<Schemas["InvalidApiKey"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["InsufficientScope"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["SessionNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["RouteNotFound"], "request_id">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Omit<Schemas["MethodNotAllowed"], "request_id">;
} | {
    status: 409;
    error: Omit<Schemas["SessionExpired"], "request_id">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Omit<Schemas["RateLimitExceeded"], "request_id">;
} | {
    status: 500;
    error: Omit<Schemas["InternalError"], "request_id">;
};
interface ListMessagesInput<Context> extends Input<Context> {
    readonly params: {
        readonly session_id: string;
    };
    readonly query: {
        readonly limit: number;
        readonly cursor?: string;
    };
    readonly headers: {
        readonly "X-Channel-User-Id"?: string;
        readonly "Thinklio-Version"?: string;
    };
    readonly body: undefined;
}
type ListMessagesOutcome = {
    status: 200;
    body: Schemas["MessagePage"];
} | {
    status: 400;
    error: Omit<Schemas["InvalidRequest"], "request_id">;
} | {
    status: 401;
    error: Omit<Schemas["InvalidApiKey"], "request_id">;
} | {
    status: 403;
    error: Omit<Schemas["InsufficientScope"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["SessionNotFound"], "request_id">;
} | {
    status: 404;
    error: Omit<Schemas["RouteNotFound"], "request_id">;
} | {
    status: 405;
    headers: {
        Allow: string;
    };
    error: Omit<Schemas["MethodNotAllowed"], "request_id">;
} | {
    status: 429;
    headers: {
        "Retry-After": number;
    };
    error: Omit<Schemas["RateLimitExceeded"], "request_id">;
} | {
    status: 500;
    error: Omit<Schemas["InternalError"], "request_id">;
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
declare const STATUSES: {
    readonly invalid_request: 400;
    readonly invalid_api_key: 401;
    readonly insufficient_scope: 403;
    readonly policy_violation: 403;
    readonly budget_exceeded: 403;
    readonly channel_not_found: 404;
    readonly session_not_found: 404;
    readonly not_found: 404;
    readonly method_not_allowed: 405;
    readonly session_expired: 409;
    readonly session_closed: 409;
    readonly payload_too_large: 413;
    readonly unsupported_media_type: 415;
    readonly validation_failed: 422;
    readonly rate_limit_exceeded: 429;
    readonly internal_error: 500;
    readonly agent_not_found: 404;
};
type RefusalCode = keyof typeof STATUSES;
type Refusal<Code extends RefusalCode> = {
    [Each in Code]: {
        status: (typeof STATUSES)[Each];
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
export type { CloseSessionInput, CloseSessionOutcome, ContractDefinition, CreateSessionInput, CreateSessionOutcome, ErrorOrigin, GetSessionInput, GetSessionOutcome, Handler, Input, ListMessagesInput, ListMessagesOutcome, ListenOptions, Listening, ObservedAnswer, Observer, OperationDefinition, OperationId, Outcome, RateLimitRefusal, Refusal, RefusalCode, RequestFault, RequestHandler, RouterOptions, SchemaError, SendMessageInput, SendMessageOutcome, SessionsApi, Validator };
