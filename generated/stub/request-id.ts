// Written by `npm run generate` from spec/. Do not edit.

import { randomBytes } from "node:crypto";

const DIGITS = 32;
/** How many ids are drawn at once: a draw costs as much as all else of an id, twenty times over. */
const BATCH = 128;

let digits = "";
let position = 0;

/** Makes the id of a request: `req_` and 32 random hexadecimal digits. */
export function createRequestId(): string {
  if (position >= digits.length) {
    digits = randomBytes((BATCH * DIGITS) / 2).toString("hex");
    position = 0;
  }
  position += DIGITS;
  return `req_${digits.slice(position - DIGITS, position)}`;
}
