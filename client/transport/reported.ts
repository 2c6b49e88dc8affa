import { isObject } from "./json.ts";

/** An error as the API reported it, which may be one that this version of the contract does not know. */
export interface Reported {
  readonly code: string;
  readonly message?: unknown;
  readonly request_id?: string;
}

/** Reads the contract's envelope of an error; returns `undefined` if the value is none. */
export function readReported(envelope: unknown): Reported | undefined {
  const error = isObject<{ readonly error?: unknown }>(envelope) ? envelope.error : undefined;
  return isObject<Reported>(error) && typeof error.code === "string" ? error : undefined;
}
