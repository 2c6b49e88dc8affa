import { access } from "node:fs/promises";
import manifest from "../package.json" with { type: "json" };

// Loads everything that the package exports, by the package's own name, on the Node that runs this.

for (const path of Object.keys(manifest.exports)) {
  const specifier = path.replace(".", manifest.name);
  if (/\.(json|yaml)$/.test(path)) await access(new URL(import.meta.resolve(specifier)));
  else await import(specifier);
  console.log(`${specifier} loads`);
}
