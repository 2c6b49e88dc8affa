import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly content: Readonly<
    Record<string, { readonly examples: Readonly<Record<string, { readonly value: unknown }>> }>
  >;
}

/** An example of a response, as the contract has it. */
export interface DeclaredExample {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly name: string;
  readonly value: unknown;
}

/** Reads all examples of responses from the OpenAPI document, its references resolved by Redocly. */
export async function readDeclaredExamples(): Promise<DeclaredExample[]> {
  const ref = fileURLToPath(new URL("../../generated/openapi.json", import.meta.url));
  const { bundle: document } = await bundle({ ref, config: await createConfig({}), dereference: true });
  const { paths }: { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } = document.parsed;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId: id, responses }]) =>
      Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content).flatMap(([mediaType, { examples }]) =>
          Object.entries(examples).map(([name, { value }]) => {
            return { id, method: method.toUpperCase(), path, status: Number(status), mediaType, name, value };
          }),
        ),
      ),
    ),
  );
}
