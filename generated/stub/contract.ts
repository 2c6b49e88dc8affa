// Written by `npm run generate` from spec/. Do not edit.

import * as validators from "../validators.js";
import type { ContractDefinition, ParameterDefinition, ResponseDefinition } from "./definition.ts";

const xChannelUserIdParameter: ParameterDefinition = { in: "header", name: "X-Channel-User-Id", type: "string", required: false, validate: validators.validateXChannelUserIdParameter };
const thinklioVersionParameter: ParameterDefinition = { in: "header", name: "Thinklio-Version", type: "string", required: false, validate: validators.validateThinklioVersionParameter };
const channelIdParameter: ParameterDefinition = { in: "path", name: "channel_id", type: "string", required: true, notFound: "channel_not_found", validate: validators.validateChannelIdParameter };
const sessionIdParameter: ParameterDefinition = { in: "path", name: "session_id", type: "string", required: true, notFound: "session_not_found", validate: validators.validateSessionIdParameter };
const invalidRequestEnvelope: ResponseDefinition = { headers: {}, json: validators.validateInvalidRequestEnvelope };
const invalidApiKeyEnvelope: ResponseDefinition = { headers: { "WWW-Authenticate": { validate: validators.validateWWWAuthenticateHeader, default: "Bearer" } }, json: validators.validateInvalidApiKeyEnvelope };
const methodNotAllowedEnvelope: ResponseDefinition = { headers: { Allow: { validate: validators.validateAllowHeader } }, json: validators.validateMethodNotAllowedEnvelope };
const payloadTooLargeEnvelope: ResponseDefinition = { headers: {}, json: validators.validatePayloadTooLargeEnvelope };
const unsupportedMediaTypeEnvelope: ResponseDefinition = { headers: {}, json: validators.validateUnsupportedMediaTypeEnvelope };
const validationFailedEnvelope: ResponseDefinition = { headers: {}, json: validators.validateValidationFailedEnvelope };
const rateLimitExceededEnvelope: ResponseDefinition = { headers: { "Retry-After": { validate: validators.validateRetryAfterHeader } }, json: validators.validateRateLimitExceededEnvelope };
const internalErrorEnvelope: ResponseDefinition = { headers: {}, json: validators.validateInternalErrorEnvelope };
const insufficientScopeEnvelope: ResponseDefinition = { headers: {}, json: validators.validateInsufficientScopeEnvelope };
const session: ResponseDefinition = { headers: {}, json: validators.validateSession };
const sessionNotFoundOrRouteNotFoundEnvelope: ResponseDefinition = { headers: {}, json: validators.validateSessionNotFoundOrRouteNotFoundEnvelope };

/** The contract, as the stub reads it. */
export const contract: ContractDefinition = {
  maxBodyBytes: 262144,
  maxBodyDepth: 1000,
  errors: {
    invalid_request: { status: 400, message: "The request is malformed." },
    invalid_api_key: { status: 401, message: "The key is missing, malformed or revoked." },
    insufficient_scope: { status: 403, message: "The key is good, but may not do this." },
    policy_violation: { status: 403, message: "A policy blocks the message." },
    budget_exceeded: { status: 403, message: "The budget is exhausted." },
    channel_not_found: { status: 404, message: "The channel does not exist, or the key may not see it." },
    session_not_found: { status: 404, message: "The session does not exist, is on another channel, or the key may not see it." },
    not_found: { status: 404, message: "The API has nothing at this path." },
    method_not_allowed: { status: 405, message: "The path exists, but not for this method." },
    session_expired: { status: 409, message: "The session has expired." },
    session_closed: { status: 409, message: "The session is closed." },
    payload_too_large: { status: 413, message: "The body is larger than 256 KiB (262,144 bytes)." },
    unsupported_media_type: { status: 415, message: "The body is not application/json in UTF-8, or it is compressed." },
    validation_failed: { status: 422, message: "The body does not fit its schema." },
    rate_limit_exceeded: { status: 429, message: "Too many requests with this key." },
    internal_error: { status: 500, message: "Something went wrong on the server's side." },
    agent_not_found: { status: 404, message: "The agent does not exist, or the key may not see it." },
  },
  operations: [
    {
      id: "sendMessage",
      method: "POST",
      path: ["v1","channels","{channel_id}","messages"],
      parameters: [
        xChannelUserIdParameter,
        thinklioVersionParameter,
        channelIdParameter,
      ],
      body: { required: true, validate: validators.validateSendMessageRequest },
      responses: {
        200: { headers: {}, json: validators.validateAssistantMessage, events: { validate: validators.validateMessageDelta, done: "[DONE]" } },
        400: invalidRequestEnvelope,
        401: invalidApiKeyEnvelope,
        403: { headers: {}, json: validators.validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope },
        404: { headers: {}, json: validators.validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope },
        405: methodNotAllowedEnvelope,
        409: { headers: {}, json: validators.validateSessionExpiredOrSessionClosedEnvelope },
        413: payloadTooLargeEnvelope,
        415: unsupportedMediaTypeEnvelope,
        422: validationFailedEnvelope,
        429: rateLimitExceededEnvelope,
        500: internalErrorEnvelope,
      },
    },
    {
      id: "createSession",
      method: "POST",
      path: ["v1","channels","{channel_id}","sessions"],
      parameters: [
        xChannelUserIdParameter,
        thinklioVersionParameter,
        channelIdParameter,
      ],
      body: { required: false, validate: validators.validateCreateSessionRequest },
      responses: {
        201: { headers: { Location: { validate: validators.validateLocationHeader } }, json: validators.validateSession },
        400: invalidRequestEnvelope,
        401: invalidApiKeyEnvelope,
        403: insufficientScopeEnvelope,
        404: { headers: {}, json: validators.validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope },
        405: methodNotAllowedEnvelope,
        413: payloadTooLargeEnvelope,
        415: unsupportedMediaTypeEnvelope,
        422: validationFailedEnvelope,
        429: rateLimitExceededEnvelope,
        500: internalErrorEnvelope,
      },
    },
    {
      id: "getSession",
      method: "GET",
      path: ["v1","sessions","{session_id}"],
      parameters: [
        xChannelUserIdParameter,
        thinklioVersionParameter,
        sessionIdParameter,
      ],
      responses: {
        200: session,
        400: invalidRequestEnvelope,
        401: invalidApiKeyEnvelope,
        403: insufficientScopeEnvelope,
        404: sessionNotFoundOrRouteNotFoundEnvelope,
        405: methodNotAllowedEnvelope,
        429: rateLimitExceededEnvelope,
        500: internalErrorEnvelope,
      },
    },
    {
      id: "closeSession",
      method: "POST",
      path: ["v1","sessions","{session_id}","close"],
      parameters: [
        xChannelUserIdParameter,
        thinklioVersionParameter,
        sessionIdParameter,
      ],
      responses: {
        200: session,
        400: invalidRequestEnvelope,
        401: invalidApiKeyEnvelope,
        403: insufficientScopeEnvelope,
        404: sessionNotFoundOrRouteNotFoundEnvelope,
        405: methodNotAllowedEnvelope,
        409: { headers: {}, json: validators.validateSessionExpiredEnvelope },
        429: rateLimitExceededEnvelope,
        500: internalErrorEnvelope,
      },
    },
    {
      id: "listMessages",
      method: "GET",
      path: ["v1","sessions","{session_id}","messages"],
      parameters: [
        xChannelUserIdParameter,
        thinklioVersionParameter,
        sessionIdParameter,
        { in: "query", name: "limit", type: "integer", required: false, default: 20, validate: validators.validateLimitParameter },
        { in: "query", name: "cursor", type: "string", required: false, validate: validators.validateCursorParameter },
      ],
      responses: {
        200: { headers: {}, json: validators.validateMessagePage },
        400: invalidRequestEnvelope,
        401: invalidApiKeyEnvelope,
        403: insufficientScopeEnvelope,
        404: sessionNotFoundOrRouteNotFoundEnvelope,
        405: methodNotAllowedEnvelope,
        429: rateLimitExceededEnvelope,
        500: internalErrorEnvelope,
      },
    },
  ],
};
