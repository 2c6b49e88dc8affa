import type {
  OpenAPI3,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  ResponseObject,
  SchemaObject,
} from "openapi-typescript";

/** The document's parts that the generator reads, with every reference of a parameter or a response resolved. */
export interface Contract {
  /** Where the vendor's server is, without a slash at the end. */
  readonly baseUrl: string;
  readonly operations: readonly Operation[];
  /** The component schemas, by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Every error code, with the schema that describes it. */
  readonly errors: readonly ErrorCode[];
  readonly maxBodyBytes: number;
  readonly maxBodyDepth: number;
}

export type Schema = SchemaObject | ReferenceObject;

export interface ErrorCode {
  readonly code: string;
  readonly schema: string;
  readonly status: number;
  readonly message: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Whether a call may be repeated without changing more than one call does. */
  readonly idempotent: boolean;
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly schema: string; readonly required: boolean; readonly description: string }
    | undefined;
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: SchemaObject;
  readonly type: "string" | "integer";
  readonly notFound: string | undefined;
}

export interface Response {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly json: Schema;
  /** Where the response can be a stream of events. */
  readonly events: Events | undefined;
  /** The error components that the envelope can carry; empty for a success. */
  readonly errors: readonly string[];
}

export interface Events {
  /** The component of an event's data. */
  readonly schema: string;
  /** The data that ends the stream. */
  readonly done: string;
  /** The field of the request's body that asks for a stream. */
  readonly requestedBy: string;
}

export interface Header {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "number";
  readonly schema: SchemaObject;
  /** The value that the contract gives it, unless told otherwise. */
  readonly default: string | undefined;
}

/**
 * Reads the document into the terms that the emitters work with.
 *
 * @throws if the document uses something that the generator does not know
 */
export function readContract(document: OpenAPI3): Contract {
  const schemas = document.components?.schemas ?? {};
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => readOperation(document, path, method, operation)),
  );
  const statusOf = new Map(
    operations.flatMap(({ responses }) =>
      responses.flatMap(({ status, errors }) => errors.map((name): [string, number] => [name, status])),
    ),
  );
  return {
    baseUrl: document.servers?.[0]?.url.replace(/\/$/, "") ?? fail("The document names no server."),
    operations,
    schemas,
    errors: [...statusOf].map(([name, status]) => readErrorCode(name, status, schemas)),
    maxBodyBytes: readLimit(schemas, "PayloadTooLarge", "x-max-bytes"),
    maxBodyDepth: readLimit(schemas, "InvalidRequest", "x-max-depth"),
  };
}

/** The component name that a reference names. */
export function componentName(schema: Schema | undefined): string {
  const name =
    schema && "$ref" in schema ? /^#\/components\/schemas\/(.+)$/.exec(schema.$ref)?.[1] : undefined;
  return name ?? fail(`Expected a reference to a component schema, not ${JSON.stringify(schema)}.`);
}

function readOperation(
  document: OpenAPI3,
  path: string,
  method: string,
  operation: OperationObject,
): Operation {
  const { operationId = fail(`${method} ${path} has no operation id.`), requestBody } = operation;
  if (requestBody && "$ref" in requestBody) return fail(`${operationId}: the body is a reference.`);
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    // RFC 9110, section 9.2.2, or because the contract says so of the operation.
    idempotent: ["get", "put", "delete"].includes(method) || operation["x-idempotent"] === true,
    parameters: (operation.parameters ?? []).map((parameter) => readParameter(document, parameter)),
    body: requestBody && {
      schema: componentName(contentSchema(requestBody, "application/json")),
      required: requestBody.required ?? false,
      description: requestBody.description ?? "",
    },
    responses: Object.entries(operation.responses ?? {}).map(([status, response]) =>
      readResponse(document, Number(status), response),
    ),
  };
}

function readParameter(document: OpenAPI3, parameter: ParameterObject | ReferenceObject): Parameter {
  const resolved = resolve(parameter, document.components?.parameters);
  if (resolved.in === "cookie") return fail(`${resolved.name}: cookies are not supported.`);
  const schema = resolveSchema(document, resolved.schema);
  const { type } = schema;
  if (type !== "string" && type !== "integer")
    return fail(`${resolved.name}: type ${type} is not supported.`);
  const minimum = resolved["x-format-minimum"];
  return {
    in: resolved.in,
    name: resolved.name,
    description: resolved.description ?? "",
    required: resolved.required ?? false,
    schema: minimum === undefined ? schema : Object.assign({ formatMinimum: minimum }, schema),
    type,
    notFound: resolved["x-not-found"],
  };
}

function readResponse(
  document: OpenAPI3,
  status: number,
  declared: ResponseObject | ReferenceObject,
): Response {
  const response = resolve(declared, document.components?.responses);
  const json = contentSchema(response, "application/json");
  const streamed = response.content?.["text/event-stream"];
  const isError = status >= 400;
  const error = isError && "properties" in json ? json.properties?.error : undefined;
  if (isError && error === undefined) return fail(`The response ${status} has no error envelope.`);
  return {
    status,
    headers: Object.entries(response.headers ?? {}).map(([name, header]) => {
      if ("$ref" in header || header.schema === undefined) return fail(`The header ${name} has no schema.`);
      const schema = resolveSchema(document, header.schema);
      const standard = "default" in header.schema ? header.schema.default : undefined;
      return {
        name,
        description: header.description ?? "",
        type: schema.type === "integer" ? "number" : "string",
        schema,
        default: typeof standard === "string" ? standard : undefined,
      };
    }),
    json,
    events: streamed && readEvents(resolveSchema(document, contentSchema(response, "text/event-stream"))),
    errors: error === undefined ? [] : unionMembers(error).map(componentName),
  };
}

function readEvents(schema: SchemaObject): Events {
  const events: unknown = Reflect.get(schema, "x-event-stream");
  if (typeof events !== "object" || events === null || !("data" in events) || !("done" in events)) {
    return fail("An event stream lacks x-event-stream.");
  }
  const { data, done } = events;
  if (typeof data !== "object" || data === null || !("$ref" in data))
    return fail("x-event-stream lacks data.");
  if (!("requested_by" in events)) return fail("x-event-stream lacks requested_by.");
  const requestedBy = String(events.requested_by);
  return { schema: componentName({ $ref: String(data.$ref) }), done: String(done), requestedBy };
}

function readErrorCode(name: string, status: number, schemas: Contract["schemas"]): ErrorCode {
  const schema = schemas[name];
  const code = schema && "properties" in schema ? schema.properties?.code : undefined;
  const value = code && "enum" in code ? code.enum?.[0] : undefined;
  const firstSentence = /^[^.:]+/.exec(schema?.description ?? "")?.[0];
  if (typeof value !== "string" || firstSentence === undefined)
    return fail(`${name} has no code or no text.`);
  return { code: value, schema: name, status, message: `${firstSentence}.` };
}

function readLimit(schemas: Contract["schemas"], name: string, extension: string): number {
  const limit: unknown = Reflect.get(schemas[name] ?? {}, extension);
  return typeof limit === "number" ? limit : fail(`${name} has no ${extension}.`);
}

function contentSchema(owner: Pick<ResponseObject, "content">, mediaType: string): Schema {
  const content = owner.content?.[mediaType];
  if (content === undefined || "$ref" in content || content.schema === undefined) {
    return fail(`No schema for ${mediaType}.`);
  }
  return content.schema;
}

/** What is declared, or the component that it refers to. */
function resolve<Declared extends object>(
  declared: Declared | ReferenceObject,
  components: Readonly<Record<string, Declared | ReferenceObject>> = {},
): Declared {
  if (!("$ref" in declared)) return declared;
  const component = components[declared.$ref.slice(declared.$ref.lastIndexOf("/") + 1)];
  if (component === undefined || "$ref" in component) return fail(`Cannot resolve ${declared.$ref}.`);
  return component;
}

function resolveSchema(document: OpenAPI3, schema: Schema | undefined): SchemaObject {
  if (schema === undefined) return fail("A schema is missing.");
  if (!("$ref" in schema)) return schema;
  return resolveSchema(document, document.components?.schemas?.[componentName(schema)]);
}

function unionMembers(schema: Schema): readonly Schema[] {
  return "anyOf" in schema && schema.anyOf ? schema.anyOf : [schema];
}

function fail(message: string): never {
  throw new Error(message);
}
