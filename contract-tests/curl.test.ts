import { describe, expect, it } from "vitest";
import { curlLine } from "./curl.ts";
import { secretsOf } from "./redact.ts";
import type { TargetOptions } from "./target.ts";

const key = 'tk_"s3cret"/+';

describe("A request as a curl line", () => {
  const target: TargetOptions = {
    baseUrl: new URL("http://127.0.0.1:3000/api/"),
    key,
    channel: "ch_01hxyz",
    agent: "agt_01hxyz",
    offers: {},
  };
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

  it("sends control characters by way of printf, too", () => {
    expect(line({ body: Uint8Array.of(0x61, 0x1b, 0x0a) })).toMatch(/^printf '\\141\\033\\012' \| curl /);
  });

  it("cuts a long body, and says so", () => {
    const body = Buffer.from("x".repeat(5000));
    expect(line({ body })).toMatch(/--data-binary 'x{100}…' # cut; the body has 5000 bytes$/);
  });

  it("sends chunks", () => {
    expect(line({ body: Buffer.from("x"), chunked: true })).toContain("-H 'Transfer-Encoding: chunked'");
  });
});
