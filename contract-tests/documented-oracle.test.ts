import { describe, expect, it } from "vitest";
import { judgeDocumented } from "./documented-oracle.ts";
import type { HttpResponse } from "./http.ts";

const session = {
  id: "ses_1",
  channel_id: "ch_1",
  agent_id: "agt_1",
  status: "active",
  message_count: 0,
  metadata: {},
  created_at: "2026-03-19T10:00:00Z",
  expires_at: "2026-03-20T10:00:00Z",
};
const createPath = "/v1/channels/x/sessions";

function judgeAnswer(method: string, path: string, status: number, json: unknown, type = "application/json") {
  const headers = new Headers({ "Content-Type": type });
  const response: HttpResponse = {
    status,
    headers,
    rawHeaders: [],
    body: new Uint8Array(),
    text: "",
    json,
    complete: true,
  };
  return judgeDocumented({ method, path, headers: [] }, response).map(({ message }) => message);
}

const errorOf = (code: string) => ({ error: { code, message: "No.", request_id: "req_1" } });

describe("By what the vendor documents, a server", () => {
  it.each([
    ["leave out the header Location", "POST", createPath, 201, session],
    ["have other codes where the vendor names none", "POST", createPath, 422, errorOf("unprocessable")],
    ["answer an unknown path as it likes", "GET", "/v1/other", 418, "teapot"],
    ["answer another method as it likes", "DELETE", "/v1/sessions/x", 418, "teapot"],
    ["answer an operation of this contract as it likes", "POST", "/v1/sessions/x/close", 204, undefined],
  ])("may %s", (_name, method, path, status, json) => {
    expect(judgeAnswer(method, path, status, json)).toEqual([]);
  });

  it("may have other events in a stream", () => {
    expect(judgeAnswer("POST", "/v1/channels/x/messages", 200, undefined, "text/event-stream")).toEqual([]);
  });

  it.each([
    ["an incomplete session", 201, { ...session, id: undefined }, "application/json", /the body: .*id/],
    [
      "an error without a request_id",
      404,
      { error: { code: "x", message: "No." } },
      "application/json",
      /request_id/,
    ],
    ["an undeclared status", 418, session, "application/json", /createSession does not declare/],
    ["an undeclared media type", 201, session, "text/html", /media type/],
  ])("may not give %s", (_name, status, json, type, message) => {
    expect(judgeAnswer("POST", createPath, status, json, type)).toEqual([expect.stringMatching(message)]);
  });
});
