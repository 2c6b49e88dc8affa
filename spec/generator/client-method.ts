import {
  type Contract,
  componentName,
  type ErrorCode,
  type Events,
  type Operation,
  type Parameter,
} from "./contract.ts";

/** An operation, as a method of the client. */
export interface ClientMethod {
  readonly operation: Operation;
  readonly path: readonly Parameter[];
  readonly query: readonly Parameter[];
  /** The status of success, and the component that it carries. */
  readonly success: { readonly status: number; readonly schema: string };
  /** The statuses of failure, and the errors that each can carry. */
  readonly failures: readonly { readonly status: number; readonly errors: readonly ErrorCode[] }[];
  readonly events: Events | undefined;
  /** The component that a page has a list of, where the answer is a page. */
  readonly item: string | undefined;
}

/**
 * Reads an operation as a method: its path's parameters, then its body or its query.
 *
 * @throws if it has something that a method cannot express
 */
export function readClientMethod(operation: Operation, contract: Contract): ClientMethod {
  const { id, body, parameters, responses } = operation;
  const [success, ...others] = responses.filter(({ errors }) => errors.length === 0);
  const query = parameters.filter((parameter) => parameter.in === "query");
  if (success === undefined || others.length > 0) throw new Error(`${id}: has not one status of success.`);
  if (body && query.length > 0) throw new Error(`${id}: a body beside a query is not supported.`);
  const schema = componentName(success.json);
  const failures = responses.filter(({ errors }) => errors.length > 0);
  return {
    operation,
    path: parameters.filter((parameter) => parameter.in === "path"),
    query,
    success: { status: success.status, schema },
    failures: failures.map(({ status, errors }) => ({
      status,
      errors: contract.errors.filter(({ schema }) => errors.includes(schema)),
    })),
    events: success.events,
    item: query.some(({ name }) => name === "cursor") ? readItem(schema, contract) : undefined,
  };
}

function readItem(page: string, { schemas }: Contract): string {
  const schema = schemas[page];
  const data = schema && "properties" in schema ? schema.properties?.data : undefined;
  return componentName(data && "items" in data && !Array.isArray(data.items) ? data.items : undefined);
}
