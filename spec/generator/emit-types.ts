import openapiTypeScript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { type Contract, componentName, type Schema } from "./contract.ts";
import { docComment } from "./text.ts";

/** Writes the document's types, as `openapi-typescript` makes them. */
export async function emitTypes(document: OpenAPI3): Promise<string> {
  return plainComments(astToString(await openapiTypeScript(document, { defaultNonNullable: false })));
}

/** An editor shows a comment's text as it is; a tag such as `@description` or `@enum` would stand before it or after. */
function plainComments(types: string): string {
  return types
    .replace(/^ *\* @enum \{\w+\}\n/gm, "")
    .replace(/(\/\*\*(?:\n *\*)? )@description /g, "$1")
    .replace(/^( *\*) @description /gm, "$1\n$1 ")
    .replace(/^( *\*) {5}(?=\S)/gm, "$1 ")
    .replace(/\/\*\*\n *\* (.+)\n *\*\//g, "/** $1 */");
}

/**
 * Writes the root of the package: the raw types, a plain name for each component schema, and what an application wants
 * to know of the contract at run time.
 */
export function emitIndex(contract: Contract): string {
  const names = Object.entries(contract.schemas).map(
    ([name, schema]) => `${docComment(schema.description ?? "")}${emitName(name, schema)}\n`,
  );
  return `import type { components } from "./types.ts";

export type { components, operations, paths } from "./types.ts";

type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** The base URL of the vendor's server, without a slash at its end. */
export const BASE_URL = ${JSON.stringify(contract.baseUrl)};

${emitErrorTables(contract)}
${names.join("\n")}`;
}

/** An object becomes an interface, since editors and compilers call an interface by its name. */
function emitName(name: string, schema: Schema): string {
  if ("type" in schema && schema.type === "object") {
    return `export interface ${name} extends Schema<"${name}"> {}`;
  }
  if ("anyOf" in schema && schema.anyOf) {
    return `export type ${name} = ${schema.anyOf.map(componentName).join(" | ")};`;
  }
  return `export type ${name} = Schema<"${name}">;`;
}

function emitErrorTables(contract: Contract): string {
  const errors = contract.errors.toSorted((one, other) => one.status - other.status);
  const statuses = [...new Set(errors.map(({ status }) => status))];
  const rows = statuses.map((status) => {
    const names = errors.filter((error) => error.status === status).map(({ schema }) => schema);
    return `  ${status}: ${names.join(" | ")};\n`;
  });
  return `/** The code of an error, by which to decide what to do. The vendor may add codes. */
export type ErrorCode =
${errors.map(({ code }) => `  | "${code}"`).join("\n")};

/** The errors that each status can carry. */
export interface ErrorsByStatus {
${rows.join("")}}

/** A status that carries an error. */
export type ErrorStatus = ${statuses.join(" | ")};

/** The status that each error code comes with. */
export const ERROR_STATUS = {
${errors.map(({ code, status, message }) => `${docComment(message, "  ")}  ${code}: ${status},\n`).join("")}} as const;
`;
}
