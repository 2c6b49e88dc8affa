import { components } from "../generated/types.ts";
interface Success<Status extends number, Body> {
    readonly ok: true;
    readonly status: Status;
    readonly body: Body;
    readonly error?: undefined;
    readonly response: Response;
}
interface Failure<Status extends number, Error extends {
    readonly code: string;
}> {
    readonly ok: false;
    readonly status: Status;
    readonly error: Error;
    readonly body?: undefined;
    readonly response: Response;
}
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
type ErrorCode = "invalid_request" | "invalid_api_key" | "insufficient_scope" | "policy_violation" | "budget_exceeded" | "channel_not_found" | "session_not_found" | "not_found" | "agent_not_found" | "method_not_allowed" | "session_expired" | "session_closed" | "payload_too_large" | "unsupported_media_type" | "validation_failed" | "rate_limit_exceeded" | "internal_error";
interface AgentNotFound extends Schema<"AgentNotFound"> {
}
type ApiError = InvalidRequest | InvalidApiKey | InsufficientScope | PolicyViolation | BudgetExceeded | ChannelNotFound | SessionNotFound | AgentNotFound | RouteNotFound | MethodNotAllowed | SessionExpired | SessionClosed | PayloadTooLarge | UnsupportedMediaType | ValidationFailed | RateLimitExceeded | InternalError;
interface AssistantMessage extends Schema<"AssistantMessage"> {
}
interface BudgetExceeded extends Schema<"BudgetExceeded"> {
}
interface ChannelNotFound extends Schema<"ChannelNotFound"> {
}
interface CreateSessionRequest extends Schema<"CreateSessionRequest"> {
}
interface InsufficientScope extends Schema<"InsufficientScope"> {
}
interface InternalError extends Schema<"InternalError"> {
}
interface InvalidApiKey extends Schema<"InvalidApiKey"> {
}
interface InvalidRequest extends Schema<"InvalidRequest"> {
}
type Message = UserMessage | AssistantMessage;
interface MessageDelta extends Schema<"MessageDelta"> {
}
interface MessagePage extends Schema<"MessagePage"> {
}
interface MethodNotAllowed extends Schema<"MethodNotAllowed"> {
}
interface PayloadTooLarge extends Schema<"PayloadTooLarge"> {
}
interface PolicyViolation extends Schema<"PolicyViolation"> {
}
interface RateLimitExceeded extends Schema<"RateLimitExceeded"> {
}
interface RouteNotFound extends Schema<"RouteNotFound"> {
}
interface SendMessageRequest extends Schema<"SendMessageRequest"> {
}
interface Session extends Schema<"Session"> {
}
interface SessionClosed extends Schema<"SessionClosed"> {
}
interface SessionExpired extends Schema<"SessionExpired"> {
}
interface SessionNotFound extends Schema<"SessionNotFound"> {
}
interface UnsupportedMediaType extends Schema<"UnsupportedMediaType"> {
}
interface UserMessage extends Schema<"UserMessage"> {
}
interface ValidationFailed extends Schema<"ValidationFailed"> {
}
interface CallOptions {
    readonly endUser?: string | undefined;
    readonly version?: string | undefined;
    readonly signal?: AbortSignal | undefined;
}
type SendMessageResult = Success<200, AssistantMessage> | Failure<400, InvalidRequest> | Failure<401, InvalidApiKey> | Failure<403, InsufficientScope | PolicyViolation | BudgetExceeded> | Failure<404, ChannelNotFound | SessionNotFound | RouteNotFound> | Failure<405, MethodNotAllowed> | Failure<409, SessionExpired | SessionClosed> | Failure<413, PayloadTooLarge> | Failure<415, UnsupportedMediaType> | Failure<422, ValidationFailed> | Failure<429, RateLimitExceeded> | Failure<500, InternalError>;
type CreateSessionResult = Success<201, Session> | Failure<400, InvalidRequest> | Failure<401, InvalidApiKey> | Failure<403, InsufficientScope> | Failure<404, ChannelNotFound | RouteNotFound | AgentNotFound> | Failure<405, MethodNotAllowed> | Failure<413, PayloadTooLarge> | Failure<415, UnsupportedMediaType> | Failure<422, ValidationFailed> | Failure<429, RateLimitExceeded> | Failure<500, InternalError>;
type GetSessionResult = Success<200, Session> | Failure<400, InvalidRequest> | Failure<401, InvalidApiKey> | Failure<403, InsufficientScope> | Failure<404, SessionNotFound | RouteNotFound> | Failure<405, MethodNotAllowed> | Failure<429, RateLimitExceeded> | Failure<500, InternalError>;
type CloseSessionResult = Success<200, Session> | Failure<400, InvalidRequest> | Failure<401, InvalidApiKey> | Failure<403, InsufficientScope> | Failure<404, SessionNotFound | RouteNotFound> | Failure<405, MethodNotAllowed> | Failure<409, SessionExpired> | Failure<429, RateLimitExceeded> | Failure<500, InternalError>;
interface ListMessagesQuery {
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
}
type ListMessagesResult = Success<200, MessagePage> | Failure<400, InvalidRequest> | Failure<401, InvalidApiKey> | Failure<403, InsufficientScope> | Failure<404, SessionNotFound | RouteNotFound> | Failure<405, MethodNotAllowed> | Failure<429, RateLimitExceeded> | Failure<500, InternalError>;
interface Client {
    sendMessage(channel_id: string, body: Omit<SendMessageRequest, "stream">, options?: CallOptions | undefined): Promise<SendMessageResult>;
    streamMessage(channel_id: string, body: Omit<SendMessageRequest, "stream">, options?: CallOptions | undefined): AsyncIterableIterator<MessageDelta>;
    createSession(channel_id: string, body?: CreateSessionRequest | undefined, options?: CallOptions | undefined): Promise<CreateSessionResult>;
    getSession(session_id: string, options?: CallOptions | undefined): Promise<GetSessionResult>;
    closeSession(session_id: string, options?: CallOptions | undefined): Promise<CloseSessionResult>;
    listMessages(session_id: string, query?: ListMessagesQuery | undefined, options?: CallOptions | undefined): Promise<ListMessagesResult>;
    listAllMessages(session_id: string, query?: ListMessagesQuery | undefined, options?: CallOptions | undefined): AsyncIterableIterator<Message>;
}
interface ClientOptions extends Omit<CallOptions, "signal"> {
    readonly apiKey: string;
    readonly baseUrl?: string | undefined;
    readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
    readonly retries?: number | RetryOptions | undefined;
}
interface RetryOptions {
    readonly limit: number;
    readonly minDelay?: number | undefined;
    readonly maxDelay?: number | undefined;
}
export declare function createClient(options: ClientOptions): Client;
type ThinklioErrorReason = "network" | "invalid_response" | "undeclared_status" | "unknown_code" | "stream_cut" | "refused" | "stream_error";
interface ThinklioErrorDetails {
    readonly status?: number | undefined;
    readonly code?: string | undefined;
    readonly requestId?: string | undefined;
    readonly cause?: unknown;
}
export declare class ThinklioError extends Error {
    override readonly name: string;
    readonly reason: ThinklioErrorReason;
    readonly status: number | undefined;
    readonly code: string | undefined;
    readonly requestId: string | undefined;
    constructor(reason: ThinklioErrorReason, message: string, details?: ThinklioErrorDetails);
}
export declare class ThinklioApiError extends ThinklioError {
    override readonly name: string;
    readonly reason: "refused" | "stream_error";
    readonly status: number;
    readonly code: ErrorCode;
    readonly error: ApiError;
    constructor(reason: "refused" | "stream_error", status: number, error: ApiError);
}
export declare function unwrap<Body>(answer: Success<number, Body> | Failure<number, ApiError>): Body;
export type { CallOptions, Client, ClientOptions, CloseSessionResult, CreateSessionResult, Failure, GetSessionResult, ListMessagesQuery, ListMessagesResult, RetryOptions, SendMessageResult, Success, ThinklioErrorDetails, ThinklioErrorReason };
