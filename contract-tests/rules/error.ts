import {
  closeSession,
  converse,
  createSession,
  getSession,
  listMessages,
  openSession,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandEqual, demandError, demandInvalid, errorField } from "../demand.ts";
import { property } from "../json.ts";
import type { Rule } from "../rule.ts";
import type { Answer } from "../target.ts";
import { exhaustBudget, exhaustRateLimit } from "./limits.ts";
import { everyOperation } from "./operations.ts";

/** The errors, each with its status and code, and the envelope that they share. */
export const errorRules: readonly Rule[] = [
  {
    id: "ERR-001",
    title: "Every error has the same envelope",
    statement:
      "An error is JSON: an object error with a code, a message and a request_id that begins with req_.",
    covers: ["Error 1", "Error 2"],
    needs: [],
    async check(target) {
      demandEnvelope(await target.send("GET", "/v1/nothing"));
      demandEnvelope(await target.send("DELETE", `/v1/sessions/${unknownId("ses")}`));
      demandEnvelope(await getSession(target, unknownId("ses"), { key: null }));
      demandEnvelope(
        await getSession(target, unknownId("ses"), { headers: [["Thinklio-Version", "yesterday"]] }),
      );
    },
  },
  {
    id: "ERR-002",
    title: "403 insufficient_scope: the key may not do this",
    statement:
      "An operation that the key's scopes do not cover answers 403 insufficient_scope, and does nothing.",
    covers: ["Error 17", "History 16"],
    needs: ["write", "read-only-key"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const before = await readSession(target, id);
      const call = { key: target.offer("read-only-key") };
      demandError(await createSession(target, {}, call), 403, "insufficient_scope");
      const json = { message: "Hello", session_id: id };
      demandError(await sendMessage(target, json, call), 403, "insufficient_scope");
      demandError(await closeSession(target, id, call), 403, "insufficient_scope");
      demandEqual("the session", await readSession(target, id), before);
    },
  },
  {
    id: "ERR-003",
    title: "403 policy_violation: a policy blocks the message",
    statement:
      "A message that a policy blocks answers 403 policy_violation, in a session or without one, streamed or not.",
    covers: ["Error 18"],
    needs: ["write", "blocked-message"],
    async check(target) {
      const message = target.offer("blocked-message");
      const { id: session_id } = await openSession(target);
      for (const json of [{ message }, { message, stream: true }, { message, session_id }]) {
        demandError(await sendMessage(target, json), 403, "policy_violation");
      }
    },
  },
  {
    id: "ERR-004",
    title: "403 budget_exceeded: the budget is exhausted",
    statement: "A message answers 403 budget_exceeded when the budget is exhausted, streamed or not.",
    covers: ["Error 19"],
    needs: ["write", "spent-key"],
    async check(target) {
      const { key, channel } = target.offer("spent-key");
      await exhaustBudget(target);
      for (const stream of [false, true]) {
        const answer = await sendMessage(target, { message: "Hello", stream }, { key, channel });
        demandError(answer, 403, "budget_exceeded");
      }
    },
  },
  {
    id: "ERR-005",
    title: "404 channel_not_found: there is no such channel",
    statement: "createSession and sendMessage on a channel that does not exist answer 404 channel_not_found.",
    covers: ["Error 20"],
    needs: [],
    async check(target) {
      const call = { channel: unknownId("ch") };
      demandError(await createSession(target, {}, call), 404, "channel_not_found");
      demandError(await sendMessage(target, { message: "Hello" }, call), 404, "channel_not_found");
    },
  },
  {
    id: "ERR-006",
    title: "404 channel_not_found: the key may not see the channel",
    statement: "A channel that the key may not see is answered like one that does not exist.",
    covers: ["Error 21"],
    needs: ["second-key"],
    async check(target) {
      const call = { key: target.offer("second-key") };
      demandError(await createSession(target, {}, call), 404, "channel_not_found");
      demandError(await sendMessage(target, { message: "Hello" }, call), 404, "channel_not_found");
    },
  },
  {
    id: "ERR-007",
    title: "404 session_not_found: there is no such session",
    statement: "Reading, closing, or sending to a session that does not exist answers 404 session_not_found.",
    covers: ["Error 22"],
    needs: ["write"],
    async check(target) {
      const id = unknownId("ses");
      demandError(await getSession(target, id), 404, "session_not_found");
      demandError(await listMessages(target, id), 404, "session_not_found");
      demandError(await closeSession(target, id), 404, "session_not_found");
      demandError(await sendMessage(target, { message: "Hello", session_id: id }), 404, "session_not_found");
    },
  },
  {
    id: "ERR-008",
    title: "404 agent_not_found: there is no such agent",
    statement:
      "createSession with an agent_id that names nothing answers 404 agent_not_found, whatever it looks like.",
    covers: ["Error 24"],
    needs: ["write"],
    async check(target) {
      for (const agent_id of [unknownId("agt"), "nobody", "", "agt_\u0000", "a".repeat(10_000)]) {
        demandError(await createSession(target, { agent_id }), 404, "agent_not_found");
      }
    },
  },
  {
    id: "ERR-009",
    title: "404 not_found: there is no such route",
    statement: "A path that is none of the API's answers 404 not_found, whatever the method.",
    covers: ["Error 26"],
    needs: [],
    async check(target) {
      const channel = `/v1/channels/${encodeURIComponent(target.channel)}`;
      for (const path of [
        "/",
        "/v1",
        "/v1/nothing",
        "/v2/sessions/ses_01hxyz",
        channel,
        `${channel}/nothing`,
      ]) {
        demandError(await target.send("GET", path), 404, "not_found");
        demandError(await target.send("POST", path, { json: {} }), 404, "not_found");
      }
    },
  },
  {
    id: "ERR-010",
    title: "422 validation_failed: details name the fields",
    statement:
      "A 422 has details.errors, a list of a path and a message, where the path is a JSON pointer to a field at fault.",
    covers: ["Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      const answer = await createSession(target, { metadata: "text" });
      demandInvalid(answer, "/metadata");
      const errors = property(errorField(answer, "details"), "errors");
      const [first] = Array.isArray(errors) ? errors : [];
      demandEqual(
        "the type of the message in details.errors",
        typeof property(first, "message"),
        "string",
        answer,
      );
    },
  },
  {
    id: "ERR-011",
    title: "429 rate_limit_exceeded: with Retry-After and the limit's state",
    statement:
      "A request beyond the rate limit answers 429 rate_limit_exceeded, with Retry-After in seconds, and limit, remaining and reset_at in details.",
    covers: ["Error 35", "Error 36", "Error 37"],
    needs: ["rate-limited-key"],
    async check(target) {
      const answer = await exhaustRateLimit(target);
      demandError(answer, 429, "rate_limit_exceeded");
      const retryAfter = answer.response.headers.get("retry-after") ?? "";
      demand(/^\d+$/.test(retryAfter), `Retry-After must be a number of seconds, not ${retryAfter}`, answer);
      const details = errorField(answer, "details");
      demandEqual("details.remaining", property(details, "remaining"), 0, answer);
      for (const [name, type] of [
        ["limit", "number"],
        ["reset_at", "string"],
      ] as const) {
        demandEqual(`the type of details.${name}`, typeof property(details, name), type, answer);
      }
    },
  },
  {
    id: "ERR-012",
    title: "500 internal_error: says nothing of the inside",
    statement:
      "Where the server fails, it answers 500 internal_error, without a stack trace or a word of its inside.",
    covers: ["Error 39", "Error 40"],
    needs: ["write", "failing-message"],
    async check(target) {
      // What a 500 must not tell of, the oracle looks for in every one.
      const answer = await sendMessage(target, { message: target.offer("failing-message") });
      demandError(answer, 500, "internal_error");
    },
  },
  {
    id: "ERR-013",
    title: "404 agent_not_found: the key may not see the agent",
    statement: "An agent that the key may not see is answered like one that does not exist.",
    covers: ["Error 25"],
    needs: ["write", "hidden-agent"],
    async check(target) {
      const answer = await createSession(target, { agent_id: target.offer("hidden-agent") });
      demandError(answer, 404, "agent_not_found");
    },
  },
  {
    id: "ERR-014",
    title: "The rate limit accepts requests again after Retry-After",
    statement: "After Retry-After a request is accepted, and no more in a row than details.limit says.",
    covers: ["Error 38"],
    needs: ["rate-limited-key", "pass-time"],
    async check(target) {
      for (let attempts = 0; attempts < 3; attempts += 1) {
        const answer = await exhaustRateLimit(target);
        const limit = property(errorField(answer, "details"), "limit");
        const retryAfter = 1000 * Number(answer.response.headers.get("retry-after"));
        await target.offer("pass-time")(retryAfter);
        const before = target.exchanges.length;
        const start = performance.now();
        const refused = await exhaustRateLimit(target);
        const accepted = target.exchanges.length - before - 1;
        demand(accepted >= 1, "no request was accepted after Retry-After", refused);
        // Requests that took as long as the limit's time may have had two of them. Retry-After is rounded up.
        if (performance.now() - start > retryAfter - 1000) continue;
        demand(accepted <= Number(limit), "more requests were accepted than details.limit says", refused);
        return;
      }
    },
  },
  {
    id: "ERR-015",
    title: "An error's details are an object",
    statement: "An error may have details; where it has, they are an object.",
    covers: ["Error 3"],
    needs: [],
    async check(target) {
      const session = unknownId("ses");
      for (const answer of [
        await target.send("GET", "/v1/nothing"),
        await target.send("DELETE", `/v1/sessions/${session}`),
        await getSession(target, session, { key: null }),
        await listMessages(target, session, { limit: "ten" }),
      ]) {
        const details = errorField(answer, "details");
        if (details === undefined) continue;
        const isObject = typeof details === "object" && details !== null && !Array.isArray(details);
        demand(isObject, "error.details must be an object", answer);
      }
    },
  },
  {
    id: "ERR-300",
    title: "Retry-After is not longer than until reset_at",
    statement: "Whoever waits as long as Retry-After says waits for reset_at, and not longer.",
    covers: ["Error 36", "Error 37"],
    needs: ["write", "rate-limited-key"],
    async check(target) {
      // A new session tells what time it is on the server.
      const { created_at } = await openSession(target);
      const answer = await exhaustRateLimit(target);
      const resetAt = Date.parse(String(property(errorField(answer, "details"), "reset_at")));
      const longest = Math.ceil((resetAt - Date.parse(created_at)) / 1000) + 1;
      const retryAfter = Number(answer.response.headers.get("retry-after"));
      demand(retryAfter <= longest, `Retry-After is ${retryAfter}, and reset_at in ${longest} s`, answer);
    },
  },
  {
    id: "ERR-016",
    title: "429 rate_limit_exceeded: every operation counts",
    statement: "A key that is beyond its rate limit is refused by every operation.",
    covers: ["Error 35"],
    needs: ["rate-limited-key"],
    async check(target) {
      const key = target.offer("rate-limited-key");
      for (const { method, path, call } of everyOperation(target)) {
        // Again for each, since the limit's time may be over in between.
        await exhaustRateLimit(target);
        demandError(await target.send(method, path, { ...call, key }), 429, "rate_limit_exceeded");
      }
    },
  },
  {
    id: "ERR-017",
    title: "A request_id names one request",
    statement: "The errors of two requests have two request_ids.",
    covers: ["Error 41"],
    needs: [],
    async check(target) {
      const ids: unknown[] = [];
      for (let requests = 0; requests < 3; requests += 1) {
        ids.push(errorField(await target.send("GET", "/v1/nothing"), "request_id"));
      }
      demand(new Set(ids).size === ids.length, "two requests have the same request_id");
    },
  },
];

function demandEnvelope(answer: Answer): void {
  const mediaType = answer.response.headers.get("content-type") ?? "none";
  demand(
    /^application\/json\b/i.test(mediaType),
    `the media type must be application/json, not ${mediaType}`,
    answer,
  );
  for (const name of ["code", "message", "request_id"]) {
    demandEqual(`the type of error.${name}`, typeof errorField(answer, name), "string", answer);
  }
  const id = String(errorField(answer, "request_id"));
  demand(id.startsWith("req_"), `error.request_id must begin with req_, and is ${id}`, answer);
}
