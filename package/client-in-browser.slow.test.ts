import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../generated/stub/index.ts";
import { type Mock, startMock } from "../mock/index.ts";
import manifest from "../package.json" with { type: "json" };
import { launchChromium } from "./chromium.ts";
import { type Consumer, installPacked } from "./packed.ts";
import { openPage } from "./watched-page.ts";

// The published client, as a module of a page in a real browser. The API is of another origin, as it will be.

let consumer: Consumer;
let site: Listening;
let browser: Browser;
let page: Page;
let mock: Mock;

beforeAll(async () => {
  consumer = await installPacked([]);
  site = await listen((request, response) => {
    const file = /^\/dist\/[\w/-]+\.js$/.exec(request.url ?? "")?.[0];
    response.setHeader("Content-Type", file ? "text/javascript" : "text/html");
    response.end(file && readFileSync(join(consumer.folder, "node_modules", manifest.name, file)));
  });
  browser = await launchChromium();
  ({ page } = await openPage(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.close(0);
  consumer.remove();
});
beforeEach(async () => {
  mock = await startMock({ tokenDelay: 50 });
  return () => mock.stop();
});

/** Runs a script in the page, with a client of the mock; returns what the script returns. */
function run(script: string): Promise<unknown> {
  return page.evaluate(`(async () => {
    const { createClient, unwrap } = await import("/dist/client.js");
    const options = { apiKey: "tk_a_secret_key", baseUrl: "${mock.url}" };
    const client = createClient(options);
    const preferring = (prefer) => createClient({ ...options, fetch: (request) => {
      request.headers.set("Prefer", prefer);
      return fetch(request);
    } });
    const read = async (items) => {
      const list = [];
      try {
        for await (const item of items) list.push(item);
      } catch ({ name, reason, code, status, message }) {
        return { list, error: { name, reason, code, status, message } };
      }
      return { list };
    };
    ${script}
  })()`);
}

describe("In a browser, the client", () => {
  it("creates a session, and sees where it is", async () => {
    const created = await run(`
      const { ok, status, body, response } = await client.createSession("ch_01hxyz", { metadata: { n: 1 } });
      return { ok, status, metadata: body.metadata, isThere: response.headers.get("Location") === "/v1/sessions/" + body.id };
    `);
    expect(created).toEqual({ ok: true, status: 201, metadata: { n: 1 }, isThere: true });
  });

  it("gets the pieces of a stream as they come, and then the history page after page", async () => {
    const told = await run(`
      const times = [];
      let text = "", session;
      for await (const { delta, session_id } of client.streamMessage("ch_01hxyz", { message: "Is it on its way?" })) {
        times.push(performance.now());
        text += delta;
        session = session_id;
      }
      const { list } = await read(client.listAllMessages(session, { limit: 1 }));
      return { text, pieces: times.length, time: times.at(-1) - times[0], roles: list.map(({ role }) => role) };
    `);
    expect(told).toEqual({
      text: "Is it on its way?",
      pieces: 5,
      time: expect.any(Number),
      roles: ["user", "assistant"],
    });
    // Four times 50 ms; all at once would take none.
    expect(told).toSatisfy(({ time }: { time: number }) => time > 100);
    expect(mock.requests.map(({ operationId }) => operationId)).toEqual([
      "sendMessage",
      "listMessages",
      "listMessages",
    ]);
  });

  it("returns a refusal, and throws one where it has nothing to return it in", async () => {
    const told = await run(`
      const { ok, status, error } = await client.getSession("ses_none");
      return [{ ok, status, code: error.code }, await read(client.listAllMessages("ses_none"))];
    `);
    expect(told).toMatchObject([
      { ok: false, status: 404, code: "session_not_found" },
      { list: [], error: { name: "ThinklioApiError", reason: "refused", status: 404 } },
    ]);
  });

  it("throws the error that breaks a stream off, after the pieces before it", async () => {
    const told = await run(`
      const message = "one two three four five";
      return read(preferring("scenario=broken-stream").streamMessage("ch_01hxyz", { message }));
    `);
    expect(told).toMatchObject({
      list: [{ delta: "one " }, { delta: "two " }, { delta: "three " }],
      error: { reason: "stream_error", code: "internal_error", status: 200 },
    });
  });

  // Of what came last before the cut, a browser may pass on nothing.
  it("says that a stream was cut", async () => {
    const told = await run(`
      const message = "one two three four five";
      return read(preferring("scenario=cut-connection").streamMessage("ch_01hxyz", { message }));
    `);
    expect(told).toMatchObject({ error: { reason: "stream_cut", status: 200 } });
  });

  it.each([
    ["the signal", "controller.abort(new Error('The user went away.'))", "The user went away."],
    ["leaving the loop", "break", "nothing"],
  ])("cancels a stream in the middle, by %s, and the server knows", async (_name, end, thrown) => {
    const told = await run(`
      const controller = new AbortController();
      const message = Array.from({ length: 100 }, (_, n) => n).join(" ");
      let pieces = 0, thrown = "nothing";
      try {
        for await (const _ of client.streamMessage("ch_01hxyz", { message }, { signal: controller.signal })) {
          pieces += 1;
          if (pieces === 3) ${end};
        }
      } catch (error) {
        thrown = error.message;
      }
      return { pieces, thrown };
    `);
    expect(told).toEqual({ pieces: 3, thrown });
    await expect.poll(() => mock.requests[0]?.answer?.duration, { timeout: 3000 }).toBeDefined();
    // The whole reply would have taken five seconds.
    expect(mock.requests).toMatchObject([{ answer: { isComplete: false } }]);
    expect(mock.sessions?.list()).toMatchObject([{ message_count: 1 }]);
  });

  it("tries again where that is safe, after what Retry-After says", async () => {
    const told = await run(`
      let tries = 0;
      const error = { code: "rate_limit_exceeded", message: "Too many.", request_id: "req_1" };
      const busy = () => Response.json({ error }, { status: 429, headers: { "Retry-After": "1" } });
      const patient = createClient({
        ...options,
        retries: 2,
        fetch: async (request) => (++tries === 1 ? busy() : fetch(request)),
      });
      const start = performance.now();
      const { status } = await patient.createSession("ch_01hxyz");
      return { status, tries, hasWaited: performance.now() - start > 990 };
    `);
    expect(told).toEqual({ status: 201, tries: 2, hasWaited: true });
  });

  it("says that no answer came, without the key", async () => {
    await mock.stop();
    const told = await run(`return read(client.listAllMessages("ses_1"));`);
    expect(told).toMatchObject({
      error: { reason: "network", message: expect.stringContaining("no answer") },
    });
    expect(JSON.stringify(told)).not.toContain("secret");
  });
});
