import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { findObstacles } from "./obstacles.ts";

const READY = {
  version: "1.2.0",
  repository: { type: "git", url: "git+https://github.com/owner/name.git" },
  builtIn: "owner/name",
  changelog: "# Changelog\n\n## 1.2.0\n\n### Minor Changes\n",
  keptContract: "{}",
  contract: "{}",
};

describe("A release", () => {
  it("can be made when everything is in place", () => {
    expect(findObstacles(READY)).toEqual([]);
  });

  it.each([
    ["without a repository in the manifest", { repository: undefined }, 'needs the field "repository"'],
    ["from another repository than the manifest's", { builtIn: "other/name" }, "it must name other/name"],
    ["whose changes are not written down", { changelog: "## 1.2.0 (unreleased)" }, 'no heading "## 1.2.0"'],
    ["whose contract is not kept", { keptContract: undefined }, "kept for 1.2.0"],
    ["whose contract has changed since it was kept", { contract: '{"paths":{}}' }, "kept for 1.2.0"],
  ])("%s is refused, in one line", (_what, lack, reason) => {
    expect(findObstacles({ ...READY, ...lack })).toEqual([expect.stringMatching(reason)]);
  });

  it("has a proof of where it was built, so that nobody publishes from elsewhere", () => {
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
    const workflow = readFileSync(new URL("../../.github/workflows/release.yml", import.meta.url), "utf8");
    expect(workflow).toContain("id-token: write");
  });
});
