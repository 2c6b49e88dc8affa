import { describe, expect, it } from "vitest";
import { findChromium } from "./chromium.ts";

describe("Tests in a browser", () => {
  it("use the Chromium that they are told to use", () => {
    expect(findChromium(process.execPath)).toBe(process.execPath);
  });

  it("fail where there is none, and say how to get one", () => {
    expect(() => findChromium("/no/chromium")).toThrow(
      /need Chromium, and it is not at \/no\/chromium: run apt-get install chromium/,
    );
  });
});
