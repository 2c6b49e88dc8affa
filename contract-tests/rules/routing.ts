import { converse, openSession, readHistory, readSession } from "../calls.ts";
import { demand, demandEqual, demandError } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { everyOperation } from "./operations.ts";

/** Methods and paths. */
export const routingRules: readonly Rule[] = [
  otherMethods("HTT-001", "createSession", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-002", "getSession", "GET", ["POST", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-003", "sendMessage", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-004", "listMessages", "GET", ["POST", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-005", "closeSession", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  {
    id: "HTT-020",
    title: "A path that cannot be decoded is refused",
    statement: "A path with bad percent-encoding, or whose bytes are no UTF-8, answers 400 invalid_request.",
    covers: ["Operation 13"],
    needs: ["write"],
    async check(target) {
      for (const segment of ["%zz", "%", "ses_%1", "%ff", "%e0%a4", "%c0%af"]) {
        for (const answer of await sendToPaths(target, segment)) demandError(answer, 400, "invalid_request");
      }
    },
  },
  {
    id: "HTT-021",
    title: "An id with %00 in it is just an id",
    statement: "An id that holds an encoded NUL, and names nothing, answers 404 of its kind.",
    covers: ["Operation 9", "Operation 10"],
    needs: ["write"],
    async check(target) {
      for (const segment of ["%00", "ses_%00", "%0d%0a"]) await demandNothingThere(target, segment);
    },
  },
  {
    id: "HTT-022",
    title: "An id with %2F in it is just an id",
    statement: "An encoded slash, dot or question mark is a part of the id, and not of the path.",
    covers: ["Operation 10"],
    needs: ["write"],
    async check(target) {
      for (const segment of ["a%2Fb", "%2F", "%2e%2e%2Fv1", "a%3Fb", "%2523"]) {
        await demandNothingThere(target, segment);
      }
    },
  },
  {
    id: "HTT-023",
    title: "An id can look like anything",
    statement: "An id that names nothing answers 404, whatever it looks like.",
    covers: ["Operation 9"],
    needs: ["write"],
    async check(target) {
      for (const segment of [
        "x",
        "1",
        "null",
        "__proto__",
        "constructor",
        "%F0%9F%99%82",
        "a+b",
        "~!$&'()*,;=:@",
      ]) {
        await demandNothingThere(target, segment);
      }
    },
  },
  {
    id: "HTT-024",
    title: "An id of more than 128 characters names nothing",
    statement: "An id has 1 to 128 characters; a longer one answers 404 like any other that names nothing.",
    covers: ["Operation 11"],
    needs: ["write"],
    async check(target) {
      for (const length of [129, 1000]) await demandNothingThere(target, "x".repeat(length));
    },
  },
  {
    id: "HTT-025",
    title: "A path of 10,000 characters is answered",
    statement: "An id of 10,000 characters names nothing, and answers 404 like any other.",
    covers: ["Operation 11"],
    needs: ["write"],
    async check(target) {
      await demandNothingThere(target, "x".repeat(10_000));
    },
  },
  {
    id: "HTT-026",
    title: "A path with nothing where an id should be is none of the API's",
    statement:
      "An id has at least 1 character: a path with an empty segment in its place answers 404 not_found.",
    covers: ["Operation 12"],
    needs: ["write"],
    async check(target) {
      for (const answer of await sendToPaths(target, "")) demandError(answer, 404, "not_found");
    },
  },
  {
    id: "HTT-006",
    title: "A method that is refused does nothing",
    statement: "A request that answers 405 leaves the session that its path names as it was.",
    covers: ["Error 27", "Lifecycle 17"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const before = [await readSession(target, id), await readHistory(target, id)];
      const path = `/v1/sessions/${encodeURIComponent(id)}`;
      const json = { status: "closed", metadata: { changed: true } };
      for (const own of [path, `${path}/messages`, `${path}/close`]) {
        for (const [method, call] of [
          ["DELETE", {}],
          ["PUT", { json }],
          ["PATCH", { json }],
        ] as const) {
          demandError(await target.send(method, own, call), 405, "method_not_allowed");
        }
      }
      demandError(await target.send("GET", `${path}/close`), 405, "method_not_allowed");
      demandEqual(
        "the session and its history",
        [await readSession(target, id), await readHistory(target, id)],
        before,
      );
    },
  },
];

function otherMethods(id: string, operation: string, method: string, others: readonly string[]): Rule {
  return {
    id,
    title: `The path of ${operation} has only ${method}`,
    statement: `Another method than ${method} on the path of ${operation} answers 405, and Allow lists ${method}.`,
    covers: ["Error 27", "Error 28"],
    needs: [],
    async check(target) {
      for (const { path } of everyOperation(target).filter((one) => one.operation === operation)) {
        for (const other of others) {
          const answer = await target.send(other, path);
          demandError(answer, 405, "method_not_allowed");
          const allowed = (answer.response.headers.get("allow") ?? "").split(",").map((item) => item.trim());
          demand(allowed.includes(method), `Allow does not list ${method}`, answer);
          demand(!allowed.includes(other), `Allow lists ${other}, which was refused`, answer);
        }
      }
    },
  };
}

/** Sends a request to every operation, with a segment of the path that is encoded already. */
async function sendToPaths(target: Target, segment: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { method, path, call } of everyOperation(target)) {
    const own = path.replace(/^(\/v1\/\w+\/)[^/]+/, (_, start: string) => start + segment);
    answers.push(await target.send(method, own, call));
  }
  return answers;
}

async function demandNothingThere(target: Target, segment: string): Promise<void> {
  for (const answer of await sendToPaths(target, segment)) {
    const kind = answer.request.path.startsWith("/v1/channels/") ? "channel_not_found" : "session_not_found";
    demandError(answer, 404, kind);
  }
}
