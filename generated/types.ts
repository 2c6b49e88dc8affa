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
         * @description Sends a message to the agent, which sees the session's earlier messages, and returns its reply: whole, or as a
         *     stream of pieces. Messages sent to one session at once are answered one after the other, so that in the history each
         *     is followed by its own reply.
         *
         *     The message and a whole reply join the history together; a message that is refused, or whose reply fails before the
         *     first byte, leaves no trace. With a stream, the message joins when the stream begins and the reply when it is
         *     complete; if the stream breaks off, or you leave, the agent stops and the message stays alone.
         *
         *     The vendor marks this operation as Beta.
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
         * @description Opens a session on a channel, to choose its agent, its context and its metadata before the first message.
         *     This is optional: a message without a `session_id` opens a session by itself.
         *
         *     The vendor marks this operation as Beta.
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
         * @description Returns the session as it is now: its state, message count and metadata. Reading is no activity: it does not put off
         *     the expiry.
         *
         *     The vendor marks this operation as Beta.
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
         * @description Closes the session: it can still be read, but takes no new message. Closing it again changes nothing; an expired
         *     session cannot be closed.
         *
         *     This operation is decided by this contract: the vendor only says that a session can be closed.
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
         * @description Returns the session's history, oldest message first, a page at a time. Reading is no activity: it does not put off
         *     the expiry.
         *
         *     The vendor only names this endpoint: its path and its shape are decided by this contract.
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
         * @description Names an agent. Begins with `agt_`; opaque beyond that.
         * @example agt_01hxyz
         */
        AgentId: string;
        /** @description The agent does not exist, or the key may not see it. */
        AgentNotFound: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `agent_not_found`.
             * @enum {string}
             */
            code: "agent_not_found";
        };
        /**
         * @description HTTP methods, separated by commas.
         * @example GET
         */
        AllowedMethods: string;
        /** @description Any error of the API. `code` tells them apart. */
        ApiError: components["schemas"]["InvalidRequest"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"] | components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["AgentNotFound"] | components["schemas"]["RouteNotFound"] | components["schemas"]["MethodNotAllowed"] | components["schemas"]["SessionExpired"] | components["schemas"]["SessionClosed"] | components["schemas"]["PayloadTooLarge"] | components["schemas"]["UnsupportedMediaType"] | components["schemas"]["ValidationFailed"] | components["schemas"]["RateLimitExceeded"] | components["schemas"]["InternalError"];
        /** @description A message that the agent replied with. */
        AssistantMessage: {
            /** @description The message's own id. */
            id: components["schemas"]["MessageId"];
            /** @description The session that the message belongs to. */
            session_id: components["schemas"]["SessionId"];
            /** @description The message's text. */
            content: string;
            /** @description When the message was created. No message is older than the one before it. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description Who wrote it: the agent.
             * @enum {string}
             */
            role: "assistant";
            /** @description How many tokens the reply cost. */
            tokens: number;
            /** @description The model that wrote the reply. */
            model: string;
        };
        /**
         * @description The scheme `Bearer`, with or without parameters.
         * @example Bearer
         */
        BearerChallenge: string;
        /** @description The budget is exhausted. */
        BudgetExceeded: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `budget_exceeded`.
             * @enum {string}
             */
            code: "budget_exceeded";
        };
        /**
         * @description Names a channel. Begins with `ch_`; opaque beyond that.
         * @example ch_01hxyz
         */
        ChannelId: string;
        /** @description The channel does not exist, or the key may not see it. */
        ChannelNotFound: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `channel_not_found`.
             * @enum {string}
             */
            code: "channel_not_found";
        };
        /** @description What to open a session with. All of it is optional, and so is the body itself. */
        CreateSessionRequest: {
            /** @description The agent that is to answer; the channel's default agent if omitted. An unknown one is 404 `agent_not_found`. */
            agent_id?: string;
            /** @description Your own identifiers, to find the session by in your records. */
            metadata?: components["schemas"]["Metadata"];
            /** @description What the agent should know before the first message; it sees it with every message. Kept with the session, not returned. */
            initial_context?: string;
        };
        /** @description More about an error. What is in it depends on the error. */
        ErrorDetails: {
            [key: string]: unknown;
        };
        /** @description The one envelope of all errors. */
        ErrorEnvelope: {
            /** @description The error. */
            error: components["schemas"]["ApiError"];
        };
        /** @description One field that breaks its schema. */
        FieldError: {
            /**
             * Format: json-pointer
             * @description The field, as a JSON pointer into the body; empty for the body itself.
             */
            path: string;
            /** @description What is wrong with it, for a person to read. */
            message: string;
        };
        /** @description The fields of the body that are at fault. */
        FieldErrors: {
            /** @description One entry for each fault that was found. */
            errors: components["schemas"]["FieldError"][];
        };
        /** @description The key is good, but may not do this. */
        InsufficientScope: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `insufficient_scope`.
             * @enum {string}
             */
            code: "insufficient_scope";
        };
        /** @description Something went wrong on the server's side. No details are given; quote the `request_id` when you ask for help. */
        InternalError: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `internal_error`.
             * @enum {string}
             */
            code: "internal_error";
        };
        /** @description The key is missing, malformed or revoked. */
        InvalidApiKey: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `invalid_api_key`.
             * @enum {string}
             */
            code: "invalid_api_key";
        };
        /**
         * @description The request is malformed: a required field is missing, a header or a query parameter is wrong, the path is not
         *     validly percent-encoded, or the cursor was not given to you. Or the body is not JSON, did not arrive in time, nests
         *     deeper than 1,000 levels, or has a number too large for a double.
         */
        InvalidRequest: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `invalid_request`.
             * @enum {string}
             */
            code: "invalid_request";
        };
        /** @description One item of a history. `role` tells the two kinds apart. */
        Message: components["schemas"]["UserMessage"] | components["schemas"]["AssistantMessage"];
        /**
         * @description One event of a streamed reply: the next piece of the text.
         * @example {
         *       "id": "msg_01hxyz",
         *       "session_id": "ses_01hxyz",
         *       "delta": "Your order "
         *     }
         */
        MessageDelta: {
            /** @description The reply's id: the same in every event of the stream, and in the history once the stream is complete. */
            id: components["schemas"]["MessageId"];
            /** @description The session that the reply belongs to; the way to learn it when the message opened a new one. */
            session_id: components["schemas"]["SessionId"];
            /** @description The next piece. All pieces joined are the reply's `content`. */
            delta: string;
        };
        /**
         * @description Names a message. Begins with `msg_`; opaque beyond that.
         * @example msg_01hxyz
         */
        MessageId: string;
        /** @description A part of a history, oldest message first. */
        MessagePage: {
            /** @description The messages of this page. */
            data: components["schemas"]["Message"][];
            /** @description Whether more messages follow. */
            has_more: boolean;
            /** @description What to send as `cursor` for the next page; `null` if there is none. */
            next_cursor: string | null;
        };
        /**
         * @description A reply as Server-Sent Events. Each event has only data, a `MessageDelta` in JSON, and the stream ends with the data
         *     `[DONE]`. If the reply breaks off, one `event: error` with an `ErrorEnvelope` as its data comes instead, and the
         *     stream ends without `[DONE]`. A failure before the first event is an ordinary JSON error.
         */
        MessageStream: string;
        /**
         * @description Your own identifiers, kept with what you attach them to: a user id of your system, a ticket number, a thread.
         *
         *     It comes back equal to what you sent: every key (`__proto__` and the empty string too), every value, every
         *     type. The order of the keys, and digits beyond what an IEEE 754 double holds, are not promised.
         * @example {
         *       "ticket": "T-1042"
         *     }
         */
        Metadata: {
            [key: string]: unknown;
        };
        /** @description The path exists, but not for this method. `Allow` lists those that do. */
        MethodNotAllowed: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `method_not_allowed`.
             * @enum {string}
             */
            code: "method_not_allowed";
        };
        /** @description The body is larger than 256 KiB (262,144 bytes). */
        PayloadTooLarge: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `payload_too_large`.
             * @enum {string}
             */
            code: "payload_too_large";
        };
        /** @description A policy blocks the message. */
        PolicyViolation: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `policy_violation`.
             * @enum {string}
             */
            code: "policy_violation";
        };
        /** @description Too many requests with this key. `Retry-After` says when to try again. */
        RateLimitExceeded: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /**
             * @description Always `rate_limit_exceeded`.
             * @enum {string}
             */
            code: "rate_limit_exceeded";
            /** @description The limit, and when it next allows a request. */
            details: components["schemas"]["RateLimitState"];
        };
        /** @description The state of the rate limit that you ran into. */
        RateLimitState: {
            /** @description How many requests the limit allows in its window. */
            limit: number;
            /** @description How many are left in this window. */
            remaining: number;
            /** @description When the limit allows requests again. */
            reset_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description Names one request, for support. Begins with `req_`; opaque beyond that.
         * @example req_01hxyz
         */
        RequestId: string;
        /**
         * @description A time to wait, in whole seconds.
         * @example 30
         */
        RetryDelay: number;
        /** @description The API has nothing at this path. Check the URL. */
        RouteNotFound: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `not_found`.
             * @enum {string}
             */
            code: "not_found";
        };
        /** @description What to say to the agent. */
        SendMessageRequest: {
            /** @description The message's text. */
            message: string;
            /**
             * @description The session to continue. Leave it out and a new one is opened, with the channel's default agent; the reply names
             *     it. One that is unknown, on another channel, or not yours is 404 `session_not_found`.
             */
            session_id?: string;
            /**
             * @description Whether to stream the reply, as `text/event-stream`, while the agent writes it.
             * @default false
             */
            stream?: boolean;
            /** @description Your own identifiers for this message; they come back with it in the history. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description A conversation with an agent, on a channel. */
        Session: {
            /** @description The session's own id. */
            id: components["schemas"]["SessionId"];
            /** @description The channel that the conversation is held on. */
            channel_id: components["schemas"]["ChannelId"];
            /** @description The agent that answers. */
            agent_id: components["schemas"]["AgentId"];
            /** @description Whether the session takes messages, and if not, why. */
            status: components["schemas"]["SessionStatus"];
            /** @description How many messages the history holds, yours and the agent's. */
            message_count: number;
            /** @description What you attached when you created the session; `{}` if nothing. */
            metadata: components["schemas"]["Metadata"];
            /** @description When the session was created. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description When the session expires if no message comes: the session time-to-live (24 hours unless configured) after
             *     its last message, or after its creation while there is none. Reading does not move it.
             */
            expires_at: components["schemas"]["Timestamp"];
            /** @description When the newest message of the history was created; absent until there is one. */
            last_message_at?: components["schemas"]["Timestamp"];
        };
        /** @description The session is closed. It can still be read, but it takes no new message. */
        SessionClosed: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `session_closed`.
             * @enum {string}
             */
            code: "session_closed";
        };
        /** @description The session has expired. It can still be read, but it takes no new message and cannot be closed. */
        SessionExpired: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `session_expired`.
             * @enum {string}
             */
            code: "session_expired";
        };
        /**
         * @description Names a session. Begins with `ses_`; opaque beyond that.
         * @example ses_01hxyz
         */
        SessionId: string;
        /** @description The session does not exist, is on another channel, or the key may not see it. */
        SessionNotFound: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `session_not_found`.
             * @enum {string}
             */
            code: "session_not_found";
        };
        /**
         * @description The path of a session, to get it from.
         * @example /v1/sessions/ses_01hxyz
         */
        SessionPathname: string;
        /**
         * @description Whether a session takes messages. An `active` one does. One that went too long without a message is `expired`, one
         *     that was closed is `closed`: these can still be read, with their whole history, but take no new message.
         * @enum {string}
         */
        SessionStatus: "active" | "expired" | "closed";
        /**
         * Format: date-time
         * @description A moment in UTC, as an RFC 3339 date-time.
         * @example 2026-03-19T12:00:00Z
         */
        Timestamp: string;
        /** @description The body is not application/json in UTF-8, or it is compressed. */
        UnsupportedMediaType: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /** @description More about the error, where there is more to say. */
            details?: components["schemas"]["ErrorDetails"];
            /**
             * @description Always `unsupported_media_type`.
             * @enum {string}
             */
            code: "unsupported_media_type";
        };
        /** @description A message that you sent. It has no `tokens` and no `model`. */
        UserMessage: {
            /** @description The message's own id. */
            id: components["schemas"]["MessageId"];
            /** @description The session that the message belongs to. */
            session_id: components["schemas"]["SessionId"];
            /** @description The message's text. */
            content: string;
            /** @description When the message was created. No message is older than the one before it. */
            created_at: components["schemas"]["Timestamp"];
            /**
             * @description Who wrote it: you, or your end user.
             * @enum {string}
             */
            role: "user";
            /** @description What you attached to the message; absent if nothing. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description The body does not fit its schema. It is well-formed JSON, and no required field is missing. */
        ValidationFailed: {
            /** @description What went wrong, for a person to read. The wording may change; decide by `code`. */
            message: string;
            /** @description The request's id, to quote when you ask for help. */
            request_id: components["schemas"]["RequestId"];
            /**
             * @description Always `validation_failed`.
             * @enum {string}
             */
            code: "validation_failed";
            /** @description Which fields, and what is wrong with each. */
            details: components["schemas"]["FieldErrors"];
        };
    };
    responses: never;
    parameters: {
        /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
        "CallHeaders.channel_user_id": string;
        /**
         * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
         *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
         */
        "CallHeaders.version": string;
        /** @description The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
        ChannelPath: string;
        /** @description Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
        "Page.cursor": string;
        /** @description How many messages to return at most. */
        "Page.limit": number;
        /** @description The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
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
                /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** @description The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        /** @description What to say, and how the reply should come. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** @description The agent's reply: whole, or streamed if you asked for a stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantMessage"];
                    "text/event-stream": components["schemas"]["MessageStream"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            /** @description The key is missing, malformed or revoked. */
            401: {
                headers: {
                    /** @description The scheme to authenticate with. */
                    "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidApiKey"];
                    };
                };
            };
            /** @description The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InsufficientScope"] | components["schemas"]["PolicyViolation"] | components["schemas"]["BudgetExceeded"];
                    };
                };
            };
            /** @description Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["ChannelNotFound"] | components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            /** @description The path exists, but not for this method. */
            405: {
                headers: {
                    /** @description The methods that this path has. */
                    Allow: components["schemas"]["AllowedMethods"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["MethodNotAllowed"];
                    };
                };
            };
            /** @description The session's state does not permit it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["SessionExpired"] | components["schemas"]["SessionClosed"];
                    };
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["PayloadTooLarge"];
                    };
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["UnsupportedMediaType"];
                    };
                };
            };
            /** @description A field of the body breaks its schema. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["ValidationFailed"];
                    };
                };
            };
            /** @description Too many requests with this key. */
            429: {
                headers: {
                    /** @description How many seconds to wait before the next try. */
                    "Retry-After": components["schemas"]["RetryDelay"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["RateLimitExceeded"];
                    };
                };
            };
            /** @description The server's own fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InternalError"];
                    };
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** @description The channel. An unknown one, or one that your key may not see, is 404 `channel_not_found`, whatever the id looks like. */
                channel_id: components["parameters"]["ChannelPath"];
            };
            cookie?: never;
        };
        /** @description How to open the session. Leave it out for the channel's defaults. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            /** @description The session was created. */
            201: {
                headers: {
                    /** @description The path of the new session. */
                    Location: components["schemas"]["SessionPathname"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            /** @description The key is missing, malformed or revoked. */
            401: {
                headers: {
                    /** @description The scheme to authenticate with. */
                    "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidApiKey"];
                    };
                };
            };
            /** @description The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InsufficientScope"];
                    };
                };
            };
            /** @description Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["ChannelNotFound"] | components["schemas"]["AgentNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            /** @description The path exists, but not for this method. */
            405: {
                headers: {
                    /** @description The methods that this path has. */
                    Allow: components["schemas"]["AllowedMethods"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["MethodNotAllowed"];
                    };
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["PayloadTooLarge"];
                    };
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["UnsupportedMediaType"];
                    };
                };
            };
            /** @description A field of the body breaks its schema. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["ValidationFailed"];
                    };
                };
            };
            /** @description Too many requests with this key. */
            429: {
                headers: {
                    /** @description How many seconds to wait before the next try. */
                    "Retry-After": components["schemas"]["RetryDelay"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["RateLimitExceeded"];
                    };
                };
            };
            /** @description The server's own fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InternalError"];
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** @description The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            /** @description The key is missing, malformed or revoked. */
            401: {
                headers: {
                    /** @description The scheme to authenticate with. */
                    "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidApiKey"];
                    };
                };
            };
            /** @description The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InsufficientScope"];
                    };
                };
            };
            /** @description Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            /** @description The path exists, but not for this method. */
            405: {
                headers: {
                    /** @description The methods that this path has. */
                    Allow: components["schemas"]["AllowedMethods"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["MethodNotAllowed"];
                    };
                };
            };
            /** @description Too many requests with this key. */
            429: {
                headers: {
                    /** @description How many seconds to wait before the next try. */
                    "Retry-After": components["schemas"]["RetryDelay"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["RateLimitExceeded"];
                    };
                };
            };
            /** @description The server's own fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InternalError"];
                    };
                };
            };
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** @description The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is closed, whether by this call or by an earlier one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            /** @description The key is missing, malformed or revoked. */
            401: {
                headers: {
                    /** @description The scheme to authenticate with. */
                    "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidApiKey"];
                    };
                };
            };
            /** @description The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InsufficientScope"];
                    };
                };
            };
            /** @description Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            /** @description The path exists, but not for this method. */
            405: {
                headers: {
                    /** @description The methods that this path has. */
                    Allow: components["schemas"]["AllowedMethods"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["MethodNotAllowed"];
                    };
                };
            };
            /** @description The session's state does not permit it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["SessionExpired"];
                    };
                };
            };
            /** @description Too many requests with this key. */
            429: {
                headers: {
                    /** @description How many seconds to wait before the next try. */
                    "Retry-After": components["schemas"]["RetryDelay"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["RateLimitExceeded"];
                    };
                };
            };
            /** @description The server's own fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InternalError"];
                    };
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many messages to return at most. */
                limit?: components["parameters"]["Page.limit"];
                /** @description Where to continue: the `next_cursor` of the page before. Opaque; one that was not given to you is refused. */
                cursor?: components["parameters"]["Page.cursor"];
            };
            header?: {
                /** @description The end user on whose behalf you call, such as `usr_01hx`; optional. */
                "X-Channel-User-Id"?: components["parameters"]["CallHeaders.channel_user_id"];
                /**
                 * @description Pins a dated version of the API: you get the newest one that is not after this date, or the latest if you
                 *     leave the header out. The first version is of 2026-03-01; an earlier date is refused.
                 */
                "Thinklio-Version"?: components["parameters"]["CallHeaders.version"];
            };
            path: {
                /** @description The session. An unknown one, or one that your key may not see, is 404 `session_not_found`, whatever the id looks like. */
                session_id: components["parameters"]["SessionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the session's history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidRequest"];
                    };
                };
            };
            /** @description The key is missing, malformed or revoked. */
            401: {
                headers: {
                    /** @description The scheme to authenticate with. */
                    "WWW-Authenticate": components["schemas"]["BearerChallenge"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InvalidApiKey"];
                    };
                };
            };
            /** @description The key may not do this, or what it asks for is not permitted. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InsufficientScope"];
                    };
                };
            };
            /** @description Something that the request names does not exist, or the key may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["SessionNotFound"] | components["schemas"]["RouteNotFound"];
                    };
                };
            };
            /** @description The path exists, but not for this method. */
            405: {
                headers: {
                    /** @description The methods that this path has. */
                    Allow: components["schemas"]["AllowedMethods"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["MethodNotAllowed"];
                    };
                };
            };
            /** @description Too many requests with this key. */
            429: {
                headers: {
                    /** @description How many seconds to wait before the next try. */
                    "Retry-After": components["schemas"]["RetryDelay"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["RateLimitExceeded"];
                    };
                };
            };
            /** @description The server's own fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The error. */
                        error: components["schemas"]["InternalError"];
                    };
                };
            };
        };
    };
}
