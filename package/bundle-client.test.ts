import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { EdgeVM } from "@edge-runtime/vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { createClient } from "../client/index.ts";
import type { Listening } from "../generated/stub/index.ts";
import manifest from "../package.json" with { type: "json" };
import { startServer } from "../server/start.ts";
import { bundleForBrowser } from "./bundle-for-browser.ts";
import { type Consumer, installPacked } from "./packed.ts";

/** What browsers, edge runtimes and Node all have beside the language itself, as far as the client needs it. */
const WEB = {
  AbortController,
  clearTimeout,
  fetch,
  FormData,
  Headers,
  Request,
  Response,
  setTimeout,
  TextDecoder,
};

describe("the published client, bundled", () => {
  let consumer: Consumer;
  let published: string;
  let server: Listening;
  beforeAll(async () => {
    consumer = await installPacked([]);
    published = join(consumer.folder, "node_modules", manifest.name, "dist/client.js");
    server = await startServer();
  });
  afterAll(async () => {
    await server.close(0);
    consumer.remove();
  });

  it("imports nothing, and names nothing that only Node has", async () => {
    const code = await bundleForBrowser(published, { minify: true });
    expect(code).not.toMatch(/\bimport\b|\brequire\b|node:|\bprocess\b|\bBuffer\b|\bglobal\b/);
  });

  it("is at most 6,000 bytes for a browser: minified, gzipped, openapi-fetch included", async () => {
    const code = await bundleForBrowser(published, { minify: true });
    const bytes = gzipSync(code).length;
    expect(bytes).toBeGreaterThan(4000);
    expect(bytes).toBeLessThanOrEqual(6000);
  });

  it.each<[string, (code: string) => unknown]>([
    ["where there are web standards and nothing else", (code) => runInNewContext(code, { ...WEB })],
    ["in an edge runtime", (code) => new EdgeVM().evaluate(code)],
  ])("works %s", async (_where, evaluate) => {
    const code = await bundleForBrowser(published, { format: "iife", name: "client" });
    const client = evaluate(`${code}; client`);
    if (!isClientModule(client)) expect.fail("It is not the client.");
    const api = client.createClient({ apiKey: "tk_local", baseUrl: server.url, retries: 1 });
    const created = await api.createSession("ch_01hxyz", { metadata: { ticket: "T-1042" } });
    expect(created).toMatchObject({ status: 201, body: { metadata: { ticket: "T-1042" } } });
    const deltas: string[] = [];
    for await (const { delta } of api.streamMessage("ch_01hxyz", { message: "Where is it?" }))
      deltas.push(delta);
    expect(deltas).toEqual(["Where ", "is ", "it?"]);
    await expect(api.listAllMessages("ses_none").next()).rejects.toMatchObject({
      name: "ThinklioApiError",
      code: "session_not_found",
    });
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const stream = api.streamMessage("ch_01hxyz", { message: "Where is it?" }, options);
    await stream.next();
    controller.abort(new Error("The user went away."));
    await expect(stream.next()).rejects.toThrow("The user went away.");
  });
});

function isClientModule(value: unknown): value is { createClient: typeof createClient } {
  return typeof value === "object" && value !== null && "createClient" in value;
}
