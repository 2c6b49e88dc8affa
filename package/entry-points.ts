import manifest from "../package.json" with { type: "json" };

/** What somebody can import by name. */
export interface EntryPoint {
  /** As it is imported, such as `thinklio-sessions/server`. */
  readonly specifier: string;
  /** The name of its files in `dist/`. */
  readonly name: string;
  /** Where it is written, from the root of the repository. */
  readonly source: string;
}

/** Where each entry point is written, from the root of the repository, by its key in the manifest's `exports`. */
const SOURCES: Readonly<Record<string, string>> = {
  ".": "generated/index.ts",
  "./client": "client/index.ts",
  "./server": "generated/stub/index.ts",
  "./mock": "mock/index.ts",
  "./contract-tests": "contract-tests/index.ts",
  "./validators": "generated/validators.js",
};

/** The entry points that are modules. Each has the same four files: for `import` and for `require`, code and types. */
export const entryPoints: readonly EntryPoint[] = Object.entries(manifest.exports)
  .filter(([, target]) => !isDataFile(target))
  .map(([key]) => {
    const source = SOURCES[key];
    if (source === undefined) throw new Error(`Say in package/entry-points.ts where ${key} is written.`);
    return { specifier: key.replace(".", manifest.name), name: key === "." ? "index" : key.slice(2), source };
  });

/** What is exported as a file to read, as it is imported. */
export const dataFiles: readonly string[] = Object.entries(manifest.exports)
  .filter(([, target]) => isDataFile(target))
  .map(([key]) => key.replace(".", manifest.name));

function isDataFile(target: unknown): boolean {
  return typeof target === "string" && /\.(json|yaml)$/.test(target);
}
