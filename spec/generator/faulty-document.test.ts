import { readFileSync } from "node:fs";
import type { OpenAPI3 } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import { checkDocument } from "./check-document.ts";
import { checkExamples } from "./check-examples.ts";
import { readContract } from "./contract.ts";
import { emitValidators } from "./emit-validators.ts";

const json = readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8");
const healthy: OpenAPI3 = JSON.parse(json);

const SEND = "/paths/~1v1~1channels~1{channel_id}~1messages/post";
const CREATE = "/paths/~1v1~1channels~1{channel_id}~1sessions/post";
const JSON_CONTENT = "content/application~1json";

/** A copy of the document with another value at a JSON pointer; `undefined` removes what is there. */
function withValue(pointer: string, value: unknown): OpenAPI3 {
  const document = structuredClone(healthy);
  const keys = pointer.split("/").slice(1);
  const names = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop() ?? "";
  let parent: object = document;
  for (const name of names) parent = Reflect.get(parent, name);
  if (value === undefined) {
    expect(parent, "what is to be removed is there").toHaveProperty([last]);
    Reflect.deleteProperty(parent, last);
  } else Reflect.set(parent, last, value);
  return document;
}

/** The document's text, as the emitter writes it. */
const textOf = (document: OpenAPI3) => JSON.stringify(document, null, 2);

describe("the examples", () => {
  const check = (document: OpenAPI3) => checkExamples(document, readContract(document));

  it("of the contract fit", () => {
    expect(() => check(healthy)).not.toThrow();
  });

  it.each([
    [
      "a response",
      `${CREATE}/responses/201/${JSON_CONTENT}/examples/created/value/status`,
      "open",
      /created.*status/,
    ],
    [
      "a response, by its format",
      `${CREATE}/responses/201/${JSON_CONTENT}/examples/created/value/created_at`,
      "noon Z",
      /created.*created_at.*date-time/,
    ],
    [
      "a request",
      `${SEND}/requestBody/${JSON_CONTENT}/examples/in_a_session/value/message`,
      "",
      /in_a_session/,
    ],
    [
      "an error",
      `${SEND}/responses/409/${JSON_CONTENT}/examples/session_closed/value/error/request_id`,
      "01hxyz",
      /session_closed.*request_id/,
    ],
    [
      "an error, under another code's name",
      `${SEND}/responses/409/${JSON_CONTENT}/examples/session_closed/value/error/code`,
      "session_expired",
      /session_closed/,
    ],
    [
      "an event of a stream",
      `${SEND}/responses/200/content/text~1event-stream/examples/stream/value`,
      'data: {"id":"msg_01hxyz","session_id":"ses_01hxyz"}\n\ndata: [DONE]\n\n',
      /stream.*delta/,
    ],
    [
      "the error event of a stream",
      `${SEND}/responses/200/content/text~1event-stream/examples/broken_stream/value`,
      'event: error\ndata: {"error":{"code":"internal_error"}}\n\n',
      /broken_stream/,
    ],
    ["a schema", "/components/schemas/SessionId/examples", ["01hxyz"], /SessionId/],
    ["a schema, by its format", "/components/schemas/Timestamp/examples", ["noon Z"], /Timestamp/],
  ])("fail where one does not fit: of %s", (_name, pointer, value, problem) => {
    expect(() => check(withValue(pointer, value))).toThrow(problem);
  });

  it.each([
    ["an error code", `${SEND}/responses/409/${JSON_CONTENT}/examples/session_expired`, "session_expired"],
    [
      "one of many codes",
      `${CREATE}/responses/404/${JSON_CONTENT}/examples/agent_not_found`,
      "agent_not_found",
    ],
    ["a response", `${CREATE}/responses/201/${JSON_CONTENT}/examples`, "201/content/application~1json"],
    ["a request", `${CREATE}/requestBody/${JSON_CONTENT}/examples`, "requestBody"],
    ["a stream", `${SEND}/responses/200/content/text~1event-stream/examples`, "event-stream"],
  ])("fail where there is none: for %s", (_name, pointer, problem) => {
    expect(() => check(withValue(pointer, undefined))).toThrow(problem);
  });

  it("fail with every fault at once", () => {
    const document = withValue(`${SEND}/responses/409/${JSON_CONTENT}/examples`, {});
    expect(() => check(document)).toThrow(/session_expired.*session_closed/s);
  });
});

describe("the document", () => {
  const check = (document: OpenAPI3) => checkDocument(document, textOf(document));

  it("of the contract passes", async () => {
    await expect(check(healthy)).resolves.toBeUndefined();
  });

  it.each([
    ["a property", "/components/schemas/Session/properties/message_count/description"],
    ["a property of another schema's type", "/components/schemas/Session/properties/status/description"],
    ["a schema", "/components/schemas/Session/description"],
    ["a parameter", "/components/parameters/Page.limit/description"],
    ["a response", `${CREATE}/responses/201/description`],
    ["a header", `${CREATE}/responses/201/headers/Location/description`],
    ["an operation", `${CREATE}/description`],
  ])("fails where %s is not described", async (_name, pointer) => {
    const place = pointer.split("/").slice(0, -1).join("/");
    await expect(check(withValue(pointer, undefined))).rejects.toThrow(`#${place}`);
  });

  it.each<[string, string, unknown, string]>([
    ["two operations of one name", `${CREATE}/operationId`, "sendMessage", "operation-operationId-unique"],
    [
      "a schema that nobody uses",
      "/components/schemas/Unused",
      { type: "string", description: "x" },
      "no-unused",
    ],
    [
      "a reference to nothing",
      "/components/schemas/Session/properties/id/$ref",
      "#/components/schemas/X",
      "resolve",
    ],
    ["a path parameter that is not declared", `${CREATE}/parameters`, [], "path-parameters-defined"],
    ["no security", "/security", undefined, "security-defined"],
  ])("fails the lint: %s", async (_name, pointer, value, rule) => {
    await expect(check(withValue(pointer, value))).rejects.toThrow(rule);
  });
});

describe("the generator refuses", () => {
  it.each<[string, string, unknown, RegExp]>([
    [
      "a type that does not exist",
      "/components/schemas/Session/properties/message_count/type",
      "int",
      /type/,
    ],
    ["a keyword that does not exist", "/components/schemas/Session/minimumLength", 1, /minimumLength/],
    ["a format that does not exist", "/components/schemas/Timestamp/format", "noon", /noon/],
    ["a pattern that does not compile", "/components/schemas/SessionId/pattern", "^ses_(", /ses_\(/],
    [
      "a reference to nothing",
      "/components/schemas/MessagePage/properties/data/items/$ref",
      "#/components/schemas/X",
      /X/,
    ],
    ["a limit on the wrong type", "/components/schemas/SessionId/minimum", 1, /minimum/],
  ])("a schema that does not compile: %s", async (_name, pointer, value, reason) => {
    await expect(
      emitValidators(readContract(withValue(pointer, value))).then(() => "It compiles."),
    ).rejects.toThrow(reason);
  });

  it.each<[string, string, unknown, string]>([
    ["an operation without a name", `${CREATE}/operationId`, undefined, "has no operation id"],
    [
      "a parameter that it cannot read",
      "/components/parameters/Page.limit/schema/type",
      "array",
      "limit: type array",
    ],
    ["a cookie", "/components/parameters/Page.limit/in", "cookie", "cookies are not supported"],
    ["an error without the envelope", `${CREATE}/responses/404/${JSON_CONTENT}/schema/properties`, {}, "404"],
    [
      "a stream without its events",
      "/components/schemas/MessageStream/x-event-stream",
      undefined,
      "x-event-stream",
    ],
    [
      "a stream that nothing asks for",
      "/components/schemas/MessageStream/x-event-stream/requested_by",
      undefined,
      "x-event-stream lacks requested_by",
    ],
    ["a document without a server", "/servers", undefined, "names no server"],
    [
      "an error without its text",
      "/components/schemas/SessionClosed/description",
      undefined,
      "SessionClosed",
    ],
    ["a body without its limit", "/components/schemas/PayloadTooLarge/x-max-bytes", undefined, "x-max-bytes"],
  ])("what it does not know: %s", (_name, pointer, value, reason) => {
    expect(() => readContract(withValue(pointer, value))).toThrow(reason);
  });
});
