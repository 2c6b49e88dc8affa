import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { LOCAL_KEY, startServer } from "../server/index.ts";
import { withFaultyServer } from "./faulty-server.ts";
import { rules } from "./rules/index.ts";

const program = fileURLToPath(new URL("../cli.ts", import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `thinklio-sessions test` in a process of its own. */
function runTest(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const { THINKLIO_API_KEY, THINKLIO_BASE_URL, THINKLIO_SECOND_API_KEY, ...rest } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, "test", ...words],
      { env: { ...rest, ...environment } },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

const oneLine = /^error: [^\n]+\n$/;

describe("thinklio-sessions test", () => {
  it("exits with 0 where every rule that can run passes", async () => {
    const server = await startServer();
    const ended = await runTest(["--base-url", server.url, "--api-key", LOCAL_KEY.key]);
    await server.close();
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/\d+ passed, \d+ skipped \(\d+\.\d s\)\n$/);
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
    const ended = await withFaultyServer({ status: 200, body: {} }, ({ href }) =>
      runTest(["--base-url", href, "--api-key", "tk_s3cret", "--only", "AUT-001"]),
    );
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toContain("✖ AUT-001");
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

  it("lists the rules without a server", async () => {
    const ended = await runTest(["--list"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    for (const { id, title } of rules) expect(ended.stdout).toContain(`${id}  ${title}\n`);
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
