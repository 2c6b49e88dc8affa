import { describe, expect, it } from "vitest";
import { startServer } from "../server/index.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./runner.ts";
import { createSuspicionWatch } from "./suspicion.ts";

/** Runs some rules with these settings on a healthy server, and returns what seems to be wrong with them. */
async function suspect(settings: { key?: string; channel?: string }): Promise<string | undefined> {
  const server = await startServer();
  const target = {
    baseUrl: new URL(server.url),
    key: "tk_local",
    channel: "ch_01hxyz",
    agent: "agt_01hxyz",
    offers: { write: true },
    ...settings,
  } as const;
  const watch = createSuspicionWatch(target);
  const selected = rules.filter(({ id }) => /^(SES-00|AUT-00|HTT-00)/.test(id));
  await runRules({ rules: selected, target, onExchange: watch.record });
  await server.close();
  return watch.suspicion()?.message;
}

describe("A run", () => {
  it("suspects nothing where the settings are right", async () => {
    expect(await suspect({})).toBeUndefined();
  });

  it("suspects a key that the server refuses each time", async () => {
    expect(await suspect({ key: "tk_wrong" })).toBe(
      "the server accepts no request with this key: is --api-key right?",
    );
  });

  it("suspects a channel that the server never finds", async () => {
    expect(await suspect({ channel: "ch_wrong" })).toBe(
      "the server does not find ch_wrong: is --channel right?",
    );
  });
});
