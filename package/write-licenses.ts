import { readFileSync } from "node:fs";

/**
 * Writes the licences of packages whose code a file holds as a comment: each text once, with all that it is for.
 *
 * @throws if one is none of MIT's
 */
export function writeLicenses(packages: readonly string[]): string {
  const holders = new Map<string, string[]>();
  for (const name of packages) {
    const [copyright = "", terms = ""] = readFileSync(
      new URL(`../node_modules/${name}/LICENSE`, import.meta.url),
      "utf8",
    ).split(/(?=^Permission is)/m);
    const text = terms.trim().replace(/(?<!\n)\n(?!\n)/g, " ");
    if (text === "")
      throw new Error(`${name} has a licence that is none of MIT's: decide in package/write-licenses.ts.`);
    holders.set(text, [...(holders.get(text) ?? []), `${name}: ${copyright.match(/^Copyright.*/m)}`]);
  }
  const notices = [...holders].map(([text, lines]) => `${lines.join("\n")}\n\n${text}`);
  return `/*\nThis file holds code of other packages.\n\n${notices.join("\n\n")}\n*/`;
}
