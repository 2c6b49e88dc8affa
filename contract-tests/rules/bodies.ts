import { gzipSync } from "node:zlib";
import { validateAssistantMessage, validateSession } from "../../generated/validators.js";
import { createSession, sendMessage } from "../calls.ts";
import { demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { demandSameMetadata } from "./values.ts";

/** The largest body, in bytes. */
const LARGEST = 262_144;

const asJson: HeaderField = ["Content-Type", "application/json"];

/** Bodies: their media type, size and JSON. */
export const bodyRules: readonly Rule[] = [
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
  {
    id: "HTT-200",
    title: "A body in chunks is read whole",
    statement: "What a body says counts alike whether its length is announced or it comes in chunks.",
    covers: ["Request 14"],
    needs: ["write"],
    async check(target) {
      const metadata = { ticket: "T-1042" };
      const created = await createSession(target, { metadata }, { chunked: true });
      const session = demandBody(created, 201, validateSession);
      demandEqual("metadata", session.metadata, metadata, created);
      const json = { message: "Hello", session_id: session.id };
      const reply = demandBody(
        await sendMessage(target, json, { chunked: true }),
        200,
        validateAssistantMessage,
      );
      demandEqual("session_id", reply.session_id, session.id);
    },
  },
];

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
