import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";

/** The folders of the pages. */
export const PAGES = ["console-page", "docs-page"] as const;
export type PageName = (typeof PAGES)[number];

/**
 * Reads a file of a page, in the sources: `package/build.ts` puts a module with the same function in this one's place,
 * which has all the files. A script is TypeScript here, by whichever name it is asked for.
 *
 * @returns `undefined` if the page has no such file
 */
export async function readSource(page: PageName, name: string): Promise<string | undefined> {
  const folder = new URL(`${page}/`, import.meta.url);
  const isScript = /\.[jt]s$/.test(name) && !/\.(?:d|test)\.\w+$/.test(name);
  const fileName = isScript ? `${name.slice(0, -3)}.ts` : name;
  if (!(await readdir(folder)).includes(fileName)) return undefined;
  const text = await readFile(new URL(fileName, folder), "utf8");
  return isScript ? stripTypes(text) : text;
}

function stripTypes(text: string): string {
  const { emitWarning } = process;
  // Node runs TypeScript without a word, and calls its own function for it experimental.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
