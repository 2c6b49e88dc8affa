import { describe, expect, it } from "vitest";
import { runExample } from "./example-run.ts";
import { renderJunit } from "./junit.ts";
import { parseXml } from "./parse-xml.ts";

const report = async () => parseXml(renderJunit(await runExample()));

describe("The JUnit report", () => {
  it("counts", async () => {
    const { name, attributes } = await report();
    expect({ name, attributes }).toEqual({
      name: "testsuites",
      attributes: {
        name: "thinklio-sessions",
        tests: "3",
        failures: "1",
        errors: "0",
        skipped: "1",
        time: "1.234",
        timestamp: "2026-03-19T10:00:00.000",
      },
    });
  });

  it("has a suite for each topic, with what holds for the run", async () => {
    const { children } = await report();
    expect(children.map(({ attributes }) => attributes.name)).toEqual(["Sessions", "Lifecycle", "Errors"]);
    for (const suite of children) {
      const properties = suite.children.find(({ name }) => name === "properties")?.children ?? [];
      const values = new Map(properties.map(({ attributes }) => [attributes.name, attributes.value]));
      expect(values.get("seed")).toBe("42");
      expect(values.get("coverage")).toBe("2 %");
      expect(values.get("never seen")).toContain(
        "sendMessage 200 application/json, 200 text/event-stream, 400",
      );
    }
  });

  it("has a case for each rule, whose failure is the whole story", async () => {
    const cases = (await report()).children.flatMap(({ children }) =>
      children.filter(({ name }) => name === "testcase"),
    );
    expect(cases.map(({ attributes }) => attributes.name)).toEqual([
      "SES-999 A session is blue, 100 %: yes",
      "LIF-998 It passes",
      "ERR-997 It is skipped",
    ]);
    const [failed, passed, skipped] = cases.map(({ children }) => children);
    expect(failed?.[0]).toMatchObject({
      name: "failure",
      attributes: { message: "A session's colour is `blue` & <b>bright</b>.", type: "SES-999" },
      text: expect.stringMatching(
        /expected {2}"blue"(?:.|\n)*curl -i(?:.|\n)*<script>alert\(1\)<\/script>\]\]>/,
      ),
    });
    expect(passed).toEqual([]);
    expect(skipped?.[0]).toMatchObject({
      name: "skipped",
      attributes: { message: expect.stringContaining("--second-channel") },
    });
  });
});

describe("The XML check", () => {
  it.each([
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a>&</a>",
    "<a>&nbsp;</a>",
    '<a b="1" b="2"/>',
    "<a>\u0001</a>",
    "a",
    "<a b='1'/>",
  ])("finds fault with %j", (text) => {
    expect(() => parseXml(text)).toThrow();
  });
});
