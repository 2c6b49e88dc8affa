import type { Arbitrary } from "fast-check";
import { closeSession, createSession, getSession, listMessages, sendMessage } from "../calls.ts";
import { demandError, demandInvalid } from "../demand.ts";
import type { HeaderField } from "../http.ts";
import type { Answer, Call, Target } from "../target.ts";
import type { FastCheck } from "./fast-check.ts";
import { createRequests, messageRequests, visibleCharacter } from "./requests.ts";
import { findParameter, findSchema, resolve, type Schema } from "./schema.ts";
import { anyJson, anyObject, anyText, uniformText } from "./values.ts";
import { show } from "./words.ts";

type Operation = "createSession" | "getSession" | "sendMessage" | "listMessages" | "closeSession";
type Fields = Readonly<Record<string, unknown>>;

/** A request that is valid but for one thing. */
export interface Fault {
  /** What is wrong, in words. */
  readonly words: string;
  readonly status: number;
  readonly code: string;
  /** The path that `details.errors` must name, and no other. */
  readonly pointer?: string;
  /**
   * Sends it.
   *
   * @param sessionId of a session that takes messages
   */
  send(target: Target, sessionId: string): Promise<Answer>;
}

/** Demands that the server refuses a faulty request exactly as the contract says. */
export function demandRefusal({ status, code, pointer }: Fault, answer: Answer): void {
  if (pointer === undefined) demandError(answer, status, code);
  else demandInvalid(answer, pointer);
}

/** Draws requests with exactly one fault. */
export function faultyRequests(fc: FastCheck, target: Target): Arbitrary<Fault> {
  const bodies = [
    {
      operation: "createSession",
      schema: findSchema("CreateSessionRequest"),
      valid: createRequests(fc, target),
    },
    { operation: "sendMessage", schema: findSchema("SendMessageRequest"), valid: messageRequests(fc) },
  ] as const;
  return fc.oneof(
    ...bodies.flatMap(({ operation, schema, valid }) => [
      { weight: 4, arbitrary: wrongField(fc, operation, schema, valid) },
      { weight: 1, arbitrary: wrongBody(fc, operation, valid) },
      { weight: 1, arbitrary: wrongText(fc, operation, valid) },
      { weight: 1, arbitrary: wrongMediaType(fc, operation, valid) },
    ]),
    { weight: 5, arbitrary: wrongHeader(fc) },
    { weight: 2, arbitrary: wrongQuery(fc) },
    { weight: 2, arbitrary: unknownId(fc) },
  );
}

/** One field of a wrong type, too short, too long, or missing. */
function wrongField(
  fc: FastCheck,
  operation: Operation,
  { properties = {}, required = [] }: Schema,
  valid: Arbitrary<Fields>,
): Arbitrary<Fault> {
  const wrong = Object.entries(properties).flatMap(([name, schema]) => {
    const isMissing = required.includes(name) ? [fc.constant(undefined)] : [];
    return [...wrongValues(fc, resolve(schema)), ...isMissing].map((values) =>
      fc.tuple(fc.constant(name), values),
    );
  });
  return fc.tuple(fc.oneof(...wrong), valid).map(([[name, value], fields]) => ({
    ...(value === undefined
      ? { words: `${operation} without ${name}`, status: 400, code: "invalid_request" }
      : {
          words: `${operation} with ${name}: ${show(value)}`,
          status: 422,
          code: "validation_failed",
          pointer: `/${name}`,
        }),
    send: (target, session_id) =>
      send(target, operation, session_id, {
        json: { ...inSession(operation, fields, session_id), [name]: value },
      }),
  }));
}

function wrongValues(fc: FastCheck, { type, minLength = 0, maxLength }: Schema): Arbitrary<unknown>[] {
  const ofEachType: Readonly<Record<string, Arbitrary<unknown>>> = {
    string: anyText(fc),
    boolean: fc.boolean(),
    integer: fc.integer(),
    object: anyObject(fc),
    array: fc.array(anyJson(fc), { maxLength: 2 }),
    null: fc.constant(null),
  };
  const others = Object.entries(ofEachType).flatMap(([name, values]) => (name === type ? [] : [values]));
  return [
    fc.oneof(...others),
    ...(minLength > 0 ? [uniformText(fc, fc.integer({ min: 0, max: minLength - 1 }))] : []),
    ...(maxLength === undefined
      ? []
      : [uniformText(fc, fc.integer({ min: maxLength + 1, max: maxLength + 50 }))]),
  ];
}

/** A body that is JSON, and no object, or too large. */
function wrongBody(fc: FastCheck, operation: Operation, valid: Arbitrary<Fields>): Arbitrary<Fault> {
  const others = anyJson(fc).filter(
    (json) => json === null || typeof json !== "object" || Array.isArray(json),
  );
  const noObject = others.map(
    (json): Fault => ({
      words: `${operation} with the body ${show(json)}`,
      status: 422,
      code: "validation_failed",
      pointer: "",
      send: (target, session_id) => send(target, operation, session_id, { json }),
    }),
  );
  const tooLarge = fc.tuple(valid, fc.integer({ min: 262_144, max: 270_000 })).map(
    ([fields, size]): Fault => ({
      words: `${operation} with an unknown field of ${size} bytes`,
      status: 413,
      code: "payload_too_large",
      send: (target, session_id) =>
        send(target, operation, session_id, { json: { ...fields, session_id, padding: "x".repeat(size) } }),
    }),
  );
  return fc.oneof({ weight: 4, arbitrary: noObject }, { weight: 1, arbitrary: tooLarge });
}

/** A body that is cut off, or has something behind its end. */
function wrongText(fc: FastCheck, operation: Operation, valid: Arbitrary<Fields>): Arbitrary<Fault> {
  const suffix = fc.constantFrom("}", "x", ",", "{}", "\u0000");
  return fc.tuple(valid, fc.oneof(suffix, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))).map(
    ([fields, change]): Fault => ({
      words: `${operation} with a body that ${typeof change === "string" ? `has ${show(change)} behind its end` : "is cut off"}`,
      status: 400,
      code: "invalid_request",
      send(target, session_id) {
        const text = JSON.stringify(inSession(operation, fields, session_id));
        // No part of an object's text is JSON, and the shortest part is not nothing: a body may be absent.
        const body =
          typeof change === "string" ? text + change : text.slice(0, 1 + change * (text.length - 1));
        return send(target, operation, session_id, { body, headers: [["Content-Type", "application/json"]] });
      },
    }),
  );
}

function wrongMediaType(fc: FastCheck, operation: Operation, valid: Arbitrary<Fields>): Arbitrary<Fault> {
  const types = fc.constantFrom(
    ...[
      "text/plain",
      "text/json",
      "application/xml",
      "application/x-www-form-urlencoded",
      "application/jsonp",
    ],
    ...["application/json; charset=utf-16", "json", "*/*"],
  );
  return fc.tuple(types, valid).map(([type, fields]) => ({
    words: `${operation} with the media type ${type}`,
    status: 415,
    code: "unsupported_media_type",
    send: (target, session_id) =>
      send(target, operation, session_id, {
        body: JSON.stringify(inSession(operation, fields, session_id)),
        headers: [["Content-Type", type]],
      }),
  }));
}

/** A header that is malformed, or a key that the server does not know, on any operation. */
function wrongHeader(fc: FastCheck): Arbitrary<Fault> {
  const { minLength = 0, maxLength = 0 } = findParameter("CallHeaders.channel_user_id").schema;
  const tooLong = fc.integer({ min: maxLength + 1, max: 2 * maxLength });
  const users = fc.oneof(
    fc.tuple(visibleCharacter(fc), tooLong).map(([character, length]) => character.repeat(length)),
    ...(minLength > 0 ? [fc.constant("")] : []),
  );
  const before = new Date(findParameter("CallHeaders.version")["x-format-minimum"] ?? 0);
  before.setUTCDate(before.getUTCDate() - 1);
  const versions = fc.oneof(
    fc.constantFrom("2026-02-30", "2026-13-01", "2027-02-29", "2026-4-1", "20260401", "2026-04-01T00:00:00Z"),
    fc
      .string({ unit: visibleCharacter(fc), maxLength: 12 })
      .filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text)),
    fc
      .date({ min: new Date("0001-01-01"), max: before, noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  );
  const malformed = fc
    .oneof(
      users.map((value): HeaderField => ["X-Channel-User-Id", value]),
      versions.map((value): HeaderField => ["Thinklio-Version", value]),
    )
    .map((header) => ({
      words: `the header ${header[0]}: ${show(header[1])}`,
      status: 400,
      code: "invalid_request",
      call: { headers: [header] },
    }));
  const unknownKeys = fc.option(fc.uuid()).map((key) => ({
    words: key === null ? "no key" : "a key that nobody has",
    status: 401,
    code: "invalid_api_key",
    call: { key },
  }));
  const operations = fc.constantFrom<Operation>(
    "createSession",
    "getSession",
    "sendMessage",
    "listMessages",
    "closeSession",
  );
  return fc
    .tuple(operations, fc.oneof({ weight: 4, arbitrary: malformed }, { weight: 1, arbitrary: unknownKeys }))
    .map(([operation, { words, call, ...expected }]) => ({
      words: `${operation} with ${words}`,
      ...expected,
      send: (target, session_id) => {
        const json = operation === "sendMessage" ? { json: { message: "Hello", session_id } } : {};
        return send(target, operation, session_id, { ...json, ...call });
      },
    }));
}

/** A limit that is out of bounds or no integer, or a cursor that the server did not give. */
function wrongQuery(fc: FastCheck): Arbitrary<Fault> {
  const { minimum = 0, maximum = 0 } = findParameter("Page.limit").schema;
  const limits = fc.oneof(
    fc.integer({ max: minimum - 1 }).map(String),
    fc.integer({ min: maximum + 1 }).map(String),
    fc.integer({ min: minimum, max: maximum - 1 }).map((limit) => `${limit}.5`),
    fc.string({ unit: fc.constantFrom("a", "x", "-", ".", " "), maxLength: 5 }),
  );
  const queries = fc.oneof(
    { weight: 3, arbitrary: limits.map((limit) => ({ limit })) },
    { weight: 1, arbitrary: fc.uuid().map((cursor) => ({ cursor })) },
  );
  return queries.map((query) => ({
    words: `listMessages with the query ${show(query)}`,
    status: 400,
    code: "invalid_request",
    send: (target, session_id) => listMessages(target, session_id, query),
  }));
}

/** An id that names nothing. */
function unknownId(fc: FastCheck): Arbitrary<Fault> {
  const hello = { message: "Hello" };
  const cases: readonly ((id: string) => Fault)[] = [
    (id) => unknown("agent", (target) => createSession(target, { agent_id: `agt_${id}` })),
    (id) => unknown("session", (target) => sendMessage(target, { ...hello, session_id: `ses_${id}` })),
    (id) => unknown("session", (target) => getSession(target, `ses_${id}`)),
    (id) => unknown("session", (target) => listMessages(target, `ses_${id}`)),
    (id) => unknown("session", (target) => closeSession(target, `ses_${id}`)),
    (id) => unknown("channel", (target) => createSession(target, {}, { channel: `ch_${id}` })),
    (id) =>
      unknown("channel", (target, session_id) =>
        sendMessage(target, { ...hello, session_id }, { channel: `ch_${id}` }),
      ),
  ];
  return fc.tuple(fc.constantFrom(...cases), fc.uuid()).map(([create, id]) => create(id));
}

function unknown(what: "agent" | "session" | "channel", send: Fault["send"]): Fault {
  return { words: `a request for a ${what} that there is not`, status: 404, code: `${what}_not_found`, send };
}

function inSession(operation: Operation, fields: Fields, session_id: string): Fields {
  return operation === "sendMessage" ? { ...fields, session_id } : fields;
}

function send(target: Target, operation: Operation, sessionId: string, call: Call): Promise<Answer> {
  switch (operation) {
    case "createSession":
      return createSession(target, undefined, call);
    case "sendMessage":
      return sendMessage(target, undefined, call);
    case "getSession":
      return getSession(target, sessionId, call);
    case "listMessages":
      return listMessages(target, sessionId, {}, call);
    case "closeSession":
      return closeSession(target, sessionId, call);
  }
}
