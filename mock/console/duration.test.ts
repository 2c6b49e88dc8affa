import { expect, it } from "vitest";
import { parseDuration as parseOption } from "../../command-line/options.ts";
import { formatDuration, formatElapsed, formatTimeLeft, parseDuration } from "./console-page/duration.ts";

it.each([1, 40, 1500, 30_000, 90_000, 900_000, 3_600_000, 86_400_000, 172_800_000])(
  "%d ms is written so that the console and the command line read it back",
  (milliseconds) => {
    const text = formatDuration(milliseconds);
    expect([parseDuration(text), parseOption(text)]).toEqual([milliseconds, milliseconds]);
  },
);

it("A day is written as 24h, as the documentation says it", () => {
  expect(formatDuration(86_400_000)).toBe("24h");
});

it.each(["", "soon", "1 year", "-1s", "1.5s", "s"])("%j is no time", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

it.each([
  [1, "1s"],
  [59_000, "59s"],
  [60_000, "1m 00s"],
  [3_599_000, "59m 59s"],
  [86_399_000, "23h 59m"],
  [200_000_000, "2d 7h"],
])("%d ms are left: %s", (milliseconds, text) => {
  expect(formatTimeLeft(milliseconds)).toBe(text);
});

it.each([
  [0.2, "<1 ms"],
  [12.4, "12 ms"],
  [1234, "1.23 s"],
  [12_345, "12.3 s"],
])("%d ms have passed: %s", (milliseconds, text) => {
  expect(formatElapsed(milliseconds)).toBe(text);
});
