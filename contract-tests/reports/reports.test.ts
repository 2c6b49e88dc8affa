import { beforeAll, describe, expect, it } from "vitest";
import { redact, secretsOf } from "../redact.ts";
import { runExample } from "./example-run.ts";
import { reporterNames, reporters } from "./index.ts";
import type { Run } from "./run.ts";

let run: Run;
beforeAll(async () => {
  run = await runExample();
});

describe.each(reporterNames.map((name) => [name]))("The %s report", (name) => {
  const render = () => reporters[name](run);

  it("shows no key, however it is written", () => {
    expect(render()).not.toMatch(/s3cr/);
    expect(render()).toMatch(/THINKLIO_API_KEY/);
    expect(render()).toMatch(/THINKLIO_SECOND_API_KEY/);
    expect(redact(render(), secretsOf(run.target))).toBe(render());
  });

  it("has no control characters of the server's, nor any that turn the text round", () => {
    expect(render()).toMatch(/[^\n\t]/);
    expect(render()).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u);
  });

  it("names the rule, the statement, the request and what was never seen", () => {
    expect(render()).toContain("SES-999");
    expect(render()).toContain("Session 2");
    expect(render()).toMatch(/curl -i/);
    expect(render()).toMatch(/listMessages/);
  });

  it("has the seed and the coverage", () => {
    expect(render()).toMatch(/\b42\b/);
    expect(render()).toMatch(/2 (%|%25)|"percentage": 2/);
  });
});
