import type { Arbitrary } from "fast-check";
import type { CreateSessionRequest, SendMessageRequest } from "../../generated/index.ts";
import { validateCreateSessionRequest, validateSendMessageRequest } from "../../generated/validators.js";
import type { HeaderField } from "../http.ts";
import type { Target } from "../target.ts";
import type { FastCheck } from "./fast-check.ts";
import { findParameter, findSchema, fittingObject } from "./schema.ts";

/** Draws valid bodies of `createSession`, on the target's channel. */
export function createRequests(fc: FastCheck, { agent }: Target): Arbitrary<CreateSessionRequest> {
  const given = { agent_id: fc.constant(agent) };
  return fittingObject(fc, findSchema("CreateSessionRequest"), given).map((body) =>
    checked(validateCreateSessionRequest, body),
  );
}

/** Draws valid bodies of `sendMessage`, without a session. */
export function messageRequests(fc: FastCheck): Arbitrary<SendMessageRequest> {
  return fittingObject(fc, findSchema("SendMessageRequest")).map(({ session_id, ...body }) =>
    checked(validateSendMessageRequest, body),
  );
}

/** Draws valid optional headers: none, some or all. */
export function optionalHeaders(fc: FastCheck): Arbitrary<readonly HeaderField[]> {
  const { minLength = 0, maxLength = 100 } = findParameter("CallHeaders.channel_user_id").schema;
  const user = fc.string({ unit: visibleCharacter(fc), minLength, maxLength, size: "max" });
  const first = new Date(findParameter("CallHeaders.version")["x-format-minimum"] ?? 0);
  const version = fc.date({ min: first, max: new Date("9999-12-31"), noInvalidDate: true });
  return fc
    .record(
      {
        "X-Channel-User-Id": user,
        "Thinklio-Version": version.map((date) => date.toISOString().slice(0, 10)),
      },
      { requiredKeys: [] },
    )
    .map((headers) => Object.entries(headers));
}

/** One character that any server takes in a header's value: visible ASCII. */
export function visibleCharacter(fc: FastCheck): Arbitrary<string> {
  return fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
}

/** @throws if what was drawn from a schema does not fit it, which is a fault of this suite */
function checked<Body>(validate: (value: unknown) => value is Body, value: unknown): Body {
  if (validate(value)) return value;
  throw new Error(`what was drawn does not fit its schema: ${JSON.stringify(value)}`);
}
