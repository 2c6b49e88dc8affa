import { WriteStream } from "node:tty";
import { describe, expect, it, vi } from "vitest";
import { demandEqual } from "../demand.ts";
import type { Rule } from "../rule.ts";
import type { RuleResult } from "../runner.ts";
import { exampleKey, failingRule, runExample } from "./example-run.ts";
import { createProgress, renderResult, renderTerminal } from "./terminal.ts";

const placeholder = "$" + "{THINKLIO_API_KEY}";
const report = async () => renderTerminal(await runExample());

describe("The terminal report", () => {
  it("counts by topic, and sums up", async () => {
    expect(await report()).toMatch(/^Sessions +1 failed\nLifecycle +1 passed\nErrors +1 skipped\n/);
    expect(await report()).toMatch(/3 rules: 1 passed, 1 failed, 1 skipped \(1\.2 s, seed 42\)\n$/);
  });

  it("says what would let a skipped rule run", async () => {
    expect(await report()).toContain("a second channel of the same tenant (--second-channel): ERR-997");
  });

  it("shows a failure with all that is needed to understand it", async () => {
    const text = await report();
    expect(text).toContain("✖ SES-999  A session is blue");
    expect(text).toContain("A session's colour is `blue`");
    expect(text).toMatch(/Session 2 \(S: the vendor's page Sessions › Get a session › Parameters\): \S/);
    expect(text).toContain('expected  "blue"');
    expect(text).toMatch(
      /curl -i .* -X GET "http:\/\/127\.0\.0\.1:\d+\/v1\/sessions\/it's\?\$\{THINKLIO_API_KEY\}"/,
    );
    expect(text).toContain(`-H "Authorization: Bearer ${placeholder}"`);
    expect(text).toContain("│ HTTP 200");
    expect(text).toContain(`X-Key: ${placeholder}`);
  });

  it("shows the requests that led up to a failure", async () => {
    expect(await report()).toMatch(
      /all requests of the rule\n +DELETE \S+THINKLIO_API_KEY\} → 200\n +GET \S+ → 200\n/,
    );
  });

  it("shows the oracle's findings beside the rule's own", async () => {
    expect(await report()).toMatch(/the body: .*must have required property/);
  });

  it("shows once what several findings are about", async () => {
    const check: Rule["check"] = async (target) => {
      const answer = await target.send("GET", "/v1/sessions/x");
      demandEqual("the answer", answer.response.json, {}, answer);
    };
    const text = renderTerminal(await runExample([{ ...failingRule, check }]));
    expect(text).toMatch(/the answer.* is not what it should be(?:.|\n)*the body: /);
    expect(text.match(/curl/g)).toHaveLength(1);
  });

  it("lets no line of the server's be a command to what reads it", async () => {
    expect(await report()).not.toMatch(/^\s*::/m);
  });

  it("cuts what is long after the keys are out of it", async () => {
    const check: Rule["check"] = async (target) => {
      const answer = await target.send("GET", "/v1/sessions/x");
      demandEqual("it", `${"x".repeat(397)}${target.key}`, 1, answer);
    };
    const text = renderTerminal(await runExample([{ ...failingRule, check }]));
    expect(text).toMatch(/x\$\{?… \(\d+ characters\)/);
  });

  it("has colours on a terminal alone", async () => {
    vi.stubEnv("FORCE_COLOR", undefined);
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("TERM", "xterm");
    vi.stubEnv("CI", undefined);
    const run = await runExample();
    const terminal: NodeJS.WriteStream = Object.create(WriteStream.prototype, { isTTY: { value: true } });
    const file: NodeJS.WriteStream = Object.create(WriteStream.prototype, { isTTY: { value: false } });
    expect(renderTerminal(run, terminal)).toContain("\u001b[31m");
    expect(renderTerminal(run, file)).not.toContain("\u001b[");
    expect(renderTerminal(run)).not.toContain("\u001b[");
    vi.stubEnv("NO_COLOR", "1");
    expect(renderTerminal(run, terminal)).not.toContain("\u001b[");
    vi.unstubAllEnvs();
  });
});

describe("One result", () => {
  it("is told in words", async () => {
    const { results, target } = await runExample();
    const texts = results.map((result) => renderResult(result, target));
    expect(texts[0]).toContain("✖ SES-999");
    expect(texts[1]).toBe("LIF-998  It passes  passed");
    expect(texts[2]).toMatch(/ skipped: needs a second channel/);
    expect(texts.join()).not.toContain(exampleKey);
  });
});

describe("The progress", () => {
  it("is one line on a terminal, and nothing elsewhere", () => {
    const passed: RuleResult = { outcome: "passed", rule: failingRule, duration: 1 };
    const failed: RuleResult = { ...passed, outcome: "failed", findings: [], exchanges: [] };
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    const createOutput = (isTTY: boolean): NodeJS.WriteStream =>
      Object.create(WriteStream.prototype, { isTTY: { value: isTTY }, write: { value: write } });
    createProgress(createOutput(false), 2).step(passed);
    expect(written).toEqual([]);
    const progress = createProgress(createOutput(true), 2);
    progress.step(passed);
    progress.step(failed);
    progress.end();
    expect(written).toEqual(
      ["1 of 2 rules", "2 of 2 rules, 1 failed", ""].map((text) => `\r\u001b[K${text}`),
    );
  });
});
