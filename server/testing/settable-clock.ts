import type { Clock } from "../clock.ts";

/** A clock that stands still until it is told otherwise. */
export interface SettableClock {
  readonly now: Clock;
  /** Moves the clock by so many milliseconds; backwards if they are negative. */
  advance(milliseconds: number): void;
}

/** Makes a clock that begins at the given RFC 3339 date-time. */
export function createSettableClock(start = "2026-03-19T12:00:00Z"): SettableClock {
  let time = Date.parse(start);
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
