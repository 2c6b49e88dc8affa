// Written by `npm run generate` from spec/. Do not edit.

import { isPending } from "./awaitable.ts";
import { type BodyRead, hasBody, isPlainJson, MalformedJson, parseJson, readBody } from "./body.ts";
import type { Check, CheckOptions, Verdict } from "./check.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Passage } from "./passage.ts";
import { listFaults, readFaults } from "./schema-faults.ts";

const DEFAULT_TIMEOUT = 10_000;

/** Checks that the body, if there is one, is JSON, and reads it. */
export function checkBody<Context>(means: CheckOptions<Context>): Check<Context> {
  const { contract, options, refusals } = means;

  const receive = async (passage: Passage<Context>): Promise<Verdict> => {
    // Node hands on what came with the head only when the head is dealt with.
    await undefined;
    const { request, response } = passage;
    const read = readBody(request, response, contract.maxBodyBytes, options.bodyTimeout ?? DEFAULT_TIMEOUT);
    return judge(passage, isPending(read) ? await read : read, means);
  };

  return (passage) => {
    const { request } = passage;
    if (!hasBody(request)) return "passed";
    if (isPlainJson(request)) return receive(passage);
    const path = request.headers["content-encoding"] === undefined ? "Content-Type" : "Content-Encoding";
    const fault = { in: "header", path, check: "media-type" } as const;
    return refusals.refuseFault(passage, "unsupported_media_type", fault);
  };
}

function judge<Context>(
  passage: Passage<Context>,
  bytes: BodyRead,
  { contract, refusals: { refuseFault } }: CheckOptions<Context>,
): Verdict {
  if (bytes === "gone") return bytes;
  if (bytes === "too_large") {
    return refuseFault(passage, "payload_too_large", { in: "body", path: "", check: "size" });
  }
  if (bytes === "too_slow") {
    const message = "The body took too long to arrive.";
    const headers = { Connection: "close" };
    return refuseFault(
      passage,
      "invalid_request",
      { in: "body", path: "", check: "time" },
      { message, headers },
    );
  }
  if (bytes.length === 0) return "passed";
  const body = parseJson(bytes, contract.maxBodyDepth);
  if (body instanceof MalformedJson) {
    passage.observer?.body?.(bytes, bytes.length);
    const { check, reason: message } = body;
    return refuseFault(passage, "invalid_request", { in: "body", path: "", check }, { message });
  }
  passage.observer?.body?.(body, bytes.length);
  passage.body = body;
  return "passed";
}

/** Checks the body against its schema: missing fields first, as they are another error. */
export function checkBodySchema<Context>(
  { required, validate }: NonNullable<OperationDefinition["body"]>,
  { refusals: { refuse, refuseFault } }: CheckOptions<Context>,
): Check<Context> {
  return (passage) => {
    if (passage.body === undefined) {
      if (!required) return "passed";
      const message = "The body is missing.";
      const fault = { in: "body", path: "", check: "required" } as const;
      return refuseFault(passage, "invalid_request", fault, { message });
    }
    if (validate(passage.body)) return "passed";
    passage.observer?.judged?.(listFaults(validate));
    const { missing, others } = readFaults(validate);
    if (missing.length > 0) {
      const message = `A required field is missing: ${missing.map(({ path }) => path).join(", ")}.`;
      return refuse("invalid_request", { message, details: { errors: missing } });
    }
    return refuse("validation_failed", { details: { errors: others } });
  };
}
