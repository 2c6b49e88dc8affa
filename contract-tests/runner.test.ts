import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { demandEqual, demandStatus } from "./demand.ts";
import { type CannedResponse, withFaultyServer } from "./faulty-server.ts";
import { realTime } from "./real-time.ts";
import type { Rule } from "./rule.ts";
import { type RunOptions, runRules } from "./runner.ts";

const notFound = {
  status: 404,
  body: { error: { code: "session_not_found", message: "No.", request_id: "req_1" } },
};

function createRule(check: Rule["check"], others: Partial<Rule> = {}): Rule {
  return {
    id: "TST-001",
    title: "A test",
    statement: "It is.",
    covers: ["Session 2"],
    needs: [],
    check,
    ...others,
  };
}

function createTarget(baseUrl: URL): RunOptions["target"] {
  return { baseUrl, key: "k", channel: "ch_01hxyz", agent: "agt_01hxyz", offers: {} };
}

async function runOne(
  check: Rule["check"],
  response: CannedResponse = notFound,
  options: Partial<RunOptions> = {},
) {
  return withFaultyServer(response, async (baseUrl) => {
    const [result] = await runRules({
      rules: [createRule(check)],
      target: createTarget(baseUrl),
      ...options,
    });
    return result;
  });
}

describe("A rule", () => {
  it("passes if its check resolves and every response keeps the contract", async () => {
    const result = await runOne(async (target) => {
      demandStatus(await target.send("GET", "/v1/sessions/x"), 404);
    });
    expect(result).toMatchObject({ outcome: "passed", rule: { id: "TST-001" } });
  });

  it("fails with what its check demands, and the exchange that shows it", async () => {
    const result = await runOne(async (target) => {
      demandStatus(await target.send("GET", "/v1/sessions/x"), 200);
    });
    expect(result).toMatchObject({
      outcome: "failed",
      findings: [
        {
          contrast: { expected: 200, actual: 404 },
          exchange: { request: { method: "GET", path: "/v1/sessions/x" }, response: { status: 404 } },
        },
      ],
    });
  });

  it("fails where the oracle finds fault with a response, even if its check does not look", async () => {
    const body = { error: { code: "session_not_found", message: "No." } };
    const check: Rule["check"] = async (target) => {
      await target.send("GET", "/v1/sessions/x");
      await target.send("GET", "/v1/nothing");
    };
    expect(await runOne(check, { status: 404, body })).toMatchObject({
      outcome: "failed",
      findings: [
        { message: expect.stringContaining("request_id"), exchange: { request: { path: "/v1/sessions/x" } } },
        { message: expect.stringContaining("request_id"), exchange: { request: { path: "/v1/nothing" } } },
      ],
    });
  });

  it("fails with both, where both find fault", async () => {
    const check: Rule["check"] = async (target) => {
      demandStatus(await target.send("GET", "/v1/sessions/x"), 200);
    };
    const result = await runOne(check, { status: 418, body: {} });
    expect(result?.outcome === "failed" && result.findings.map(({ message }) => message)).toEqual([
      "the status is not what it should be",
      "getSession does not declare this status",
    ]);
  });

  it("is skipped where the target lacks what it needs", async () => {
    const check = async () => demandEqual("it", "ran", "skipped");
    const rule = createRule(check, { needs: ["write", "second-key"] });
    const [result] = await runRules({
      rules: [rule],
      target: { ...createTarget(new URL("http://127.0.0.1:1")), offers: { write: true } },
    });
    expect(result).toEqual({ outcome: "skipped", rule, lacking: ["second-key"] });
  });

  it("that breaks says that the suite is at fault", async () => {
    const result = await runOne(async () => {
      throw new TypeError("x is not a function");
    });
    expect(result).toMatchObject({
      outcome: "failed",
      findings: [{ message: expect.stringMatching(/fault of this suite: x is not a function/) }],
    });
  });

  it("may not use what it does not say that it needs", async () => {
    const result = await runOne(async (target) => {
      target.offer("second-key");
    });
    expect(result).toMatchObject({
      findings: [{ message: expect.stringContaining("does not name that need") }],
    });
  });
});

describe("A rule takes no longer than it may", () => {
  it("where the server never answers", async () => {
    const [result] = await withFaultyServer(
      () => {},
      (baseUrl) =>
        runRules({
          rules: [createRule(async (target) => void (await target.send("GET", "/v1/sessions/x")))],
          target: createTarget(baseUrl),
          timeout: 50,
        }),
    );
    expect(result).toMatchObject({
      outcome: "failed",
      findings: [
        { message: "no complete response within 0.05 s", exchange: { request: { path: "/v1/sessions/x" } } },
      ],
    });
  });

  it("where the server never ends its answer", async () => {
    const [result] = await withFaultyServer(
      (_request, response) => void response.writeHead(200).write("{"),
      (baseUrl) =>
        runRules({
          rules: [createRule(async (target) => void (await target.send("GET", "/v1/sessions/x")))],
          target: createTarget(baseUrl),
          timeout: 50,
        }),
    );
    expect(result).toMatchObject({
      findings: [
        {
          message: "the response did not end within 0.05 s; 200 and 1 byte came",
          exchange: { partial: { status: 200, start: "{" } },
        },
      ],
    });
  });

  it("where the rule itself does not end, and its exchanges end with it", async () => {
    let requests = 0;
    const check: Rule["check"] = async (target) => {
      for (;;) await target.send("GET", "/v1/sessions/x");
    };
    await withFaultyServer(
      (_request, response) => {
        requests += 1;
        response.writeHead(404, { "Content-Type": "application/json" }).end(JSON.stringify(notFound.body));
      },
      async (baseUrl) => {
        const [result] = await runRules({
          rules: [createRule(check)],
          target: createTarget(baseUrl),
          ruleTimeout: 50,
        });
        expect(result).toMatchObject({ findings: [{ message: expect.stringContaining("within 0.05 s") }] });
        await delay(20);
        const then = requests;
        await delay(30);
        expect(requests).toBe(then);
      },
    );
  });
});

describe("A run", () => {
  const target = createTarget(new URL("http://127.0.0.1:1"));

  it("has the results in the rules' order, and tells each as soon as it is known", async () => {
    const rules = [30, 1, 10].map((time, index) => createRule(() => delay(time), { id: `TST-00${index}` }));
    const told: string[] = [];
    const results = await runRules({ rules, target, onResult: ({ rule }) => told.push(rule.id) });
    expect(results.map(({ rule }) => rule.id)).toEqual(["TST-000", "TST-001", "TST-002"]);
    expect(told).toEqual(["TST-001", "TST-002", "TST-000"]);
  });

  it("has no more rules under way at once than it may", async () => {
    let running = 0;
    const most: number[] = [];
    const rules = Array.from({ length: 10 }, () =>
      createRule(async () => {
        running += 1;
        most.push(running);
        await delay(2);
        running -= 1;
      }),
    );
    await runRules({ rules, target, concurrency: 3 });
    expect(Math.max(...most)).toBe(3);
  });

  it("makes time pass while no other rule is under way", async () => {
    let running = 0;
    const alongside: number[] = [];
    const ordinary = createRule(async () => {
      running += 1;
      await delay(5);
      running -= 1;
    });
    const timed = createRule(
      async () => {
        alongside.push(running);
        running += 1;
        await delay(2);
        running -= 1;
      },
      { needs: ["pass-time"] },
    );
    const offers = { "pass-time": async () => {} };
    await runRules({ rules: [timed, ordinary, ordinary, timed], target: { ...target, offers } });
    expect(alongside).toEqual([0, 0]);
  });

  it("does not wait for more than two minutes", async () => {
    const timed = createRule((own) => own.offer("pass-time")(86_400_000), { needs: ["pass-time"] });
    const [result] = await runRules({
      rules: [timed],
      target: { ...target, offers: { "pass-time": realTime } },
    });
    expect(result).toMatchObject({
      outcome: "failed",
      findings: [{ message: expect.stringContaining("wait 86400 s, and a run waits 120 s at most") }],
    });
  });

  it("makes time pass for all at once where that is to wait for it", async () => {
    const timed = createRule((own) => own.offer("pass-time")(100), { needs: ["pass-time"] });
    const start = performance.now();
    const offers = { "pass-time": realTime };
    const results = await runRules({
      rules: Array.from({ length: 20 }, () => timed),
      target: { ...target, offers },
    });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(results.every(({ outcome }) => outcome === "passed")).toBe(true);
  });

  it("exhausts a rate limit when all else is done", async () => {
    const order: string[] = [];
    const rule = (name: string, needs: Rule["needs"]) =>
      createRule(async () => void order.push(name), { id: name, needs });
    const offers = { "pass-time": async () => {}, "rate-limited-key": "k" };
    const rules = [rule("limited", ["rate-limited-key"]), rule("timed", ["pass-time"]), rule("ordinary", [])];
    await runRules({ rules, target: { ...target, offers } });
    expect(order).toEqual(["ordinary", "timed", "limited"]);
  });

  it("tells each exchange", async () => {
    const seen: unknown[] = [];
    const check: Rule["check"] = async (own) => {
      await own.send("GET", "/v1/sessions/a");
      await own.send("GET", "/v1/sessions/b");
    };
    await runOne(check, notFound, {
      onExchange: ({ request, response }) => seen.push([request.path, response?.status]),
    });
    expect(seen).toEqual([
      ["/v1/sessions/a", 404],
      ["/v1/sessions/b", 404],
    ]);
  });

  it("gives rules its seed", async () => {
    const check: Rule["check"] = async ({ seed }) => demandEqual("the seed", seed, 7);
    expect(await runOne(check, notFound, { seed: 7 })).toMatchObject({ outcome: "passed" });
    expect(await runOne(check, notFound)).toMatchObject({ findings: [{ contrast: { actual: 0 } }] });
  });

  it("finds fault with unknown fields if it is strict, and else does not", async () => {
    const error = { ...notFound.body.error, hint: "Look elsewhere." };
    const check: Rule["check"] = async (own) => void (await own.send("GET", "/v1/sessions/x"));
    const response = { status: 404, body: { error } };
    expect(await runOne(check, response)).toMatchObject({ outcome: "passed" });
    expect(await runOne(check, response, { strict: true })).toMatchObject({
      findings: [{ message: "fields that the contract does not know: /error/hint" }],
    });
  });

  it("judges by what the vendor documents if it is asked to", async () => {
    const error = { ...notFound.body.error, code: "no_such_session" };
    const check: Rule["check"] = async (own) => void (await own.send("GET", "/v1/sessions/x"));
    const response = { status: 404, body: { error } };
    expect(await runOne(check, response)).toMatchObject({ outcome: "failed" });
    expect(await runOne(check, response, { profile: "documented" })).toMatchObject({ outcome: "passed" });
  });

  it("stays below a rate limit, except on purpose, and the wait does not count", async () => {
    let times: number[] = [];
    const check: Rule["check"] = async (own) => {
      for (let requests = 0; requests < 4; requests += 1) await own.send("GET", "/v1/sessions/x");
    };
    const runLimited = (needs: Rule["needs"]) =>
      withFaultyServer(
        (_request, response) => {
          times.push(performance.now());
          response.writeHead(404, { "Content-Type": "application/json" }).end(JSON.stringify(notFound.body));
        },
        (baseUrl) => {
          times = [];
          const limited = { ...createTarget(baseUrl), offers: { "rate-limited-key": "k" } };
          const rateLimit = { limit: 2, window: 500 };
          return runRules({
            rules: [createRule(check, { needs })],
            target: limited,
            rateLimit,
            ruleTimeout: 400,
          });
        },
      );
    expect(await runLimited([])).toMatchObject([{ outcome: "passed" }]);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(500);
    expect(await runLimited(["rate-limited-key"])).toMatchObject([{ outcome: "passed" }]);
    expect((times[3] ?? 0) - (times[0] ?? 0)).toBeLessThan(400);
  });
});
