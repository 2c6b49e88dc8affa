import type { OpenAPI3 } from "openapi-typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { BASE_URL, ERROR_STATUS } from "../../generated/index.ts";
import * as validators from "../../generated/validators.js";
import { readDeclaredExamples } from "../testing/declared-examples.ts";
import { generateFiles } from "./generate-files.ts";
import { compareFiles } from "./output.ts";

let files: ReadonlyMap<string, string>;
let again: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await generateFiles();
  again = await generateFiles();
}, 30_000);

describe("generated/", () => {
  it("follows from spec/", async () => {
    expect(await compareFiles(files)).toStrictEqual([]);
  });

  it("is told apart from other files by name", async () => {
    const others = new Map(files);
    others.set("openapi.json", `${files.get("openapi.json")} `);
    others.set("stub/new.ts", "");
    others.delete("types.ts");
    expect(await compareFiles(others)).toStrictEqual([
      "generated/openapi.json: differs",
      "generated/stub/new.ts: is missing",
      "generated/types.ts: is not generated",
    ]);
  });

  it("is the same to the byte each time", () => {
    expect([...again]).toStrictEqual([...files]);
  });

  it("holds what the package stands on", () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "openapi.json",
        "openapi.yaml",
        "types.ts",
        "index.ts",
        "validators.js",
        "validators.d.ts",
        "stub/api.ts",
        "stub/index.ts",
        "stub/router.ts",
        "client/index.ts",
        "client/operations.ts",
      ]),
    );
    expect([...files.keys()].filter((name) => name.includes(".test."))).toStrictEqual([]);
  });

  it("calls no `require(`, which an ES module does not have", () => {
    expect([...files].filter(([, text]) => text.includes("require(")).map(([name]) => name)).toStrictEqual(
      [],
    );
  });

  it("imports nothing but its own files and Node's modules", () => {
    const foreign = [...files].flatMap(([name, text]) =>
      [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)";$/gm)]
        .map(([, specifier = ""]) => `${name}: ${specifier}`)
        .filter((line) => !/: (?:node:|\.\.?\/)/.test(line) || line.includes("../../")),
    );
    expect(foreign).toStrictEqual([]);
    expect(files.get("validators.js")).not.toMatch(/^import\b/m);
  });

  it("ends every file with a line break, and uses no other than LF", () => {
    const others = [...files].filter(([, text]) => text.includes("\r") || !text.endsWith("\n"));
    expect(others.map(([name]) => name)).toStrictEqual([]);
  });

  it("has a type and a validator for each schema of the document, a streamed event's among them", () => {
    const { components } = JSON.parse(files.get("openapi.json") ?? "");
    const names = Object.keys(components.schemas);
    expect(names).toContain("MessageDelta");
    for (const name of names) {
      expect(validators).toHaveProperty(`validate${name}`, expect.any(Function));
      expect(files.get("index.ts")).toMatch(new RegExp(`^export (?:interface|type) ${name}\\b`, "m"));
      expect(files.get("validators.d.ts")).toContain(`validate${name}: Validator<Schemas["${name}"]>;`);
    }
  });
});

describe("the tables of errors", () => {
  it("have every code of the document, with the status that its responses have", async () => {
    const statuses = new Map<unknown, number>();
    const walk = (node: unknown, status: number): void => {
      if (typeof node !== "object" || node === null) return;
      if ("code" in node && "request_id" in node) statuses.set(node.code, status);
      for (const value of Object.values(node)) walk(value, status);
    };
    for (const { value, status } of await readDeclaredExamples()) walk(value, status);
    expect(statuses.size).toBeGreaterThan(10);
    expect(Object.fromEntries(statuses)).toStrictEqual(ERROR_STATUS);
  });

  it("say where the vendor's server is, as the document does", () => {
    const { servers }: OpenAPI3 = JSON.parse(files.get("openapi.json") ?? "");
    expect(BASE_URL).toBe(servers?.[0]?.url);
  });
});

describe("the validators", () => {
  const delta = { id: "msg_01hxyz", session_id: "ses_01hxyz", delta: "" };

  it("accept what fits, and fields that the contract does not know", () => {
    expect(validators.validateMessageDelta(delta)).toBe(true);
    expect(validators.validateMessageDelta({ ...delta, mood: "good" })).toBe(true);
    expect(validators.validateMessageDelta.errors).toBeNull();
  });

  it("find every fault of a value, not only the first", () => {
    expect(validators.validateMessageDelta({ id: "01hxyz", delta: 7 })).toBe(false);
    expect(
      validators.validateMessageDelta.errors
        ?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
        .sort(),
    ).toStrictEqual([" required", "/delta type", "/id pattern"]);
  });

  it("come to an end with a long list in which everything is wrong", () => {
    const count = (length: number) => {
      const data = Array.from({ length }, () => ({ bad: 1 }));
      validators.validateMessagePage({ data, has_more: false, next_cursor: null });
      return validators.validateMessagePage.errors?.length ?? 0;
    };
    expect(count(40_000)).toBe(40_000 * count(1));
  });

  it.each([
    ["2026-03-19T12:00:00Z", true],
    ["2026-03-19T12:00:00.123456+00:00", true],
    ["2026-03-19T12:00:00+01:00", false],
    ["2026-03-19T12:00:00", false],
    ["2026-02-29T12:00:00Z", false],
    ["2026-03-19", false],
    [1774000000, false],
  ])("take %s for a moment in UTC: %s", (value, isMoment) => {
    expect(validators.validateTimestamp(value)).toBe(isMoment);
  });

  it("count code points", () => {
    expect(validators.validateSendMessageRequest({ message: "😀".repeat(32_768) })).toBe(true);
    expect(validators.validateSendMessageRequest({ message: `${"😀".repeat(32_768)}x` })).toBe(false);
  });
});
