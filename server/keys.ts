import { hash, randomBytes } from "node:crypto";
import type { OperationId } from "../generated/stub/index.ts";

/** What a key may be allowed to do: `read` covers the GET operations, `write` the POST operations. */
export type Scope = "read" | "write";

/** On whose behalf a request is made. */
export interface Caller {
  /** Whose sessions the caller can see. */
  readonly tenant: string;
  readonly scopes: readonly Scope[];
}

/** An API key, and what it stands for. */
export interface ApiKey extends Caller {
  readonly key: string;
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

/** Tells the caller by a key. */
export function createAuthenticator(keys: readonly ApiKey[]): (key: string) => Caller | undefined {
  // Keys are looked up by salted digests, which nobody can foresee. So the time that a comparison takes tells nothing
  // of how near a guess comes to a key.
  const salt = randomBytes(32).toString("hex");
  const digest = (key: string) => hash("sha256", salt + key);
  const callers = new Map(keys.map(({ key, tenant, scopes }) => [digest(key), { tenant, scopes }]));
  return (key) => callers.get(digest(key));
}
