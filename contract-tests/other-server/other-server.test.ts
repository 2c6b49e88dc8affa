import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Offers } from "../needs.ts";
import { rules } from "../rules/index.ts";
import { runRules } from "../runner.ts";
import { LIFETIME } from "./desk.ts";
import { BODY_TIMEOUT, startOtherServer } from "./other-server.ts";

describe("A server that keeps the contract in its own way", () => {
  it("passes every rule, and none is skipped", { timeout: 120_000 }, async () => {
    const server = await startOtherServer();
    const offers: Offers = {
      write: true,
      "second-key": "K-beta.1",
      "read-only-key": "K-alpha.reader",
      "rate-limited-key": "K-hasty.1",
      "spent-key": { key: "K-poor.1", channel: "ch_Cellar" },
      "second-channel": "ch_Back-office",
      "second-agent": "agt_Deputy",
      "hidden-agent": "agt_Ghost",
      "blocked-message": "Buy pills!",
      "failing-message": "Please explode.",
      "breaking-message": "Please collapse.",
      "slow-message": { message: `Please dawdle. ${"x".repeat(100)}`, duration: 500 },
      "recalling-message": "Please recall.",
      "session-lifetime": LIFETIME,
      "body-timeout": BODY_TIMEOUT,
      "fast-check": true,
      "pass-time": async (milliseconds) => server.passTime(milliseconds),
    };
    const results = await runRules({
      rules,
      target: {
        baseUrl: new URL(server.url),
        key: "K-alpha.1",
        channel: "ch_Front desk/1",
        agent: "agt_Clerk",
        offers,
      },
      // It must pass on a busy machine, too.
      timeout: 20_000,
    });
    await server.close();
    const alarms = results.flatMap((result) => {
      if (result.outcome === "passed") return [];
      if (result.outcome === "skipped") return [`${result.rule.id} was skipped`];
      return result.findings.map(
        ({ message, contrast }) => `${result.rule.id}: ${message} ${JSON.stringify(contrast)}`,
      );
    });
    expect(alarms).toEqual([]);
    expect(results.length).toBe(rules.length);
  });

  it("shares no code with the reference server", () => {
    const files = readdirSync(new URL(".", import.meta.url)).filter((name) => !name.endsWith(".test.ts"));
    const imported = files.flatMap((name) => {
      const source = readFileSync(new URL(name, import.meta.url), "utf8");
      return [...source.matchAll(/from "([^"]+)"/g)].map(([, path]) => path);
    });
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((path) => !/^(node:|\.\/)/.test(path ?? ""))).toEqual([]);
  });
});
