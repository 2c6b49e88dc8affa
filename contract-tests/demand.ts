import { knownPart } from "./declarations.ts";
import { type Contrast, firstDifference, property } from "./json.ts";
import type { Answer } from "./target.ts";

/** A server does not do what a rule demands. */
export class Difference extends Error {
  override name = "Difference";
  readonly contrast: Contrast | undefined;
  /** The answer that shows it. */
  readonly answer: Answer | undefined;

  constructor(message: string, options: { contrast?: Contrast; answer?: Answer | undefined } = {}) {
    super(message);
    this.contrast = options.contrast;
    this.answer = options.answer;
  }
}

/**
 * Demands that something holds.
 *
 * @param message what is wrong if it does not
 */
export function demand(holds: boolean, message: string, answer?: Answer): asserts holds {
  if (!holds) throw new Difference(message, { answer });
}

/**
 * Demands that two JSON values are equal.
 *
 * @param what names the value
 */
export function demandEqual(what: string, actual: unknown, expected: unknown, answer?: Answer): void {
  const difference = firstDifference(actual, expected);
  if (difference === undefined) return;
  const { pointer, ...contrast } = difference;
  const where = pointer === "" ? what : `${what}, at ${pointer},`;
  throw new Difference(`${where} is not what it should be`, { contrast, answer });
}

/** Demands a status. */
export function demandStatus(answer: Answer, ...statuses: readonly number[]): void {
  const { status } = answer.response;
  if (statuses.includes(status)) return;
  throw new Difference("the status is not what it should be", {
    contrast: {
      expected: statuses.length === 1 ? statuses[0] : `one of ${statuses.join(", ")}`,
      actual: status,
    },
    answer,
  });
}

/**
 * Demands a status and a body that fits its schema, and returns what the contract knows of the body.
 *
 * @param validate a validator of the contract
 */
export function demandBody<Body>(
  answer: Answer,
  status: number,
  validate: (data: unknown) => data is Body,
): Body {
  demandStatus(answer, status);
  const body = knownPart(validate, answer.response.json);
  demand(validate(body), "the body does not fit its schema", answer);
  return body;
}

/** Demands an error: its status, and one of the codes. */
export function demandError(answer: Answer, status: number, ...codes: readonly string[]): void {
  demandStatus(answer, status);
  const code = errorField(answer, "code");
  if (codes.some((expected) => expected === code)) return;
  throw new Difference("the error's code is not what it should be", {
    contrast: { expected: codes.length === 1 ? codes[0] : `one of ${codes.join(", ")}`, actual: code },
    answer,
  });
}

/** Demands 422 `validation_failed` with the JSON pointer among the paths of `details.errors`, and no other field. */
export function demandInvalid(answer: Answer, pointer: string): void {
  demandError(answer, 422, "validation_failed");
  const errors = property(errorField(answer, "details"), "errors");
  const paths = Array.isArray(errors) ? [...new Set(errors.map((error) => property(error, "path")))] : [];
  demandEqual("the list of paths in error.details.errors", paths, [pointer], answer);
}

/** Returns a field of the error in the envelope; `undefined` if there is none. */
export function errorField(answer: Answer, name: string): unknown {
  return property(property(answer.response.json, "error"), name);
}
