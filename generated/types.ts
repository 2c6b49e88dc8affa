// Written by `npm run generate` from spec/. Do not edit.

export interface paths {
    "/v1/channels/{channel_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message
         *
         * Sends a message to the agent, which sees the session's earlier messages, and returns its reply: whole, or as a
         * stream of pieces. Messages sent to one session at once are answered one after the other, so that in the history each
         * is followed by its own reply.
         *
         * The message and a whole reply join the history together; a message that is refused, or whose reply fails before the
         * first byte, leaves no trace. With a stream, the message joins when the stream begins and the reply when it is
         * complete; if the stream breaks off, or you leave, the agent stops and the message stays alone.
         *
         * The vendor marks this operation as Beta.
         */
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
        /**
         * Create a session
         *
         * Opens a session on a channel, to choose its agent, its context and its metadata before the first message.
         * This is optional: a message without a `session_id` opens a session by itself.
         *
         * The vendor marks this operation as Beta.
         */
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
        /**
         * Get a session
         *
         * Returns the session as it is now: its state, message count and metadata. Reading is no activity: it does not put off
         * the expiry.
         *
         * The vendor marks this operation as Beta.
         */
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
        /**
         * Close a session
         *
         * Closes the session: it can still be read, but takes no new message. Closing it again changes nothing; an expired
         * session cannot be closed.
         *
         * This operation is decided by this contract: the vendor only says that a session can be closed.
         */
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
        /**
         * List the messages of a session
         *
         * Returns the session's history, oldest message first, a page at a time. Reading is no activity: it does not put off
         * the expiry.
         *
         * The vendor only names this endpoint: its path and its shape are decided by this contract.
         */
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
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Names an agent. Begins with `agt_`; opaque beyond that.
         * @example agt_01hxyz
         */
        AgentId: string;
        /** The agent does not exist, or the key may not see it. */
        AgentNotFound: {
            /** Always `agent_not_found`. */
            code: "agent_not_found";
        } & components["schemas"]["PlainError"];
        /**
         * HTTP methods, separated by commas.
         * @example GET
         */
        AllowedMethods: string;
        /** Any error of the API. `code` tells them apart. */
        ApiError: components["schemas"]["InvalidRequest"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"] | components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["AgentNotFound"] | components["schemas"]["RouteNotFound"] | components["schemas"]["MethodNotAllowed"] | components["schemas"]["SessionExpired"] | components["schemas"]["SessionClosed"] | components["schemas"]["PayloadTooLarge"] | components["schemas"]["UnsupportedMediaType"] | components["schemas"]["ValidationFailed"] | components["schemas"]["RateLimitExceeded"] | components["schemas"]["InternalError"];
        /** A message that the agent replied with. */
        AssistantMessage: {
            /** The message's own id. */
            id: components["schemas"]["MessageId"];
            /** The session that the message belongs to. */
            session_id: components["schemas"]["SessionId"];
            /** The message's text. */
            content: string;
            /** When the message was created. No message is older than the one before it. */
            created_at: components["schemas"]["Timestamp"];
            /** Who wrote it: the agent. */
            role: "assistant";
            /** How many tokens the reply cost. */
            tokens: number;
            /** The model that wrote the reply. */
            model: string;
        };
        /**
         * A challenge with the scheme `Bearer`, with or without parameters; other challenges may stand beside it.
         * @example Bearer
         */
        BearerChallenge: string;
        /** The budget is exhausted. */
        BudgetExceeded: {
            /** Always `budget_exceeded`. */
            code: "budget_exceeded";
        } & components["schemas"]["PlainError"];
        /**
         * Names a channel. Begins with `ch_`; opaque beyond that.
         * @example ch_01hxyz
         */
        ChannelId: string;
        /** The channel does not exist, or the key may not see it. */
        ChannelNotFound: {
            /** Always `channel_not_found`. */
            code: "channel_not_found";
        } & components["schemas"]["PlainError"];
        /** What to open a session with. All of it is optional, and so is the body itself. */
        CreateSessionRequest: {
            /** The agent that is to answer; the channel's default agent if omitted. An unknown one is 404 `agent_not_found`. */
            agent_id?: string;
            /** Your own identifiers, to find the session by in your records. */
            metadata?: components["schemas"]["Metadata"];
            /** What the agent should know before the first message; it sees it with every message. Kept with the session, not returned. */
            initial_context?: string;
        };
        /** What every error has, beside its code. */
        ErrorBase: {
            /** What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
        };
        /** More about an error. What is in it depends on the error. */
        ErrorDetails: {
            [key: string]: unknown;
        };
        /** The one envelope of all errors. */
        ErrorEnvelope: {
            /** The error. */
            error: components["schemas"]["ApiError"];
        };
        /** One field that breaks its schema. */
        FieldError: {
            /**
             * Format: json-pointer
             *
             * The field, as a JSON pointer into the body; empty for the body itself.
             */
            path: string;
            /** What is wrong with it, for a person to read. */
            message: string;
        };
        /** The fields of the body that are at fault. */
        FieldErrors: {
            /** One entry for each fault that was found. */
            errors: components["schemas"]["FieldError"][];
        };
        /** The key is good, but may not do this. */
        InsufficientScope: {
            /** Always `insufficient_scope`. */
            code: "insufficient_scope";
        } & components["schemas"]["PlainError"];
        /** Something went wrong on the server's side. No details are given; quote the `request_id` when you ask for help. */
        InternalError: {
            /** Always `internal_error`. */
            code: "internal_error";
        } & components["schemas"]["PlainError"];
        /** The key is missing, malformed or revoked. */
        InvalidApiKey: {
            /** Always `invalid_api_key`. */
            code: "invalid_api_key";
        } & components["schemas"]["PlainError"];
        /**
         * The request is malformed: a required field is missing, a header or a query parameter is wrong, the path is not
         * validly percent-encoded, or the cursor was not given to you. Or the body is not JSON, did not arrive in time, nests
         * deeper than 1,000 levels, or has a number too large for a double.
         */
        InvalidRequest: {
            /** Always `invalid_request`. */
            code: "invalid_request";
        } & components["schemas"]["PlainError"];
        /** One item of a history. `role` tells the two kinds apart. */
        Message: components["schemas"]["UserMessage"] | components["schemas"]["AssistantMessage"];
        /**
         * One event of a streamed reply: the next piece of the text.
         * @example {
         *       "id": "msg_01hxyz",
         *       "session_id": "ses_01hxyz",
         *       "delta": "Your order "
         * }
         */
        MessageDelta: {
            /** The reply's id: the same in every event of the stream, and in the history once the stream is complete. */
            id: components["schemas"]["MessageId"];
            /** The session that the reply belongs to; the way to learn it when the message opened a new one. */
            session_id: components["schemas"]["SessionId"];
            /** The next piece. All pieces joined are the reply's `content`. */
            delta: string;
        };
        /**
         * Names a message. Begins with `msg_`; opaque beyond that.
         * @example msg_01hxyz
         */
        MessageId: string;
        /** A part of a history, oldest message first. */
        MessagePage: {
            /** The messages of this page. */
            data: components["schemas"]["Message"][];
            /** Whether more messages follow. */
            has_more: boolean;
            /** What to send as `cursor` for the next page; `null` if there is none. */
            next_cursor: string | null;
        };
        /**
         * A reply as Server-Sent Events. Each event has only data, a `MessageDelta` in JSON, and the stream ends with the data
         * `[DONE]`. If the reply breaks off, one `event: error` with an `ErrorEnvelope` as its data comes instead, and the
         * stream ends without `[DONE]`. A failure before the first event is an ordinary JSON error.
         */
        MessageStream: string;
        /**
         * Your own identifiers, kept with what you attach them to: a user id of your system, a ticket number, a thread.
         *
         * It comes back equal to what you sent: every key (`__proto__` and the empty string too), every value, every
         * type. The order of the keys, and digits beyond what an IEEE 754 double holds, are not promised.
         * @example {
         *       "ticket": "T-1042"
         * }
         */
        Metadata: {
            [key: string]: unknown;
        };
        /** The path exists, but not for this method. `Allow` lists those that do. */
        MethodNotAllowed: {
            /** Always `method_not_allowed`. */
            code: "method_not_allowed";
        } & components["schemas"]["PlainError"];
        /** The body is larger than 256 KiB (262,144 bytes). */
        PayloadTooLarge: {
            /** Always `payload_too_large`. */
            code: "payload_too_large";
        } & components["schemas"]["PlainError"];
        /** What every error has that says no more than its code; it may have details all the same. */
        PlainError: {
            /** More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
        } & components["schemas"]["ErrorBase"];
        /** A policy blocks the message. */
        PolicyViolation: {
            /** Always `policy_violation`. */
            code: "policy_violation";
        } & components["schemas"]["PlainError"];
        /** Too many requests with this key. `Retry-After` says when to try again. */
        RateLimitExceeded: {
            /** Always `rate_limit_exceeded`. */
            code: "rate_limit_exceeded";
            /** The limit, and when it next allows a request. */
            details: components["schemas"]["RateLimitState"];
        } & components["schemas"]["ErrorBase"];
        /** The state of the rate limit that you ran into. */
        RateLimitState: {
            /** How many requests the limit allows in its window. */
            limit: number;
            /** How many are left in this window. */
            remaining: number;
            /** When the limit allows requests again. */
            reset_at: components["schemas"]["Timestamp"];
        };
        /**
         * Names one request, for support. Begins with `req_`; opaque beyond that.
         * @example req_01hxyz
         */
        RequestId: string;
        /**
         * A time to wait, in whole seconds.
         * @example 30
         */
        RetryDelay: number;
        /** The API has nothing at this path. Check the URL. */
        RouteNotFound: {
            /** Always `not_found`. */
            code: "not_found";
        } & components["schemas"]["PlainError"];
        /** What to say to the agent. */
        SendMessageRequest: {
            /** The message's text. */
            message: string;
            /**
             * The session to continue. Leave it out and a new one is opened, with the channel's default agent; the reply names
             * it. One that is unknown, on another channel, or not yours is 404 `session_not_found`.
             */
            session_id?: string;
            /**
             * Whether to stream the reply, as `text/event-stream`, while the agent writes it.
             * @default false
             */
            stream?: boolean;
            /** Your own identifiers for this message; they come back with it in the history. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** A conversation with an agent, on a channel. */
        Session: {
            /** The session's own id. */
            id: components["schemas"]["SessionId"];
            /** The channel that the conversation is held on. */
            channel_id: components["schemas"]["ChannelId"];
            /** The agent that answers. */
            agent_id: components["schemas"]["AgentId"];
            /** Whether the session takes messages, and if not, why. */
            status: components["schemas"]["SessionStatus"];
            /** How many messages the history holds, yours and the agent's. */
            message_count: number;
            /** What you attached when you created the session; `{}` if nothing. */
            metadata: components["schemas"]["Metadata"];
            /** When the session was created. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * When the session expires if no message comes: the session time-to-live (24 hours unless configured) after
             * its last message, or after its creation while there is none. Reading does not move it.
             */
            expires_at: components["schemas"]["Timestamp"];
            /** When the newest message of the history was created; absent until there is one. */
            last_message_at?: components["schemas"]["Timestamp"];
        };
        /** The session is closed. It can still be read, but it takes no new message. */
        SessionClosed: {
            /** Always `session_closed`. */
            code: "session_closed";
        } & components["schemas"]["PlainError"];
        /** The session has expired. It can still be read, but it takes no new message and cannot be closed. */
        SessionExpired: {
            /** Always `session_expired`. */
            code: "session_expired";
        } & components["schemas"]["PlainError"];
        /**
         * Names a session. Begins with `ses_`; opaque beyond that.
         * @example ses_01hxyz
         */
        SessionId: string;
        /**
         * Where a session is: a reference to its URL, which may leave out what the server is at.
         * @example /v1/sessions/ses_01hxyz
         */
        SessionLocation: string;
        /** The session does not exist, is on another channel, or the key may not see it. */
        SessionNotFound: {
            /** Always `session_not_found`. */
            code: "session_not_found";
        } & components["schemas"]["PlainError"];
        /**
         * Whether a session takes messages. An `active` one does. One that went too long without a message is `expired`, one
         * that was closed is `closed`: these can still be read, with their whole history, but take no new message.
         */
        SessionStatus: "active" | "expired" | "closed";
        /**
         * Format: date-time
         *
         * A moment in UTC, as an RFC 3339 date-time.
         * @example 2026-03-19T12:00:00Z
         */
        Timestamp: string;
        /** The body is not application/json in UTF-8, or it is compressed. */
        UnsupportedMediaType: {
            /** Always `unsupported_media_type`. */
            code: "unsupported_media_type";
        } & components["schemas"]["PlainError"];
        /** A message that you sent. It has no `tokens` and no `model`. */
        UserMessage: {
            /** The message's own id. */
            id: components["schemas"]["MessageId"];
            /** The session that the message belongs to. */
            session_id: components["schemas"]["SessionId"];
            /** The message's text. */
            content: string;
            /** When the message was created. No message is older than the one before it. */
            created_at: components["schemas"]["Timestamp"];
            /** Who wrote it: you, or your end user. */
            role: "user";
            /** What you attached to the message; absent if nothing. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** The body does not fit its schema. It is well-formed JSON, and no required field is missing. */
        ValidationFailed: {
            /** Always `validation_failed`. */
            code: "validation_failed";
            /** Which fields, and what is wrong with each. */
            details: components["schemas"]["FieldErrors"];
        } & components["schemas"]["ErrorBase"];
    };
    responses: {
        /** The key may not do this, or what it asks for is not permitted. */
        InsufficientScope: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["InsufficientScope"];
                };
            };
        };
        /** The server's own fault. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["InternalError"];
                };
            };
        };
        /** The key is missing, malformed or revoked. */
        InvalidApiKey: {
            headers: {
                /** The scheme to authenticate with. */
                "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["InvalidApiKey"];
                };
            };
        };
        /** The request is malformed. */
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["InvalidRequest"];
                };
            };
        };
        /** The path exists, but not for this method. */
        MethodNotAllowed: {
            headers: {
                /** The methods that this path has. */
                Allow: components["schemas"]["AllowedMethods"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["MethodNotAllowed"];
                };
            };
        };
        /** The body is too large. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["PayloadTooLarge"];
                };
            };
        };
        /** Too many requests with this key. */
        RateLimitExceeded: {
            headers: {
                /** How many seconds to wait before the next try. */
                "Retry-After": components["schemas"]["RetryDelay"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["RateLimitExceeded"];
                };
            };
        };
        /** Something that the request names does not exist, or the key may not see it. */
        SessionNotFoundOrRouteNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                };
            };
        };
        /** The body is not application/json. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["UnsupportedMediaType"];
                };
            };
        };
        /** A field of the body breaks its schema. */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** The error. */
                    error: components["schemas"]["ValidationFailed"];
                };
            };
        };
    };
    parameters: {
        /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
        "CallHeaders.channel_user_id": string;
        /**
         * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
         * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
         */
        "CallHeaders.version": string;
        /** The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
        ChannelPath: string;
        /** Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
        "Page.cursor": string;
        /** How many messages to return at most. */
        "Page.limit": number;
        /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
        SessionPath: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        /** What to say, and how the reply should come. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** The agent's reply: whole, or streamed if you asked for a stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantMessage"];
                    "text/event-stream": components["schemas"]["MessageStream"];
                };
            };
            /** The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            401: components["responses"]["InvalidApiKey"];
            /** The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
                        error: components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"];
                    };
                };
            };
            /** Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
                        error: components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** The session's state does not permit it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
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
                /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        /** How to open the session. Leave it out for the channel's defaults. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            /** The session was created. */
            201: {
                headers: {
                    /** Where the new session is. */
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
            /** Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
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
                /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The session, as it is now. */
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
                /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The session is closed, whether by this call or by an earlier one. */
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
            /** The session's state does not permit it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The error. */
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
                /** How many messages to return at most. */
                limit?: components["parameters"]["Page.limit"];
                /** Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
                cursor?: components["parameters"]["Page.cursor"];
            };
            header?: {
                /** The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 * leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of the session's history. */
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
