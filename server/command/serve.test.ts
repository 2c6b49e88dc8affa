import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { startServer } from "../start.ts";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly process: ChildProcess;
  /** The base URL that it prints. */
  readonly url: string;
  output(): string;
  ended: Promise<Ended>;
}

const processes: ChildProcess[] = [];
afterEach(() => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
});

function spawnServe(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [CLI, "serve", ...args], { env: { ...process.env, ...env } });
  processes.push(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close").then(([code]): Ended => ({ code, stdout, stderr }));
  return { process: child, output: () => stdout, ended };
}

/** Runs the command until it ends by itself. */
function serveUntilEnd(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> {
  return spawnServe(args, env).ended;
}

/** Runs the command on a free port until it says that it listens. */
async function serve(args: readonly string[] = [], env?: Readonly<Record<string, string>>): Promise<Running> {
  const running = spawnServe(["--port", "0", ...args], env);
  const ended = running.ended.then(({ stderr }) => Promise.reject(new Error(`It ended: ${stderr}`)));
  while (!running.output().includes("curl")) {
    await Promise.race([once(running.process.stdout, "data"), ended]);
  }
  ended.catch(() => {});
  return { ...running, url: /http:\S+(?=\n)/.exec(running.output())?.[0] ?? "" };
}

describe("serve", () => {
  it("prints where it is, the local key, and a curl line that works when pasted", async () => {
    const { output } = await serve();
    expect(output()).toMatch(/^Reference server {2}http:\/\/127\.0\.0\.1:\d+\n {2}API key: tk_local /);
    const curl = output()
      .split("\n")
      .find((line) => line.includes("curl"));
    const { stdout } = await promisify(execFile)("sh", ["-c", `${curl} --silent`]);
    expect(JSON.parse(stdout)).toMatchObject({
      channel_id: "ch_01hxyz",
      agent_id: "agt_01hxyz",
      status: "active",
    });
  });

  it("takes its configuration from options", async () => {
    const { url, output } = await serve([
      ...["--api-key", "mine:acme", "--api-key", "reader:acme:read"],
      ...["--channel", "acme/ch_a=agt_a,agt_b", "--session-ttl", "1h", "--rate-limit", "100/1m"],
    ]);
    expect(output()).not.toMatch(/mine|reader|tk_local/);
    const create = (key: string) =>
      fetch(`${url}/v1/channels/ch_a/sessions`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}` },
      });
    expect((await create("tk_local")).status).toBe(401);
    expect((await create("reader")).status).toBe(403);
    const session = JSON.parse(await (await create("mine")).text());
    expect(session.agent_id).toBe("agt_a");
    expect(Date.parse(session.expires_at) - Date.parse(session.created_at)).toBe(3_600_000);
  });

  it("has the fixtures if it is asked to, but for what is given, and says how to test it", async () => {
    const { url, output } = await serve(["--fixtures", "--session-ttl", "1h"], {
      THINKLIO_FAILING_WORD: "crash",
    });
    expect(output()).toContain(`npx thinklio-sessions test --fixtures --base-url ${url}\n`);
    const call = (key: string, path: string, body?: object) =>
      fetch(`${url}/v1/${path}`, {
        method: body ? "POST" : "GET",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    const session = JSON.parse(await (await call("tk_local", "channels/ch_second/sessions", {})).text());
    expect(Date.parse(session.expires_at) - Date.parse(session.created_at)).toBe(3_600_000);
    const say = async (message: string) =>
      (await call("tk_local", "channels/ch_01hxyz/messages", { message })).status;
    expect([await say("fail"), await say("crash"), await say("forbidden")]).toEqual([200, 500, 403]);
    expect((await call("tk_reader", "channels/ch_01hxyz/sessions", {})).status).toBe(403);
    expect((await call("tk_other", "channels/ch_01hxyz/sessions", {})).status).toBe(404);
    const statuses = await Promise.all(
      Array.from({ length: 21 }, async () => (await call("tk_limited", "sessions/ses_x")).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it("is for this machine alone with the fixtures, whose keys everybody knows", async () => {
    const { code, stderr } = await serveUntilEnd(["--fixtures", "--host", "0.0.0.0", "--port", "0"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--api-key");
  });

  it("takes its configuration from environment variables, lists separated by white space", async () => {
    const { url } = await serve([], {
      THINKLIO_API_KEYS: "mine reader:default:read",
      THINKLIO_CHANNELS: "ch_a=agt_a\n ch_b=agt_b",
      THINKLIO_BLOCKED_WORDS: "secret hidden",
      THINKLIO_TOKEN_BUDGET: "1",
    });
    const send = async (message: string) => {
      const response = await fetch(`${url}/v1/channels/ch_b/messages`, {
        method: "POST",
        headers: { Authorization: "Bearer mine", "Content-Type": "application/json" },
        body: JSON.stringify({ message }),
      });
      return (await response.json()) as unknown;
    };
    expect(await send("hidden")).toHaveProperty("error.code", "policy_violation");
    expect(await send("hello")).toHaveProperty("content", "hello");
    expect(await send("hello")).toHaveProperty("error.code", "budget_exceeded");
  });

  it("logs on standard error, and serves health and metrics, if it is told to", async () => {
    const { url, process, ended } = await serve(["--log-level", "info", "--metrics"]);
    for (const path of ["/healthz", "/readyz", "/metrics"])
      expect((await fetch(url + path)).status).toBe(200);
    await fetch(`${url}/v1/nothing`);
    process.kill("SIGTERM");
    const { code, stdout, stderr } = await ended;
    const records = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ msg }) => msg)).toEqual(["listening", "request", "shutting down", "stopped"]);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining("request")]);
  });

  it("prefers an option to an environment variable", async () => {
    const { output } = await serve(["--channel", "ch_option=agt_a"], {
      THINKLIO_CHANNELS: "ch_variable=agt_a",
    });
    expect(output()).toContain("/ch_option/");
  });

  it.each([
    [["--port", "http"], "--port", "0 to 65535"],
    [["--prot", "1"], "--prot", "--port"],
    [["--session-ttl", "1"], "--session-ttl", "such as 30s"],
    [["--rate-limit", "100"], "--rate-limit", "LIMIT/WINDOW"],
    [["--channel", "a=b"], "--channel", "CHANNEL=AGENT"],
    [["--token-budget", "0"], "--token-budget", "at least 1"],
    [["--host", "0.0.0.0"], "0.0.0.0", "--api-key"],
    [["--log-level", "loud"], "--log-level", "silent, error"],
    [["--store", "mysql://me:hush@127.0.0.1/none"], "a store is invalid", "sqlite:FILE"],
    [["surplus"], "serve", "arguments"],
  ])("refuses %j with one line and exit code 2", async (args, what, wayOut) => {
    const { code, stdout, stderr } = await serveUntilEnd(args);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toContain(what);
    expect(stderr).toContain(wayOut);
    expect(stderr).not.toContain("hush");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("refuses a bad environment variable, and names it", async () => {
    const { code, stderr } = await serveUntilEnd([], { THINKLIO_PORT: "high" });
    expect(stderr).toMatch(/^error: .*THINKLIO_PORT.*\n$/);
    expect(code).toBe(2);
  });

  it("refuses a bad key without printing it", async () => {
    const { code, stderr } = await serveUntilEnd(["--api-key", "hush:acme:admin"]);
    expect(stderr).toMatch(/^error: .*KEY\[:TENANT.*\n$/);
    expect(stderr).not.toContain("hush");
    expect(code).toBe(2);
  });

  it("keeps sessions in the store that it is told, also when it ends and starts again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "serve-"));
    const store = `--store=sqlite:${join(folder, "sessions.db")}`;
    const headers = { Authorization: "Bearer tk_local" };
    const first = await serve([store]);
    const created = await fetch(`${first.url}/v1/channels/ch_01hxyz/sessions`, { method: "POST", headers });
    first.process.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0, stderr: "" });
    // It has let go of the file in good order, and so there is no log beside it.
    expect(readdirSync(folder)).toEqual(["sessions.db"]);
    const second = await serve([], { THINKLIO_STORE: store.slice("--store=".length) });
    const found = await fetch(`${second.url}${created.headers.get("location")}`, { headers });
    expect(await found.json()).toEqual(await created.json());
    second.process.kill("SIGKILL");
    await second.ended;
    rmSync(folder, { recursive: true });
  });

  it.each([
    [["--store=sqlite:/none/sessions.db"], "/none/sessions.db"],
    [[`--store=sqlite:${CLI}`], "file is not a database"],
    [["--store=postgres://me:hush@127.0.0.1:1/none"], "PostgreSQL at 127.0.0.1:1: connect ECONNREFUSED"],
  ])("says in one line that it cannot have the store %j, with exit code 1", async (args, reason) => {
    const { code, stdout, stderr } = await serveUntilEnd(args);
    expect(stderr).toMatch(/^error: cannot use .*\n$/);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain("hush");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it("says which Node to run if this one has no SQLite", async () => {
    const { code, stderr } = await serveUntilEnd(["--store=sqlite:none.db"], {
      NODE_OPTIONS: "--no-experimental-sqlite",
    });
    expect(stderr).toMatch(/^error: cannot use .*: Node [\d.]+ has no SQLite; run Node 22.13 or newer.*\n$/);
    expect(code).toBe(1);
  });

  it("says in one line that a port is in use, with exit code 1", async () => {
    const other = await startServer();
    try {
      const { code, stdout, stderr } = await serveUntilEnd(["--port", `${other.port}`]);
      expect(stderr).toMatch(new RegExp(`^error: port ${other.port} is in use.*another port\n$`));
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    } finally {
      await other.close();
    }
  });

  describe.each(["SIGINT", "SIGTERM"] as const)("on %s", (signal) => {
    /** Begins a request whose body is complete only when the test says so; it is in flight when this resolves. */
    async function beginRequest(url: string) {
      const pending = request(`${url}/v1/channels/ch_01hxyz/messages`, {
        method: "POST",
        headers: {
          Authorization: "Bearer tk_local",
          "Content-Type": "application/json",
          // The server's leave to send the body shows that it waits for it.
          Expect: "100-continue",
        },
      });
      const response = once(pending, "response").then(([{ statusCode }]) => statusCode);
      response.catch(() => {});
      pending.flushHeaders();
      await once(pending, "continue");
      pending.write('{"message":"Where is ');
      return { response, finish: () => pending.end('my order?"}') };
    }

    it("finishes the request in flight, takes no other, and exits with 0", async () => {
      const { process: child, url, ended } = await serve();
      const { response, finish } = await beginRequest(url);
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await expect(fetch(`${url}/v1/sessions/ses_1`)).rejects.toThrow();
      finish();
      expect(await response).toBe(200);
      expect(await ended).toMatchObject({ code: 0, stderr: "" });
    });

    it("exits with 130 at once when it comes again", async () => {
      const { process: child, url, ended } = await serve();
      await beginRequest(url);
      child.kill(signal);
      // At first a second signal is taken for an echo of the first, as npm sends it.
      await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(child.exitCode).toBeNull();
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 130 });
    });
  });
});
