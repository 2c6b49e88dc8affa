import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type InputOptions, type OutputOptions, type Plugin, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { PAGES, type PageName } from "../mock/console/page-sources.ts";
import manifest from "../package.json" with { type: "json" };
import { breakLines } from "./break-lines.ts";
import { bundleForBrowser } from "./bundle-for-browser.ts";
import { type EntryPoint, entryPoints } from "./entry-points.ts";
import { joinTypeSpec } from "./join-typespec.ts";

/**
 * The files that entry points share, each by the modules that bring it: with all that they import, unless an earlier one
 * has it. Left to itself, the bundler would make one of whatever two others have in common, and a file takes whole
 * blocks of a disk. None of them may import a peer: what does is loaded when it is needed, and so a file of its own.
 */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  validators: ["generated/validators.js"],
  statements: ["generated/statements.ts"],
  stub: ["generated/stub/index.ts"],
  "contract-tests": ["contract-tests/index.ts"],
  server: [
    "command-line/peers.ts",
    "command-line/usage-error.ts",
    "server/agents/echo.ts",
    "server/handlers.ts",
    "server/sessions.ts",
    "server/stores/memory-store.ts",
  ],
  mock: ["mock/start.ts"],
};

/** The packages whose code goes into ours, so that nobody has to install them. All others are peers. */
const BUNDLED = ["openapi-fetch", "openapi-typescript-helpers"];
/** Those that the generated validators hold code of. */
const IN_VALIDATORS = ["ajv", "ajv-formats"];

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Builds what is published. It is bundled, and minified but for the client, so that an install adds few files and no
 * other package. Minified or not, the line of an error is one to read.
 *
 * @param folder where to; what it holds is removed
 * @throws (rejects) if our code imports a package that is neither a peer nor one to bundle
 */
export async function build(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const code = { dir: folder, entryFileNames: "[name].js", chunkFileNames: "shared/[name].js" };
  const isClient = ({ name }: EntryPoint) => name === "client";
  await bundle(
    { ...sources(entryPoints.filter((entry) => !isClient(entry))), cli: "./cli.ts" },
    {
      platform: "neutral",
      plugins: [pages, decidedPackages, breakLines],
      experimental: { resolveNewUrlToAsset: true },
    },
    {
      ...code,
      assetFileNames: "[name][extname]",
      minify: true,
      codeSplitting: {
        groups: Object.entries(SHARED).map(([name, modules]) => {
          const paths = modules.map((module) => join(root, module));
          return { name, test: (id) => paths.includes(id) };
        }),
      },
    },
  );
  // Node shows the line that an error was thrown from, and the names around it: these are for a person to read.
  await bundle(
    sources(entryPoints.filter(isClient)),
    { platform: "neutral", plugins: [decidedPackages] },
    { ...code, comments: { jsdoc: false } },
  );
  // The declarations are CommonJS, which both kinds of module may import; CommonJS may not import those of ES modules.
  await bundle(
    sources(entryPoints, (source) => source.replace(/\.js$/, ".d.ts")),
    { plugins: [decidedPackages, dts({ dtsOnly: true, generator: "oxc" }), indentByTabs] },
    { dir: folder, entryFileNames: "[name].d.cts", chunkFileNames: "shared/[name].d.cts" },
  );
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const { name } of entryPoints) {
    write(`${name}.d.ts`, `export * from "./${name}.cjs";\n`);
    // Every Node that we support can require an ES module: so each thing is there once, however it is loaded.
    write(`${name}.cjs`, `module.exports = require("./${name}.js");\n`);
  }
  // Programs read this one; people read the other.
  write("openapi.json", `${JSON.stringify(JSON.parse(read("generated/openapi.json")))}\n`);
  write("openapi.yaml", read("generated/openapi.yaml").replace(/^#.*\n/, ""));
  write("models.tsp", joinTypeSpec(new URL("../spec/models.tsp", import.meta.url)));
  write("third-party-licenses.txt", licenses());
}

/** Leaves the peers to the user, and refuses every package that nobody has decided on. */
const decidedPackages: Plugin = {
  name: "decided-packages",
  resolveId: {
    order: "pre",
    handler(specifier) {
      const [name = ""] = /^(?:@[^/]+\/)?[^./][^/]*/.exec(specifier) ?? [];
      if (name === "" || BUNDLED.includes(name)) return null;
      if (isBuiltin(specifier) || name in manifest.peerDependencies) return { id: specifier, external: true };
      throw new Error(`${name} is neither a peer nor bundled: decide in package.json or package/build.ts.`);
    },
  },
};

/** Half of what declarations weigh by their indentation. */
const indentByTabs: Plugin = {
  name: "indent-by-tabs",
  renderChunk: (code) => code.replace(/^(?: {2})+/gm, (spaces) => "\t".repeat(spaces.length / 2)),
};

/** Puts the pages of the mock into the code that serves them: in the sources, they are files of their own. */
const pages: Plugin = {
  name: "pages",
  load: {
    filter: { id: /[\\/]mock[\\/]console[\\/]page-sources\.ts$/ },
    async handler() {
      const files = await Promise.all(PAGES.map(async (page) => [page, await readPage(page)] as const));
      const code = `const FILES = ${JSON.stringify(Object.fromEntries(files))};
export const readSource = async (page, name) => FILES[page][name];`;
      return { code, moduleType: "js" };
    },
  },
};

/** The files of a page by their names, with all scripts in one. */
async function readPage(page: PageName): Promise<Record<string, string>> {
  const folder = `mock/console/${page}`;
  const names = readdirSync(join(root, folder)).filter((name) => /\.(?:html|css)$/.test(name));
  return {
    ...Object.fromEntries(names.map((name) => [name, read(`${folder}/${name}`)])),
    "main.js": await bundleForBrowser(join(root, folder, "main.ts"), { minify: true }),
  };
}

function sources(
  entries: readonly EntryPoint[],
  toFile = (source: string) => source,
): Record<string, string> {
  return Object.fromEntries(entries.map(({ name, source }) => [name, `./${toFile(source)}`]));
}

async function bundle(input: Record<string, string>, options: InputOptions, output: OutputOptions) {
  const build = await rolldown({
    ...options,
    input,
    cwd: root,
    onLog(level, { message }) {
      if (level === "warn") throw new Error(message);
    },
  });
  await build.write({ format: "es", ...output });
  await build.close();
}

/** The licences of what is bundled, each text once with all that it is for. */
function licenses(): string {
  const holders = new Map<string, string[]>();
  for (const name of [...BUNDLED, ...IN_VALIDATORS]) {
    const [copyright = "", terms = ""] = read(`node_modules/${name}/LICENSE`).split(/(?=^Permission is)/m);
    const text = terms.trim().replace(/(?<!\n)\n(?!\n)/g, " ");
    if (text === "")
      throw new Error(`${name} has a licence that is none of MIT's: decide in package/build.ts.`);
    holders.set(text, [...(holders.get(text) ?? []), `${name}: ${copyright.match(/^Copyright.*/m)}`]);
  }
  return [...holders].map(([text, lines]) => `${lines.join("\n")}\n\n${text}\n`).join("\n\n");
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

if (import.meta.main) await build(join(root, "dist"));
