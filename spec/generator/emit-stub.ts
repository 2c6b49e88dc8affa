import type { Contract, Operation, Parameter, Response } from "./contract.ts";
import {
  componentValidator,
  headerValidator,
  parameterValidator,
  responseValidator,
} from "./emit-validators.ts";
import { capitalise, docComment, propertyName } from "./text.ts";

/** Writes the types of the handlers: what each is given, and the outcomes that it may return. */
export function emitApi(contract: Contract): string {
  const [headers = "", ...others] = new Set(
    contract.operations.map(({ parameters }) => emitFields(parameters, "header", "  ")),
  );
  if (others.length > 0) {
    throw new Error("An operation has a header of its own: have the stub's input types tell them apart.");
  }
  return `import { ERROR_STATUS } from "../index.ts";
import type { components } from "../types.ts";
import { contract } from "./contract.ts";
import type { Input } from "./input.ts";
import type { RouterOptions } from "./options.ts";
import { createRequestHandler, type RequestHandler } from "./router.ts";

type Schemas = components["schemas"];

/** An error as a handler gives it: the stub adds the request's id. */
export type Refused<Name extends keyof Schemas> = Omit<Schemas[Name], "request_id">;

/** The headers that every operation can be called with. */
export type CallHeaders = ${headers};

${contract.operations.map((operation) => `${emitInput(operation)}\n${emitOutcome(operation, contract)}`).join("\n")}
/**
 * The API, as you implement it: one method for each operation. A declared outcome is returned; what is thrown is
 * taken for a bug.
 */
export interface SessionsApi<Context> {
${contract.operations.map(emitMethod).join("\n\n")}
}

/** The name of an operation. */
export type OperationId = keyof SessionsApi<unknown>;

/**
 * Puts the API on HTTP: a listener for \`node:http\`, which is a middleware for Express, too.
 *
 * @param api your implementation
 * @param options who may call, how often, and what becomes of bugs
 * @throws if the API lacks an operation, or the options lack \`authenticate\`
 */
export function createRouter<Context>(
  api: SessionsApi<Context>,
  options: RouterOptions<Context, OperationId>,
): RequestHandler {
  const handlers = {
${contract.operations
  .map(({ id }) => `    ${id}: { handle: (input: ${capitalise(id)}Input<Context>) => api.${id}(input) },`)
  .join("\n")}
  };
  for (const id of Object.keys(handlers)) {
    if (typeof Reflect.get(Object(api), id) !== "function") throw new TypeError(\`The API has no \${id}.\`);
  }
  return createRequestHandler(contract, handlers, options);
}

/** The code of an error of the contract. */
export type RefusalCode = keyof typeof ERROR_STATUS;

/** The outcome for a code: with the status that the contract gives it. */
export type Refusal<Code extends RefusalCode> = {
  [Each in Code]: { status: (typeof ERROR_STATUS)[Each]; error: { code: Each; message: string } };
}[Code];

/**
 * Makes the outcome that refuses a request. What 405, 422 and 429 must have beside it is for the caller to add:
 * without it they are no outcome of any operation.
 *
 * @param message what is wrong; the contract's message for this code unless given
 */
export function refuse<Code extends RefusalCode>(code: Code, message?: string): Refusal<Code>;
export function refuse(
  code: RefusalCode,
  message: string = contract.errors[code]?.message ?? code,
): { status: number; error: { code: string; message: string } } {
  return { status: ERROR_STATUS[code], error: { code, message } };
}
`;
}

function emitInput(operation: Operation): string {
  const { id, body, parameters } = operation;
  const bodyType = body ? `Schemas["${body.schema}"]${body.required ? "" : " | undefined"}` : "undefined";
  return `/** What \`${id}\` is given. */
export interface ${capitalise(id)}Input<Context> extends Input<Context> {
  readonly params: ${emitFields(parameters, "path", "    ")};
  readonly query: ${emitFields(parameters, "query", "    ")};
  readonly headers: CallHeaders;
  readonly body: ${bodyType};
}
`;
}

function emitFields(parameters: readonly Parameter[], place: Parameter["in"], indent: string): string {
  const rows = parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => {
      const isPresent = parameter.required || "default" in parameter.schema;
      const type = parameter.type === "integer" ? "number" : "string";
      const name = `readonly ${propertyName(parameter.name)}${isPresent ? "" : "?"}`;
      return `${docComment(parameter.description, indent)}${indent}${name}: ${type};\n`;
    });
  return rows.length === 0 ? "Readonly<Record<string, never>>" : `{\n${rows.join("")}${indent.slice(2)}}`;
}

function emitOutcome({ id, responses }: Operation, contract: Contract): string {
  const members = responses.flatMap((response) => outcomeMembers(response, contract));
  return `/** The outcomes that the contract declares for \`${id}\`. */
export type ${capitalise(id)}Outcome =
${members.map((member) => `  | ${member}`).join("\n")};
`;
}

function outcomeMembers(response: Response, contract: Contract): string[] {
  const free = response.headers.filter((header) => header.default === undefined);
  const headers = free.map(({ name, type }) => `${propertyName(name)}: ${type}`).join("; ");
  const head = `status: ${response.status}${headers && `; headers: { ${headers} }`}`;
  if (response.errors.length > 0) {
    return response.errors.map((name) => `{ ${head}; error: Refused<"${name}"> }`);
  }
  const body = `body: Schemas["${responseSchema(response, contract)}"]`;
  if (response.events === undefined) return [`{ ${head}; ${body} }`];
  return [
    `{ ${head}; type: "application/json"; ${body} }`,
    `{ ${head}; type: "text/event-stream"; events: AsyncIterable<Schemas["${response.events.schema}"]> }`,
  ];
}

function responseSchema({ json }: Response, { schemas }: Contract): string {
  const name = "$ref" in json ? json.$ref.split("/").at(-1) : undefined;
  if (name === undefined || !(name in schemas)) throw new Error("A success has no component schema.");
  return name;
}

function emitMethod({ id, summary, description }: Operation): string {
  const type = capitalise(id);
  return `${docComment(`${summary}.\n\n${description}`, "  ")}  ${id}(input: ${type}Input<Context>): ${type}Outcome | Promise<${type}Outcome>;`;
}

/** Writes what the stub needs of the contract at run time. What several operations have in common is written once. */
export function emitContract(contract: Contract): string {
  const { operations } = contract;
  const parameters = findRepeated(operations.flatMap((operation) => operation.parameters.map(emitParameter)));
  const responses = findRepeated(operations.flatMap((operation) => operation.responses.map(emitResponse)));
  const constants = [
    ...parameters.map(({ name, value }) => `const ${name}: ParameterDefinition = ${value};\n`),
    ...responses.map(({ name, value }) => `const ${name}: ResponseDefinition = ${value};\n`),
  ];
  const names = new Map([...parameters, ...responses].map(({ name, value }) => [value, name]));
  if (new Set(names.values()).size < names.size) {
    throw new Error("Two responses, or parameters, that operations share would be one constant of the stub.");
  }
  return `import * as validators from "../validators.js";
import type { ContractDefinition, ParameterDefinition, ResponseDefinition } from "./definition.ts";

${constants.join("")}
/** The contract, as the stub reads it. */
export const contract: ContractDefinition = {
  maxBodyBytes: ${contract.maxBodyBytes},
  maxBodyDepth: ${contract.maxBodyDepth},
  errors: {
${contract.errors
  .map(
    ({ code, status, message }) => `    ${code}: { status: ${status}, message: ${JSON.stringify(message)} },`,
  )
  .join("\n")}
  },
  operations: [
${operations.map((operation) => emitDefinition(operation, names)).join("\n")}
  ],
};
`;
}

/** Something of the contract, as code, and what a constant of it would be called. */
interface Value {
  readonly name: string;
  readonly value: string;
}

/** The values that come more than once, each once. */
function findRepeated(values: readonly Value[]): Value[] {
  const texts = values.map(({ value }) => value);
  return values.filter(
    ({ value }, index) => texts.indexOf(value) === index && texts.lastIndexOf(value) > index,
  );
}

function emitDefinition(operation: Operation, names: ReadonlyMap<string, string>): string {
  const { id, method, path, body, parameters, responses } = operation;
  const write = ({ value }: Value) => names.get(value) ?? value;
  const parameterRows = parameters.map((parameter) => `        ${write(emitParameter(parameter))},`);
  const responseRows = responses.map(
    (response) => `        ${response.status}: ${write(emitResponse(response))},`,
  );
  const bodyRow = body
    ? `      body: { required: ${body.required}, validate: validators.${componentValidator(body.schema)} },\n`
    : "";
  return `    {
      id: "${id}",
      method: "${method}",
      path: ${JSON.stringify(path.slice(1).split("/"))},
      parameters: [
${parameterRows.join("\n")}
      ],
${bodyRow}      responses: {
${responseRows.join("\n")}
      },
    },`;
}

function emitParameter(parameter: Parameter): Value {
  const { in: place, name, type, required, notFound } = parameter;
  const values = {
    in: place,
    name,
    type,
    required,
    ...("default" in parameter.schema && { default: parameter.schema.default }),
    ...(notFound !== undefined && { notFound }),
  };
  const validator = parameterValidator(parameter);
  return { name: nameAfter(validator), value: `{ ${literals(values)}, validate: validators.${validator} }` };
}

function emitResponse(response: Response): Value {
  const headers = response.headers.map((header) => {
    const standard = header.default === undefined ? "" : `, default: ${JSON.stringify(header.default)}`;
    return `${propertyName(header.name)}: { validate: validators.${headerValidator(header)}${standard} }`;
  });
  const { events } = response;
  const stream = events
    ? `, events: { validate: validators.${componentValidator(events.schema)}, done: ${JSON.stringify(events.done)} }`
    : "";
  const validator = responseValidator(response);
  return {
    name: nameAfter(validator),
    value: `{ headers: {${headers.length > 0 ? ` ${headers.join(", ")} ` : ""}}, json: validators.${validator}${stream} }`,
  };
}

function nameAfter(validator: string): string {
  return validator.replace(/^validate(.)/, (_match, first: string) => first.toLowerCase());
}

function literals(values: Record<string, unknown>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(", ");
}

/** Writes the stub's entry: everything that its users import. */
export function emitStubIndex(contract: Contract): string {
  const types = contract.operations.flatMap(({ id }) => [
    `${capitalise(id)}Input`,
    `${capitalise(id)}Outcome`,
  ]);
  return `export {
  createRouter,
  refuse,
${["CallHeaders", "OperationId", "Refusal", "RefusalCode", "Refused", "SessionsApi", ...types].map((name) => `  type ${name},`).join("\n")}
} from "./api.ts";
export { contract } from "./contract.ts";
export type { ContractDefinition, OperationDefinition, SchemaError, Validator } from "./definition.ts";
export type { Input } from "./input.ts";
export { createId } from "./identifier.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export type { ObservedAnswer, Observer, RequestFault } from "./observer.ts";
export type { ErrorOrigin, Handler, RateLimitRefusal, RouterOptions } from "./options.ts";
export type { Outcome } from "./outcome.ts";
export { UndeclaredResponseError } from "./response-check.ts";
export { createRequestHandler, type RequestHandler } from "./router.ts";
export * from "../validators.js";
`;
}
