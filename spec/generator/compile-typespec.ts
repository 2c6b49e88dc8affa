import { fileURLToPath } from "node:url";
import { compile, formatDiagnostic, NodeHost, resolveCompilerOptions } from "@typespec/compiler";
import type { OpenAPI3 } from "openapi-typescript";

const SPEC = fileURLToPath(new URL("..", import.meta.url));

/**
 * Compiles the TypeSpec sources, in memory.
 *
 * @returns the OpenAPI document, as the TypeSpec emitter writes it
 * @throws if the compiler has anything to say, a warning included
 */
export async function compileTypeSpec(): Promise<OpenAPI3> {
  const files = new Map<string, string>();
  const host: typeof NodeHost = {
    ...NodeHost,
    async writeFile(path, content) {
      files.set(path.slice(path.lastIndexOf("/") + 1), content);
    },
    async mkdirp(path) {
      return path;
    },
  };
  const main = `${SPEC}main.tsp`;
  const [options, optionDiagnostics] = await resolveCompilerOptions(host, { cwd: SPEC, entrypoint: main });
  const program = await compile(host, main, options);
  const diagnostics = [...optionDiagnostics, ...program.diagnostics];
  if (diagnostics.length > 0) {
    throw new Error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join("\n"));
  }
  const json = files.get("openapi.json");
  if (json === undefined) {
    throw new Error(`The emitter wrote ${[...files.keys()].join(", ") || "nothing"}, not openapi.json.`);
  }
  return JSON.parse(json, (key, value) => {
    // The emitter calls an example once more what it is called already.
    if (value?.summary !== key) return value;
    const { summary: _summary, ...rest } = value;
    return rest;
  });
}
