import { expect, it } from "vitest";
import { createTimeFormat } from "./clock.ts";

it("Times are written as RFC 3339 asks, in UTC, whatever came before them", () => {
  const formatTime = createTimeFormat();
  const text = "2026-03-19T12:00:00.007Z";
  const time = Date.parse(text);
  expect([time, time, time + 1, time, 0].map(formatTime)).toEqual([
    text,
    text,
    "2026-03-19T12:00:00.008Z",
    text,
    "1970-01-01T00:00:00.000Z",
  ]);
});
