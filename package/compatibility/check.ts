import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import manifest from "../../package.json" with { type: "json" };
import { type BreakingChange, findBreakingChanges, type OpenApi } from "./compare.ts";
import { mayBreak, nextVersion } from "./versions.ts";

// Holds the contract against that of the last release, which is kept in released/, named by its version.

const HELP = `Usage: npm run compatibility [-- --keep]

Names each change since the last release that the vendor's rule forbids within a major version (nothing is removed,
nothing changes its meaning), and fails unless the version moves accordingly: its major, or before 1.0.0 its minor.

Options:
  --keep      keep the contract of today as that of the version in package.json, as a release does
  -h, --help  show this help
`;

const root = new URL("../../", import.meta.url);
const RELEASED = new URL("released/", import.meta.url);

/** What became of the contract since the last release. */
export interface Compatibility {
  readonly released: string;
  readonly next: string;
  readonly changes: readonly BreakingChange[];
  /** Whether the version moves far enough for these changes. */
  readonly isPermitted: boolean;
}

/** Compares the contract with that of the last release. */
export function checkCompatibility(): Compatibility {
  const [file = ""] = readdirSync(RELEASED);
  const released = file.replace(/\.json$/, "");
  const changesets = readdirSync(new URL(".changeset/", root))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => readFileSync(new URL(`.changeset/${name}`, root), "utf8"));
  const next = nextVersion(manifest.version, changesets, manifest.name);
  const changes = findBreakingChanges(
    readDocument(new URL(file, RELEASED)),
    readDocument(new URL("generated/openapi.json", root)),
  );
  return { released, next, changes, isPermitted: changes.length === 0 || mayBreak(released, next) };
}

/** Says in words what became of it, and the way out. */
export function describe({ released, next, changes, isPermitted }: Compatibility): string {
  if (changes.length === 0) return `Since ${released} the contract has additions at most.`;
  const part = released.startsWith("0.") ? "minor" : "major";
  const lines = changes.map(({ where, what }) => `${where}\n    ${what}`);
  return [
    ...lines,
    isPermitted
      ? `Since ${released} the contract breaks ${changes.length} promises, which ${next} permits.`
      : `Since ${released} the contract breaks ${changes.length} promises, and ${next} does not permit that. Take them ` +
        `back, or add a ${part} changeset: npx changeset. If ${released} is not published yet, keep the contract of ` +
        "today for it: npm run compatibility -- --keep",
  ].join("\n");
}

function readDocument(file: URL): OpenApi {
  return JSON.parse(readFileSync(file, "utf8"));
}

function keep(): void {
  for (const name of readdirSync(RELEASED)) rmSync(new URL(name, RELEASED));
  writeFileSync(
    new URL(`${manifest.version}.json`, RELEASED),
    readFileSync(new URL("generated/openapi.json", root)),
  );
}

if (import.meta.main) {
  const [option] = process.argv.slice(2);
  if (option === "-h" || option === "--help") process.stdout.write(HELP);
  else if (option === "--keep") keep();
  else if (option === undefined) {
    const compatibility = checkCompatibility();
    console.log(describe(compatibility));
    process.exitCode = compatibility.isPermitted ? 0 : 1;
  } else {
    process.stderr.write(`error: unknown option ${option}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
