import { hash } from "node:crypto";
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
 * Keys are looked up by their digests with a secret, which nobody can foresee: so the time that a comparison takes
 * tells nothing of how near a guess comes to a key.
 */
export function createAuthenticator(
  keys: readonly ApiKey[],
  secret: Uint8Array,
): (key: string) => Caller | undefined {
  const salt = Buffer.from(secret).toString("hex");
  const digest = (key: string) => hash("sha256", salt + key);
  const callers = new Map(
    keys.map(({ key, ...caller }) => {
      const id = digest(key);
      return [id, { id, ...caller }];
    }),
  );
  return (key) => callers.get(digest(key));
}
