import { describe, expect, it } from "vitest";
import { blockWords } from "./policy.ts";

const permits = blockWords(["secret", "credit card", "Straße"]);

describe("blocked words", () => {
  it.each([
    "secret",
    "a SECRET!",
    "“Secret”",
    "my credit-card",
    "no  credit\ncard",
    "die Straße.",
    "ｓｅｃｒｅｔ",
  ])("block %j", (message) => {
    expect(permits(message)).toBe(false);
  });

  it.each(["secretary", "top-secrets", "credit", "card credit", "", "…"])("permit %j", (message) => {
    expect(permits(message)).toBe(true);
  });

  it("block nothing if there are none", () => {
    expect(blockWords([])("secret")).toBe(true);
    expect(blockWords(["…"])("…")).toBe(true);
  });
});
