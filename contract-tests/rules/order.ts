import { validateSession } from "../../generated/validators.js";
import { closeSession, createSession, getSession, openSession, sendMessage, unknownId } from "../calls.ts";
import { demandBody, demandError, demandInvalid } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Call, Target } from "../target.ts";
import { lifetimeOf } from "./lifetime.ts";
import { exhaustBudget, exhaustRateLimit } from "./limits.ts";

const asText: HeaderField = ["Content-Type", "text/plain"];
const asJson: HeaderField = ["Content-Type", "application/json"];
const badVersion: HeaderField = ["Thinklio-Version", "yesterday"];
const tooLarge: string = "x".repeat(262_145);

/** Which of two faults is answered, where a request has both. */
export const orderRules: readonly Rule[] = [
  {
    id: "ERR-020",
    title: "The route comes before the key",
    statement:
      "A request without a key answers 404 where there is no such route, and 405 where it has other methods.",
    covers: ["Order 1"],
    needs: [],
    async check(target) {
      demandError(await target.send("GET", "/v1/nothing", { key: null }), 404, "not_found");
      const path = `/v1/sessions/${unknownId("ses")}`;
      demandError(await target.send("DELETE", path, { key: null }), 405, "method_not_allowed");
    },
  },
  {
    id: "ERR-021",
    title: "The key comes before all else about a request",
    statement: "A request without a key answers 401, whatever is wrong with its path, headers and body.",
    covers: ["Order 2"],
    needs: [],
    async check(target) {
      const key = null;
      const nowhere = { key, channel: unknownId("ch") };
      demandError(await createSession(target, { agent_id: 7 }, nowhere), 401, "invalid_api_key");
      demandError(await sendMessage(target, {}, { key, headers: [badVersion] }), 401, "invalid_api_key");
      for (const headers of [[asText], [asJson], [], [asJson, badVersion]]) {
        demandError(
          await sendMessage(target, undefined, { key, headers, body: "{" }),
          401,
          "invalid_api_key",
        );
      }
      const large = { key, headers: [asJson], body: tooLarge };
      demandError(await sendMessage(target, undefined, large), 401, "invalid_api_key");
      demandError(await target.send("GET", "/v1/sessions/%zz", { key }), 401, "invalid_api_key");
    },
  },
  {
    id: "ERR-022",
    title: "The rate limit comes before the media type",
    statement: "A request beyond the rate limit answers 429, whatever is wrong with its headers and body.",
    covers: ["Order 3"],
    needs: ["rate-limited-key"],
    async check(target) {
      await exhaustRateLimit(target);
      const key = target.offer("rate-limited-key");
      const answer = await sendMessage(target, undefined, { key, headers: [asText, badVersion], body: "{" });
      demandError(answer, 429, "rate_limit_exceeded");
    },
  },
  {
    id: "ERR-023",
    title: "The media type comes before the size",
    statement: "A body that is too large and of a wrong media type answers 415.",
    covers: ["Order 4"],
    needs: ["write"],
    async check(target) {
      const answer = await sendMessage(target, undefined, { headers: [asText], body: tooLarge });
      demandError(answer, 415, "unsupported_media_type");
    },
  },
  {
    id: "ERR-024",
    title: "The media type comes before the JSON",
    statement: "A body that is not JSON and of a wrong media type answers 415.",
    covers: ["Order 4"],
    needs: ["write"],
    async check(target) {
      const answer = await sendMessage(target, undefined, { headers: [asText, badVersion], body: "{" });
      demandError(answer, 415, "unsupported_media_type");
    },
  },
  {
    id: "ERR-025",
    title: "The size comes before the JSON",
    statement: "A body that is too large and not JSON answers 413, whatever the other headers say.",
    covers: ["Order 5"],
    needs: ["write"],
    async check(target) {
      const answer = await sendMessage(target, undefined, { headers: [asJson, badVersion], body: tooLarge });
      demandError(answer, 413, "payload_too_large");
    },
  },
  {
    id: "ERR-026",
    title: "The headers come before the body's schema",
    statement: "A request with a malformed header and a body that breaks its schema answers 400.",
    covers: ["Order 6"],
    needs: ["write"],
    async check(target) {
      const answer = await createSession(target, { metadata: "text" }, { headers: [badVersion] });
      demandError(answer, 400, "invalid_request");
    },
  },
  {
    id: "ERR-027",
    title: "The path comes before the body's schema",
    statement: "A request with a path that cannot be decoded and a body that breaks its schema answers 400.",
    covers: ["Order 6"],
    needs: ["write"],
    async check(target) {
      const answer = await target.send("POST", "/v1/channels/%zz/sessions", { json: { metadata: "text" } });
      demandError(answer, 400, "invalid_request");
    },
  },
  {
    id: "ERR-028",
    title: "The body's schema comes before the scope",
    statement: "A request with a body that breaks its schema answers 422, even if the key may not do this.",
    covers: ["Order 7"],
    needs: ["write", "read-only-key"],
    async check(target) {
      const call = { key: target.offer("read-only-key") };
      demandInvalid(await createSession(target, { metadata: "text" }, call), "/metadata");
      demandError(await sendMessage(target, {}, call), 400, "invalid_request");
    },
  },
  {
    id: "ERR-029",
    title: "The scope comes before existence",
    statement: "A key that may not do this gets 403, even if what the request names does not exist.",
    covers: ["Order 8"],
    needs: ["write", "read-only-key"],
    async check(target) {
      const key = target.offer("read-only-key");
      const call = { key, channel: unknownId("ch") };
      demandError(await createSession(target, {}, call), 403, "insufficient_scope");
      demandError(await sendMessage(target, { message: "Hello" }, call), 403, "insufficient_scope");
      demandError(await closeSession(target, unknownId("ses"), { key }), 403, "insufficient_scope");
    },
  },
  {
    id: "ERR-030",
    title: "The body's schema comes before existence",
    statement:
      "A request with a body that breaks its schema answers 422, even if what it names does not exist.",
    covers: ["Order 7"],
    needs: ["write"],
    async check(target) {
      const channel = unknownId("ch");
      demandInvalid(await createSession(target, { metadata: "text" }, { channel }), "/metadata");
      demandInvalid(await sendMessage(target, { message: "" }, { channel }), "/message");
      demandError(await sendMessage(target, {}, { channel }), 400, "invalid_request");
      const json = { message: "", session_id: unknownId("ses") };
      demandInvalid(await sendMessage(target, json), "/message");
    },
  },
  {
    id: "ERR-031",
    title: "The headers come before existence",
    statement: "A request with a malformed header answers 400, even if what it names does not exist.",
    covers: ["Order 6"],
    needs: [],
    async check(target) {
      const answer = await getSession(target, unknownId("ses"), { headers: [badVersion] });
      demandError(answer, 400, "invalid_request");
    },
  },
  {
    id: "ERR-032",
    title: "Existence comes before the session's state",
    statement: "A message to a closed session on another channel answers 404, and not 409.",
    covers: ["Order 9"],
    needs: ["write", "second-channel"],
    async check(target) {
      const { id } = await openSession(target);
      demandBody(await closeSession(target, id), 200, validateSession);
      const json = { message: "Hello", session_id: id };
      const answer = await sendMessage(target, json, { channel: target.offer("second-channel") });
      demandError(answer, 404, "session_not_found");
    },
  },
  {
    id: "ERR-033",
    title: "Existence comes before the policy",
    statement:
      "A message that a policy blocks, to a session or on a channel that does not exist, answers 404.",
    covers: ["Order 9"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const message = target.offer("blocked-message");
      const unknown = await sendMessage(target, { message, session_id: unknownId("ses") });
      demandError(unknown, 404, "session_not_found");
      const nowhere = await sendMessage(target, { message }, { channel: unknownId("ch") });
      demandError(nowhere, 404, "channel_not_found");
    },
  },
  {
    id: "ERR-034",
    title: "The session's state comes before the policy",
    statement: "A message that a policy blocks, to a closed session, answers 409.",
    covers: ["Order 10"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      demandBody(await closeSession(target, session_id), 200, validateSession);
      const answer = await sendMessage(target, { message: target.offer("blocked-message"), session_id });
      demandError(answer, 409, "session_closed");
    },
  },
  {
    id: "ERR-035",
    title: "The session's state comes before the budget",
    statement: "A message to a closed session answers 409, even if the budget is exhausted.",
    covers: ["Order 10"],
    needs: ["write", "spent-key"],
    async check(target) {
      const { key, channel } = target.offer("spent-key");
      const session = demandBody(await createSession(target, {}, { key, channel }), 201, validateSession);
      demandBody(await closeSession(target, session.id, { key }), 200, validateSession);
      await exhaustBudget(target);
      const answer = await sendMessage(
        target,
        { message: "Hello", session_id: session.id },
        { key, channel },
      );
      demandError(answer, 409, "session_closed");
    },
  },
  {
    id: "ERR-200",
    title: "The body and the headers come before the scope",
    statement:
      "A media type, a size, a JSON or a header that is at fault decides the answer, even if the key may not do this.",
    covers: ["Order 7"],
    needs: ["write", "read-only-key"],
    async check(target) {
      await demandFaultOfBody(target, { key: target.offer("read-only-key") });
    },
  },
  {
    id: "ERR-201",
    title: "The body and the headers come before existence",
    statement:
      "A media type, a size, a JSON or a header that is at fault decides the answer, even if there is no such channel.",
    covers: ["Order 7", "Order 8"],
    needs: ["write"],
    async check(target) {
      await demandFaultOfBody(target, { channel: unknownId("ch") });
    },
  },
  {
    id: "ERR-202",
    title: "Existence comes before the budget",
    statement: "A message to a session that does not exist answers 404, even if the budget is exhausted.",
    covers: ["Order 9", "Order 10"],
    needs: ["write", "spent-key"],
    async check(target) {
      const { key, channel } = target.offer("spent-key");
      await exhaustBudget(target);
      const json = { message: "Hello", session_id: unknownId("ses") };
      demandError(await sendMessage(target, json, { key, channel }), 404, "session_not_found");
    },
  },
  {
    id: "ERR-203",
    title: "The session's expiry comes before the policy",
    statement: "A message that a policy blocks, to an expired session, answers 409 session_expired.",
    covers: ["Order 10"],
    needs: ["write", "pass-time", "blocked-message"],
    async check(target) {
      const session = await openSession(target);
      await target.offer("pass-time")(1.25 * lifetimeOf(session));
      const json = { message: target.offer("blocked-message"), session_id: session.id };
      demandError(await sendMessage(target, json), 409, "session_expired");
    },
  },
  {
    id: "ERR-204",
    title: "The body's schema comes before the policy",
    statement: "A message that a policy blocks, in a body that breaks its schema, answers 422.",
    covers: ["Order 7", "Order 10"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const json = { message: target.offer("blocked-message"), metadata: "text" };
      demandInvalid(await sendMessage(target, json), "/metadata");
    },
  },
];

/** Demands that each fault of a message's body or headers is answered before what else is wrong with the call. */
async function demandFaultOfBody(target: Target, call: Call & { readonly channel?: string }): Promise<void> {
  const send = (headers: readonly HeaderField[], body: string): Promise<Answer> =>
    sendMessage(target, undefined, { ...call, headers, body });
  const body = '{"message":"Hello"}';
  demandError(await send([asText], body), 415, "unsupported_media_type");
  demandError(await send([asJson], "x".repeat(262_145)), 413, "payload_too_large");
  demandError(await send([asJson], "{"), 400, "invalid_request");
  demandError(await send([asJson, badVersion], body), 400, "invalid_request");
}
