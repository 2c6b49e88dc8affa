import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../mock/index.ts";
import manifest from "../package.json" with { type: "json" };
import { findFreePort } from "./free-port.ts";
import { type Consumer, installPacked, Running } from "./packed.ts";
import { readBlocks, runCurl } from "./readme-blocks.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const blocks = readBlocks();
const PEERS = [
  "express",
  "rate-limiter-flexible",
  "@stoplight/prism-http",
  "@stoplight/prism-core",
  "fast-check",
];

let consumer: Consumer;
let start: Running;
let server: string;
let mock: string;

/** The lines of a section's shell blocks. */
function shellLines(section: string): string[] {
  return blocks
    .filter((block) => block.section === section && block.language === "sh")
    .flatMap(({ text }) => text.trim().split("\n"));
}

/** The README's ports are the defaults; the tests take free ones. */
function onFreePorts(text: string): string {
  return text.replaceAll("http://127.0.0.1:3000", server).replaceAll("http://127.0.0.1:4010", mock);
}

beforeAll(async () => {
  consumer = await installPacked(["vitest", "@types/node", ...PEERS]);
  start = new Running("npm", ["start"], {
    folder: root,
    environment: { ...consumer.environment, THINKLIO_PORT: "0", THINKLIO_MOCK_PORT: "0" },
  });
  [, server = ""] = await start.waitFor(/Reference server {2}(http:\S+)/);
  [, mock = ""] = await start.waitFor(/Mock {2}(http:\S+)/);
  await start.waitFor(/Prefer: code=404"/);
});
afterAll(async () => {
  await start.stop();
  consumer.remove();
});

describe("The README's two commands", () => {
  it("are the first blocks", () => {
    expect(blocks.slice(0, 2).map(({ text }) => text)).toEqual([
      "npm ci && npm start\n",
      "npm ci && npm test\n",
    ]);
  });

  it("npm start prints the key, and curl lines that work when pasted", async () => {
    expect(start.output).toContain("API key: tk_local");
    const lines = start.output.split("\n").filter((line) => line.trim().startsWith("curl "));
    const statuses = await Promise.all(lines.map(async (line) => (await runCurl(line.trim())).status));
    expect(statuses).toEqual([201, 201, 404]);
  });

  it("npm test is what CI runs", () => {
    const script = readFileSync(join(root, ".ci/run"), "utf8");
    const commands = script.split("\n").filter((line) => line.startsWith("npm "));
    expect(commands.slice(0, 2)).toEqual(["npm ci", "npm test"]);
  });
});

describe("The README tells to install", () => {
  it("only the package itself and what it works with", () => {
    const installed = blocks
      .flatMap(({ text }) => text.split("\n"))
      .filter((line) => line.startsWith("npm install"))
      .flatMap((line) => line.split(" ").slice(2))
      .filter((word) => !word.startsWith("-"));
    expect(new Set(installed)).toEqual(new Set([manifest.name, ...PEERS]));
  });
});

/** Writes the TypeScript of a section to a file, and checks its types against the packed package. */
function writeChecked(section: string, name: string, text: string, types: readonly string[] = []): string {
  const file = join(consumer.folder, name);
  writeFileSync(file, text);
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: "es2023",
    module: "nodenext",
    lib: ["es2023", "dom"],
    types,
  };
  const configuration = join(consumer.folder, `tsconfig.${name}.json`);
  writeFileSync(configuration, JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", configuration], {
    encoding: "utf8",
  });
  expect([section, stdout, status]).toEqual([section, "", 0]);
  return file;
}

function example(section: string): string {
  return blocks.find((block) => block.section === section && block.language === "ts")?.text ?? "";
}

describe("Use the types and the client", () => {
  it("type-checks against the packed package, and runs against the server", () => {
    const section = "Use the types and the client";
    const file = writeChecked(section, "example.mts", onFreePorts(example(section)));
    const output = execFileSync(process.execPath, [file], { encoding: "utf8", env: consumer.environment });
    expect(output).toBe("Hello!\nuser Hello!\nassistant Hello!\nclosed\n");
  });
});

describe("Build your server", () => {
  const text = example("Build your server");

  it("is a server in under 60 lines of code", () => {
    const lines = text.split("\n").filter((line) => !/^ *(\/\/.*)?$/.test(line));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThan(60);
  });

  it("type-checks against the packed package, runs, and passes the contract tests, the README's own line", async () => {
    const port = await findFreePort();
    const file = writeChecked("Build your server", "server.mts", text.replace("3000", `${port}`), ["node"]);
    const own = new Running(process.execPath, [file], consumer);
    try {
      await own.waitFor(/^Listening on http:\S+$/m);
      const line = shellLines("Test your server").find((words) => words.includes(" test --base-url")) ?? "";
      const [command = "", ...options] = line.replace("3000", `${port}`).split(" ");
      const running = new Running(command, ["--offline", ...options], consumer);
      expect([await running.ended(), running.output]).toEqual([
        0,
        expect.stringMatching(/^\d+ rules: 1\d\d passed, \d+ skipped/m),
      ]);
    } finally {
      await own.stop();
    }
  });
});

describe("Run the mock", () => {
  it("npx thinklio-sessions mock", async () => {
    const [, line = ""] = shellLines("Run the mock");
    expect(line).toBe("npx thinklio-sessions mock");
    const [command = "", ...options] = line.split(" ");
    const running = new Running(command, ["--offline", ...options], {
      folder: consumer.folder,
      environment: { ...consumer.environment, THINKLIO_MOCK_PORT: "0" },
    });
    const [, url = ""] = await running.waitFor(/Mock {2}(http:\S+)/);
    expect((await fetch(`${url}/v1/sessions/ses_1`)).status).toBe(401);
    await running.stop();
  });

  it("the curl lines get a stream, the chosen example, and the chosen error", async () => {
    const lines = shellLines("Run the mock").filter((line) => line.startsWith("curl "));
    const answers = await Promise.all(
      lines.map(async (line) => {
        const response = await runCurl(onFreePorts(line));
        return [response.status, await response.text()];
      }),
    );
    expect(answers).toEqual([
      [200, expect.stringMatching(/"delta":"there\?"}\n\ndata: \[DONE\]\n\n$/)],
      [200, expect.stringContaining('"status":"expired"')],
      [429, expect.stringContaining('"rate_limit_exceeded"')],
    ]);
  });

  it("the test of one's own prints what is wrong with the request", () => {
    const example = blocks.find(({ section, language }) => section === "Run the mock" && language === "ts");
    const file = join(consumer.folder, "mock.mts");
    writeFileSync(file, example?.text ?? "");
    const output = execFileSync(process.execPath, [file], { encoding: "utf8", env: consumer.environment });
    expect(output).toMatch(/path: '\/message'.*statements: \[ 'Message 2', 'Error 33' \]/s);
  });
});

describe("Test your server", () => {
  it("npx thinklio-sessions test exits with 0 on a server that conforms, and writes the report", {
    retry: 2,
  }, async () => {
    const lines = shellLines("Test your server").filter((text) =>
      text.startsWith("npx thinklio-sessions test --base-url"),
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [command = "", ...options] = onFreePorts(line).split(" ");
      const running = new Running(command, ["--offline", ...options], consumer);
      expect(await running.ended(), running.output).toBe(0);
    }
    expect(readFileSync(join(consumer.folder, "report.html"), "utf8")).toMatch(/\d+ rules passed/);
  });

  it("every rule runs on the reference server, and passes, with the fixtures of both", {
    retry: 2,
  }, async () => {
    const [serve = "", test = ""] = shellLines("Test your server").filter((line) =>
      line.includes(" --fixtures"),
    );
    const environment = { ...consumer.environment, THINKLIO_PORT: "0" };
    const words = (line: string) => ["--offline", ...line.split(" ").slice(1)];
    const serving = new Running("npx", words(serve), { folder: consumer.folder, environment });
    try {
      const [, url = ""] = await serving.waitFor(/Reference server {2}(http:\S+)/);
      const line = test.replace("http://127.0.0.1:3000", url);
      const running = new Running("npx", words(line), consumer);
      expect([await running.ended(), running.output]).toEqual([
        0,
        expect.stringMatching(/^\d+ rules: \d+ passed \(/m),
      ]);
    } finally {
      await serving.stop();
    }
  });

  it("describeContract makes each rule a test", async () => {
    const block = blocks.find(({ section, language }) => section === "Test your server" && language === "ts");
    writeFileSync(join(consumer.folder, "contract.test.ts"), onFreePorts(block?.text ?? ""));
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const { stdout, status } = spawnSync(process.execPath, [vitest, "run", "--root", consumer.folder], {
      encoding: "utf8",
      env: consumer.environment,
    });
    expect([stdout, status]).toEqual([expect.stringMatching(/Tests {2}1\d\d passed \| \d+ skipped/), 0]);
  });

  it("and with 1 on one that breaks a rule, which it names", async () => {
    const stateless = await startMock({ mode: "examples" });
    const options = ["thinklio-sessions", "test", "--base-url", stateless.url, "--api-key", "any"];
    const running = new Running("npx", ["--offline", ...options], consumer);
    expect([await running.ended(), running.output]).toEqual([1, expect.stringMatching(/LIF-\d+/)]);
    await stateless.stop();
  });

  it("npx thinklio-sessions serve, which can keep its sessions in a file", async () => {
    const lines = shellLines("Test your server").filter((line) => line.includes(" serve"));
    expect(lines).toEqual([
      "npx thinklio-sessions serve",
      "npx thinklio-sessions serve --fixtures",
      "npx thinklio-sessions serve --store sqlite:sessions.db",
    ]);
    const statuses = await Promise.all(lines.map(statusAfterRestart));
    expect(statuses).toEqual([404, 404, 200]);
  });

  /** Creates a session on the server that the line starts, and reads it when the server was started again. */
  async function statusAfterRestart(line: string): Promise<number> {
    const [command = "", ...options] = line.split(" ");
    const environment = { ...consumer.environment, THINKLIO_PORT: "0" };
    const serve = async () => {
      const running = new Running(command, ["--offline", ...options], {
        folder: consumer.folder,
        environment,
      });
      const [, url = ""] = await running.waitFor(/Reference server {2}(http:\S+)/);
      return { running, url };
    };
    const headers = { Authorization: "Bearer tk_local" };
    const first = await serve();
    const created = await fetch(`${first.url}/v1/channels/ch_01hxyz/sessions`, { method: "POST", headers });
    expect(created.status).toBe(201);
    await first.running.stop();
    const second = await serve();
    const { status } = await fetch(`${second.url}${created.headers.get("location")}`, { headers });
    await second.running.stop();
    return status;
  }
});
