import type { Contrast } from "./json.ts";

/** Something about a response that the contract does not allow, whatever the request was meant to show. */
export interface Violation {
  readonly message: string;
  readonly contrast?: Contrast;
}

/** Makes a violation. */
export function violation(message: string, contrast?: Contrast): Violation {
  return contrast ? { message, contrast } : { message };
}
