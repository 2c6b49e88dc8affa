import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type ApiKey, createAuthenticator, isAuthorized } from "./keys.ts";

const KEYS: readonly ApiKey[] = [
  { key: "one", tenant: "acme", scopes: ["read"] },
  { key: "two", tenant: "other", scopes: ["read", "write"] },
];
const SECRET = Buffer.from("secret");
const authenticate = createAuthenticator(KEYS, SECRET);

describe("a key", () => {
  it("stands for its tenant and scopes, and is not passed on", () => {
    const id = expect.any(String);
    expect(authenticate("one")).toEqual({ id, tenant: "acme", scopes: ["read"] });
    expect(authenticate("two")).toEqual({ id, tenant: "other", scopes: ["read", "write"] });
  });

  it("has an id by which servers with one secret know it, and nobody else", () => {
    const idOf = (key: string, secret: Buffer) => createAuthenticator(KEYS, secret)(key)?.id;
    const id = authenticate("one")?.id;
    expect(id).not.toContain("one");
    expect(id).not.toBe(createHash("sha256").update("one").digest("hex"));
    expect(idOf("one", Buffer.from(SECRET))).toBe(id);
    expect(idOf("two", SECRET)).not.toBe(id);
    expect(idOf("one", Buffer.from("other"))).not.toBe(id);
  });

  it.each(["", "On", "one ", "ONE", "three", "__proto__"])("is unknown if it is not the same: %j", (key) => {
    expect(authenticate(key)).toBeUndefined();
  });

  it("may read with the scope read, and create, send and close with the scope write", () => {
    const may = (scope: "read" | "write") =>
      (["createSession", "getSession", "sendMessage", "listMessages", "closeSession"] as const).filter(
        (operation) => isAuthorized({ id: "a", tenant: "default", scopes: [scope] }, operation),
      );
    expect(may("read")).toEqual(["getSession", "listMessages"]);
    expect(may("write")).toEqual(["createSession", "sendMessage", "closeSession"]);
  });
});
