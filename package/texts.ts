import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Plugin } from "rolldown";
import { statements } from "../generated/statements.ts";
import { PAGES, type PageName } from "../mock/console/page-sources.ts";
import { bundleForBrowser } from "./bundle-for-browser.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Gives the modules that import it the texts. */
const TEXTS = "published-texts";

/** The file of each page by its name, with all scripts in one. */
async function readPage(page: PageName): Promise<Record<string, string>> {
  const folder = join(root, "mock/console", page);
  const names = readdirSync(folder).filter((name) => /\.(?:html|css)$/.test(name));
  // Indentation and comments say nothing to a browser.
  const readFlat = (name: string) =>
    readFileSync(join(folder, name), "utf8").replace(/^ +|\/\*.*?\*\/\n*|\n+(?=\n)/gms, "");
  return {
    ...Object.fromEntries(names.map((name) => [name, readFlat(name)])),
    "main.js": await bundleForBrowser(join(folder, "main.ts"), { minify: true }),
  };
}

/**
 * Publishes what is text, and no code that an error might show, in one compressed file: a quarter of what it weighs. In
 * the sources the pages of the mock are files of their own, and the statements are a module.
 */
export const texts: readonly Plugin[] = [
  {
    name: "pages",
    load: {
      filter: { id: /[\\/]mock[\\/]console[\\/]page-sources\.ts$/ },
      handler: () => `import { pages } from "${TEXTS}";
export const readSource = async (page, name) => pages[page][name];`,
    },
  },
  {
    name: "statements",
    load: {
      filter: { id: /[\\/]generated[\\/]statements\.ts$/ },
      handler: () => `export { statements } from "${TEXTS}";`,
    },
  },
  {
    name: "texts",
    resolveId: {
      order: "pre",
      filter: { id: new RegExp(`^${TEXTS}$`) },
      handler: (specifier) => `\0${specifier}`,
    },
    load: {
      filter: { id: new RegExp(`^\\0${TEXTS}$`) },
      async handler() {
        const pages = await Promise.all(PAGES.map(async (page) => [page, await readPage(page)] as const));
        const source = brotliCompressSync(JSON.stringify({ pages: Object.fromEntries(pages), statements }));
        const file = this.emitFile({ type: "asset", fileName: "texts.json.br", source });
        return `import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
export const { pages, statements } = JSON.parse(
  brotliDecompressSync(readFileSync(new URL(import.meta.ROLLUP_FILE_URL_${file}))),
);`;
      },
    },
  },
];
