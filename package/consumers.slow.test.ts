import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { delimiter } from "node:path/posix";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { entryPoints } from "./entry-points.ts";
import { installNode, NODE_VERSIONS } from "./node-versions.ts";
import { type Consumer, installPacked, linkPackages, Running } from "./packed.ts";

// The packed tarball, installed by npm into a project of each kind, and used there on each Node.

const require = createRequire(import.meta.url);
const TOOLS = {
  tsc: require.resolve("typescript/lib/tsc.js"),
  vite: join(
    dirname(require.resolve("vite/package.json", { paths: [require.resolve("vitest")] })),
    "bin/vite.js",
  ),
  tsp: join(dirname(require.resolve("@typespec/compiler/package.json")), "cmd/tsp.js"),
};

/** The entry points that run anywhere, so in a browser too, and need the types of nothing else. */
const everywhere = entryPoints.filter(({ name }) => ["index", "client", "validators"].includes(name));

/** Code that speaks to a server by the client. It is right in any kind of module, and in TypeScript. */
function conversation(url: string): string {
  return `async function talk() {
  const client = createClient({ apiKey: "tk_local", baseUrl: "${url}" });
  const { id: session_id } = unwrap(await client.createSession("ch_01hxyz", { metadata: { n: 1 } }));
  let said = "";
  for await (const { delta } of client.streamMessage("ch_01hxyz", { message: "Hello there", session_id })) said += delta;
  for await (const { role } of client.listAllMessages(session_id)) said += ", " + role;
  const answer = await client.getSession("ses_none");
  if (answer.status === 404) said += ", " + answer.error.code;
  console.log(said);
}
void talk();
`;
}
const CONVERSATION = "Hello there, user, assistant, session_not_found\n";

/** Code that imports entry points, and is right only if their types arrive. */
function usage(entries: typeof entryPoints, url: string): string {
  const imports = entries.map(({ specifier }, index) => `import * as entry${index} from "${specifier}";\n`);
  const counts = entries.map((_, index) => `Object.keys(entry${index}).length > 0`);
  return `import { ERROR_STATUS, type ErrorsByStatus, type paths, type Session } from "thinklio-sessions";
import { type Client, createClient, unwrap } from "thinklio-sessions/client";
${imports.join("")}
export const path: keyof paths = "/v1/sessions/{session_id}";
export const status: Session["status"] = "active";
// @ts-expect-error: there is no such status
export const wrong: Session["status"] = "open";
// @ts-expect-error: not with this status
export const code: ErrorsByStatus[409]["code"] = "channel_not_found";
// @ts-expect-error: the message is missing
export const send = (client: Client) => client.sendMessage("ch_01hxyz", {});
${conversation(url)}
console.log(ERROR_STATUS.session_expired, ${counts.join(" && ")});
`;
}

let consumer: Consumer;
let server: Running;
let url: string;
beforeAll(async () => {
  consumer = await installPacked([]);
  linkPackages(consumer.folder, ["@types/node", "@typespec/http", "@typespec/openapi", "express"]);
  server = new Running(process.execPath, [command(), "serve", "--port=0"], consumer);
  [, url = ""] = await server.waitFor(/Reference server {2}(http:\S+)/);
});
afterAll(async () => {
  await server.stop();
  consumer.remove();
});

/** The path of the installed command. */
function command(): string {
  return join(consumer.folder, "node_modules", manifest.name, manifest.bin["thinklio-sessions"]);
}

describe.each(NODE_VERSIONS)("On Node %s,", (version) => {
  let node: string;
  beforeAll(() => {
    node = installNode(version);
  });

  /** Makes a project inside the consumer's, and returns its folder. */
  function createProject(name: string, files: Readonly<Record<string, string | object>>): string {
    const folder = join(consumer.folder, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
    }
    return folder;
  }

  /** Runs a program on this Node; returns all that it prints, warnings too. */
  function run(folder: string, ...words: string[]): string {
    const env = { ...consumer.environment, PATH: [dirname(node), process.env.PATH].join(delimiter) };
    return execFileSync("/bin/sh", ["-c", '"$@" 2>&1', "sh", node, ...words], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
  }

  describe("an ES module", () => {
    it.each(entryPoints)("imports $specifier", ({ specifier }) => {
      const folder = createProject("es-module", { "main.mjs": `await import("${specifier}");\n` });
      expect(run(folder, "main.mjs")).toBe("");
    });

    it("speaks by the client", () => {
      const folder = createProject("es-module", {
        "main.mjs": `import { createClient, unwrap } from "${manifest.name}/client";\n${conversation(url)}`,
      });
      expect(run(folder, "main.mjs")).toBe(CONVERSATION);
    });
  });

  describe("a CommonJS module", () => {
    it.each(entryPoints)("requires $specifier, and gets what an import gets", ({ specifier }) => {
      const folder = createProject("commonjs", {
        "main.cjs": `const required = require("${specifier}");
import("${specifier}").then((imported) => {
  const names = Object.keys(imported);
  console.log(names.length > 0 && names.every((name) => imported[name] === required[name]));
});
`,
      });
      expect(run(folder, "main.cjs")).toBe("true\n");
    });

    it("speaks by the client", () => {
      const folder = createProject("commonjs", {
        "main.cjs": `const { createClient, unwrap } = require("${manifest.name}/client");\n${conversation(url)}`,
      });
      expect(run(folder, "main.cjs")).toBe(CONVERSATION);
    });
  });

  describe("TypeScript", () => {
    it.each([
      ["nodenext, an ES module", "mts", { module: "nodenext" }, entryPoints],
      ["nodenext, CommonJS", "cts", { module: "nodenext" }, entryPoints],
      ["node16, an ES module", "mts", { module: "node16" }, entryPoints],
      ["node16, CommonJS", "cts", { module: "node16" }, entryPoints],
      ["node10", "cts", { module: "commonjs", moduleResolution: "node10" }, entryPoints],
      ["bundler", "mts", { module: "preserve", moduleResolution: "bundler" }, entryPoints],
      [
        "bundler, without the types of Node",
        "mts",
        { module: "preserve", moduleResolution: "bundler" },
        everywhere,
      ],
    ] as const)(
      "moduleResolution %s: compiles, and what comes out runs",
      (_name, extension, options, entries) => {
        const types = entries === everywhere ? [] : ["node"];
        const lib = ["es2023", ...(entries === everywhere ? ["dom"] : [])];
        const folder = createProject("typescript", {
          [`main.${extension}`]: usage(entries, url),
          "tsconfig.json": {
            compilerOptions: { strict: true, target: "es2023", lib, types, outDir: "out", ...options },
            files: [`main.${extension}`],
          },
        });
        expect(run(folder, TOOLS.tsc)).toBe("");
        expect(run(folder, `out/main.${extension.replace("ts", "js")}`)).toBe(`409 true\n${CONVERSATION}`);
      },
    );
  });

  it("Vite builds for browsers what needs no Node, and it runs", () => {
    const folder = createProject("vite", {
      "main.ts": usage(everywhere, url),
      "vite.config.mjs": `export default {
  build: { lib: { entry: "main.ts", formats: ["es"], fileName: "main" }, minify: false },
  logLevel: "warn",
};
`,
      "package.json": { private: true, type: "module" },
    });
    expect(run(folder, TOOLS.vite, "build")).toBe("");
    expect(readdirSync(join(folder, "dist"))).toEqual(["main.js"]);
    expect(readFileSync(join(folder, "dist/main.js"), "utf8")).not.toMatch(
      /node:|require\(|__vite-browser-external/,
    );
    expect(run(folder, "dist/main.js")).toBe(`409 true\n${CONVERSATION}`);
  });

  it.skipIf(version.startsWith("20."))("TypeSpec reuses the models, and gets no operation of ours", () => {
    const folder = createProject("typespec", {
      "main.tsp": `import "@typespec/http";
import "thinklio-sessions";

using TypeSpec.Http;

@service(#{ title: "Tickets" })
namespace Tickets;

/** A ticket, with the conversation about it. */
model Ticket {
  id: string;
  session: Thinklio.Session;
}

@get
@route("/tickets/{id}")
op readTicket(@path id: string): Ticket | Thinklio.NotFoundResponse<Thinklio.SessionNotFound>;
`,
      "tspconfig.yaml": `emit: ["@typespec/openapi3"]
options:
  "@typespec/openapi3":
    openapi-versions: [3.1.0]
    file-type: json
    emitter-output-dir: "{cwd}"
`,
      "package.json": { private: true, type: "module" },
    });
    linkPackages(folder, ["@typespec/openapi3"]);
    expect(run(folder, TOOLS.tsp, "compile", "main.tsp", "--warn-as-error")).toContain(
      "Compilation completed successfully",
    );
    const document: unknown = JSON.parse(readFileSync(join(folder, "openapi.json"), "utf8"));
    expect(document).toMatchObject({
      info: { title: "Tickets" },
      components: {
        schemas: { "Thinklio.Session": { description: "A conversation with an agent, on a channel." } },
      },
    });
    expect(document).toHaveProperty("paths", { "/tickets/{id}": expect.anything() });
  });

  describe("the command", () => {
    it("tells its version", () => {
      expect(run(consumer.folder, command(), "--version")).toBe(`${manifest.version}\n`);
    });

    it("serves, and its contract tests pass on that server", async () => {
      const running = new Running(node, [command(), "serve", "--port=0"], consumer);
      const [, base = ""] = await running.waitFor(/Reference server {2}(http:\S+)/);
      const words = ["test", "--base-url", base, "--api-key", "tk_local"];
      expect(run(consumer.folder, command(), ...words)).toMatch(/\d+ rules: \d+ passed/);
      await running.stop();
    });

    it.runIf(version.startsWith("24."))("runs the mock", async () => {
      linkPackages(consumer.folder, ["@stoplight/prism-http", "@stoplight/prism-core"]);
      const mock = new Running(node, [command(), "mock", "--port=0", "--mode=examples"], consumer);
      const [, base = ""] = await mock.waitFor(/Mock {2}(http:\S+)/);
      const headers = { Authorization: "Bearer any" };
      expect(await (await fetch(`${base}/v1/sessions/ses_01hxyz`, { headers })).json()).toMatchObject({
        id: "ses_01hxyz",
      });
      for (const page of ["/_console", "/_console/main.js", "/_docs"]) {
        expect([page, (await fetch(base + page)).headers.get("content-type")]).toEqual([
          page,
          expect.stringMatching(/^text\/(?:html|javascript)/),
        ]);
      }
      await mock.stop();
    });
  });
});
