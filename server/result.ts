/** What came of a request: a value, or the code of the error that refuses it, and what to say if not the usual. */
export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code; readonly message?: string | undefined };

/** A result with a value. */
export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A result without one. */
export function refused<Code extends string>(code: Code, message?: string): Result<never, Code> {
  return { ok: false, code, message };
}
