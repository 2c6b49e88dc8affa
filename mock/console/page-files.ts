import { extname } from "node:path";
import { type PageName, readSource } from "./page-sources.ts";

/** What a page consists of, as a browser wants it. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
};

/**
 * Reads a file of a page.
 *
 * @returns `undefined` if the page has no such file
 */
export async function readPageFile(page: PageName, name: string): Promise<PageFile | undefined> {
  const type = TYPES[extname(name)];
  const text = type && (await readSource(page, name));
  return text === undefined || type === undefined ? undefined : { type, text };
}
