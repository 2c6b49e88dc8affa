import { describe, expect, it } from "vitest";
import { demandEqual } from "../demand.ts";
import type { Rule } from "../rule.ts";
import { failingRule, runExample } from "./example-run.ts";
import { renderGithub } from "./github.ts";

const lines = async () => renderGithub(await runExample()).split("\n");

describe("The GitHub report", () => {
  it("has one command for each failure and one that sums up, each in a line", async () => {
    const [failure, summary, ...rest] = await lines();
    expect(failure).toMatch(/^::error title=SES-999 A session is blue%2C 100 %25%3A yes::A session's colour is .*%0A {2}the colour, with /);
    expect(summary).toMatch(
      /^::notice title=[^:]+::1 passed, 1 failed, 1 skipped \(1\.2 s, seed 42\)%0A2 %25 of/,
    );
    expect(rest).toEqual([""]);
  });

  it("has the lines of a message, and its per cent signs, escaped", async () => {
    const [failure = ""] = await lines();
    expect(failure).toContain("%0A    expected  ");
    expect(failure).toContain("100 %25");
    expect(failure.replaceAll(/%(25|0A|0D|3A|2C)/g, "")).not.toMatch(/[%\r\n]/);
  });

  it("has ten failures at most, each short, and names the others in the one that sums up", async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...failingRule, id: `SES-${900 + index}` }));
    const all = renderGithub(await runExample(many)).trimEnd().split("\n");
    const errors = all.filter((line) => line.startsWith("::error "));
    expect(errors).toHaveLength(10);
    for (const line of errors) expect(line.length).toBeLessThan(2500);
    expect(all.at(-1)).toContain(
      "15 more failed: SES-910, SES-911, SES-912, SES-913, SES-914, SES-915, SES-916, SES-917, SES-918, SES-919, " +
        "SES-920, SES-921, SES-922, SES-923, SES-924%0A",
    );
    expect(all).toHaveLength(11);
  });

  it("stays short where the server says much", async () => {
    const check: Rule["check"] = async (target) => {
      const json = { message: "x".repeat(900) };
      for (const path of ["/v1/a", "/v1/b", "/v1/c"]) await target.send("POST", path, { json });
      demandEqual("it", "y".repeat(5000), "z".repeat(5000));
    };
    const [line = ""] = renderGithub(await runExample([{ ...failingRule, check }])).split("\n");
    expect(line.length).toBeLessThan(2500);
    expect(line).toMatch(/%0A {2}3 more findings/);
  });
});
