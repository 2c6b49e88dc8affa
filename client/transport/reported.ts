import { isObject } from "./json.ts";

/** An error as the API reported it, which may be one that this version of the contract does not know. */
export interface Reported {
  readonly code: string;
  readonly message?: unknown;
  readonly request_id?: string;
}

/** Reads the contract's envelope of an error; returns `undefined` if the value is none. */
export function readReported(envelope: unknown): Reported | undefined {
  if (!isObject(envelope) || !("error" in envelope)) return undefined;
  return isReported(envelope.error) ? envelope.error : undefined;
}

function isReported(value: unknown): value is Reported {
  return isObject(value) && "code" in value && typeof value.code === "string";
}
