import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import ts from "typescript";
import { type EntryPoint, entryPoints } from "./entry-points.ts";

// The names and types that the package promises, in one file for each entry point, kept in git so that no change of
// them goes unnoticed. Without comments: they may change at any time.

const HELP = `Usage: npm run public-types [-- --update]

Compares the public names and types with those kept in package/public-types/.

Options:
  --update    keep those of today
  -h, --help  show this help
`;

/** What to run when a change is meant. */
export const UPDATE = "npm run public-types -- --update";

const KEPT = new URL("public-types/", import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));

/** Writes down the public names and types of each entry point, by the name of its file. */
export async function readPublicTypes(): Promise<Map<string, string>> {
  const texts = await Promise.all(
    entryPoints.map(async (entry): Promise<[string, string]> => [`${entry.name}.d.ts`, await declare(entry)]),
  );
  return new Map(texts);
}

/** What is kept of them in git. */
export function readKeptTypes(): Map<string, string> {
  return new Map(readdirSync(KEPT).map((name) => [name, readFileSync(new URL(name, KEPT), "utf8")]));
}

/** Everything that an entry point exports, and what that refers to, in one file. */
async function declare({ name, source }: EntryPoint): Promise<string> {
  const build = await rolldown({
    input: `./${source.replace(/\.js$/, ".d.ts")}`,
    cwd: root,
    external: (specifier, _importer, isResolved) =>
      // The raw types are the root's, and are kept there.
      !isResolved && (/^[\w@]/.test(specifier) || (name !== "index" && /\/types\.[jt]s$/.test(specifier))),
    plugins: [dts({ dtsOnly: true, generator: "oxc" })],
  });
  const { output } = await build.generate({ format: "es" });
  await build.close();
  const file = ts.createSourceFile(`${name}.d.ts`, output[0].code, ts.ScriptTarget.Latest);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

if (import.meta.main) {
  const [option] = process.argv.slice(2);
  if (option === "-h" || option === "--help") process.stdout.write(HELP);
  else if (option === undefined || option === "--update") process.exitCode = await run(option !== undefined);
  else {
    process.stderr.write(`error: unknown option ${option}\n\n${HELP}`);
    process.exitCode = 2;
  }
}

async function run(update: boolean): Promise<number> {
  const current = await readPublicTypes();
  if (update) {
    rmSync(KEPT, { recursive: true, force: true });
    mkdirSync(KEPT);
    for (const [name, text] of current) writeFileSync(new URL(name, KEPT), text);
    return 0;
  }
  const kept = readKeptTypes();
  const names = [...new Set([...current.keys(), ...kept.keys()])];
  const changed = names.filter((name) => current.get(name) !== kept.get(name));
  for (const name of changed) console.error(`package/public-types/${name}: differs`);
  if (changed.length > 0) console.error(`If that is meant, keep it: ${UPDATE}`);
  return changed.length > 0 ? 1 : 0;
}
