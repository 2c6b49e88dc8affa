import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../command-line/command.ts";
import { parseDelay, parseLatency, parseShare } from "./options.ts";

describe("A delay", () => {
  it.each([
    ["0", 0],
    ["40", 40],
    ["40ms", 40],
    ["2s", 2000],
  ])("%s is %i ms", (text, milliseconds) => {
    expect(parseDelay(text)).toBe(milliseconds);
  });

  it.each(["", "-1", "fast", "1.5", "40 ms", "25d"])("%s is none", (text) => {
    expect(() => parseDelay(text)).toThrow(InvalidArgumentError);
  });
});

describe("A latency", () => {
  it.each([
    ["300", { min: 300, max: 300 }],
    ["200..800", { min: 200, max: 800 }],
    ["0..1s", { min: 0, max: 1000 }],
  ])("%s is %j", (text, latency) => {
    expect(parseLatency(text)).toEqual(latency);
  });

  it.each(["", "..", "800..200", "1..2..3", "200-800", "200.."])("%s is none", (text) => {
    expect(() => parseLatency(text)).toThrow("such as 300, 200..800 or 200ms..2s");
  });
});

describe("A share", () => {
  it.each([
    ["5%", 0.05],
    ["0%", 0],
    ["100%", 1],
    ["2.5%", 0.025],
  ])("%s is %d", (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it.each(["", "5", "0.05", "101%", "-1%", "five%"])("%s is none", (text) => {
    expect(() => parseShare(text)).toThrow("Give a percentage from 0% to 100%, such as 5%.");
  });
});
