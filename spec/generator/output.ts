import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const OUTPUT = fileURLToPath(new URL("../../generated/", import.meta.url));

/**
 * Makes `generated/` hold these files and no others.
 *
 * @param files the texts, by path below `generated/`
 * @returns a line for each file that was written or removed
 */
export async function writeFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const lines: string[] = [];
  for (const [path, text] of files) {
    await mkdir(dirname(join(OUTPUT, path)), { recursive: true });
    await writeFile(join(OUTPUT, path), text);
    lines.push(`generated/${path}  ${(Buffer.byteLength(text) / 1024).toFixed(1)} kB`);
  }
  for (const path of await existingFiles()) {
    if (files.has(path)) continue;
    await rm(join(OUTPUT, path));
    lines.push(`generated/${path}  removed`);
  }
  return lines;
}

/** Compares `generated/` with these files; returns a line for each difference. */
export async function compareFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const existing = new Set(await existingFiles());
  const lines: string[] = [];
  for (const [path, text] of files) {
    if (!existing.has(path)) lines.push(`generated/${path}: is missing`);
    else if ((await readFile(join(OUTPUT, path), "utf8")) !== text) lines.push(`generated/${path}: differs`);
  }
  for (const path of existing) {
    if (!files.has(path)) lines.push(`generated/${path}: is not generated`);
  }
  return lines;
}

async function existingFiles(): Promise<string[]> {
  const entries = await readdir(OUTPUT, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(OUTPUT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
