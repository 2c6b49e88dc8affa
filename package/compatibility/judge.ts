/** One difference between two documents. */
export interface Difference {
  readonly action: string;
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What says nothing about what is sent. */
const ANNOTATIONS =
  /^(description|summary|title|examples?|tags|externalDocs|deprecated|x-provenance|x-stability)$/;

/** What narrows the values of a schema; the sign tells whether a larger number permits more. */
const LIMITS: Readonly<Record<string, 1 | -1 | 0>> = {
  maxLength: 1,
  maximum: 1,
  maxItems: 1,
  maxProperties: 1,
  minLength: -1,
  minimum: -1,
  minItems: -1,
  minProperties: -1,
  "x-format-minimum": -1,
  pattern: 0,
  format: 0,
  multipleOf: 0,
  uniqueItems: 0,
  const: 0,
  "x-enumerated": 0,
};

/** Limits of a request that are written at the error that its breach causes. */
const REQUEST_LIMITS = ["x-max-bytes", "x-max-depth"];

/**
 * Holds a difference against the vendor's rule: nothing is removed, nothing changes its meaning, there are only
 * additions. Where that leaves a choice, this decides:
 *
 * - A request may be permitted more than before, and a response may promise more; never the other way round.
 * - A field that a request must have is no addition, nor is a response field that may be absent from now on.
 * - A response may have new fields, headers and error codes, since a client is told to expect them; a new value of an
 *   enumeration, a new kind of item, or a new success status is something that no client was told to expect.
 *
 * @returns what is wrong with it, in words; `undefined` if it is permitted
 */
export function judge({ action, path, before, after }: Difference): string | undefined {
  const key = path.at(-1) ?? "";
  const parent = path.at(-2) ?? "";
  if (path.some((part, index) => ANNOTATIONS.test(part) && path[index - 1] !== "properties"))
    return undefined;
  const inRequest = path.includes("requestBody") || path.includes("parameters");
  if (REQUEST_LIMITS.includes(key)) return judgeLimit(key, 1, before, after, true);
  const sign = parent === "properties" ? undefined : LIMITS[key];
  if (sign !== undefined) return judgeLimit(key, sign, before, after, inRequest);
  if (key === "required" && typeof before === "boolean") return judgeRequired(after === true, inRequest);
  if (action === "remove") return judgeRemoval(parent, before, inRequest);
  if (action === "add") return judgeAddition(path, after, inRequest);
  return `was ${JSON.stringify(before)}, is ${JSON.stringify(after)}: it changes its meaning`;
}

function judgeRequired(isRequired: boolean, inRequest: boolean): string | undefined {
  if (isRequired !== inRequest) return undefined;
  return inRequest ? "must be sent from now on" : "may be absent from now on";
}

function judgeLimit(key: string, sign: 1 | -1 | 0, before: unknown, after: unknown, inRequest: boolean) {
  const isMoved = before !== undefined && after !== undefined;
  const permitsMore = after === undefined || (isMoved && isLess(before, after) === sign > 0);
  if (permitsMore === inRequest && !(isMoved && sign === 0)) return undefined;
  const change = `${key} was ${JSON.stringify(before) ?? "not set"}, is ${JSON.stringify(after) ?? "not set"}`;
  return `${change}: ${inRequest ? "a request is permitted less" : "a response promises less"}`;
}

function isLess(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);
}

function judgeRemoval(parent: string, before: unknown, inRequest: boolean): string | undefined {
  if (parent !== "required") return "is removed";
  return inRequest ? undefined : `${JSON.stringify(before)} may be absent from now on`;
}

function judgeAddition(path: readonly string[], after: unknown, inRequest: boolean): string | undefined {
  const parent = path.at(-2) ?? "";
  if (inRequest) {
    if (parent === "required") return `${JSON.stringify(after)} must be sent from now on`;
    if (path.at(-1) === "required" && after === true) return "must be sent from now on";
    if (isObject(after) && after.required === true) return "is new, and must be sent";
    return undefined;
  }
  if (parent === "enum" && !isErrorCode(path))
    return `a response may be ${JSON.stringify(after)} from now on`;
  if (/^(anyOf|oneOf)$/.test(parent) && !isError(path)) return "a response may be of a new kind from now on";
  if (parent === "responses" && /^[23]/.test(path.at(-1) ?? "")) return "is a new success status";
  if (path.at(-1) === "security" || parent === "security") return "is demanded from now on";
  return undefined;
}

/** Whether the place is the error of an envelope, or a member of the error's union. */
function isError(path: readonly string[]): boolean {
  return path.includes("error") || path.some((part) => part.endsWith(".error"));
}

function isErrorCode(path: readonly string[]): boolean {
  return isError(path) && path.at(-3) === "code";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
