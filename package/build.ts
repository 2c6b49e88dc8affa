import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("../", import.meta.url);

rmSync(new URL("dist", root), { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
// `npm run typecheck` checks the types; here they are only written down.
for (const project of [".", "mock/console/console-page"]) {
  const options = ["--project", project, "--noEmit", "false", "--noCheck"];
  execFileSync(process.execPath, [compiler, ...options], { cwd: root, stdio: "inherit" });
}

// What the compiler does not emit, because it is no TypeScript.
for (const name of ["openapi.json", "openapi.yaml", "validators.js", "validators.d.ts"]) {
  cpSync(new URL(`generated/${name}`, root), new URL(`dist/generated/${name}`, root));
}
for (const page of ["console-page", "docs-page"]) {
  cpSync(new URL(`mock/console/${page}`, root), new URL(`dist/mock/console/${page}`, root), {
    recursive: true,
    filter: (path) => !/\.(?:ts|json)$/.test(path),
  });
}
