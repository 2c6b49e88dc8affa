import { readFileSync } from "node:fs";
import type { Arbitrary } from "fast-check";
import type { FastCheck } from "./fast-check.ts";
import { anyObject, anyText, uniformText } from "./values.ts";

/** What the schemas of requests use of JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "string" | "integer" | "boolean" | "object";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly schema: Schema;
  readonly "x-format-minimum"?: string;
}

interface Components {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

const { components }: { readonly components: Components } = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);

/**
 * Returns a schema of the contract by its name, such as `SendMessageRequest`.
 *
 * @throws if there is none of that name
 */
export function findSchema(name: string): Schema {
  const schema = components.schemas[name];
  if (schema === undefined) throw new Error(`The contract has no schema ${name}.`);
  return schema;
}

/**
 * Returns a parameter of the contract by its name, such as `Page.limit`.
 *
 * @throws if there is none of that name
 */
export function findParameter(name: string): Parameter {
  const parameter = components.parameters[name];
  if (parameter === undefined) throw new Error(`The contract has no parameter ${name}.`);
  return parameter;
}

/** Follows a reference to the schema that it names. */
export function resolve(schema: Schema): Schema {
  const { $ref } = schema;
  return $ref === undefined ? schema : findSchema($ref.slice($ref.lastIndexOf("/") + 1));
}

/** What to draw for a property in place of what its schema says, by name: an id must name something. */
export type Given = Readonly<Record<string, Arbitrary<unknown>>>;

/**
 * Draws values that fit a schema. Objects are open: they have fields that the contract does not know.
 *
 * @throws if the schema uses what no schema of a request has used so far
 */
export function fitting(fc: FastCheck, schema: Schema, given: Given = {}): Arbitrary<unknown> {
  const { type, minimum, maximum, ...resolved } = resolve(schema);
  switch (type) {
    case "string":
      return fittingText(fc, resolved);
    case "integer":
      return fc.integer({
        ...(minimum !== undefined && { min: minimum }),
        ...(maximum !== undefined && { max: maximum }),
      });
    case "boolean":
      return fc.boolean();
    case "object":
      return fittingObject(fc, resolved, given);
    default:
      throw new Error(`There is no way yet to draw a value for the schema ${JSON.stringify(schema)}.`);
  }
}

/** Draws objects that fit a schema. */
export function fittingObject(
  fc: FastCheck,
  schema: Schema,
  given: Given = {},
): Arbitrary<Readonly<Record<string, unknown>>> {
  const { properties = {}, required = [] } = resolve(schema);
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, given[name] ?? fitting(fc, property)]),
  );
  const unknown = anyObject(fc).map((fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(properties, name))),
  );
  return fc
    .tuple(unknown, fc.record(known, { requiredKeys: [...required] }))
    .map(([fields, values]) => ({ ...fields, ...values }));
}

function fittingText(fc: FastCheck, { minLength = 0, maxLength }: Schema): Arbitrary<string> {
  const short = anyText(fc, minLength, maxLength === undefined ? 16 : Math.min(16, maxLength));
  if (maxLength === undefined) return short;
  const longest = uniformText(fc, fc.constant(maxLength));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 15, arbitrary: short },
    { weight: 1, arbitrary: longest },
  );
}
