import { hash, randomInt, timingSafeEqual } from "node:crypto";
import type { OperationId } from "../generated/stub/index.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What a key may be allowed to do: `read` covers the GET operations, `write` the POST operations. */
export type Scope = "read" | "write";

/** An API key, and what it stands for. */
export interface ApiKey {
  readonly key: string;
  /** Whose sessions can be seen with it. */
  readonly tenant: string;
  readonly scopes: readonly Scope[];
  /** How many requests can be made with it, in place of what the server grants each key; each server counts its own. */
  readonly rateLimit?: RateLimit | undefined;
}

/** On whose behalf a request is made: all of a key but itself. */
export interface Caller extends Omit<ApiKey, "key"> {
  /** Tells the keys apart, and nothing of any. Servers that share a store give a key the same. */
  readonly id: string;
}

const REQUIRED_SCOPE: Readonly<Record<OperationId, Scope>> = {
  createSession: "write",
  getSession: "read",
  sendMessage: "write",
  listMessages: "read",
  closeSession: "write",
};

/** Whether the caller may use the operation. */
export function isAuthorized(caller: Caller, operationId: OperationId): boolean {
  return caller.scopes.includes(REQUIRED_SCOPE[operationId]);
}

/**
 * Tells the caller by a key.
 *
 * A key is looked up by a hash with a random seed, and then compared in constant time: so the time that a request takes
 * tells nothing of how near a guess comes to a key, and only one guess in 2 ** 32 is compared at all. To look it up by a
 * digest would do, too, but takes as long as all other checks of a request.
 */
export function createAuthenticator(
  keys: readonly ApiKey[],
  secret: Uint8Array,
): (key: string) => Caller | undefined {
  const salt = Buffer.from(secret).toString("hex");
  const seed = randomInt(2 ** 32);
  // FNV-1a, from a seed of its own.
  const hashOf = (bytes: Buffer) =>
    bytes.reduce((hashed, byte) => Math.imul(hashed ^ byte, 0x01000193), seed);
  const known = new Map<number, { readonly bytes: Buffer; readonly caller: Caller }[]>();
  for (const { key, ...caller } of keys) {
    const bytes = Buffer.from(key);
    const hashed = hashOf(bytes);
    const entry = { bytes, caller: { id: hash("sha256", salt + key), ...caller } };
    known.set(hashed, [...(known.get(hashed) ?? []), entry]);
  }
  return (key) => {
    const given = Buffer.from(key);
    const withSameHash = known.get(hashOf(given)) ?? [];
    return withSameHash.find(({ bytes }) => isSame(bytes, given))?.caller;
  };
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
