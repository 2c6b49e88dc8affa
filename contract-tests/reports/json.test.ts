import { describe, expect, it } from "vitest";
import { runExample } from "./example-run.ts";
import { renderJson } from "./json.ts";

describe("The JSON report", () => {
  it("has it all", async () => {
    const run = await runExample();
    expect(JSON.parse(renderJson(run))).toMatchObject({
      server: run.target.baseUrl.href,
      start: "2026-03-19T10:00:00.000Z",
      duration: 1234,
      seed: 42,
      counts: { passed: 1, failed: 1, skipped: 1 },
      coverage: { percentage: 2, neverSeen: { sendMessage: expect.arrayContaining(["429"]) } },
      rules: [
        {
          id: "SES-999",
          outcome: "failed",
          covers: ["Session 2"],
          statements: [{ id: "Session 2", source: expect.stringMatching(/^[SVD]$/) }],
          findings: [
            { expected: '"blue"', exchange: { curl: expect.any(String), response: expect.any(String) } },
            {},
            {},
          ],
          requests: [expect.stringMatching(/^DELETE .* → 200$/), expect.stringMatching(/^GET .* → 200$/)],
        },
        { id: "LIF-998", outcome: "passed", duration: expect.any(Number) },
        { id: "ERR-997", outcome: "skipped", lacking: [{ need: "second-channel" }] },
      ],
    });
  });
});
