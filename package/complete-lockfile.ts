import { readFileSync, writeFileSync } from "node:fs";

// npm leaves optional packages out of the lock file when the registry at hand lacks them, as those for other platforms
// may be, and then `npm ci` refuses the lock file everywhere. This adds them: run it after an install.

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = new URL("../package-lock.json", import.meta.url);

/** The optional packages that the lock file names and does not hold, with the version that each must have. */
export function findMissing(
  packages: Readonly<Record<string, LockedPackage>>,
): { path: string; name: string; version: string }[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isHeld(packages, path, name))
      .map(([name, version]) => ({
        path: `node_modules/${name}`,
        name,
        version: version.replace(/^[~^]/, ""),
      })),
  );
}

/** Whether a package can be found from where another one is installed, as Node looks for it. */
function isHeld(packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

/** What a platform's package is for, which its name tells. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const [, os, cpu] = /(android|darwin|linux|win32|freebsd|openharmony|wasm32|wasi)-?(\w*)/.exec(name) ?? [];
  if (os === undefined || os.startsWith("wa")) return { cpu: ["wasm32"] };
  const libc = os === "linux" ? { libc: [name.includes("musl") ? "musl" : "glibc"] } : {};
  return { os: [os], ...(cpu && { cpu: [cpu] }), ...libc };
}

if (import.meta.main) {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, "utf8"));
  for (const { path, name, version } of findMissing(lock.packages)) {
    lock.packages[path] = { version, dev: true, optional: true, ...platformOf(name) };
    console.log(`added ${name}@${version}`);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
