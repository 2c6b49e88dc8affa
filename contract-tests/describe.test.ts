import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLE_CHANNEL, LOCAL_KEY, startServer } from "../server/index.ts";
import { describeContract, type TestFramework } from "./describe.ts";
import { withFaultyServer } from "./faulty-server.ts";
import { rules } from "./rules/index.ts";
import type { TargetOptions } from "./target.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const targetAt = (baseUrl: URL): TargetOptions => ({
  baseUrl,
  key: LOCAL_KEY.key,
  channel: EXAMPLE_CHANNEL.id,
  agent: EXAMPLE_CHANNEL.agents[0],
  offers: { write: true },
});
const some = rules.filter(({ id }) => ["SES-001", "AUT-001", "MSG-001"].includes(id));

// These are tests of this very run: with Vitest's own functions, on a server that starts before them.
describeContract(() => targetAt(new URL(server.url)), { describe, it, rules: some });

type Test = Parameters<TestFramework["it"]>[2];

/** A framework that collects tests and does not run them. */
function createCollector() {
  const tests = new Map<string, Test>();
  const framework: TestFramework = {
    describe: (_name, define) => define(),
    it: (name, _options, test) => tests.set(name, test),
  };
  return { tests, framework };
}

describe("describeContract", () => {
  it("makes a test of every rule", () => {
    const { tests, framework } = createCollector();
    describeContract(targetAt(new URL("http://127.0.0.1:1")), framework);
    expect([...tests.keys()]).toEqual(rules.map(({ id, title }) => `${id} ${title}`));
  });

  it("makes tests that fail with the report, and without a stack of this suite", async () => {
    await withFaultyServer({ status: 200, body: {} }, async (baseUrl) => {
      const { tests, framework } = createCollector();
      describeContract(targetAt(baseUrl), { ...framework, rules: some });
      for (const [name, test] of tests) {
        const error: unknown = await test({ skip: () => {} }).catch((reason: unknown) => reason);
        expect(error).toMatchObject({
          message: expect.stringContaining(`✖ ${name.slice(0, 7)}`),
          stack: expect.not.stringContaining("describe.ts"),
        });
      }
      expect(tests.size).toBe(3);
    });
  });

  it("makes tests that are skipped, and say what they need", async () => {
    const { tests, framework } = createCollector();
    const needy = rules.filter(({ needs }) => needs.includes("second-key"));
    describeContract(targetAt(new URL(server.url)), { ...framework, rules: needy });
    const reasons: (string | undefined)[] = [];
    for (const test of tests.values()) await test({ skip: (reason) => reasons.push(reason) });
    expect(reasons).toHaveLength(needy.length);
    for (const reason of reasons) expect(reason).toContain("--second-api-key");
  });

  it("says so where there is no test framework", () => {
    expect(() => describeContract(targetAt(new URL(server.url)))).toThrow("{ describe, it }");
  });
});
