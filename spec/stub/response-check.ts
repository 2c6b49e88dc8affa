import type { OperationDefinition, SchemaError, Validator } from "./definition.ts";

/** A response that breaks the contract: a bug of the handler that returned it. */
export class UndeclaredResponseError extends Error {
  override readonly name = "UndeclaredResponseError";
  /** What the schema finds wrong with the body, where that is the fault. */
  readonly faults: readonly SchemaError[];

  constructor(message: string, faults: readonly SchemaError[] = []) {
    super(message);
    this.faults = faults;
  }
}

/**
 * Checks a response against what the contract declares for its operation.
 *
 * @throws UndeclaredResponseError if the status is not declared, a declared header is missing, or the body does
 * not fit its schema
 */
export function checkResponse(
  operation: OperationDefinition,
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: unknown,
): void {
  const declared = operation.responses[status];
  if (declared === undefined) {
    throw new UndeclaredResponseError(`${operation.id} has no response ${status}.`);
  }
  for (const [name, header] of Object.entries(declared.headers)) {
    checkValue(
      header.validate,
      headers[name] ?? header.default,
      `${operation.id}: the header ${name} of the response ${status}`,
    );
  }
  checkValue(declared.json, body, `${operation.id}: the body of the response ${status}`);
}

/**
 * Checks a value against its schema.
 *
 * @throws UndeclaredResponseError if it does not fit
 */
export function checkValue(validate: Validator, value: unknown, what: string): void {
  if (validate(value)) return;
  const faults = [...(validate.errors ?? [])];
  const text = faults
    .map((fault) => `${fault.instancePath || "/"} ${fault.message ?? fault.keyword}`)
    .join("; ");
  throw new UndeclaredResponseError(`${what} does not fit its schema: ${text}.`, faults);
}
