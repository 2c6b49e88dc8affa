import { readFileSync } from "node:fs";
import * as validators from "../generated/validators.js";

type Validator = validators.Validator<unknown>;

/** What the contract declares for one kind of response of an operation. */
export interface DeclaredResponse {
  readonly headers: readonly DeclaredHeader[];
  /** By media type. */
  readonly content: ReadonlyMap<string, DeclaredContent>;
}

/** A header that a response has. */
export interface DeclaredHeader {
  readonly name: string;
  readonly required: boolean;
  /** Says what is wrong with a value, or `undefined`. */
  readonly fault: (value: string) => string | undefined;
}

/** What a body of one media type holds. */
export type DeclaredContent =
  | { readonly kind: "json"; readonly validate: Validator }
  | { readonly kind: "error"; readonly codes: ReadonlyMap<string, Validator> }
  | { readonly kind: "stream"; readonly done: string; readonly data: Validator; readonly error: Validator };

/** An operation of the contract. */
export interface DeclaredOperation {
  readonly id: string;
  readonly method: string;
  /** Whether the vendor documents it, only mentions it, or this contract has decided it. */
  readonly provenance: "documented" | "mentioned" | "decided";
  readonly responses: ReadonlyMap<number, DeclaredResponse>;
}

/** A path of the contract, with its operations. */
export interface DeclaredPath {
  readonly template: string;
  /** Whether a path that is still percent-encoded is one of these. */
  readonly fits: (path: string) => boolean;
  readonly operations: readonly DeclaredOperation[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly "x-event-stream"?: { readonly done: string; readonly data: Schema; readonly error: Schema };
}

interface Reference {
  readonly $ref: string;
}

interface ResponseObject {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema: Schema }>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly "x-provenance": DeclaredOperation["provenance"];
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
  };
}

const document: Document = JSON.parse(
  readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8"),
);
const validatorsByName: ReadonlyMap<string, Validator> = new Map(Object.entries(validators));

/** The paths of the contract, read from its OpenAPI document. */
export const declaredPaths: readonly DeclaredPath[] = Object.entries(document.paths).map(
  ([template, operations]) => ({
    template,
    fits: matcher(template),
    operations: Object.entries(operations).map(([method, { operationId, responses, ...operation }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      provenance: operation["x-provenance"],
      responses: new Map(
        Object.entries(responses).map(([status, response]) => [Number(status), readResponse(response)]),
      ),
    })),
  }),
);

/** Finds the path of the contract that a request is for, whatever its method. */
export function findDeclaredPath({ path }: { readonly path: string }): DeclaredPath | undefined {
  const withoutQuery = path.replace(/\?.*$/s, "");
  return declaredPaths.find(({ fits }) => fits(withoutQuery));
}

/** Finds what the contract declares for the body of a response; `undefined` if it declares nothing. */
export function findDeclaredContent(
  responses: DeclaredOperation["responses"],
  { status, headers }: { readonly status: number; readonly headers: Headers },
): readonly [mediaType: string, content: DeclaredContent] | undefined {
  const mediaType = mediaTypeOf(headers);
  const content = responses.get(status)?.content.get(mediaType);
  return content && [mediaType, content];
}

/** Returns the media type of a body in lower case, without parameters; empty if there is none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get("content-type") ?? "").toLowerCase().replace(/;.*$/s, "").trim();
}

function matcher(template: string): DeclaredPath["fits"] {
  const parts = template.split("/");
  return (path) => {
    const segments = path.split("/");
    return (
      segments.length === parts.length &&
      parts.every((part, index) => (part.startsWith("{") ? segments[index] !== "" : part === segments[index]))
    );
  };
}

function readResponse(declared: ResponseObject | Reference): DeclaredResponse {
  const { headers = {}, content = {} } = resolveResponse(declared);
  return {
    headers: Object.entries(headers).map(([name, { required = false, schema }]) => ({
      name,
      required,
      fault: (value) => headerFault(schema, value),
    })),
    content: new Map(
      Object.entries(content).map(([mediaType, { schema }]) => [mediaType, readContent(schema)]),
    ),
  };
}

function readContent(schema: Schema): DeclaredContent {
  if (schema.$ref === undefined) return { kind: "error", codes: readCodes(schema) };
  const stream = resolve(schema)["x-event-stream"];
  if (stream === undefined) return { kind: "json", validate: validatorOf(schema) };
  const { done, data, error } = stream;
  return { kind: "stream", done, data: validatorOf(data), error: validatorOf(error) };
}

/** Reads the errors that an envelope can hold: a validator for each code. */
function readCodes(envelope: Schema): Map<string, Validator> {
  const error = envelope.properties?.error ?? {};
  const codes = new Map<string, Validator>();
  for (const one of error.anyOf ?? [error]) {
    for (const code of resolve(one).properties?.code?.enum ?? []) codes.set(code, validatorOf(one));
  }
  if (codes.size === 0)
    throw new Error("The contract has an inline response body that is no error envelope.");
  return codes;
}

function headerFault(schema: Schema, text: string): string | undefined {
  const { type, enum: values } = resolve(schema);
  if (values && !values.includes(text)) return `must be ${values.join(" or ")}`;
  if (schema.$ref === undefined) return undefined;
  const validate = validatorOf(schema);
  const value = type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
  return validate(value) ? undefined : describeFaults(validate);
}

/** Says in words what a validator found wrong with what it has just checked. */
export function describeFaults(validate: Validator): string {
  const faults = (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => {
    const detail = keyword === "enum" ? `: ${String(params.allowedValues)}` : "";
    return `${instancePath} ${message ?? keyword}${detail}`.trim();
  });
  return [...new Set(faults)].slice(0, 4).join("; ");
}

/**
 * Returns the part of a value that the contract knows: a server may add fields, and those may say what they like.
 *
 * @param validate the validator of the schema that the value should fit
 */
export function knownPart(validate: (data: unknown) => boolean, value: unknown): unknown {
  const entry = Object.entries(document.components.schemas).find(
    ([name]) => validatorsByName.get(`validate${name}`) === validate,
  );
  if (entry === undefined) throw new Error("The validator is none of the contract's schemas.");
  return knownBySchema(entry[1], value);
}

function knownBySchema(schema: Schema, value: unknown): unknown {
  const { items } = resolve(schema);
  if (Array.isArray(value)) return items ? value.map((item) => knownBySchema(items, item)) : value;
  const known = new Map(propertiesOf(schema));
  if (typeof value !== "object" || value === null || known.size === 0) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const memberSchema = known.get(name);
      return memberSchema ? [[name, knownBySchema(memberSchema, member)]] : [];
    }),
  );
}

/** The properties that a schema has, or one that it is made of. A schema's own come last. */
function propertiesOf(schema: Schema): [name: string, schema: Schema][] {
  const { properties = {}, allOf = [], anyOf = [] } = resolve(schema);
  return [...[...allOf, ...anyOf].flatMap(propertiesOf), ...Object.entries(properties)];
}

function resolveResponse(response: ResponseObject | Reference): ResponseObject {
  return "$ref" in response ? (document.components.responses[nameOf(response.$ref)] ?? {}) : response;
}

function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (document.components.schemas[nameOf(schema.$ref)] ?? {});
}

function validatorOf({ $ref = "" }: Schema): Validator {
  const validate = validatorsByName.get(`validate${nameOf($ref)}`);
  if (validate === undefined) throw new Error(`There is no validator for ${$ref}.`);
  return validate;
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
