import type { RequestListener } from "node:http";
import { createCoverageCounter } from "../coverage.ts";
import { demandEqual } from "../demand.ts";
import { withFaultyServer } from "../faulty-server.ts";
import type { Rule } from "../rule.ts";
import { runRules } from "../runner.ts";
import type { TargetOptions } from "../target.ts";
import type { Run } from "./run.ts";

/** A key with characters that every format escapes in its own way. */
export const exampleKey: string = `tk_"<s3cr&t>'/+`;
const secondKey = `${exampleKey}2`;

/** What a hostile server sends to those who read reports. */
export const hostileText: string =
  "<script>alert(1)</script>]]><img src=x onerror=alert(1)>\u001b[31m\u0000\r\n::error::%0A owned\n&lt;\u202e\ud800";

/** A rule that every server fails. */
export const failingRule: Rule = {
  id: "SES-999",
  title: "A session is blue, 100 %: yes",
  statement: "A session's colour is `blue` & <b>bright</b>.",
  covers: ["Session 2"],
  needs: [],
  async check(target) {
    await target.send("DELETE", `/v1/sessions/${target.key}`);
    const { response } = await target.send("GET", `/v1/sessions/it's?${encodeURIComponent(target.key)}`);
    demandEqual(`the colour, with ${exampleKey} and ${secondKey}`, response.json, { colour: "blue" });
  },
};
const passingRule: Rule = { ...failingRule, id: "LIF-998", title: "It passes", check: async () => {} };
const skippedRule: Rule = {
  ...passingRule,
  id: "ERR-997",
  title: "It is skipped",
  needs: ["second-channel"],
};

/** Runs one rule that fails, one that passes and one that is skipped, on a server that repeats the keys. */
export function runExample(rules: readonly Rule[] = [failingRule, passingRule, skippedRule]): Promise<Run> {
  return withFaultyServer(respond, async (baseUrl) => {
    const target: TargetOptions = {
      baseUrl,
      key: exampleKey,
      channel: "ch_01hxyz",
      agent: "agt_01hxyz",
      offers: { "second-key": secondKey },
    };
    const counter = createCoverageCounter();
    const results = await runRules({ rules, target, onExchange: counter.record });
    const start = new Date("2026-03-19T10:00:00Z");
    return { results, target, coverage: counter.coverage(), seed: 42, start, duration: 1234 };
  });
}

const respond: RequestListener = ({ method }, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "X-Key": exampleKey });
  response.end(method === "GET" ? JSON.stringify({ colour: exampleKey, other: [secondKey] }) : hostileText);
};
