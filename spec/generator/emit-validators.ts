import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { type OutputChunk, rolldown } from "rolldown";
import type { Contract, Header, Parameter, Response, Schema } from "./contract.ts";
import { capitalise } from "./text.ts";

/** The validators' module and its declarations. */
export interface EmittedValidators {
  readonly javascript: string;
  readonly declarations: string;
}

/** A schema that is no component. */
interface InlineSchema {
  readonly schema: Schema;
  /** What it is the schema of, in words. */
  readonly of: string;
}

/** The name of the validator of a component schema. */
export function componentValidator(name: string): string {
  return `validate${name}`;
}

/** The name of the validator of a parameter. */
export function parameterValidator(parameter: Parameter): string {
  return `validate${parameter.name.split(/\W|_/).map(capitalise).join("")}Parameter`;
}

/** The name of the validator of a response's header. */
export function headerValidator(header: Header): string {
  return `validate${header.name.split("-").map(capitalise).join("")}Header`;
}

/** The name of the validator of a response's JSON body. */
export function responseValidator(response: Response): string {
  if ("$ref" in response.json) return componentValidator(response.json.$ref.split("/").at(-1) ?? "");
  return `validate${response.errors.join("Or")}Envelope`;
}

/**
 * Compiles every schema of the contract into one module without imports.
 *
 * @throws if a schema does not compile
 */
export async function emitValidators(contract: Contract): Promise<EmittedValidators> {
  const components = Object.entries(contract.schemas);
  const others = inlineSchemas(contract);
  // Not Ajv2020: it would add the book-keeping of `unevaluatedProperties` and `$dynamicRef` to every function, a fifth
  // of the code, and the contract uses no keyword that came after draft-07: strict mode refuses those it does not know.
  const ajv = new Ajv({
    allErrors: true,
    // A schema that is referred to is one function, not a copy in each place.
    inlineRefs: false,
    strictTypes: true,
    code: { source: true, esm: true, lines: true },
    schemas: [
      ...components.map(([name, schema]) => forAjv(name, schema)),
      ...[...others].map(([name, { schema }]) => forAjv(name, schema)),
    ],
    keywords: ["x-event-stream", "x-max-bytes", "x-max-depth"],
  });
  formats.default(ajv);
  const exported = Object.fromEntries([
    ...components.map(([name]): [string, string] => [componentValidator(name), name]),
    ...[...others.keys()].map((name): [string, string] => [name, name]),
  ]);
  const bundle = await bundleModule(shorten(standalone.default(ajv, exported)));
  const declarations = [
    ...components.map(
      ([name]) =>
        `/** Checks \`${name}\`. */\n` +
        `export declare const ${componentValidator(name)}: Validator<Schemas["${name}"]>;\n`,
    ),
    ...[...others].map(
      ([name, { of }]) => `/** Checks ${of}. */\nexport declare const ${name}: Validator;\n`,
    ),
  ];
  return {
    javascript: bundle,
    declarations: `import type { components } from "./types.js";

type Schemas = components["schemas"];

/** One fault that a validator found. */
export interface SchemaError {
  /** Where the fault is, as a JSON pointer; for a missing property, the object that lacks it. */
  readonly instancePath: string;
  /** The keyword that is broken. */
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema. It answers whether the data fits; \`errors\` then says why not, until the next call. */
export interface Validator<T = unknown> {
  (data: unknown): data is T;
  readonly errors?: readonly SchemaError[] | null;
}

${declarations.join("\n")}`,
  };
}

/** The schemas that are no component: of parameters, headers and error envelopes, by their validators' names. */
function inlineSchemas({ operations }: Contract): Map<string, InlineSchema> {
  const schemas = new Map<string, InlineSchema>();
  const add = (name: string, of: string, schema: Schema) => {
    const known = schemas.get(name);
    if (known && JSON.stringify(known.schema) !== JSON.stringify(schema)) {
      throw new Error(`Two schemas would share the validator ${name}.`);
    }
    schemas.set(name, { schema, of });
  };
  for (const { parameters, responses } of operations) {
    for (const parameter of parameters) add(parameterValidator(parameter), "a parameter", parameter.schema);
    for (const response of responses) {
      for (const header of response.headers) add(headerValidator(header), "a header", header.schema);
      if (!("$ref" in response.json)) add(responseValidator(response), "an envelope", response.json);
    }
  }
  return schemas;
}

/** The schema with references to ids, and without what decides nothing: it would be in the code all the same. */
function forAjv(name: string, schema: Schema): object {
  const text = JSON.stringify(schema, (key, value) => (decides(key, value) ? value : undefined)).replaceAll(
    '"$ref":"#/components/schemas/',
    '"$ref":"',
  );
  return { $id: name, ...JSON.parse(text) };
}

/** Whether a keyword has a say in what is valid. A property of such a name has a schema, which is neither text nor list. */
function decides(key: string, value: unknown): boolean {
  if (key === "description") return typeof value !== "string";
  if (key === "examples") return !Array.isArray(value);
  // Written by TypeSpec's emitter for a record of anything.
  return !(key === "unevaluatedProperties" && JSON.stringify(value) === "{}");
}

/**
 * Ajv writes out in full how each fault is made and kept, and hands on to each schema's function what only keywords of
 * one's own could use: two thirds of the code. Here the first is a call, and the second is left out.
 *
 * @throws if Ajv writes it in another way than we know
 */
function shorten(code: string): string {
  const schemas: Record<string, unknown> = Object.fromEntries(
    [...code.matchAll(/^const (schema\d+) = (\{.*\});$/gm)].map(([, name, json = ""]) => [
      name,
      JSON.parse(json),
    ]),
  );
  const short = code
    .replace(
      /const (err\d+) = \{instancePath(?::(.+))?,schemaPath:".+",keyword:"(.+)",params:(\{.*\}),message:(.+)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g,
      (_match, _error, path = "instancePath", keyword: string, params: string, message: string) =>
        `vErrors = ${addFault(path, keyword, inlineEnum(params, schemas), message)};`,
    )
    .replace(
      /vErrors = vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\);/g,
      "vErrors = addErrors(vErrors, $1);",
    )
    .replace(/\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g, 'instancePath=""')
    .replace(
      /\{instancePath(?::([^,{}]+))?,parentData(?::[^,]+)?,parentDataProperty(?::[^,]+)?,rootData\}/g,
      (_match, path = "instancePath") => path,
    );
  const unknown = /\{instancePath|\.push\(|\.concat\(v|parentData|rootData/.exec(short);
  if (unknown) throw new Error(`Ajv writes ${unknown[0]} in another way than before.`);
  return `${short}
function addError(errors, instancePath, keyword, params, message) {
  const error = { instancePath, keyword, params, message };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function addTypeError(errors, instancePath, type) {
  return addError(errors, instancePath, "type", { type }, "must be " + type);
}
function addEnum(errors, instancePath, allowedValues) {
  return addError(errors, instancePath, "enum", { allowedValues }, "must be equal to one of the allowed values");
}
function addPatternError(errors, instancePath, pattern) {
  return addError(errors, instancePath, "pattern", { pattern }, 'must match pattern "' + pattern + '"');
}
function addMissing(errors, instancePath, missingProperty) {
  return addError(errors, instancePath, "required", { missingProperty }, "must have required property '" + missingProperty + "'");
}
function addErrors(errors, more) {
  if (errors === null) return [...more];
  for (const error of more) errors.push(error);
  return errors;
}
`;
}

/** Writes the values of an `enum` out: as Ajv refers to them, the whole schema would be in the code for them. */
function inlineEnum(params: string, schemas: unknown): string {
  return params.replace(/(?<=^\{allowedValues: )schema\d+[\w.]*\.enum(?=\}$)/, (reference) => {
    const values = reference.split(".").reduce((schema, key) => Object(schema)[key], schemas);
    if (!Array.isArray(values)) throw new Error(`Ajv writes ${reference}, which is no list.`);
    return JSON.stringify(values);
  });
}

/** The call that adds a fault. For the most frequent kinds it is short, if Ajv words them as the call does. */
function addFault(path: string, keyword: string, params: string, message: string): string {
  const [, values] = /^\{allowedValues: (\[.*\])\}$/.exec(params) ?? [];
  if (values !== undefined && message === '"must be equal to one of the allowed values"') {
    return `addEnum(vErrors, ${path}, ${values})`;
  }
  const [, pattern] = /^\{pattern: (".*")\}$/.exec(params) ?? [];
  if (pattern !== undefined && message === `"must match pattern \\""+${pattern}+"\\""`) {
    return `addPatternError(vErrors, ${path}, ${pattern})`;
  }
  const [, name, value] = /^\{(\w+): "([^"\\]+)"\}$/.exec(params) ?? [];
  if (name === "type" && message === `"must be ${value}"`) {
    return `addTypeError(vErrors, ${path}, "${value}")`;
  }
  if (name === "missingProperty" && message === `"must have required property '"+"${value}"+"'"`) {
    return `addMissing(vErrors, ${path}, "${value}")`;
  }
  return `addError(vErrors, ${path}, "${keyword}", ${params}, ${message})`;
}

/** Ajv's standalone code calls `require` for its helpers, even as an ES module: bundle them in. */
async function bundleModule(code: string): Promise<string> {
  const id = "validators.js";
  const imports: string[] = [];
  const source = code.replace(/require\("([^"]+)"\)/g, (_match, specifier: string) => {
    imports.push(`import * as helper${imports.length} from "${specifier}.js";`);
    return `helper${imports.length - 1}`;
  });
  const formatsUsed = new Set(
    [...code.matchAll(/fullFormats(?:\.(\w+)|\["([\w-]+)"\])/g)].map(([, a, b]) => a ?? b),
  );
  const build = await rolldown({
    input: id,
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    platform: "neutral",
    // No comments with paths: the output must not depend on where the packages are.
    experimental: { attachDebugInfo: "none" },
    plugins: [
      {
        name: "ajv-standalone",
        resolveId: (specifier) => (specifier === id ? id : null),
        load: (specifier) => (specifier === id ? `${imports.join("\n")}\n${source}` : null),
        transform: (text, path) =>
          /[\\/]ajv(?:-formats)?[\\/]/.test(path) ? toModule(text, formatsUsed) : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "es", comments: false });
  await build.close();
  const [chunk, ...rest]: readonly (OutputChunk | { type: "asset" })[] = output;
  if (chunk?.type !== "chunk" || rest.length > 0 || chunk.imports.length > 0) {
    throw new Error("The validators do not bundle into one module.");
  }
  return chunk.code;
}

/**
 * Makes an ES module of a helper of Ajv's, which is CommonJS, so that of its code only what is used is bundled.
 *
 * @throws if it is written in another way than we know
 */
function toModule(helper: string, formatsUsed: ReadonlySet<string | undefined>): string {
  const text = helper
    .replace(/^Object\.defineProperty\(exports, "__esModule".*$/m, "")
    // Its own source, for code that is to be generated with it.
    .replace(/^\w+\.code = .*require\(.*$/m, "")
    .replace(/^exports\.default = /m, "export default ")
    // Of the formats, those that the contract has are enough.
    .replace(/^exports\.formatNames = exports\.fastFormats = .*$/m, "")
    .replace(/^exports\.fastFormats = \{$.*^exports\.formatNames = .*?$/ms, "")
    .replace(/^exports\.fullFormats = /m, "export const fullFormats = ")
    .replace(/^ {4}(?:"([\w-]+)"|(\w+))(?:: .+)?,$/gm, (line, quoted, plain) =>
      formatsUsed.has(quoted ?? plain) ? line : "",
    );
  if (/\bexports\b|\brequire\b/.test(text))
    throw new Error("Ajv writes its helpers in another way than before.");
  return text;
}
