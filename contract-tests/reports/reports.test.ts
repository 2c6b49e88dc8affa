import { beforeAll, describe, expect, it } from "vitest";
import { redact, secretsOf } from "../redact.ts";
import { withFaultyServer } from "../faulty-server.ts";
import { runRules } from "../runner.ts";
import { failingRule, runExample } from "./example-run.ts";
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

describe("A response that does not end", () => {
  let endless: Run;
  beforeAll(async () => {
    const stream = [...Array(999).keys()].map((number) => `data: event ${number} ${run.target.key}\n\n`).join("");
    endless = await withFaultyServer(
      (_request, response) => response.writeHead(200, { "Content-Type": "text/event-stream" }).write(stream),
      async (baseUrl) => {
        const target = { ...run.target, baseUrl };
        return { ...run, target, results: await runRules({ rules: [failingRule], target, timeout: 300 }) };
      },
    );
  });

  it.each(reporterNames)("is told of by the %s report, with its status and how many events came", (name) => {
    expect(reporters[name](endless)).toContain("did not end within 0.3 s; 200 and 999 events came");
  });

  it.each(["terminal", "junit", "json", "html"] as const)(
    "is shown by the %s report with its beginning and its end, and without keys",
    (name) => {
      const report = reporters[name](endless);
      expect(report).toMatch(/HTTP 200/);
      expect(report).toMatch(/event 0 /);
      expect(report).toMatch(/event 998 /);
      expect(report).toMatch(/the response did not end: \d+,\d+ bytes, 999 events came/);
      expect(report).not.toMatch(/s3cr|event 500 /);
    },
  );

  it("is no missing response in the list of requests", () => {
    expect(reporters.json(endless)).toMatch(/→ 200, which did not end"/);
  });
});
