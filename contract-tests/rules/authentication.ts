import { randomUUID } from "node:crypto";
import { validateMessagePage, validateSession } from "../../generated/validators.js";
import {
  converse,
  getSession,
  listMessages,
  openSession,
  readHistory,
  readSession,
  unknownId,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Call, Target } from "../target.ts";
import { everyOperation } from "./operations.ts";

/** The key that every operation asks for. */
export const authenticationRules: readonly Rule[] = [
  withoutKey("AUT-001", "createSession"),
  withoutKey("AUT-002", "getSession"),
  withoutKey("AUT-003", "sendMessage"),
  withoutKey("AUT-004", "listMessages"),
  withoutKey("AUT-005", "closeSession"),
  {
    id: "AUT-006",
    title: "A malformed Authorization header is refused",
    statement: "An Authorization header that is not the scheme Bearer and one key is answered with 401.",
    covers: ["Error 12"],
    needs: [],
    async check(target) {
      const { key } = target;
      for (const value of [
        "",
        "Bearer",
        "Bearer ",
        key,
        `Basic ${key}`,
        `Bearer${key}`,
        `Bearer ${key} ${key}`,
      ]) {
        demandError(
          await anyRead(target, { key: null, headers: [["Authorization", value]] }),
          401,
          "invalid_api_key",
        );
      }
    },
  },
  {
    id: "AUT-007",
    title: "An unknown key is refused",
    statement: "A key that the server did not give, or has revoked, is answered with 401.",
    covers: ["Error 13"],
    needs: [],
    async check(target) {
      for (const key of [randomUUID(), `${target.key}x`]) {
        demandError(await anyRead(target, { key }), 401, "invalid_api_key");
      }
    },
  },
  {
    id: "AUT-008",
    title: "The scheme's name can be in any case",
    statement: "Bearer, bearer and BEARER are the same scheme.",
    covers: ["Request 2"],
    needs: [],
    async check(target) {
      for (const scheme of ["Bearer", "bearer", "BEARER", "bEaReR"]) {
        const headers = [["Authorization", `${scheme} ${target.key}`]] as const;
        demandStatus(await anyRead(target, { key: null, headers }), 200, 404);
      }
    },
  },
  {
    id: "AUT-009",
    title: "Two Authorization headers are refused",
    statement:
      "A request with more than one Authorization header is malformed: 401, even if a key in it is good.",
    covers: ["Error 15"],
    needs: [],
    async check(target) {
      const good = ["Authorization", `Bearer ${target.key}`] as const;
      const bad = ["Authorization", `Bearer ${randomUUID()}`] as const;
      for (const headers of [
        [good, good],
        [good, bad],
        [bad, good],
      ]) {
        demandError(await anyRead(target, { key: null, headers }), 401, "invalid_api_key");
      }
    },
  },
  {
    id: "AUT-010",
    title: "401 names the scheme",
    statement:
      "A 401 has WWW-Authenticate with the scheme Bearer, with or without parameters, whether the key is missing or wrong.",
    covers: ["Error 16"],
    needs: [],
    async check(target) {
      for (const headers of [[], [["Authorization", "Basic eDp5"]]] as const) {
        const answer = await anyRead(target, { key: null, headers });
        demandStatus(answer, 401);
        const challenge = answer.response.headers.get("www-authenticate") ?? "missing";
        demand(
          /^Bearer(?: |$)/.test(challenge),
          `WWW-Authenticate must be Bearer, and is ${challenge}`,
          answer,
        );
      }
    },
  },
  {
    id: "AUT-200",
    title: "A key counts whole, and as it is written",
    statement: "A good key in another case, or without its last character, is not that key: 401.",
    covers: ["Error 13"],
    needs: [],
    async check(target) {
      const { key } = target;
      const others = [key.toUpperCase(), key.toLowerCase(), key.slice(0, -1)];
      for (const other of others.filter((one) => one !== key && one !== "")) {
        demandError(await getSession(target, unknownId("ses"), { key: other }), 401, "invalid_api_key");
      }
    },
  },
  {
    id: "AUT-201",
    title: "A key that may read can read",
    statement: "A key of the same tenant that may only read gets the session and its history.",
    covers: ["Error 17"],
    needs: ["write", "read-only-key"],
    async check(target) {
      const key = target.offer("read-only-key");
      const session = await openSession(target);
      await converse(target, { message: "Hello", session_id: session.id });
      const read = demandBody(await getSession(target, session.id, { key }), 200, validateSession);
      demandEqual("the session", read, await readSession(target, session.id));
      const page = demandBody(await listMessages(target, session.id, {}, { key }), 200, validateMessagePage);
      demandEqual("the history", page.data, await readHistory(target, session.id));
    },
  },
];

function withoutKey(id: string, operation: string): Rule {
  return {
    id,
    title: `${operation} needs a key`,
    statement: `${operation} without a key answers 401 invalid_api_key.`,
    covers: ["Request 1", "Error 11"],
    needs: [],
    async check(target) {
      for (const { method, path, call } of everyOperation(target).filter(
        (one) => one.operation === operation,
      )) {
        demandError(await target.send(method, path, { ...call, key: null }), 401, "invalid_api_key");
      }
    },
  };
}

/** Reads a session that does not exist: with a good key, 404. */
function anyRead(target: Target, call: Call): Promise<Answer> {
  return target.send("GET", `/v1/sessions/${unknownId("ses")}`, call);
}
