/** What a release depends on. */
export interface Release {
  readonly version: string;
  /** The field `repository` of the manifest. */
  readonly repository: unknown;
  /** Where the release is made, such as `owner/name`. */
  readonly builtIn: string;
  readonly changelog: string;
  /** The contract that is kept for this version; `undefined` if there is none. */
  readonly keptContract: string | undefined;
  readonly contract: string;
}

/** Says in one line each what stands in the way of a release. */
export function findObstacles(release: Release): string[] {
  const { version, repository, builtIn, changelog, keptContract, contract } = release;
  const obstacles: string[] = [];
  if (!JSON.stringify(repository ?? "").includes(`/${builtIn}`)) {
    obstacles.push(
      `provenance needs the field "repository" in package.json, and it must name ${builtIn || "this repository"}`,
    );
  }
  if (!changelog.split("\n").includes(`## ${version}`)) {
    obstacles.push(`CHANGELOG.md has no heading "## ${version}"; run: npm run release:version`);
  }
  if (keptContract !== contract) {
    obstacles.push(
      `the contract is not the one that is kept for ${version}; run: npm run compatibility -- --keep`,
    );
  }
  return obstacles;
}
