import { componentName } from "./component-name.ts";

/** A part of a JSON Schema, as far as it matters here. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly { readonly $ref: string }[];
  readonly [keyword: string]: unknown;
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const id = (prefix: string): Schema => ({ type: "string", pattern: `^${prefix}_[0-9a-f]{32}$` });

/**
 * What generated data is to look like beyond what the contract demands: it allows an id that is its prefix alone, and
 * a session of a billion messages. Each of these allows less than the contract, and nothing else.
 */
const REFINED: Readonly<Record<string, Schema>> = {
  SessionId: id("ses"),
  ChannelId: id("ch"),
  AgentId: id("agt"),
  MessageId: id("msg"),
  RequestId: id("req"),
  SessionPathname: { type: "string", pattern: "^/v1/sessions/ses_[0-9a-f]{32}$" },
  // Prism's generator does not survive the contract's own: a date-time with a pattern.
  Timestamp: {
    type: "string",
    pattern: "^2026-03-(0[1-9]|1[0-9]|2[0-8])T(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
  },
  RetryDelay: { type: "integer", minimum: 1, maximum: 60 },
};

const REFINED_FIELDS: Readonly<Record<string, Schema>> = {
  // More than a page, so that there is something to page through.
  message_count: { type: "integer", minimum: 22, maximum: 60 },
  tokens: { type: "integer", minimum: 1, maximum: 400 },
  model: { type: "string", pattern: "^model-[1-9]$" },
  content: { type: "string", minLength: 20 },
  limit: { type: "integer", minimum: 1, maximum: 1000 },
  remaining: { type: "integer", minimum: 0, maximum: 0 },
  path: { type: "string", pattern: "^/(message|session_id|stream|metadata)$" },
};

/**
 * Rewrites the contract for a generator of data.
 *
 * @returns a copy of the document, whose schemas allow only what they name, and refine what they leave wide open
 */
export function refineForGeneration<Given extends Document>(document: Given): Given {
  const given: Document["components"]["schemas"] = document.components.schemas;
  const schemas = Object.fromEntries(
    Object.entries(given).map(([name, schema]) => [
      name,
      REFINED[name] ?? refineFields(merge(schema, given)),
    ]),
  );
  return { ...document, components: { ...document.components, schemas } };
}

/** A schema with all that it takes over from others: beside one another, each would allow only what it names itself. */
function merge(schema: Schema, schemas: Document["components"]["schemas"]): Schema {
  const { allOf, ...own } = schema;
  if (allOf === undefined) return schema;
  const bases = allOf.map(({ $ref }) => merge(schemas[componentName($ref)] ?? {}, schemas));
  return {
    ...own,
    properties: Object.assign({}, ...bases.map(({ properties }) => properties), schema.properties),
    required: [...bases, schema].flatMap(({ required = [] }) => required),
  };
}

function refineFields(schema: Schema): Schema {
  if (schema.properties === undefined) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, field]) => [name, refineField(name, field)]),
  );
  return { ...schema, properties, additionalProperties: false };
}

function refineField(name: string, field: Schema): Schema {
  // Only the integer or string of that name: an error's details have another `path` than a page has.
  const refined = REFINED_FIELDS[name];
  return refined !== undefined && refined.type === field.type ? refined : refineFields(field);
}
