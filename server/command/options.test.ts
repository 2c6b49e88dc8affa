import { describe, expect, it } from "vitest";
import { parseApiKey, parseChannel, parseWord } from "./options.ts";

describe("an API key", () => {
  it("belongs to the tenant default and may do everything, unless it says otherwise", () => {
    expect(parseApiKey("k-1")).toEqual({ key: "k-1", tenant: "default", scopes: ["read", "write"] });
    expect(parseApiKey("k:acme")).toEqual({ key: "k", tenant: "acme", scopes: ["read", "write"] });
    expect(parseApiKey("k:acme:read")).toEqual({ key: "k", tenant: "acme", scopes: ["read"] });
    expect(parseApiKey("k:acme:write,read")).toHaveProperty("scopes", ["write", "read"]);
  });

  it.each(["", ":acme", "hush:", "hush::read", "hush:acme:", "hush:acme:admin", "hush:a:read:x", "hush!"])(
    "is refused without being repeated: %j",
    (text) => {
      expect(() => parseApiKey(text)).toThrow(/KEY\[:TENANT/);
      expect(() => parseApiKey(text)).not.toThrow(/hush/);
    },
  );
});

describe("a channel", () => {
  it("names its agents, the default first, and perhaps its tenant", () => {
    expect(parseChannel("ch_a=agt_b")).toEqual({ id: "ch_a", agents: ["agt_b"] });
    expect(parseChannel("acme/ch_a=agt_b,agt_c")).toEqual({
      id: "ch_a",
      agents: ["agt_b", "agt_c"],
      tenant: "acme",
    });
  });

  it.each(["", "ch_a", "ch_a=", "a=agt_b", "ch_a=b", "ch_a=agt_b,", "/ch_a=agt_b", "a/b/ch_a=agt_b"])(
    "is refused: %j",
    (text) => {
      expect(() => parseChannel(text)).toThrow("CHANNEL=AGENT");
    },
  );
});

describe("a word", () => {
  it("has a letter or a digit", () => {
    expect(parseWord("héllo")).toBe("héllo");
    expect(() => parseWord("!?")).toThrow("letter or a digit");
  });
});
