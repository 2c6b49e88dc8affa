/** How far a change moves the version. */
export type Bump = "major" | "minor" | "patch";

const ORDER: readonly Bump[] = ["patch", "minor", "major"];

/**
 * The version that comes next.
 *
 * @param current the version in the manifest
 * @param changesets the texts of the pending changesets
 * @param name the package's name
 */
export function nextVersion(current: string, changesets: readonly string[], name: string): string {
  const bumps = changesets.flatMap((text) =>
    ORDER.filter((bump) => new RegExp(`^["']?${name}["']?: ${bump}$`, "m").test(text)),
  );
  const largest = ORDER.findLast((bump) => bumps.includes(bump));
  const [major = 0, minor = 0, patch = 0] = current.split(".").map(Number);
  if (largest === "major") return `${major + 1}.0.0`;
  if (largest === "minor") return `${major}.${minor + 1}.0`;
  return largest === "patch" ? `${major}.${minor}.${patch + 1}` : current;
}

/**
 * Whether the version moves so far that it may break those who use it: the major, or, before 1.0.0, the minor, which
 * is what `^0.1.0` in a manifest stops at.
 */
export function mayBreak(released: string, next: string): boolean {
  const [before = "", after = ""] = [released, next].map((version) => /^0\.\d+|^\d+/.exec(version)?.[0]);
  return before !== after;
}
