import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";

/** What a page consists of: a file of the page's folder, as a browser wants it. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** Published, the pages' scripts are JavaScript as this file is; in the sources they are TypeScript as this file is. */
const SCRIPT = extname(import.meta.url);

/**
 * Reads a file of a page. The pages ask for scripts by their names as published, or as in the sources.
 *
 * @returns `undefined` if the page has no such file
 */
export async function readPageFile(
  page: "console-page" | "docs-page",
  name: string,
): Promise<PageFile | undefined> {
  const folder = new URL(`${page}/`, import.meta.url);
  const isScript = /\.[jt]s$/.test(name) && !/\.(?:d|test)\.\w+$/.test(name);
  const fileName = isScript ? name.slice(0, -3) + SCRIPT : name;
  const type = TYPES[isScript ? ".js" : extname(name)];
  if (type === undefined || !(await readdir(folder)).includes(fileName)) return undefined;
  const text = await readFile(new URL(fileName, folder), "utf8");
  return { type, text: isScript && SCRIPT === ".ts" ? await stripTypes(text) : text };
}

/** Only while developing: what is published has no types any more. */
async function stripTypes(text: string): Promise<string> {
  const { stripTypeScriptTypes } = await import("node:module");
  const { emitWarning } = process;
  // Node runs TypeScript without a word, and calls its own function for it experimental.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
