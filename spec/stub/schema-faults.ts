import type { SchemaError, Validator } from "./definition.ts";

/** One fault of a body, as the contract's `FieldError`. */
export interface FieldFault {
  /** A JSON pointer to the field. */
  readonly path: string;
  readonly message: string;
}

/** The faults that a validator has just found, with the missing required fields apart: they are another error. */
export function readFaults(validate: Validator): { missing: FieldFault[]; others: FieldFault[] } {
  const missing: FieldFault[] = [];
  const others: FieldFault[] = [];
  for (const error of validate.errors ?? []) {
    if (error.keyword === "required") missing.push({ path: missingPath(error), message: "is required" });
    else others.push({ path: error.instancePath, message: error.message ?? "is invalid" });
  }
  return { missing, others };
}

function missingPath(error: SchemaError): string {
  const name = String(error.params.missingProperty);
  return `${error.instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
