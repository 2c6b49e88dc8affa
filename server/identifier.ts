import { randomUUID } from "node:crypto";

/** Makes a new id that nobody can guess: the prefix, and 32 hexadecimal digits. */
export function createId(prefix: "ses" | "msg"): string {
  return `${prefix}_${randomUUID().replaceAll("-", "")}`;
}
