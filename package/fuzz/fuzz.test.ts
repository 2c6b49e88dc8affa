import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type FuzzOptions, fuzz } from "./fuzz.ts";
import { fuzzStore } from "./run.ts";

const surroundings = {
  key: "tk_local",
  channel: "ch_01hxyz",
  openSession: "ses_open",
  closedSession: "ses_closed",
};
const COUNT = 300;

let server: Server | undefined;
afterEach(() => void server?.close().closeAllConnections());

async function fuzzListener(listener: RequestListener, options: Partial<FuzzOptions> = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return fuzz({ port: address.port, surroundings, seed: 1, count: COUNT, ...options });
}

/** Answers everything with this. */
const answering =
  (status: number, body: string): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { "Content-Length": Buffer.byteLength(body) }).end(body);
  };
const envelope = JSON.stringify({ error: { code: "invalid_request", message: "No.", request_id: "req_1" } });

describe("fuzzing finds a server that", () => {
  it.each([
    ["fails", 500, envelope, /answered with 500/],
    ["accepts what is bad", 200, "{}", /answered with 200/],
    ["answers with another status than the contract's", 400, envelope, /answered with 400, not 4/],
  ])("%s", async (_name, status, body, what) => {
    const finding = await fuzzListener(answering(status, body));
    expect(finding?.what).toMatch(what);
  });

  it("answers without the envelope", async () => {
    const listener: RequestListener = ({ url = "" }, response) =>
      answering(url.startsWith("/v2") ? 404 : 400, url.startsWith("/v2") ? "{}" : envelope)(
        response.req,
        response,
      );
    expect((await fuzzListener(listener, { count: 2000 }))?.what).toMatch(/no envelope|not 4/);
  });

  it("closes the connection instead of an answer", async () => {
    const finding = await fuzzListener((request) => void request.socket.destroy());
    expect(finding?.what).toMatch(/ended without an answer/);
  });
});

describe("a seed and a number", () => {
  it("make the same request again", async () => {
    const listener = answering(500, envelope);
    const first = await fuzzListener(listener);
    server?.close().closeAllConnections();
    const again = await fuzzListener(listener, { count: 1, first: first?.index ?? -1 });
    expect(again).toEqual(first);
    expect(first?.bytes.length).toBeGreaterThan(0);
  });
});

describe("the reference server", () => {
  it("refuses bad requests as it must", async () => {
    const { faults, finding } = await fuzzStore("memory", { seed: 5, count: 1000 });
    expect({ faults, finding }).toEqual({ faults: [], finding: undefined });
  });
});
