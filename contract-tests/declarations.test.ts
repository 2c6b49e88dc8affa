import { describe, expect, it } from "vitest";
import { validateErrorEnvelope, validateMessagePage, validateSession } from "../generated/validators.js";
import { declaredPaths, knownPart } from "./declarations.ts";

describe("The declarations", () => {
  it("have every operation of the contract", () => {
    const ids = declaredPaths.flatMap(({ operations }) => operations.map(({ id }) => id));
    expect(new Set(ids)).toEqual(
      new Set(["createSession", "getSession", "sendMessage", "listMessages", "closeSession"]),
    );
  });

  it.each([
    ["/v1/sessions/ses_1", "/v1/sessions/{session_id}"],
    ["/v1/sessions/%zz%2F%00", "/v1/sessions/{session_id}"],
    ["/v1/sessions/messages/messages", "/v1/sessions/{session_id}/messages"],
    ["/v1/channels/ch_1/sessions", "/v1/channels/{channel_id}/sessions"],
    ["/v1/sessions", undefined],
    ["/v1/sessions/", undefined],
    ["/v1/sessions/ses_1/", undefined],
    ["/v1/sessions/ses_1/close/now", undefined],
    ["/V1/sessions/ses_1", undefined],
  ])("find the path %s", (path, template) => {
    expect(declaredPaths.filter(({ fits }) => fits(path)).map((found) => found.template)).toEqual(
      template === undefined ? [] : [template],
    );
  });
});

describe("What the contract knows of a body", () => {
  it("leaves out fields that a server has added", () => {
    const body = JSON.parse('{"id":"ses_1","colour":"blue","status":"active","__proto__":1}');
    expect(knownPart(validateSession, body)).toEqual({ id: "ses_1", status: "active" });
  });

  it("keeps all of the metadata", () => {
    const text = '{"metadata":{"colour":"blue","":null,"__proto__":{"x":1}}}';
    expect(JSON.stringify(knownPart(validateSession, JSON.parse(text)))).toBe(text);
  });

  it("keeps what any kind of message has", () => {
    const body = { data: [{ role: "user", tokens: 1, metadata: { a: 1 }, colour: "blue" }], total: 1 };
    expect(knownPart(validateMessagePage, body)).toEqual({
      data: [{ role: "user", tokens: 1, metadata: { a: 1 } }],
    });
  });

  it("keeps what is of another type than it should be", () => {
    expect(knownPart(validateSession, { metadata: [1], status: {} })).toEqual({ metadata: [1], status: {} });
    expect(knownPart(validateSession, null)).toBeNull();
    expect(knownPart(validateErrorEnvelope, { error: "no" })).toEqual({ error: "no" });
  });
});
