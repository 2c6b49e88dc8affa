import { gzipSync } from "node:zlib";
import { validateSession } from "../../generated/validators.js";
import {
  createSession,
  getSession,
  listMessages,
  openSession,
  readSession,
  sendMessage,
  unknownId,
} from "../calls.ts";
import { demand, demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { everyOperation } from "./operations.ts";
import { demandSameMetadata } from "./values.ts";

/** The largest body, in bytes. */
const LARGEST = 262_144;

const asJson: HeaderField = ["Content-Type", "application/json"];

/** Methods, paths, headers and bodies. */
export const httpRules: readonly Rule[] = [
  otherMethods("HTT-001", "createSession", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-002", "getSession", "GET", ["POST", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-003", "sendMessage", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-004", "listMessages", "GET", ["POST", "PUT", "PATCH", "DELETE"]),
  otherMethods("HTT-005", "closeSession", "POST", ["GET", "PUT", "PATCH", "DELETE"]),
  {
    id: "HTT-010",
    title: "X-Channel-User-Id has 1 to 128 characters",
    statement: "A call may name its end user in X-Channel-User-Id, with 1 to 128 characters.",
    covers: ["Request 3", "Request 4"],
    needs: ["write"],
    async check(target) {
      for (const user of ["u", "usr_01hx", "u".repeat(128)]) {
        demandStatus(await createWith(target, ["X-Channel-User-Id", user]), 201);
      }
    },
  },
  {
    id: "HTT-011",
    title: "X-Channel-User-Id of 129 characters is refused",
    statement:
      "Every operation answers 400 invalid_request for an X-Channel-User-Id of more than 128 characters.",
    covers: ["Request 4", "Error 7"],
    needs: ["write"],
    async check(target) {
      await demandMalformedHeader(target, ["X-Channel-User-Id", "u".repeat(129)]);
    },
  },
  {
    id: "HTT-012",
    title: "An empty X-Channel-User-Id is refused",
    statement: "Every operation answers 400 invalid_request for an X-Channel-User-Id without a character.",
    covers: ["Request 4"],
    needs: ["write"],
    async check(target) {
      await demandMalformedHeader(target, ["X-Channel-User-Id", ""]);
    },
  },
  {
    id: "HTT-013",
    title: "Thinklio-Version takes any date since the first version",
    statement:
      "Thinklio-Version names the newest version that is not after its date; any date since 2026-03-01 will do.",
    covers: ["Request 5", "Request 6"],
    needs: ["write"],
    async check(target) {
      for (const date of ["2026-03-01", "2026-03-19", "2028-02-29", "2999-12-31"]) {
        demandStatus(await createWith(target, ["Thinklio-Version", date]), 201);
      }
    },
  },
  {
    id: "HTT-014",
    title: "A Thinklio-Version before the first version is refused",
    statement: "Every operation answers 400 invalid_request for a Thinklio-Version before 2026-03-01.",
    covers: ["Request 8"],
    needs: ["write"],
    async check(target) {
      for (const date of ["2026-02-28", "1999-12-31"]) {
        await demandMalformedHeader(target, ["Thinklio-Version", date]);
      }
    },
  },
  {
    id: "HTT-015",
    title: "A Thinklio-Version that is no calendar date is refused",
    statement:
      "Every operation answers 400 invalid_request for a Thinklio-Version that is no date of the calendar.",
    covers: ["Request 9"],
    needs: ["write"],
    async check(target) {
      const formats = [
        "yesterday",
        "latest",
        "",
        "2026-3-19",
        "20260319",
        "2026-03-19T12:00:00Z",
        "26-03-19",
      ];
      const days = ["2026-13-01", "2026-00-10", "2026-04-31", "2027-02-29", "2100-02-29", "2026-05-00"];
      for (const value of [...formats, ...days]) {
        await demandMalformedHeader(target, ["Thinklio-Version", value]);
      }
    },
  },
  {
    id: "HTT-016",
    title: "Without Thinklio-Version the latest version answers",
    statement: "A call without Thinklio-Version is answered like one with a date that is still to come.",
    covers: ["Request 6", "Request 7"],
    needs: ["write"],
    async check(target) {
      const { id } = await openSession(target);
      const answer = await getSession(target, id, { headers: [["Thinklio-Version", "2999-12-31"]] });
      demandEqual("the session", demandBody(answer, 200, validateSession), await readSession(target, id));
    },
  },
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
    id: "HTT-030",
    title: "A body needs a media type",
    statement: "A body without a Content-Type answers 415 unsupported_media_type.",
    covers: ["Error 30"],
    needs: ["write"],
    async check(target) {
      for (const answer of await sendBodies(target, [])) demandError(answer, 415, "unsupported_media_type");
    },
  },
  {
    id: "HTT-031",
    title: "A body must be application/json",
    statement: "A body of another media type than application/json answers 415 unsupported_media_type.",
    covers: ["Error 30"],
    needs: ["write"],
    async check(target) {
      const types = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
        "text/json",
        "json",
      ];
      for (const type of types) {
        for (const answer of await sendBodies(target, [["Content-Type", type]])) {
          demandError(answer, 415, "unsupported_media_type");
        }
      }
    },
  },
  {
    id: "HTT-032",
    title: "A body must be in UTF-8",
    statement: "A body that says it is in another charset than UTF-8 answers 415 unsupported_media_type.",
    covers: ["Error 31"],
    needs: ["write"],
    async check(target) {
      for (const charset of ["utf-16", "iso-8859-1", '"utf-16"']) {
        for (const answer of await sendBodies(target, [
          ["Content-Type", `application/json; charset=${charset}`],
        ])) {
          demandError(answer, 415, "unsupported_media_type");
        }
      }
    },
  },
  {
    id: "HTT-033",
    title: "A media type can be written in other ways",
    statement: "The media type may be in any case, and may say charset=utf-8.",
    covers: ["Request 13"],
    needs: ["write"],
    async check(target) {
      const types = [
        "Application/JSON",
        "application/json; charset=utf-8",
        'application/json;charset="UTF-8"',
      ];
      for (const type of types) {
        const body = '{"metadata":{"ticket":"T-1042"}}';
        demandStatus(
          await createSession(target, undefined, { headers: [["Content-Type", type]], body }),
          201,
        );
      }
    },
  },
  {
    id: "HTT-034",
    title: "A body must not be compressed",
    statement:
      "A body with a Content-Encoding such as gzip is not application/json: 415 unsupported_media_type.",
    covers: ["Error 32"],
    needs: ["write"],
    async check(target) {
      const headers: HeaderField[] = [asJson, ["Content-Encoding", "gzip"]];
      const body = gzipSync('{"message":"Hello"}');
      for (const answer of await sendBodies(target, headers, body)) {
        demandError(answer, 415, "unsupported_media_type");
      }
    },
  },
  {
    id: "HTT-040",
    title: "A body of 262,144 bytes is accepted",
    statement: "The largest body has 256 KiB.",
    covers: ["Error 29"],
    needs: ["write"],
    async check(target) {
      const body = jsonOfSize(LARGEST);
      demandStatus(await createSession(target, undefined, { headers: [asJson], body }), 201);
      demandStatus(await createSession(target, undefined, { headers: [asJson], body, chunked: true }), 201);
    },
  },
  {
    id: "HTT-041",
    title: "A body of 262,145 bytes is refused",
    statement: "A body over 256 KiB answers 413 payload_too_large, whether its length was announced or not.",
    covers: ["Error 29"],
    needs: ["write"],
    async check(target) {
      for (const chunked of [false, true]) {
        const call = { headers: [asJson], body: jsonOfSize(LARGEST + 1), chunked };
        demandError(await createSession(target, undefined, call), 413, "payload_too_large");
        demandError(await sendMessage(target, undefined, call), 413, "payload_too_large");
      }
    },
  },
  {
    id: "HTT-042",
    title: "A body can come in chunks",
    statement: "A body is read alike whether its length is announced or it is sent in chunks.",
    covers: ["Request 14"],
    needs: ["write"],
    async check(target) {
      demandStatus(await createSession(target, { metadata: { ticket: "T-1042" } }, { chunked: true }), 201);
    },
  },
  {
    id: "HTT-043",
    title: "A body that is not JSON is refused",
    statement: "A body that is not well-formed JSON answers 400 invalid_request.",
    covers: ["Error 4"],
    needs: ["write"],
    async check(target) {
      const bodies = [
        '{"message":"Hel',
        "hello",
        "{'message':'Hello'}",
        '{"message":"Hello",}',
        "{} {}",
        " ",
        "NaN",
      ];
      for (const body of bodies) {
        for (const answer of await sendBodies(target, [asJson], body))
          demandError(answer, 400, "invalid_request");
      }
    },
  },
  {
    id: "HTT-044",
    title: "A body that is not UTF-8 is refused",
    statement: "A body whose bytes are no UTF-8 is not JSON: 400 invalid_request.",
    covers: ["Error 5"],
    needs: ["write"],
    async check(target) {
      const body = Buffer.concat([
        Buffer.from('{"message":"'),
        Buffer.from([0xff, 0xfe, 0xc3]),
        Buffer.from('"}'),
      ]);
      for (const answer of await sendBodies(target, [asJson], body))
        demandError(answer, 400, "invalid_request");
    },
  },
  {
    id: "HTT-045",
    title: "A malformed query parameter is refused",
    statement:
      "A query parameter that is malformed answers 400 invalid_request, before the session is looked for.",
    covers: ["Error 7"],
    needs: [],
    async check(target) {
      demandError(await listMessages(target, unknownId("ses"), { limit: "ten" }), 400, "invalid_request");
    },
  },
  {
    id: "HTT-046",
    title: "A body nests 1,000 levels at most",
    statement:
      "A body that nests 1,000 levels is accepted; one that nests deeper answers 400 invalid_request.",
    covers: ["Error 8"],
    needs: ["write"],
    async check(target) {
      // The body and the metadata are two levels themselves.
      const metadata = (levels: number) => `{"deep":${"[".repeat(levels - 2)}${"]".repeat(levels - 2)}}`;
      await demandSameMetadata(target, metadata(1000));
      for (const levels of [1001, 50_000]) {
        const body = `{"message":"Hello","metadata":${metadata(levels)}}`;
        for (const answer of await sendBodies(target, [asJson], body))
          demandError(answer, 400, "invalid_request");
      }
    },
  },
  {
    id: "HTT-047",
    title: "A number too large for a double is refused",
    statement: "A body with a number beyond the largest IEEE 754 double answers 400 invalid_request.",
    covers: ["Error 9"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, '{"largest":1.7976931348623157e308,"small":1e-400,"text":"1e400"}');
      for (const number of ["1e400", "-1e400", "1E+309", "9".repeat(310)]) {
        const body = `{"message":"Hello","metadata":{"number":${number}}}`;
        for (const answer of await sendBodies(target, [asJson], body))
          demandError(answer, 400, "invalid_request");
      }
    },
  },
  {
    id: "HTT-048",
    title: "A body that never ends is answered",
    statement: "A body in chunks that does not come to its end in time answers 400 invalid_request.",
    covers: ["Error 10"],
    needs: ["write", "body-timeout"],
    async check(target) {
      const call = { unfinished: true, patience: target.offer("body-timeout") };
      const answers = await Promise.all([
        createSession(target, {}, call),
        sendMessage(target, { message: "Hello" }, call),
      ]);
      for (const answer of answers) demandError(answer, 400, "invalid_request");
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

function createWith(target: Target, header: HeaderField): Promise<Answer> {
  return createSession(target, {}, { headers: [header] });
}

/** Demands that every operation refuses a header. */
async function demandMalformedHeader(target: Target, header: HeaderField): Promise<void> {
  for (const { method, path, call } of everyOperation(target)) {
    demandError(await target.send(method, path, { ...call, headers: [header] }), 400, "invalid_request");
  }
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

/** Sends a body to every operation that takes one. */
async function sendBodies(
  target: Target,
  headers: readonly HeaderField[],
  body: string | Uint8Array = '{"message":"Hello"}',
): Promise<Answer[]> {
  return [
    await createSession(target, undefined, { headers, body }),
    await sendMessage(target, undefined, { headers, body }),
  ];
}

/** A body for any operation, with exactly so many bytes. */
function jsonOfSize(bytes: number): string {
  const start = '{"message":"Hello","metadata":{"padding":"';
  const end = '"}}';
  return start + "x".repeat(bytes - start.length - end.length) + end;
}
