import { existsSync, readFileSync } from "node:fs";
import manifest from "../../package.json" with { type: "json" };
import { findObstacles } from "./obstacles.ts";

// The last look before a release, in CI: fails, and says why, if something stands in its way.

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const kept = `package/compatibility/released/${manifest.version}.json`;

const obstacles = findObstacles({
  version: manifest.version,
  repository: Reflect.get(manifest, "repository"),
  builtIn: process.env.GITHUB_REPOSITORY ?? "",
  changelog: read("CHANGELOG.md"),
  keptContract: existsSync(new URL(kept, root)) ? read(kept) : undefined,
  contract: read("generated/openapi.json"),
});
for (const obstacle of obstacles) console.error(`error: ${obstacle}`);
process.exitCode = obstacles.length > 0 ? 1 : 0;
