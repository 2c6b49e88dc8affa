import { createConfig, lintFromString, type NormalizedProblem } from "@redocly/openapi-core";
import type { OpenAPI3 } from "openapi-typescript";
import { escapePointer } from "./text.ts";

/**
 * Lints the document with Redocly's strict ruleset, and checks that everything a caller meets is described.
 *
 * @throws naming every problem
 */
export async function checkDocument(document: OpenAPI3, json: string): Promise<void> {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: json, absoluteRef: "openapi.json", config });
  const broken = problems.filter((problem) => !isUsedByExtension(problem, json));
  const lines = [...broken.map(formatProblem), ...findUndescribed(document, "#")];
  if (lines.length > 0) throw new Error(lines.join("\n"));
}

/** The linter does not look into extensions, so it takes what only `x-event-stream` refers to for unused. */
function isUsedByExtension({ ruleId, location }: NormalizedProblem, json: string): boolean {
  return ruleId === "no-unused-components" && json.includes(`"$ref": "${location[0]?.pointer}"`);
}

function formatProblem({ ruleId, message, location }: NormalizedProblem): string {
  return `${location[0]?.pointer ?? "#"}: ${message} (${ruleId})`;
}

/** Keys whose values are named things, each of which needs a description. A reference has its target's. */
const NAMED = new Set(["schemas", "parameters", "headers", "responses", "securitySchemes"]);
const METHODS = new Set(["get", "put", "post", "delete", "patch"]);

function* findUndescribed(node: unknown, place: string): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const pointer = `${place}/${escapePointer(key)}`;
    if (key === "examples" || key.startsWith("x-")) continue;
    if (METHODS.has(key) && !value.description) yield `${pointer}: has no description`;
    if (NAMED.has(key) || key === "properties") {
      for (const [name, named] of Object.entries<{ description?: string; $ref?: string }>(value)) {
        // A property says what it is for, beside what it is.
        const isDescribed = named.description || (named.$ref && key !== "properties");
        if (!isDescribed) yield `${pointer}/${escapePointer(name)}: has no description`;
      }
    }
    yield* findUndescribed(value, pointer);
  }
}
