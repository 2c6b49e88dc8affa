import openapiTypeScript, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { Contract } from "./contract.ts";
import { docComment } from "./text.ts";

/** Writes the document's types, as `openapi-typescript` makes them. */
export async function emitTypes(document: OpenAPI3): Promise<string> {
  return astToString(await openapiTypeScript(document, { defaultNonNullable: false }));
}

/** Writes the root of the package: the raw types, and a plain name for each component schema. */
export function emitIndex(contract: Contract): string {
  const names = Object.entries(contract.schemas).map(
    ([name, schema]) =>
      `${docComment(schema.description ?? "")}export type ${name} = components["schemas"]["${name}"];\n`,
  );
  return `import type { components } from "./types.ts";

export type { components, operations, paths } from "./types.ts";

${names.join("\n")}`;
}
