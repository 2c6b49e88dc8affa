import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLE_CHANNEL, LOCAL_KEY, startServer } from "../server/index.ts";
import type { ContractTarget } from "./contract-target.ts";
import { describeContract, type TestFramework } from "./describe.ts";
import { withFaultyServer } from "./faulty-server.ts";
import { rules } from "./rules/index.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const targetAt = (baseUrl: URL): ContractTarget => ({
  baseUrl,
  key: LOCAL_KEY.key,
  channel: EXAMPLE_CHANNEL.id,
  agent: EXAMPLE_CHANNEL.agents[0],
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

  it.each<[string, (baseUrl: URL) => ContractTarget, RegExp]>([
    ["does not answer", () => targetAt(new URL("http://127.0.0.1:1")), /^no server answers at http:.*$/],
    [
      "refuses the key",
      (baseUrl) => ({ baseUrl, key: "tk_wrong" }),
      /^the server at http:.* refuses the target.s key: .*$/,
    ],
  ])("makes one test fail, in one line, and skips the others where the server %s", async (_, make, line) => {
    const { tests, framework } = createCollector();
    describeContract(make(new URL(server.url)), { ...framework, rules: some });
    const outcomes: unknown[] = [];
    for (const test of tests.values()) {
      await test({ skip: (reason) => outcomes.push(["skipped", reason]) }).catch(({ stack }) =>
        outcomes.push(["failed", stack]),
      );
    }
    const skipped = ["skipped", expect.stringContaining("as the first test says")];
    expect(outcomes).toEqual([["failed", expect.stringMatching(line)], skipped, skipped]);
  });

  it("makes a test fail each time that its framework tries it, as a skipped one would count as a success", async () => {
    const { tests, framework } = createCollector();
    describeContract(targetAt(new URL("http://127.0.0.1:1")), { ...framework, rules: some });
    const [first] = tests.values();
    const tryFirst = async () => first?.({ skip: () => expect.unreachable("It is skipped.") });
    await expect(tryFirst()).rejects.toThrow("no server answers");
    await expect(tryFirst()).rejects.toThrow("no server answers");
  });

  it("makes no test skipped that ran beside the first, so that its framework tries it again, too", async () => {
    const { tests, framework } = createCollector();
    describeContract(targetAt(new URL("http://127.0.0.1:1")), { ...framework, rules: some });
    const tryAll = () => Promise.allSettled([...tests.values()].map((test) => test({ skip: () => {} })));
    for (const outcomes of [await tryAll(), await tryAll()]) {
      expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    }
  });

  it("makes tests that go on when the server has come up between two tries of the first", async () => {
    let isUp = false;
    const answer: RequestListener = (_request, response) => response.writeHead(isUp ? 404 : 503).end();
    await withFaultyServer(answer, async (baseUrl) => {
      const { tests, framework } = createCollector();
      describeContract(targetAt(baseUrl), { ...framework, rules: some });
      const [first, second] = tests.values();
      const skip = () => expect.unreachable("It is skipped.");
      await expect(first?.({ skip })).rejects.toThrow("is not ready");
      isUp = true;
      await expect(first?.({ skip })).rejects.toThrow("✖");
      await expect(second?.({ skip })).rejects.toThrow("✖");
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

  it("needs no more than a URL, as text, and a key; and it may write", async () => {
    const { tests, framework } = createCollector();
    describeContract({ baseUrl: server.url, key: LOCAL_KEY.key }, { ...framework, rules: some });
    const skips: unknown[] = [];
    for (const test of tests.values()) await test({ skip: (reason) => skips.push(reason) });
    expect(tests.size).toBe(3);
    expect(skips).toEqual([]);
  });

  it("makes no test of a rule that writes if it may only read", () => {
    const { tests, framework } = createCollector();
    describeContract(targetAt(new URL("http://127.0.0.1:1")), { ...framework, readOnly: true });
    const reading = rules.filter(({ needs }) => !needs.includes("write"));
    expect([...tests.keys()]).toEqual(reading.map(({ id, title }) => `${id} ${title}`));
  });

  it("makes tests of what the vendor documents alone if it is asked to", () => {
    const { tests, framework } = createCollector();
    describeContract(targetAt(new URL("http://127.0.0.1:1")), { ...framework, profile: "documented" });
    const ids = [...tests.keys()].map((name) => name.slice(0, 7));
    expect(ids).toContain("LIF-001");
    expect(ids).not.toContain("LIF-016");
  });

  it.each([
    ["no base URL", { key: "k" }, /baseUrl/],
    [
      "a base URL that is none",
      { baseUrl: "localhost:3000", key: "k" },
      /baseUrl.*http:\/\/127\.0\.0\.1:3000/,
    ],
    [
      "the version in the base URL",
      { baseUrl: "http://127.0.0.1:1/v1/", key: "k" },
      /must leave out the \/v1$/,
    ],
    ["no key", { baseUrl: "http://127.0.0.1:1" }, /key/],
    ["nothing", undefined, /baseUrl/],
  ])("says at once what is missing in a target of a program without types: %s", (_, target, message) => {
    const { framework } = createCollector();
    expect(() => Reflect.apply(describeContract, undefined, [target, framework])).toThrow(message);
  });

  it("says so where there is no test framework", () => {
    expect(() => describeContract(targetAt(new URL(server.url)))).toThrow("{ describe, it }");
  });
});
