import { describe, expect, it } from "vitest";
import {
  collect,
  parseDuration,
  parsePort,
  parsePositiveInteger,
  parseRateLimit,
  parseTimeout,
} from "./options.ts";

describe("a port", () => {
  it.each(["0", "80", "65535"])("can be %s", (text) => {
    expect(parsePort(text)).toBe(Number(text));
  });

  it.each(["", "-1", "65536", "80.5", "0x50", "1e3", " 80", "http"])("cannot be %j", (text) => {
    expect(() => parsePort(text)).toThrow("Give a port from 0 to 65535.");
  });
});

describe("a positive integer", () => {
  it.each(["1", "100", "9007199254740991"])("can be %s", (text) => {
    expect(parsePositiveInteger(text)).toBe(Number(text));
  });

  it.each(["", "0", "-1", "1.5", "1e3", "9007199254740992", "many"])("cannot be %j", (text) => {
    expect(() => parsePositiveInteger(text)).toThrow("at least 1");
  });
});

describe("a duration", () => {
  it.each([
    ["1ms", 1],
    ["30s", 30_000],
    ["15m", 900_000],
    ["24h", 86_400_000],
    ["3650d", 315_360_000_000],
  ])("can be %s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(["", "30", "s", "0s", "-1s", "1.5h", "30 s", "30S", "1y", "3651d", "1h30m", "toString"])(
    "cannot be %j",
    (text) => {
      expect(() => parseDuration(text)).toThrow("such as 30s");
    },
  );

  it("that a timer waits for is at most 24 days", () => {
    expect(parseTimeout("24d")).toBeLessThan(2 ** 31);
    expect(() => parseTimeout("25d")).toThrow("at most 24d");
  });
});

describe("a repeatable option", () => {
  const parse = collect((text) => text.toUpperCase());

  it("collects its values, several from one text if white space separates them", () => {
    expect(parse("c", parse(" a \n b "))).toEqual(["A", "B", "C"]);
  });

  it("cannot be empty", () => {
    expect(() => parse(" ")).toThrow("empty");
  });
});

describe("a rate limit", () => {
  it("is a number of requests in a time", () => {
    expect(parseRateLimit("100/1m")).toEqual({ limit: 100, window: 60_000 });
  });

  it.each(["", "100", "100/", "/1m", "0/1m", "1.5/1m", "100/1", "1/1m/1", "1/25d"])(
    "is refused: %j",
    (text) => {
      expect(() => parseRateLimit(text)).toThrow(/Give /);
    },
  );
});
