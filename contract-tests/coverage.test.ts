import { describe, expect, it } from "vitest";
import { createCoverageCounter, neverSeen } from "./coverage.ts";
import type { Exchange } from "./target.ts";

function exchangeOf(method: string, path: string, status: number, type = "application/json"): Exchange {
  const headers = new Headers({ "Content-Type": type });
  return {
    request: { method, path, headers: [] },
    response: {
      status,
      headers,
      rawHeaders: [],
      body: new Uint8Array(),
      text: "",
      json: undefined,
      complete: true,
    },
    violations: [],
  };
}

function seenAfter(...exchanges: readonly Exchange[]): string[] {
  const counter = createCoverageCounter();
  for (const exchange of exchanges) counter.record(exchange);
  return counter
    .coverage()
    .entries.filter(({ seen }) => seen > 0)
    .map(({ operation, status, mediaType, seen }) => `${operation} ${status} ${mediaType} ${seen}`);
}

describe("The coverage", () => {
  it("has every declared kind of response, and has seen none before the first", () => {
    const { entries, percentage } = createCoverageCounter().coverage();
    expect(percentage).toBe(0);
    expect(entries).toHaveLength(49);
    expect(entries).toContainEqual({
      operation: "sendMessage",
      status: 200,
      mediaType: "text/event-stream",
      seen: 0,
    });
  });

  it("counts by operation, status and media type", () => {
    const path = "/v1/channels/x/messages?a=1";
    expect(
      seenAfter(
        exchangeOf("POST", path, 200),
        exchangeOf("POST", path, 200, "Text/Event-Stream; charset=utf-8"),
        exchangeOf("POST", path, 200),
        exchangeOf("GET", "/v1/sessions/x", 404),
      ),
    ).toEqual([
      "sendMessage 200 application/json 2",
      "sendMessage 200 text/event-stream 1",
      "getSession 404 application/json 1",
    ]);
  });

  it("counts the answer to another method for each operation of the path", () => {
    expect(seenAfter(exchangeOf("DELETE", "/v1/sessions/x", 405))).toEqual([
      "getSession 405 application/json 1",
    ]);
  });

  it.each([
    ["an undeclared status", exchangeOf("GET", "/v1/sessions/x", 418)],
    ["an undeclared media type", exchangeOf("GET", "/v1/sessions/x", 200, "text/html")],
    ["an unknown path", exchangeOf("GET", "/v1/x", 404)],
    ["a request without a response", { ...exchangeOf("GET", "/v1/sessions/x", 200), response: undefined }],
  ])("does not count %s", (_name, { response, ...exchange }) => {
    expect(seenAfter({ ...exchange, ...(response && { response }) })).toEqual([]);
  });

  it("names what was never seen, with the media type where there are several", () => {
    const counter = createCoverageCounter();
    for (const status of [200, 400, 401, 403, 404, 405, 429]) {
      counter.record(exchangeOf("GET", "/v1/sessions/x", status));
    }
    counter.record(exchangeOf("POST", "/v1/channels/x/messages", 200));
    const never = neverSeen(counter.coverage());
    expect(never.get("getSession")).toEqual(["500"]);
    expect(never.get("sendMessage")?.[0]).toBe("200 text/event-stream");
    expect(counter.coverage().percentage).toBe(16);
  });
});
