import { readdir, readFile } from "node:fs/promises";
import { checkDocument } from "./check-document.ts";
import { checkExamples } from "./check-examples.ts";
import { compileTypeSpec } from "./compile-typespec.ts";
import { readContract } from "./contract.ts";
import { emitClient, emitClientIndex } from "./emit-client.ts";
import { emitStatements } from "./emit-statements.ts";
import { emitApi, emitContract, emitStubIndex } from "./emit-stub.ts";
import { emitIndex, emitTypes } from "./emit-types.ts";
import { emitValidators } from "./emit-validators.ts";
import { shareResponses } from "./share-responses.ts";
import { writeYaml } from "./write-yaml.ts";

const STUB = new URL("../stub/", import.meta.url);
const CLIENT = new URL("../client/", import.meta.url);
const STATEMENTS = new URL("../statements.md", import.meta.url);

/**
 * Makes everything that follows from the TypeSpec sources and the statements.
 *
 * @returns the texts, by path below `generated/`
 * @throws if the contract does not compile, breaks a rule of the document, or has an example that does not fit, or a
 * statement is malformed
 */
export async function generateFiles(): Promise<Map<string, string>> {
  const document = shareResponses(await compileTypeSpec());
  // Before anything else reads it: openapi-typescript resolves references in place.
  const json = `${JSON.stringify(document, null, 2)}\n`;
  const yaml = writeYaml(document);
  await checkDocument(document, json);
  const contract = readContract(document);
  checkExamples(document, contract);
  const [types, validators, statements, stub, client] = await Promise.all([
    emitTypes(document),
    emitValidators(contract),
    readFile(STATEMENTS, "utf8").then(emitStatements),
    readSources(STUB),
    readSources(CLIENT),
  ]);
  const banner = (text: string) => `// Written by \`npm run generate\` from spec/. Do not edit.\n\n${text}`;
  return new Map([
    ["openapi.json", json],
    ["openapi.yaml", `# Written by \`npm run generate\` from spec/. Do not edit.\n${yaml}`],
    ["types.ts", banner(types)],
    ["index.ts", banner(emitIndex(contract))],
    ["validators.js", banner(validators.javascript)],
    ["validators.d.ts", banner(validators.declarations)],
    ["statements.ts", banner(statements)],
    ["stub/api.ts", banner(emitApi(contract))],
    ["stub/contract.ts", banner(emitContract(contract))],
    ["stub/index.ts", banner(emitStubIndex(contract))],
    ...stub.map(([name, text]): [string, string] => [`stub/${name}`, banner(text)]),
    ["client/operations.ts", banner(emitClient(contract))],
    ["client/index.ts", banner(emitClientIndex(contract))],
    ...client.map(([name, text]): [string, string] => [`client/${name}`, banner(text)]),
  ]);
}

/** What is the same for every contract. It is copied, so that `generated/` stands by itself. */
async function readSources(folder: URL): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".test.ts")).sort();
  return Promise.all(
    names.map(
      async (name): Promise<[string, string]> => [name, await readFile(new URL(name, folder), "utf8")],
    ),
  );
}
