import { createHash } from "node:crypto";
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
  // Looked up by its digest, a key takes the same time whether it is nearly right or not at all.
  const callers = new Map(keys.map(({ key, tenant, scopes }) => [digest(key), { tenant, scopes }]));
  return (key) => callers.get(digest(key));
}

function digest(key: string): string {
  return createHash("sha256").update(key).digest("base64");
}
