import { randomBytes } from "node:crypto";

const DIGITS = 32;
/** How many ids are drawn at once: a draw costs as much as all else of an id, twenty times over. */
const BATCH = 128;

let digits = "";
let position = 0;

/**
 * Makes a new id that nobody can guess.
 *
 * @param prefix what it is the id of, such as `ses`
 * @returns the prefix, `_`, and 32 random hexadecimal digits
 */
export function createId(prefix: string): string {
  if (position >= digits.length) {
    digits = randomBytes((BATCH * DIGITS) / 2).toString("hex");
    position = 0;
  }
  position += DIGITS;
  return `${prefix}_${digits.slice(position - DIGITS, position)}`;
}
