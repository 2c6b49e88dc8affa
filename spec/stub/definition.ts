/** One fault that a validator found. */
export interface SchemaError {
  /** Where the fault is, as a JSON pointer; for a missing property, the object that lacks it. */
  readonly instancePath: string;
  /** The keyword of the schema that is broken. */
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema. It answers whether the data fits; `errors` then says why not, until the next call. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null | undefined;
}

/** A parameter of an operation, as the contract declares it. */
export interface ParameterDefinition {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly type: "string" | "integer";
  readonly required: boolean;
  readonly default?: string | number;
  readonly validate: Validator;
  /** For a path parameter: the error code for an id that names nothing. */
  readonly notFound?: string;
}

/** A header of a response, as the contract declares it. */
export interface HeaderDefinition {
  readonly validate: Validator;
  /** The value that it gets unless the outcome has another. */
  readonly default?: string;
}

/** A response that the contract declares for an operation. */
export interface ResponseDefinition {
  /** The headers that every such response has, by name. */
  readonly headers: Readonly<Record<string, HeaderDefinition>>;
  /** The schema of a JSON body. */
  readonly json: Validator;
  /** The schema of an event's data, where the response can be an event stream, and the data that ends it. */
  readonly events?: { readonly validate: Validator; readonly done: string };
}

/** An operation of the contract. */
export interface OperationDefinition {
  readonly id: string;
  readonly method: string;
  /** The path's segments; one in braces is a parameter. */
  readonly path: readonly string[];
  readonly parameters: readonly ParameterDefinition[];
  readonly body?: { readonly required: boolean; readonly validate: Validator };
  readonly responses: Readonly<Record<number, ResponseDefinition>>;
}

/** What the contract says, as far as the stub needs it at run time. */
export interface ContractDefinition {
  readonly operations: readonly OperationDefinition[];
  /** The status and the standard message of each error code. */
  readonly errors: Readonly<Record<string, { readonly status: number; readonly message: string }>>;
  /** The largest body that is accepted, in bytes. */
  readonly maxBodyBytes: number;
  /** How deep the JSON of a body may nest, in levels. */
  readonly maxBodyDepth: number;
}
