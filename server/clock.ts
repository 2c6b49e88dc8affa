/** Tells the time, in milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** The machine's clock. */
export const systemClock: Clock = () => Date.now();

let formatted = { time: Number.NaN, text: "" };

/** A time as the API writes it. Texts have the order of their times. What happens at the same time is formatted once. */
export function formatTime(time: number): string {
  if (time !== formatted.time) formatted = { time, text: new Date(time).toISOString() };
  return formatted.text;
}

/** A clock that stands still until it is told otherwise. For tests. */
export interface SettableClock {
  readonly now: Clock;
  /** Moves the clock by so many milliseconds; backwards if they are negative. */
  advance(milliseconds: number): void;
}

/** Makes a clock for tests. It begins at the given RFC 3339 date-time. */
export function createSettableClock(start = "2026-03-19T12:00:00Z"): SettableClock {
  let time = Date.parse(start);
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
