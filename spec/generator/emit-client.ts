import { type ClientMethod, readClientMethod } from "./client-method.ts";
import type { Contract, Operation, Parameter } from "./contract.ts";
import { capitalise, docComment, propertyName } from "./text.ts";

/** What a caller calls the headers that every operation understands. */
const OPTIONS: Readonly<Record<string, string>> = {
  "X-Channel-User-Id": "endUser",
  "Thinklio-Version": "version",
};

/**
 * Writes the part of the client that follows from the contract: the methods, what each is given and answered with, and
 * what the client needs to know of each operation at run time.
 *
 * @throws if an operation has something that a method cannot express
 */
export function emitClient(contract: Contract): string {
  const methods = contract.operations.map((operation) => readClientMethod(operation, contract));
  const headers = commonHeaders(contract.operations);
  const common = commonRows(methods);
  return `import type { ${["ApiError", ...componentNames(methods)].sort().join(", ")} } from "../index.ts";
import type { Failure, Success } from "./answer.ts";
import type { OperationDefinition, Transport } from "./transport.ts";

/** What one call has of its own. What it does not say is as the client was told. */
export interface CallOptions {
${headers.map(({ name, description }) => `${docComment(description, "  ")}  readonly ${OPTIONS[name]}?: string | undefined;\n`).join("")}  /** Ends the call, whatever it is doing, when it is aborted. The call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The headers that the options become. */
export function optionHeaders({ ${headers.map(({ name }) => OPTIONS[name]).join(", ")} }: CallOptions): Record<string, string | undefined> {
  return { ${headers.map(({ name }) => `"${name}": ${OPTIONS[name]}`).join(", ")} };
}

${methods.flatMap((method) => [emitQuery(method), emitResult(method)]).join("")}/**
 * A client of the API. A method that has an operation's name returns what the contract declares for the operation:
 * \`status\` tells the answers apart, and \`ok\` a success from a failure. All else is thrown.
 */
export interface Client {
${methods
  .flatMap((method) => [emitMethod(method), emitStreamMethod(method), emitListMethod(method)])
  .filter((text) => text !== "")
  .join("\n")}}

const COMMON_FAILURES = {
${common.map((row) => `  ${row}\n`).join("")}};

${methods.map((method) => emitDefinition(method, common)).join("\n")}
/** Makes the methods of a client. */
export function createMethods({ call, stream, pages }: Transport<CallOptions, ApiError>): Client {
  return {
${methods.flatMap((method) => [emitCall(method), emitStreamCall(method), emitListCall(method)]).join("")}  };
}
`;
}

/** Writes the types that a user of the client may want to name. */
export function emitClientIndex({ operations }: Contract): string {
  const names = operations.flatMap(({ id, parameters }) => [
    `${capitalise(id)}Result`,
    ...(parameters.some((parameter) => parameter.in === "query") ? [`${capitalise(id)}Query`] : []),
  ]);
  return `export type { Failure, Success } from "./answer.ts";
export type {
${["CallOptions", "Client", ...names].map((name) => `  ${name},\n`).join("")}} from "./operations.ts";
`;
}

function componentNames(methods: readonly ClientMethod[]): string[] {
  const names = methods.flatMap(({ operation, success, failures, events, item }) => [
    success.schema,
    ...failures.flatMap(({ errors }) => errors.map(({ schema }) => schema)),
    ...(operation.body ? [operation.body.schema] : []),
    ...(events ? [events.schema] : []),
    ...(item === undefined ? [] : [item]),
  ]);
  return [...new Set(names)].sort();
}

function commonHeaders(operations: readonly Operation[]): readonly Parameter[] {
  const [headers = [], ...others] = operations.map(({ parameters }) =>
    parameters.filter((parameter) => parameter.in === "header"),
  );
  const names = (list: readonly Parameter[]) => list.map(({ name }) => name).join();
  if (others.some((list) => names(list) !== names(headers)) || headers.some(({ name }) => !OPTIONS[name])) {
    throw new Error("The client can express only the headers that every operation understands.");
  }
  return headers;
}

function emitQuery({ operation, query }: ClientMethod): string {
  if (query.length === 0) return "";
  const rows = query.map(({ name, description, schema, type, required }) => {
    const standard = "default" in schema ? ` ${JSON.stringify(schema.default)} unless given.` : "";
    const typeName = type === "integer" ? "number" : "string";
    return `${docComment(description + standard, "  ")}  readonly ${propertyName(name)}${required ? "" : "?"}: ${typeName}${required ? "" : " | undefined"};\n`;
  });
  return `/** What \`${operation.id}\` can be asked for. */
export interface ${capitalise(operation.id)}Query {
${rows.join("")}}

`;
}

function emitResult({ operation, success, failures }: ClientMethod): string {
  const refusals = failures.map(
    ({ status, errors }) => `  | Failure<${status}, ${errors.map(({ schema }) => schema).join(" | ")}>`,
  );
  return `/** The answers that the contract declares for \`${operation.id}\`. */
export type ${capitalise(operation.id)}Result =
  | Success<${success.status}, ${success.schema}>
${refusals.join("\n")};

`;
}

const OPTIONS_TAG = "@param options what this call has of its own";

/** The documentation of a method, with a tag for each parameter. */
function describe({ operation, path }: ClientMethod, lead: string, input: string, more: string): string {
  const tags = path.map(({ name, description }) => `@param ${name} ${description}`);
  const lines = [...tags, ...(input ? [input] : []), OPTIONS_TAG, more];
  return docComment(`${lead}\n\n${operation.description}\n\n${lines.join("\n")}`, "  ");
}

const UNDECLARED =
  "@throws (rejects) ThinklioError if there is no answer, or none that the contract declares";

function emitMethod(method: ClientMethod): string {
  const { operation } = method;
  const { tag, signature } = emitParameters(method);
  return `${describe(method, `${operation.summary}.`, tag, UNDECLARED)}  ${operation.id}(${signature}): Promise<${capitalise(operation.id)}Result>;
`;
}

function emitStreamMethod(method: ClientMethod): string {
  const { operation, events } = method;
  if (events === undefined) return "";
  const { tag, signature } = emitParameters(method);
  const lead = `${operation.summary}, and iterate over the reply while it is made.

The request goes out when the loop begins, and the loop can be run once. To leave it is to cancel the request.`;
  const throws = `@throws (rejects) ThinklioApiError if the API refuses, or breaks the stream off with an error; ThinklioError if the
stream is cut, or is none`;
  return `${describe(method, lead, tag, throws)}  ${streamName(operation)}(${signature}): AsyncIterableIterator<${events.schema}>;
`;
}

function emitListMethod(method: ClientMethod): string {
  const { operation, item } = method;
  if (item === undefined) return "";
  const { tag, signature } = emitParameters(method);
  const lead = `${operation.summary}, all of them, page after page.

A page is asked for when the iteration comes to it. \`limit\` is the size of a page.`;
  const throws =
    "@throws (rejects) ThinklioApiError if the API refuses a page; ThinklioError if there is no answer";
  return `${describe(method, lead, tag, throws)}  ${listName(operation)}(${signature}): AsyncIterableIterator<${item}>;
`;
}

/** The parameters of a method, and the tag of the one that is neither of the path nor the options. */
function emitParameters({ operation, path, query, events }: ClientMethod): {
  tag: string;
  signature: string;
} {
  const { id, body } = operation;
  const parameters = path.map(({ name }) => `${name}: string`);
  if (body) {
    const type = events ? `Omit<${body.schema}, "${events.requestedBy}">` : body.schema;
    parameters.push(`body${body.required ? "" : "?"}: ${type}${body.required ? "" : " | undefined"}`);
  } else if (query.length > 0) parameters.push(`query?: ${capitalise(id)}Query | undefined`);
  const queryTag = query.length > 0 ? "@param query which part of it to return" : "";
  return {
    tag: body ? `@param body ${body.description}` : queryTag,
    signature: [...parameters, "options?: CallOptions | undefined"].join(", "),
  };
}

function streamName({ id }: Operation): string {
  return id.replace(/^[a-z]+/, "stream");
}

function listName({ id }: Operation): string {
  return id.replace(/^[a-z]+/, "$&All");
}

/** The failures, as rows of a table by status. */
function failureRows({ failures }: ClientMethod): string[] {
  return failures.map(
    ({ status, errors }) => `${status}: [${errors.map(({ code }) => `"${code}"`).join(", ")}],`,
  );
}

/** The rows that all operations share; once, since a client should be small. */
function commonRows(methods: readonly ClientMethod[]): string[] {
  const [rows = [], ...others] = methods.map(failureRows);
  return rows.filter((row) => others.every((list) => list.includes(row)));
}

function emitDefinition(method: ClientMethod, common: readonly string[]): string {
  const { operation, success, events } = method;
  const rows = ["...COMMON_FAILURES,", ...failureRows(method).filter((row) => !common.includes(row))];
  return `const ${operation.id}: OperationDefinition = {
  id: "${operation.id}",
  method: "${operation.method.toLowerCase()}",
  path: "${operation.path}",
  idempotent: ${operation.idempotent},
  success: ${success.status},
  failures: {
${rows.map((row) => `    ${row}\n`).join("")}  },
${events ? `  done: ${JSON.stringify(events.done)},\n` : ""}};
`;
}

/** The names of a method's parameters, and the parts of the request that they become. */
function emitArguments({ operation, path, query }: ClientMethod): { names: string; parts: string[] } {
  const names = path.map(({ name }) => name);
  const input = operation.body ? ["body"] : query.length > 0 ? ["query"] : [];
  return {
    names: [...names, ...input, "options"].join(", "),
    parts: [`path: { ${names.join(", ")} }`, ...input],
  };
}

function emitCall(method: ClientMethod): string {
  const { id } = method.operation;
  const { names, parts } = emitArguments(method);
  return `    ${id}: (${names}) => call(${id}, { ${parts.join(", ")} }, options),\n`;
}

function emitStreamCall(method: ClientMethod): string {
  const { operation, events } = method;
  if (events === undefined) return "";
  const { names, parts } = emitArguments(method);
  const streamed = parts.map((part) =>
    part === "body" ? `body: { ...body, ${events.requestedBy}: true }` : part,
  );
  return `    ${streamName(operation)}: (${names}) => stream(${operation.id}, { ${streamed.join(", ")} }, options),\n`;
}

function emitListCall(method: ClientMethod): string {
  const { operation, item } = method;
  if (item === undefined) return "";
  const { id } = operation;
  const { names, parts } = emitArguments(method);
  const paged = parts.map((part) => (part === "query" ? "query: { ...query, cursor }" : part));
  return `    ${listName(operation)}: (${names}) =>
      pages((cursor) => call<${capitalise(id)}Result>(${id}, { ${paged.join(", ")} }, options), query?.cursor),\n`;
}
