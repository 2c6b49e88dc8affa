import { describe, expect, it } from "vitest";
import { createAuthenticator, isAuthorized } from "./keys.ts";

const authenticate = createAuthenticator([
  { key: "one", tenant: "acme", scopes: ["read"] },
  { key: "two", tenant: "other", scopes: ["read", "write"] },
]);

describe("a key", () => {
  it("stands for its tenant and scopes, and is not passed on", () => {
    expect(authenticate("one")).toEqual({ tenant: "acme", scopes: ["read"] });
    expect(authenticate("two")).toEqual({ tenant: "other", scopes: ["read", "write"] });
  });

  it.each(["", "On", "one ", "ONE", "three", "__proto__"])("is unknown if it is not the same: %j", (key) => {
    expect(authenticate(key)).toBeUndefined();
  });

  it("may read with the scope read, and create, send and close with the scope write", () => {
    const may = (scope: "read" | "write") =>
      (["createSession", "getSession", "sendMessage", "listMessages", "closeSession"] as const).filter(
        (operation) => isAuthorized({ tenant: "default", scopes: [scope] }, operation),
      );
    expect(may("read")).toEqual(["getSession", "listMessages"]);
    expect(may("write")).toEqual(["createSession", "sendMessage", "closeSession"]);
  });
});
