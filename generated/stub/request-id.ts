// Written by `npm run generate` from spec/. Do not edit.

import { randomUUID } from "node:crypto";

/** Makes the id of a request: `req_` and 32 random hexadecimal digits. */
export function createRequestId(): string {
  return `req_${randomUUID().replaceAll("-", "")}`;
}
