import { describe, expect, it } from "vitest";
import { runExample } from "./example-run.ts";
import { renderGithub } from "./github.ts";

const lines = async () => renderGithub(await runExample()).split("\n");

describe("The GitHub report", () => {
  it("has one command for each failure and one that sums up, each in a line", async () => {
    const [failure, summary, ...rest] = await lines();
    expect(failure).toMatch(/^::error title=SES-999 A session is blue%2C 100 %25%3A yes::✖ SES-999 /);
    expect(summary).toMatch(
      /^::notice title=[^:]+::1 passed, 1 failed, 1 skipped \(1\.2 s, seed 42\)%0A2 %25 of/,
    );
    expect(rest).toEqual([""]);
  });

  it("has the lines of a message, and its per cent signs, escaped", async () => {
    const [failure = ""] = await lines();
    expect(failure).toContain("%0A    expected  ");
    expect(failure).toContain("%250A owned");
    expect(failure.replaceAll(/%(25|0A|0D|3A|2C)/g, "")).not.toMatch(/[%\r\n]/);
  });
});
