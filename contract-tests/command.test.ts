import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtures } from "../command-line/fixtures.ts";
import { startMock } from "../mock/index.ts";
import { fixtureConfiguration } from "../server/command/fixtures.ts";
import { type ConfigurationOptions, LOCAL_KEY, startServer } from "../server/index.ts";
import { type CannedResponse, withFaultyServer } from "./faulty-server.ts";
import { needs } from "./needs.ts";
import { parseXml } from "./reports/parse-xml.ts";
import { rules } from "./rules/index.ts";

const program = fileURLToPath(new URL("../cli.ts", import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `thinklio-sessions test` in a process of its own. */
function runTest(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("THINKLIO_"));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, "test", ...words],
      {
        env: { ...Object.fromEntries(inherited), ...environment },
        maxBuffer: 64 * 1024 * 1024,
        // What hangs is ended, with no exit code.
        timeout: 60_000,
        killSignal: "SIGKILL",
      },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

/** Runs it on the reference server. */
async function runOnServer(
  words: readonly string[],
  configuration: ConfigurationOptions = {},
  environment: Record<string, string> = {},
): Promise<Ended> {
  const server = await startServer(configuration);
  try {
    return await runTest(["--base-url", server.url, ...words], {
      THINKLIO_API_KEY: LOCAL_KEY.key,
      ...environment,
    });
  } finally {
    await server.close();
  }
}

/** A server whose every offer can be given on the command line; its sessions live shortly. */
const configuration: ConfigurationOptions = {
  keys: [
    LOCAL_KEY,
    { key: "tk_reader", tenant: LOCAL_KEY.tenant, scopes: ["read"] },
    { key: "tk_other", tenant: "other", scopes: ["read", "write"] },
    { key: "tk_spender", tenant: "spender", scopes: ["read", "write"] },
  ],
  channels: [
    { id: "ch_01hxyz", agents: ["agt_01hxyz", "agt_second"], tenant: LOCAL_KEY.tenant },
    { id: "ch_second", agents: ["agt_second"], tenant: LOCAL_KEY.tenant },
    { id: "ch_spender", agents: ["agt_spender"], tenant: "spender" },
  ],
  blockedWords: ["forbidden"],
  failingWord: "fail",
  tokenBudget: 30_000,
  bodyTimeout: 1000,
  sessionTtl: 6000,
  onError: () => {},
};
const offered = [
  ["--second-api-key", "tk_other"],
  ["--read-only-api-key", "tk_reader"],
  ["--spent-api-key", "tk_spender"],
  ["--spent-channel", "ch_spender"],
  ["--second-channel", "ch_second"],
  ["--second-agent", "agt_second"],
  ["--hidden-agent", "agt_spender"],
  ["--blocked-message", "This is forbidden."],
  ["--failing-message", "fail"],
  ["--breaking-message", "First this, then fail"],
  ["--slow-message", "slow ".repeat(4000)],
  ["--slow-message-time", "300ms"],
  ["--recalling-message", "What do you know?"],
  ["--session-ttl", "6s"],
  ["--body-timeout", "1s"],
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "command-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const oneLine = /^error: [^\n]+\n$/;

/** An answer of a server that has the API, and breaks it. */
function envelope(message: string): CannedResponse {
  return { status: 200, body: { error: { code: "odd", message, request_id: "req_1" } } };
}

describe("thinklio-sessions test", () => {
  it("exits with 0 where every rule that can run passes", async () => {
    const server = await startServer();
    const ended = await runTest(["--base-url", server.url, "--api-key", LOCAL_KEY.key]);
    await server.close();
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/\d+ passed, \d+ skipped \(\d+\.\d s, seed \d+\)\n$/);
    expect(ended.stdout).not.toContain(LOCAL_KEY.key);
  });

  it("takes its settings from the environment, too, and runs the rules that it is asked for", async () => {
    const server = await startServer();
    const ended = await runTest(["--only", "ses-001", "MSG-001,ERR-009"], {
      THINKLIO_BASE_URL: server.url,
      THINKLIO_API_KEY: LOCAL_KEY.key,
    });
    await server.close();
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/\n3 rules: 3 passed/);
  });

  it("exits with 1 where a rule fails, and says which", async () => {
    const ended = await withFaultyServer(envelope("odd"), ({ href }) =>
      runTest(["--base-url", href, "--api-key", "tk_s3cret", "--only", "AUT-001"]),
    );
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toContain("✖ AUT-001");
  });

  it("says last, in one line, which setting seems to be wrong if that is why rules fail", async () => {
    const wrongKey = await runOnServer(["--only", "SES-001"], {}, { THINKLIO_API_KEY: "tk_s3cret" });
    expect(wrongKey).toMatchObject({
      code: 1,
      stderr: "note: the server accepts no request with this key: is --api-key right?\n",
    });
    const wrongChannel = await runOnServer(["--only", "SES-001", "--channel", "ch_wrong"]);
    expect(wrongChannel).toMatchObject({
      code: 1,
      stderr: "note: the server does not find ch_wrong: is --channel right?\n",
    });
  });

  it("exits with 1 where no rule ran", async () => {
    const ended = await withFaultyServer({ status: 200, body: {} }, ({ href }) =>
      runTest(["--base-url", href, "--api-key", "tk_s3cret", "--only", "ERR-006"]),
    );
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(oneLine);
    expect(ended.stderr).toContain("no rule ran");
  });

  it("exits with 1 where no server answers, and says so in one line", async () => {
    const gone = await withFaultyServer({ status: 200, body: {} }, async (baseUrl) => baseUrl);
    const ended = await runTest(["--base-url", gone.href, "--api-key", "tk_s3cret"]);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(oneLine);
    expect(ended.stderr).toContain(`no server answers at ${gone.href}`);
  });

  it("keeps an earlier report until there is a new one, which says so where no server answers", async () => {
    const gone = await withFaultyServer(envelope("odd"), async (baseUrl) => baseUrl);
    const files = ["junit", "json", "html", "github", "terminal"].map(
      (name) => [name, join(folder, "stopped", name)] as const,
    );
    const words = files.flatMap(([name, file]) => ["--reporter", `${name}=${file}`]);
    mkdirSync(join(folder, "stopped"));
    for (const [, file] of files) writeFileSync(file, "earlier");
    const running = runTest(["--base-url", gone.href, "--api-key", "tk_s3cret", "--wait", "2", ...words]);
    await delay(1000);
    for (const [, file] of files) expect(readFileSync(file, "utf8")).toBe("earlier");
    expect(await running).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) });
    const reports = new Map(files.map(([name, file]) => [name, readFileSync(file, "utf8")]));
    for (const text of reports.values()) expect(text).toContain(`no server answers at ${gone.href}`);
    expect(parseXml(reports.get("junit") ?? "")).toMatchObject({ attributes: { tests: "1", errors: "1" } });
    expect(JSON.parse(reports.get("json") ?? "")).toMatchObject({ stopped: expect.any(String), rules: [] });
    expect(readdirSync(join(folder, "stopped"))).toHaveLength(files.length);
  });

  it("leaves no report behind where there was none, if it is used wrongly", async () => {
    const file = join(folder, "new.json");
    const words = ["--base-url", "http://127.0.0.1:1", "--api-key", "tk_s3cret"];
    const ended = await runTest([...words, "--reporter", `json=${file}`, "--reporter", `html=${program}/x`]);
    expect(ended.code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it.runIf(existsSync("/dev/full"))(
    "says which report could not be written, and writes the others",
    async () => {
      const file = join(folder, "other.json");
      const ended = await runOnServer([
        ...["--only", "AUT-001", "--reporter", "html=/dev/full", "--reporter", `json=${file}`],
      ]);
      expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) });
      expect(ended.stderr).toMatch(/the html report cannot be written to \/dev\/full: .*no space left/);
      expect(ended.stdout).toMatch(/^1 rule: 1 passed \(.*\)\n$/);
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ counts: { passed: 1 } });
    },
  );

  it.each([
    [
      "a page",
      { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" },
      /: 200 text\/html on /,
    ],
    [
      "a redirect",
      { status: 301, headers: { Location: "https://x.test/" }, body: "" },
      /: 301 to https:\/\/x\.test\/ on /,
    ],
    [
      "JSON of its own",
      { status: 404, headers: {}, body: { statusCode: 404, error: "Not Found" } },
      /: 404 application\/json on /,
    ],
  ])(
    "stops, and says in one line that this is not the API, where all that comes is %s",
    async (_, answer, what) => {
      let requests = 0;
      const ended = await withFaultyServer(
        (request, response) => {
          requests += 1;
          request.resume();
          response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
          response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
        },
        ({ href }) => runTest(["--base-url", href, "--api-key", "tk_s3cret"]),
      );
      expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(oneLine) });
      expect(ended.stderr).toMatch(/does not look like the session API/);
      expect(ended.stderr).toMatch(what);
      expect(ended.stderr).toMatch(/--base-url/);
      expect(requests).toBeLessThan(150);
    },
  );

  it("stops, and says in one line which setting is wrong, where nothing else can come of it", async () => {
    const wrongKey = await runOnServer([], {}, { THINKLIO_API_KEY: "tk_s3cret" });
    expect(wrongKey).toEqual({
      code: 1,
      stdout: "",
      stderr: "error: the server accepts no request with this key: is --api-key right?\n",
    });
    const wrongChannel = await runOnServer(["--channel", "ch_wrong"]);
    expect(wrongChannel).toEqual({
      code: 1,
      stdout: "",
      stderr: "error: the server does not find ch_wrong: is --channel right?\n",
    });
  });

  it("stops where the base URL has a /v1 too many, and says so", async () => {
    const server = await startServer();
    const ended = await runTest(["--base-url", `${server.url}/v1`, "--api-key", LOCAL_KEY.key]);
    await server.close();
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(oneLine) });
    expect(ended.stderr).toContain(`leave out the /v1 of --base-url: ${server.url}`);
  });

  it("lists them as JSON, too, to a file if it is asked to", async () => {
    const file = join(folder, "list.json");
    const ended = await runTest(["--list", "--reporter", "json", "--only", "SES-006", "AUT"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const list: { rules: { id: string }[] } = JSON.parse(ended.stdout);
    expect(list).toMatchObject({
      statements: expect.arrayContaining([
        {
          id: "Session 1",
          text: expect.any(String),
          source: "S",
          place: "Create a session › Response",
          checkable: true,
          rules: ["SES-006"],
        },
      ]),
      rules: expect.arrayContaining([
        {
          id: "SES-006",
          title: expect.any(String),
          statement: expect.any(String),
          covers: expect.arrayContaining(["Session 1"]),
          needs: [{ need: "write", description: needs.write }],
        },
      ]),
    });
    expect(list.rules.every(({ id }) => id === "SES-006" || id.startsWith("AUT"))).toBe(true);
    const toFile = await runTest(["--list", "--reporter", `json=${file}`]);
    expect(toFile).toEqual({ code: 0, stdout: "", stderr: "" });
    const whole: { rules: unknown[] } = JSON.parse(readFileSync(file, "utf8"));
    expect(whole.rules).toHaveLength(rules.length);
  });

  it("lists the statements and the rules without a server", async () => {
    const ended = await runTest(["--list"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    for (const { id, title } of rules) expect(ended.stdout).toContain(`${id}  ${title}\n`);
    expect(ended.stdout).toMatch(/^Lifecycle 5 {2}\S.*\n/m);
  });

  // Real time passes in these two: a machine that is busy for seconds can let a session of 6 s expire too early.
  it("runs every rule that does not need a low rate limit, if it is told what the server offers", {
    retry: 3,
    timeout: 120_000,
  }, async () => {
    const ended = await runOnServer(offered.flat(), configuration);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const skipped = rules.filter((rule) => rule.needs.includes("rate-limited-key"));
    expect(ended.stdout).toContain(`${rules.length - skipped.length} passed, ${skipped.length} skipped`);
  });

  it("knows what the fixtures offer, but for what is given", async () => {
    const words = ["--fixtures", "--only", "ERR-006", "ERR-011", "SES-001"];
    const environment = { THINKLIO_API_KEY: fixtures.key };
    const ended = await runOnServer(words, fixtureConfiguration, environment);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/\n3 rules: 3 passed \(/);
    const other = await runOnServer([...words, "--channel", "ch_wrong"], fixtureConfiguration, environment);
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining("ch_wrong") });
  });

  it("says in one line, and runs nothing, where the server was started without the fixtures", async () => {
    const ended = await runOnServer(["--fixtures"]);
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(oneLine) });
    expect(ended.stderr).toMatch(/does not have the fixtures: .*; start it with serve --fixtures/);
  });

  it("does not ask for fixtures that no rule needs", async () => {
    const ended = await runOnServer(["--fixtures", "--only", "SES-001"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  });

  it("does not take a server that refuses every key for one without the fixtures", async () => {
    const error = { code: "invalid_api_key", message: "No.", request_id: "req_1" };
    await withFaultyServer({ status: 401, body: { error } }, async (baseUrl) => {
      const ended = await runTest(["--fixtures", "--base-url", baseUrl.href]);
      expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) });
      expect(ended.stderr).not.toContain("fixtures");
    });
  });

  it("has no excuse for a server that knows its keys, and shows one tenant what is another's", async () => {
    const keys = fixtureConfiguration.keys?.map((key) => ({ ...key, tenant: fixtures.tenant }));
    const words = ["--fixtures", "--only", "LIF-023"];
    const ended = await runOnServer(words, { ...fixtureConfiguration, ...(keys && { keys }) });
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toContain("1 failed");
  });

  it("asks for the fixtures where a rule of another tenant fails and any key is accepted", async () => {
    const mock = await startMock();
    const ended = await runTest(["--fixtures", "--base-url", mock.url, "--only", "ERR-006", "SES-001"]);
    await mock.stop();
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^note: [^\n]+serve --fixtures\?\n$/),
    });
  });

  it("takes what the server offers from the environment, too", { retry: 3, timeout: 120_000 }, async () => {
    const environment = Object.fromEntries(
      offered.map(([flag, value]) => [`THINKLIO_${flag.slice(2).replaceAll("-", "_").toUpperCase()}`, value]),
    );
    const other = ["pass-time", "rate-limited-key"];
    const some = rules.filter(
      ({ needs: own }) => own.length > 1 && !own.some((need) => other.includes(need)),
    );
    const ended = await runOnServer(["--only", ...some.map(({ id }) => id)], configuration, environment);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toContain(`${some.length} rules: ${some.length} passed (`);
  });

  it("runs the rules about the rate limit last, if it is low, and stays below it until then", async () => {
    const words = [
      "--rate-limit",
      "20/2s",
      "--only",
      "AUT",
      "ERR-011",
      "ERR-022",
      "--second-api-key",
      "tk_other",
    ];
    const ended = await runOnServer(words, { ...configuration, rateLimit: { limit: 20, window: 2000 } });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/Errors +2 passed\n/);
  });

  it("runs the rules of the vendor's documentation alone if it is asked to", async () => {
    const { code, stdout } = await runOnServer(["--profile", "documented", "--reporter", "json"]);
    expect(code).toBe(0);
    const report: { rules: { id: string }[] } = JSON.parse(stdout);
    const ids = report.rules.map(({ id }) => id);
    expect(ids).toContain("LIF-001");
    expect(ids).not.toContain("LIF-016");
  });

  it("runs no rule that writes if it may only read", async () => {
    const { code, stdout } = await runOnServer(["--read-only", "--reporter", "json"]);
    expect(code).toBe(0);
    const report: { rules: { id: string }[]; counts: { passed: number } } = JSON.parse(stdout);
    expect(report.counts.passed).toBeGreaterThan(10);
    const writing = new Set(rules.filter((rule) => rule.needs.includes("write")).map(({ id }) => id));
    expect(report.rules.filter(({ id }) => writing.has(id))).toEqual([]);
  });

  it("says for every need how it is met", async () => {
    const { stdout } = await runTest(["--help"]);
    const givenByFlag = Object.values(needs).filter((words) => !words.includes("npm install"));
    for (const words of givenByFlag) {
      const flags = words.match(/--[a-z-]+/g) ?? [];
      expect(flags, words).not.toEqual([]);
      for (const flag of flags) expect(stdout).toContain(`${flag} `);
    }
  });

  it("waits for a server that is still starting", async () => {
    const gone = await withFaultyServer({ status: 200, body: {} }, async (baseUrl) => baseUrl);
    const ended = runTest([
      "--base-url",
      gone.href,
      "--api-key",
      LOCAL_KEY.key,
      "--wait",
      "20",
      "--only",
      "AUT-001",
    ]);
    await delay(700);
    const server = await startServer({ port: Number(gone.port) });
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
    await server.close();
  });

  it.each([502, 503, 504])("waits while a proxy answers %d for it", async (status) => {
    const server = await startServer();
    let isUp = false;
    const proxy: RequestListener = async ({ method = "GET", url }, response) => {
      const answer = isUp ? await fetch(`${server.url}${url}`, { method }) : undefined;
      const type = answer?.headers.get("content-type") ?? "text/html";
      response.writeHead(answer?.status ?? status, { "Content-Type": type, "WWW-Authenticate": "Bearer" });
      response.end((await answer?.text()) ?? "");
    };
    const words = ["--api-key", "tk_s3cret", "--only", "AUT-001"];
    const [ready, never] = await withFaultyServer(proxy, async ({ href }) => {
      const unready = await runTest(["--base-url", href, ...words, "--wait", "0.5"]);
      const waiting = runTest(["--base-url", href, ...words, "--wait", "20"]);
      await delay(700);
      isUp = true;
      return [await waiting, unready];
    });
    await server.close();
    expect(ready).toMatchObject({ code: 0, stderr: "" });
    expect(never).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(oneLine) });
    expect(never.stderr).toMatch(new RegExp(`is not ready: .* ${status} .*--wait`));
  });

  it("fails below the coverage that is asked for, and not at it", async () => {
    const words = ["--only", "AUT-001"];
    expect(await runOnServer([...words, "--min-coverage", "2"])).toMatchObject({ code: 0, stderr: "" });
    const ended = await runOnServer([...words, "--min-coverage", "90"]);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) });
    expect(ended.stderr).toMatch(/only \d+ % .* not 90 %/);
  });

  it("reports fields that the contract does not know if it is strict", async () => {
    const error = { code: "invalid_api_key", message: "No.", request_id: "req_1", hint: "x" };
    const response = { status: 401, headers: { "WWW-Authenticate": "Bearer" }, body: { error } };
    await withFaultyServer(response, async ({ href }) => {
      const words = ["--base-url", href, "--api-key", "tk_s3cret", "--only", "AUT-001"];
      expect((await runTest(words)).code).toBe(0);
      expect(await runTest([...words, "--strict"])).toMatchObject({
        code: 1,
        stdout: expect.stringContaining("/error/hint"),
      });
    });
  });

  it("says which seed repeats a run", async () => {
    const words = ["--only", "AUT-001"];
    expect((await runOnServer([...words, "--seed", "12"])).stdout).toMatch(/, seed 12\)\n$/);
    const [first, second] = [await runOnServer(words), await runOnServer(words)];
    expect(first.stdout).toMatch(/, seed \d+\)\n$/);
    expect(first.stdout.slice(-15)).not.toBe(second.stdout.slice(-15));
  });

  it("writes several reports at once, in none of which is the key, however a server writes it", async () => {
    const key = `tk_"<s3cr&t>'/+`;
    const escaped = [
      encodeURIComponent(key),
      JSON.stringify(key),
      key.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    ];
    const files = ["junit", "json", "html", "github", "terminal"].map(
      (name) => [name, join(folder, "new", name)] as const,
    );
    const words = files.flatMap(([name, file]) => ["--reporter", `${name}=${file}`]);
    const ended = await withFaultyServer(envelope([key, ...escaped].join(" ")), ({ href }) =>
      runTest(
        ["--base-url", href, ...words, "--reporter", "terminal", "--reporter", "github", "--only", "AUT"],
        {
          THINKLIO_API_KEY: key,
        },
      ),
    );
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    const reports = new Map(files.map(([name, file]) => [name, readFileSync(file, "utf8")]));
    for (const text of [ended.stdout, ...reports.values()]) {
      expect(text).toContain("AUT-001");
      expect(text).not.toMatch(/s3cr/);
    }
    expect(parseXml(reports.get("junit") ?? "").name).toBe("testsuites");
    expect(JSON.parse(reports.get("json") ?? "")).toMatchObject({ counts: { passed: 0 } });
    expect(reports.get("html")).toMatch(/^<!doctype html>/);
    expect(ended.stdout).toContain(reports.get("terminal"));
    expect(ended.stdout).toContain(reports.get("github"));
  });
});

describe("thinklio-sessions test exits with 2, one line and no key", () => {
  const server = ["--base-url", "http://127.0.0.1:1"];
  const results = new Map<string, Ended>();
  const wrong: readonly (readonly [name: string, words: readonly string[], message: RegExp])[] = [
    ["without a base URL", ["--api-key", "tk_s3cret"], /--base-url/],
    ["without a key", server, /--api-key/],
    ["with a base URL that is none", ["--base-url", "localhost", "--api-key", "tk_s3cret"], /http:\/\//],
    ["with a key that is none", [...server, "--api-key", "tk s3cret"], /--api-key/],
    ["with an empty key", [...server, "--api-key", ""], /--api-key/],
    [
      "with the same key twice",
      [...server, "--api-key", "tk_s3cret", "--second-api-key", "tk_s3cret"],
      /another/,
    ],
    ["with an unknown rule", [...server, "--api-key", "tk_s3cret", "--only", "SES-000"], /no rule SES-000/],
    ["with a time-out that is none", [...server, "--api-key", "tk_s3cret", "--timeout", "soon"], /seconds/],
    ["with a seed that is none", [...server, "--api-key", "tk_s3cret", "--seed", "-1"], /whole number/],
    [
      "with a percentage that is none",
      [...server, "--api-key", "tk_s3cret", "--min-coverage", "101"],
      /0 to 100/,
    ],
    [
      "with an unknown profile",
      [...server, "--api-key", "tk_s3cret", "--profile", "all"],
      /documented, full/,
    ],
    [
      "with an unknown reporter",
      [...server, "--api-key", "tk_s3cret", "--reporter", "pdf=x"],
      /terminal, junit/,
    ],
    [
      "with a rate limit that is none",
      [...server, "--api-key", "tk_s3cret", "--rate-limit", "9"],
      /LIMIT\/WINDOW/,
    ],
    [
      "with sessions that live too shortly",
      [...server, "--api-key", "tk_s3cret", "--session-ttl", "5ms"],
      /1s/,
    ],
    [
      "with options that leave no rule",
      [...server, "--api-key", "tk_s3cret", "--only", "SES-001", "--read-only"],
      /no rule/,
    ],
    [
      "with two reports in one place",
      [...server, "--api-key", "tk_s3cret", "--reporter", "terminal", "--reporter", "json"],
      /json=FILE/,
    ],
    [
      "with a report that has no place",
      [...server, "--api-key", "tk_s3cret", "--reporter", `json=${program}/x.json`],
      /cannot be written/,
    ],
    [
      "with a report in a folder that cannot be",
      [...server, "--api-key", "tk_s3cret", "--reporter", "junit=/proc/x/y.xml"],
      /junit report cannot be written/,
    ],
    ["with a list as a report of a run", ["--list", "--reporter", "html=x.html"], /terminal or json/],
    ["with an unknown option", [...server, "--api-key", "tk_s3cret", "--verbose"], /--verbose/],
  ];
  beforeAll(async () => {
    await Promise.all(wrong.map(async ([name, words]) => results.set(name, await runTest(words))));
  });

  it.each(wrong)("%s", (name, _words, message) => {
    const ended = results.get(name);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended?.stderr).toMatch(oneLine);
    expect(ended?.stderr).toMatch(message);
    expect(ended?.stderr).not.toContain("s3cret");
  });
});
