import { WriteStream } from "node:tty";
import { describe, expect, it, vi } from "vitest";
import { curlLine } from "./curl.ts";
import { demandEqual } from "./demand.ts";
import { withFaultyServer } from "./faulty-server.ts";
import { secretsOf } from "./redact.ts";
import { createProgress, renderReport, renderRules } from "./report.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./runner.ts";
import type { TargetOptions } from "./target.ts";

const placeholder = "$" + "{THINKLIO_API_KEY}";
const key = 'tk_"s3cret"/+';
const secondKey = `${key}2`;

function createTarget(baseUrl: URL): TargetOptions {
  const offers = { "second-key": secondKey };
  return { baseUrl, key, channel: "ch_01hxyz", agent: "agt_01hxyz", offers };
}

const failing: Rule = {
  id: "SES-999",
  title: "A session is blue",
  statement: "A session's colour is blue.",
  source: { kind: "D", place: "Session, colour" },
  needs: [],
  async check(target) {
    await target.send("DELETE", `/v1/sessions/${target.key}`);
    const { response } = await target.send("GET", `/v1/sessions/it's?${encodeURIComponent(target.key)}`);
    demandEqual(`the colour, with ${key} and ${secondKey}`, response.json, { colour: "blue" });
  },
};
const passing: Rule = { ...failing, id: "LIF-998", check: async () => {} };
const skipped: Rule = { ...passing, id: "ERR-997", needs: ["second-channel"] };

/** Runs the three rules on a server that repeats the key wherever it can. */
async function reportOn(output: NodeJS.WriteStream = process.stdout): Promise<string> {
  return withFaultyServer(
    { status: 200, headers: { "X-Key": key }, body: { colour: key, other: [secondKey] } },
    async (baseUrl) => {
      const target = createTarget(baseUrl);
      const results = await runRules({ rules: [failing, passing, skipped], target });
      return renderReport(results, target, 1234, output);
    },
  );
}

describe("A report", () => {
  it("counts by topic, and sums up", async () => {
    const report = await reportOn();
    expect(report).toMatch(/^Sessions +1 failed\nLifecycle +1 passed\nErrors +1 skipped\n/);
    expect(report).toMatch(/3 rules: 1 passed, 1 failed, 1 skipped \(1\.2 s\)\n$/);
  });

  it("says what would let a skipped rule run", async () => {
    expect(await reportOn()).toContain("a second channel of the same tenant: ERR-997");
  });

  it("shows a failure with all that is needed to understand it", async () => {
    const report = await reportOn();
    expect(report).toContain("✖ SES-999  A session is blue");
    expect(report).toContain("A session's colour is blue.");
    expect(report).toContain("D: Session, colour");
    expect(report).toContain('expected  "blue"');
    expect(report).toMatch(
      /curl -i .* -X GET "http:\/\/127\.0\.0\.1:\d+\/v1\/sessions\/it's\?\$\{THINKLIO_API_KEY\}"/,
    );
    expect(report).toContain(`-H "Authorization: Bearer ${placeholder}"`);
    expect(report).toContain("HTTP 200");
    expect(report).toContain(`X-Key: ${placeholder}`);
  });

  it("shows the requests that led up to a failure", async () => {
    expect(await reportOn()).toMatch(
      /all requests of the rule\n +DELETE \S+THINKLIO_API_KEY\} → 200\n +GET \S+ → 200\n/,
    );
  });

  it("shows the oracle's findings beside the rule's own", async () => {
    expect(await reportOn()).toMatch(/the body: .*must have required property/);
  });

  it("shows once what several findings are about", async () => {
    const check: Rule["check"] = async (target) => {
      const answer = await target.send("GET", "/v1/sessions/x");
      demandEqual("the answer", answer.response.json, {}, answer);
    };
    await withFaultyServer({ status: 404, body: { error: { code: "x" } } }, async (baseUrl) => {
      const target = createTarget(baseUrl);
      const results = await runRules({ rules: [{ ...failing, check }], target });
      const report = renderReport(results, target, 0, process.stdout);
      expect(report).toMatch(/the answer.* is not what it should be(?:.|\n)*this error code does not go/);
      expect(report.match(/curl/g)).toHaveLength(1);
    });
  });

  it("never shows a key", async () => {
    const report = await reportOn();
    expect(report).not.toContain("s3cret");
    expect(report).toMatch(/with \$\{THINKLIO_API_KEY\} and \$\{THINKLIO_SECOND_API_KEY\}, at/);
  });

  it("has colours on a terminal alone", async () => {
    vi.stubEnv("FORCE_COLOR", undefined);
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("TERM", "xterm");
    const terminal: NodeJS.WriteStream = Object.create(WriteStream.prototype, { isTTY: { value: true } });
    const file: NodeJS.WriteStream = Object.create(WriteStream.prototype, { isTTY: { value: false } });
    expect(await reportOn(terminal)).toContain("\u001b[31m");
    expect(await reportOn(file)).not.toContain("\u001b[");
    vi.stubEnv("NO_COLOR", "1");
    expect(await reportOn(terminal)).not.toContain("\u001b[");
    vi.unstubAllEnvs();
  });
});

describe("The progress", () => {
  it("is one line on a terminal, and nothing elsewhere", () => {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    const createOutput = (isTTY: boolean): NodeJS.WriteStream =>
      Object.create(WriteStream.prototype, { isTTY: { value: isTTY }, write: { value: write } });
    createProgress(createOutput(false), 2).step();
    expect(written).toEqual([]);
    const progress = createProgress(createOutput(true), 2);
    progress.step();
    progress.step();
    progress.end();
    expect(written).toEqual(["1 of 2 rules", "2 of 2 rules", ""].map((text) => `\r\u001b[K${text}`));
  });
});

describe("The list of rules", () => {
  it("has id, title, statement and source of each", () => {
    const list = renderRules(rules);
    for (const { id, title, statement, source } of rules) {
      expect(list).toContain(
        `${id}  ${title}\n         ${statement}\n         ${source.kind}: ${source.place}`,
      );
    }
  });
});

describe("A request as a curl line", () => {
  const target = createTarget(new URL("http://127.0.0.1:3000/api/"));
  const request = { method: "POST", path: "/v1/x%zz", headers: [] };
  const line = (more: object) => curlLine(target.baseUrl, { ...request, ...more }, secretsOf(target));

  it("keeps the path as it is", () => {
    expect(line({})).toBe("curl -i --path-as-is --globoff -X POST 'http://127.0.0.1:3000/api/v1/x%zz'");
  });

  it("keeps headers that are empty or come twice", () => {
    const headers = [
      ["A", "1"],
      ["A", "it's"],
      ["B", ""],
    ];
    expect(line({ headers })).toMatch(/ -H 'A: 1' -H 'A: it'\\''s' -H 'B;'$/);
  });

  it("sends a text as it is, and no media type of curl's own", () => {
    expect(line({ body: Buffer.from('{"a":"it\'s $HOME"}') })).toMatch(
      / -H 'Content-Type:' --data-binary '\{"a":"it'\\''s \$HOME"\}'$/,
    );
  });

  it("leaves only the key to the shell", () => {
    const headers = [["Authorization", `Bearer ${key} $HOME \`x\` "q"`]];
    expect(line({ headers })).toMatch(
      / -H "Authorization: Bearer \$\{THINKLIO_API_KEY\} \\\$HOME \\`x\\` \\"q\\""$/,
    );
  });

  it("sends bytes that are no text by way of printf", () => {
    expect(line({ body: Uint8Array.of(0, 255, 10) })).toMatch(
      /^printf '\\000\\377\\012' \| curl .* --data-binary @-$/,
    );
  });

  it("cuts a long body, and says so", () => {
    const body = Buffer.from("x".repeat(5000));
    expect(line({ body })).toMatch(/--data-binary 'x{100}…' # cut; the body has 5000 bytes$/);
  });

  it("sends chunks", () => {
    expect(line({ body: Buffer.from("x"), chunked: true })).toContain("-H 'Transfer-Encoding: chunked'");
  });
});
