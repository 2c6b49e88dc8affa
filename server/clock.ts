/** Tells the time, in milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** The machine's clock. */
export const systemClock: Clock = () => Date.now();

/** A time as the API writes it. */
export function formatTime(time: number): string {
  return new Date(time).toISOString();
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
