import type { SchemaError, Validator } from "./definition.ts";
import type { RequestFault } from "./observer.ts";

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
    else others.push({ path: error.instancePath, message: describeFault(error) });
  }
  return { missing, others };
}

/** The same faults, as a request's observer gets them. */
export function listFaults(validate: Validator): RequestFault[] {
  return (validate.errors ?? []).map((error) => {
    const isMissing = error.keyword === "required";
    const path = isMissing ? missingPath(error) : error.instancePath;
    const said = isMissing ? "is required" : describeFault(error);
    return {
      in: "body",
      path,
      check: error.keyword,
      message: `${path === "" ? "The body" : `The field ${path}`} ${said}.`,
    };
  });
}

function missingPath(error: SchemaError): string {
  const name = String(error.params.missingProperty);
  return `${error.instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Says what is wrong with a value, in words that complete "The field …". */
export function describeFault(error: SchemaError | undefined): string {
  const limit = error?.params.limit;
  switch (error?.keyword) {
    case "type":
      return `must be ${error.params.type === "integer" ? "a whole number" : `of type ${error.params.type}`}`;
    case "minLength":
      return limit === 1 ? "must not be empty" : `must have at least ${limit} characters`;
    case "maxLength":
      return `must have at most ${limit} characters`;
    case "minimum":
      return `must be at least ${limit}`;
    case "maximum":
      return `must be at most ${limit}`;
    case "format":
      return error.params.format === "date"
        ? "must be a calendar date, YYYY-MM-DD"
        : `must be a ${error.params.format}`;
    case "formatMinimum":
      return `must not be before ${limit}`;
    default:
      return error?.message ?? "is malformed";
  }
}
