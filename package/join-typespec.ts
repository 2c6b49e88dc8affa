import { readFileSync } from "node:fs";

/** The statements that a TypeSpec file begins with: they stand once, at the top of the joined file. */
const PREAMBLE = /^(?:import "[^"]+"|using [\w.]+|namespace [\w.]+);\n/gm;

/**
 * Joins a TypeSpec file and all that it imports from beside itself, so that one file is published. All of them are in
 * one namespace, and TypeSpec does not mind the order of what it declares.
 *
 * @param main the file that imports the others
 * @throws if they are not in one namespace
 */
export function joinTypeSpec(main: URL): string {
  const texts = readWithImports(main);
  const statements = new Set(texts.flatMap((text) => text.match(PREAMBLE) ?? []));
  const lines = [...statements].map((line) => line.trimEnd());
  const imports = lines.filter((line) => /^import "[^.]/.test(line)).sort();
  const usings = lines.filter((line) => line.startsWith("using ")).sort();
  const [namespace, ...others] = lines.filter((line) => line.startsWith("namespace "));
  if (namespace === undefined || others.length > 0) {
    throw new Error(
      `${main.pathname} and what it imports are in these namespaces: ${[namespace, ...others]}`,
    );
  }
  const bodies = texts.map((text) => text.replace(PREAMBLE, "").trim());
  return `${[imports.join("\n"), usings.join("\n"), namespace, ...bodies].join("\n\n")}\n`;
}

function readWithImports(file: URL, seen: Set<string> = new Set()): string[] {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const text = readFileSync(file, "utf8");
  const imported = [...text.matchAll(/^import "(\.[^"]+)";$/gm)].flatMap(([, path = ""]) =>
    readWithImports(new URL(path, file), seen),
  );
  return [text, ...imported];
}
