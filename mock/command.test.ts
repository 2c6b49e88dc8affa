import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mock-command-"));
const processes: ChildProcess[] = [];
afterEach(() => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true }));

function spawnMock(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [CLI, "mock", ...args], {
    env: { ...process.env, NO_COLOR: "1", ...environment },
  });
  processes.push(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close").then(([code]) => ({ code, stdout, stderr }));
  return { child, ended, output: () => stdout };
}

/** Runs the mock on a free port until it says that it listens. */
async function run(args: readonly string[] = [], environment?: Readonly<Record<string, string>>) {
  const running = spawnMock(["--port", "0", ...args], environment);
  const ended = running.ended.then(({ stderr }) => Promise.reject(new Error(`It ended: ${stderr}`)));
  ended.catch(() => {});
  while (!running.output().includes("code=404")) {
    await Promise.race([once(running.child.stdout, "data"), ended]);
  }
  return { ...running, url: /http:\S+/.exec(running.output())?.[0] ?? "" };
}

const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };

function send(url: string, message: string): Promise<Response> {
  return fetch(`${url}/v1/channels/ch_01hxyz/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify({ message }),
  });
}

describe("mock", () => {
  it("says where it is and in which mode, and ends with 0 on SIGTERM", async () => {
    const { output, url, child, ended } = await run();
    expect(output()).toMatch(/^Mock {2}http:\/\/127\.0\.0\.1:\d+\n {2}Mode: stateful\n {2}API key: any\n/);
    expect((await send(url, "Hello!")).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });

  it("names its seed where something follows from it", async () => {
    expect((await run(["--mode", "dynamic", "--seed", "spring"])).output()).toContain(
      "Mode: dynamic, seed: spring",
    );
    expect((await run(["--error-rate", "5%"])).output()).toMatch(/Mode: stateful, seed: \d+\n/);
  });

  it("takes its options from the command line, and from the environment", async () => {
    const one = await run(["--error-rate", "100%", "--seed", "1"]);
    expect([429, 500]).toContain((await send(one.url, "Hello!")).status);
    const other = await run([], { THINKLIO_MOCK_EXPIRE_AFTER: "1ms" });
    const created = await fetch(`${other.url}/v1/channels/ch_01hxyz/sessions`, { method: "POST", headers });
    const read = await fetch(other.url + created.headers.get("location"), { headers });
    expect(await read.json()).toMatchObject({ status: "expired" });
  });

  it("replies from a file", async () => {
    const file = join(folder, "replies.yaml");
    writeFileSync(file, "- when: /order (\\d+)/i\n  reply: Order $1 is on its way.\n");
    const { url } = await run(["--replies", file]);
    expect(await (await send(url, "Where is order 7?")).json()).toMatchObject({
      content: "Order 7 is on its way.",
    });
  });

  it("says once that sessions are dropped", async () => {
    const { url, output } = await run(["--max-sessions", "2"]);
    for (let number = 0; number < 6; number += 1) await send(url, "Hello!");
    await expect.poll(output).toContain("Too many sessions");
    expect(output().match(/Too many sessions/g)).toHaveLength(1);
  });
});

describe("mock refuses, in one line and with 2,", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["an unknown mode", ["--mode", "magic"], /Give one of examples, dynamic, stateful\.$/],
    ["an unknown scenario", ["--scenario", "magic"], /Give one of slow-start, broken-stream, /],
    ["a latency that is none", ["--latency", "8..2"], /Give one time or two, the shorter first/],
    ["a channel with a tenant", ["--channel", "a/ch_b=agt_c"], /Give CHANNEL=AGENT.*knows no tenants\.$/],
    ["a channel that is none", ["--channel", "support"], /Give CHANNEL=AGENT.*knows no tenants\.$/],
    ["a file that is not there", ["--replies", "nowhere.yaml"], /there is no file nowhere\.yaml$/],
  ])("%s", async (_name, args, message) => {
    const { code, stdout, stderr } = await spawnMock(["--port", "0", ...args]).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trim()).toMatch(message);
  });

  it("a file of replies with a fault, and says where", async () => {
    const file = join(folder, "bad.yaml");
    writeFileSync(file, "- reply: Hello\n- when: 7\n  reply: Seven\n");
    const { code, stderr } = await spawnMock(["--port", "0", "--replies", file]).ended;
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ${file}:2:9: \`when\` must be text; put it in quotes\n`,
    });
  });
});
