import { validateSession } from "../../generated/validators.js";
import { createSession, getSession, listMessages, openSession, readSession, unknownId } from "../calls.ts";
import { demandBody, demandEqual, demandError, demandStatus } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Rule } from "../rule.ts";
import type { Answer, Target } from "../target.ts";
import { everyOperation } from "./operations.ts";

/** Headers and query parameters. */
export const parameterRules: readonly Rule[] = [
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
];

function createWith(target: Target, header: HeaderField): Promise<Answer> {
  return createSession(target, {}, { headers: [header] });
}

/** Demands that every operation refuses a header. */
async function demandMalformedHeader(target: Target, header: HeaderField): Promise<void> {
  for (const { method, path, call } of everyOperation(target)) {
    demandError(await target.send(method, path, { ...call, headers: [header] }), 400, "invalid_request");
  }
}
