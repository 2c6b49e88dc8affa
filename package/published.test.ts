import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { checkPackage, createPackageFromTarballData, type Package } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import document from "../generated/openapi.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };
import { entryPoints } from "./entry-points.ts";
import { pack } from "./packed.ts";

/** The packages that an entry point may ask for, and whether it may need Node. Those not named stand by themselves. */
const NEEDS: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>
> = {
  server: { code: ["node"], types: ["node"] },
  mock: { code: ["@stoplight/prism-core", "@stoplight/prism-http", "node"], types: ["node"] },
  "contract-tests": { code: ["fast-check", "node"], types: [] },
};

/** The files that no entry point is, but several import. */
const SHARED = ["core.js", "rules.js", "stub.js", "texts.js", "types.d.cts"];

/** The calls that load what they name. */
const CALLS = { "at once": /^require$/, ever: /^(?:import|require)$/ };

const folder = mkdtempSync(join(tmpdir(), "published-"));
let tarball: Uint8Array<ArrayBuffer>;
let published: Package;

beforeAll(async () => {
  tarball = new Uint8Array(readFileSync(await pack(folder)));
  published = createPackageFromTarballData(tarball);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The files that are published, from the package's folder. */
function listFiles(): string[] {
  return published.listFiles().map((path) => path.replace(`/node_modules/${manifest.name}/`, ""));
}

/** Reads a file that is published. */
function read(path: string): string {
  return published.readFile(`/node_modules/${manifest.name}/${path}`);
}

/** When an import is followed: as soon as the file is loaded, or whenever. */
type When = "at once" | "ever";

/** Follows the imports of a published file; returns what leads out of the package. */
function findNeeds(path: string, when: When, seen: Set<string> = new Set()): Set<string> {
  seen.add(path);
  const needs = new Set<string>();
  for (const specifier of findImports(path, when)) {
    if (!specifier.startsWith(".")) {
      needs.add(specifier);
      continue;
    }
    const imported = posix.join(posix.dirname(path), specifier);
    const next = path.includes(".d.") ? imported.replace(/\.(c?)js$/, ".d.$1ts") : imported;
    if (!seen.has(next)) for (const need of findNeeds(next, when, seen)) needs.add(need);
  }
  return needs;
}

/** The packages among what a file needs, with Node for all that is part of it. */
function packages(needs: Iterable<string>): string[] {
  return [...new Set([...needs].map((need) => (isBuiltin(need) ? "node" : need)))].sort();
}

/** What a file imports, statically or not, or requires. */
function findImports(path: string, when: When): string[] {
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteralLike(node.moduleSpecifier)) specifiers.push(node.moduleSpecifier.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) specifiers.push(node.argument.literal.text);
    } else if (ts.isCallExpression(node) && CALLS[when].test(node.expression.getText())) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier)) specifiers.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return specifiers;
}

describe("What is published", () => {
  it("is what is needed, and nothing else", () => {
    const modules = entryPoints.flatMap(({ name }) =>
      ["js", "cjs", "d.ts", "d.cts"].map((extension) => `dist/${name}.${extension}`),
    );
    const texts = ["openapi.json", "openapi.yaml", "models.tsp", "texts.json.br"];
    expect(listFiles().sort()).toEqual(
      [
        ...["package.json", "README.md", "CHANGELOG.md", "LICENSE", "dist/cli.js"],
        ...modules,
        ...SHARED.map((name) => `dist/${name}`),
        ...texts.map((name) => `dist/${name}`),
      ].sort(),
    );
  });

  it("has no file that only passes on what another has, but for those that are imported by name", () => {
    const passedOn = SHARED.filter(
      (name) =>
        !read(`dist/${name}`)
          .replace(/(?:import|export)[\s*]*\{.*?\}(?:\s*from\s*".*?")?;?/g, "")
          .trim(),
    );
    expect(passedOn).toEqual([]);
  });

  it.each([...entryPoints.map(({ name }) => name), "cli"])(
    "loads no peer with %s, nor what only some versions of Node have, before it is needed",
    (name) => {
      const needs = [...findNeeds(`dist/${name}.js`, "at once")];
      expect(needs.filter((need) => !isBuiltin(need) || need === "node:sqlite")).toEqual([]);
    },
  );

  it("has all that its manifest names", () => {
    const named = JSON.stringify([
      manifest.exports,
      manifest.main,
      manifest.types,
      manifest.bin,
      manifest.typesVersions,
    ]);
    const paths = [...named.matchAll(/"(?:\.\/)?(dist\/[^"]+|package\.json)"/g)].map(([, path]) => path);
    expect(paths).toContain("dist/cli.js");
    expect(paths.filter((path) => !listFiles().includes(path ?? ""))).toEqual([]);
  });

  it("has the same contract in JSON and in YAML", () => {
    const contract: unknown = JSON.parse(read("dist/openapi.json"));
    expect(contract).toEqual(document);
    expect(parse(read("dist/openapi.yaml"))).toEqual(document);
  });

  it("exports each module in the same way", () => {
    const modules = Object.entries<unknown>(manifest.exports).filter(
      ([, target]) => typeof target === "object",
    );
    expect(modules.map(([, target]) => target)).toMatchObject(
      entryPoints.map(({ name }) => ({
        import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
        require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
      })),
    );
  });

  it("passes publint", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  // A YAML file is there to be read; no compiler has a way to import it.
  it("has the right types for node10, node16 from either kind of module, and bundlers", async () => {
    const analysis = await checkPackage(published, { excludeEntrypoints: ["./openapi.yaml"] });
    expect(analysis).toMatchObject({ types: { kind: "included" }, problems: [] });
  });
});

describe.each(entryPoints)("$specifier", ({ name }) => {
  const { code = [], types = [] } = NEEDS[name] ?? {};

  it(`needs ${code.join(", ") || "nothing"} when it runs`, () => {
    expect(packages(findNeeds(`dist/${name}.js`, "ever"))).toEqual(code);
  });

  it(`needs ${types.join(", ") || "nothing"} for its types`, () => {
    expect(packages(findNeeds(`dist/${name}.d.ts`, "ever"))).toEqual(types);
  });
});
