import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type InputOptions, type OutputOptions, type Plugin, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import manifest from "../package.json" with { type: "json" };
import { breakLines } from "./break-lines.ts";
import { type EntryPoint, entryPoints } from "./entry-points.ts";
import { joinTypeSpec } from "./join-typespec.ts";
import { texts } from "./texts.ts";
import { writeLicenses } from "./write-licenses.ts";

/**
 * The files that entry points share, each by the modules that bring it: with all that they import, unless an earlier one
 * has it. Left to itself, the bundler would make one of whatever two others have in common, and a file takes whole
 * blocks of a disk.
 */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  texts: ["generated/statements.ts", "mock/console/page-sources.ts"],
  stub: ["generated/stub/index.ts"],
  rules: ["contract-tests/index.ts"],
  core: [
    "command-line/peers.ts",
    "command-line/suggest.ts",
    "command-line/usage-error.ts",
    "mock/activity.ts",
    "mock/prefer.ts",
    "mock/settings.ts",
    "server/agents/echo.ts",
    "server/handlers.ts",
    "server/sessions.ts",
    "server/stores/memory-store.ts",
  ],
};

/** The entry points that are files of their own: what other files import of them is what they export. */
const ALONE = ["client", "index", "validators"];

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
  const code = { dir: folder, entryFileNames: "[name].js", chunkFileNames: "[name].js" };
  await bundle(
    { ...sources(entryPoints.filter(({ name }) => !ALONE.includes(name))), cli: "./cli.ts" },
    {
      plugins: [...texts, alone(ALONE, "js"), decidedPackages, breakLines],
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
  const bundleAlone = (name: string, output: OutputOptions) =>
    bundle(
      sources(entryPoints.filter((entry) => entry.name === name)),
      { plugins: [decidedPackages, ...(output.minify ? [breakLines] : [])] },
      { ...code, ...output },
    );
  await bundleAlone("index", { minify: true });
  await bundleAlone("validators", { minify: true, postBanner: writeLicenses(IN_VALIDATORS) });
  // Node shows the line that an error was thrown from, and the names around it: these are for a person to read.
  await bundleAlone("client", { comments: { jsdoc: false }, postBanner: writeLicenses(BUNDLED) });
  // The declarations are CommonJS, which both kinds of module may import; CommonJS may not import those of ES modules.
  await bundle(
    sources(entryPoints, (source) => source.replace(/\.js$/, ".d.ts")),
    {
      plugins: [
        alone([...ALONE, "server"], "cjs"),
        decidedPackages,
        dts({ dtsOnly: true, generator: "oxc" }),
        indentByTabs,
      ],
    },
    { dir: folder, entryFileNames: "[name].d.cts", chunkFileNames: "[name].cts" },
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

/**
 * Leaves entry points to their own files: left to itself, the bundler would move the root to where it is used, so that an
 * import of it would load the stub, too.
 */
const alone = (names: readonly string[], extension: "js" | "cjs"): Plugin => ({
  name: "alone",
  resolveId: {
    order: "pre",
    filter: { id: /^\.+\/.*\b(?:index\.ts|validators\.js)$/ },
    handler(specifier, importer = "") {
      const path = fileURLToPath(new URL(specifier, pathToFileURL(importer)));
      const found = entryPoints.find(
        ({ name, source }) => names.includes(name) && join(root, source) === path,
      );
      return importer && found ? { id: `./${found.name}.${extension}`, external: true } : null;
    },
  },
});

function sources(
  entries: readonly EntryPoint[],
  toFile = (source: string) => source,
): Record<string, string> {
  return Object.fromEntries(entries.map(({ name, source }) => [name, `./${toFile(source)}`]));
}

async function bundle(input: Record<string, string>, options: InputOptions, output: OutputOptions) {
  const build = await rolldown({
    platform: "neutral",
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

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

if (import.meta.main) await build(join(root, "dist"));
