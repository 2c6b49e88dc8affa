import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { findMissing } from "./complete-lockfile.ts";
import { dataFiles, entryPoints } from "./entry-points.ts";
import { type Consumer, installPacked, Running } from "./packed.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock: { packages: Parameters<typeof findMissing>[0] } = JSON.parse(
  readFileSync(join(root, "package-lock.json"), "utf8"),
);

describe("The lock file", () => {
  it("holds every optional package that it names, as npm ci demands", () => {
    expect(findMissing(lock.packages)).toEqual([]);
  });

  it("would be seen to lack one", () => {
    const { "node_modules/@biomejs/cli-darwin-arm64": _lost, ...packages } = lock.packages;
    expect(findMissing(packages).map(({ name }) => name)).toEqual(["@biomejs/cli-darwin-arm64"]);
  });

  it("names no registry", () => {
    expect(JSON.stringify(lock)).not.toContain('"resolved":"http');
  });
});

describe("The packed package", () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await installPacked([]);
  });
  afterAll(() => consumer.remove());

  const run = (...words: string[]) =>
    new Running(join(consumer.folder, "node_modules/.bin/thinklio-sessions"), words, consumer);
  const evaluate = (type: "module" | "commonjs", script: string) =>
    execFileSync(process.execPath, [`--input-type=${type}`, "-e", script], {
      cwd: consumer.folder,
      encoding: "utf8",
    });

  it.each(entryPoints)("exports $specifier, to import and to require, without any peer", ({ specifier }) => {
    evaluate("module", `await import("${specifier}")`);
    evaluate("commonjs", `require("${specifier}")`);
  });

  it.each(dataFiles)("has %s", (specifier) => {
    const script = `process.stdout.write(require("node:fs").readFileSync(require.resolve("${specifier}")))`;
    expect(evaluate("commonjs", script)).not.toBe("");
  });

  it("brings no other package, and nothing that runs when it is installed", () => {
    expect(manifest).not.toHaveProperty("dependencies");
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
    ).toEqual([]);
    expect(
      readdirSync(join(consumer.folder, "node_modules")).filter((name) => !name.startsWith(".")),
    ).toEqual([manifest.name]);
  });

  it.each([
    ["serve", "express"],
    ["mock", "@stoplight/prism-http @stoplight/prism-core"],
  ])("%s says in one line which packages it lacks", async (command, packages) => {
    const running = run(command, "--port=0");
    expect(await running.ended()).toBe(1);
    expect(running.output).toMatch(/^error: this needs .+\n$/);
    expect(running.output).toContain(`npm install --save-dev ${packages}\n`);
  });

  it("serve leaves no database behind where it lacks Express", async () => {
    const express = join(consumer.folder, "node_modules/express");
    rmSync(express, { force: true });
    const running = run("serve", "--port=0", "--store=sqlite:sessions.db");
    expect(await running.ended()).toBe(1);
    expect(readdirSync(consumer.folder).filter((name) => name.startsWith("sessions.db"))).toEqual([]);
  });

  it.each([
    [["--log-level=info"], "pino"],
    [["--metrics"], "prom-client"],
  ])("serve %j says in one line which package it lacks, beside Express", async (options, lacking) => {
    const express = join(consumer.folder, "node_modules/express");
    rmSync(express, { force: true });
    symlinkSync(join(root, "node_modules/express"), express, "junction");
    const running = run("serve", "--port=0", ...options);
    expect(await running.ended()).toBe(1);
    expect(running.output).toMatch(/^error: this needs .+\n$/);
    expect(running.output).toContain(`npm install --save-dev ${lacking}\n`);
  });

  it("prune says in one line that it lacks pg", async () => {
    const running = run("prune", "--store=postgres://127.0.0.1/none", "--older-than=30d");
    expect(await running.ended()).toBe(1);
    expect(running.output).toBe("error: this needs pg; run: npm install --save-dev pg\n");
  });

  it("starts no mock without Prism, and says what to install", () => {
    const script = `import("thinklio-sessions/mock").then(({ startMock }) => startMock()).catch(console.log)`;
    expect(evaluate("commonjs", script)).toMatch(
      /^Error: this needs .+; run: npm install --save-dev @stoplight\/prism-http @stoplight\/prism-core$/m,
    );
  });

  it("prints, for an error of the client that nobody catches, a line and names for a person to read", () => {
    const script = `import { unwrap } from "thinklio-sessions/client";
unwrap({ ok: false, status: 404, error: { code: "session_not_found", message: "No." } });`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: consumer.folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(
      /^file:\S+\n\s*throw new ThinklioApiError\(.+\);\n\s*\^\n\nThinklioApiError: session_not_found: No\. \(404\)\n\s*at unwrap \(/,
    );
  });

  it("prints no more than a declaration above any other error that nobody catches", () => {
    const script = `import { startMock } from "thinklio-sessions/mock";
await startMock();`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: consumer.folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^file:\S+\n.{1,200}\n\s*\^\n\nError: this needs @stoplight\S+ and .+\n\s*at /);
  });

  it("tells its version", async () => {
    const running = run("--version");
    expect([await running.ended(), running.output]).toEqual([0, `${manifest.version}\n`]);
  });
});

describe("thinklio-sessions start", () => {
  it("ends with 1, and leaves nothing running, if the mock's port is taken", async () => {
    const consumer = { folder: root, environment: { ...process.env, NO_COLOR: "1" } };
    const first = new Running(process.execPath, ["cli.ts", "start", "--port=0", "--mock-port=0"], consumer);
    const [, port = ""] = await first.waitFor(/Mock {2}http:\S+:(\d+)/);
    const second = new Running(
      process.execPath,
      ["cli.ts", "start", "--port=0", `--mock-port=${port}`],
      consumer,
    );
    expect([await second.ended(), second.output]).toEqual([
      1,
      expect.stringContaining(`error: port ${port} is in use`),
    ]);
    expect(await first.stop()).toBe(0);
  });
});

describe("prism mock generated/openapi.yaml", () => {
  it("by itself gives sensible answers, since the examples are good", async () => {
    const prism = join(root, "node_modules/@stoplight/prism-cli/dist/index.js");
    const words = [prism, "mock", "generated/openapi.yaml", "--port=0", "--host=127.0.0.1"];
    const running = new Running(process.execPath, words, {
      folder: root,
      environment: { ...process.env, NO_COLOR: "1" },
    });
    const [, url = ""] = await running.waitFor(/Prism is listening on (http:\/\/[\d.:]+)/);
    const response = await fetch(`${url}/v1/sessions/ses_01hxyz`, {
      headers: { Authorization: "Bearer any" },
    });
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { id: "ses_01hxyz", status: "active" },
    ]);
    const created = await fetch(`${url}/v1/channels/ch_01hxyz/sessions`, {
      method: "POST",
      headers: { Authorization: "Bearer any" },
    });
    expect([created.status, created.headers.get("location")]).toEqual([201, "/v1/sessions/ses_01hxyz"]);
    await running.stop();
  });
});
