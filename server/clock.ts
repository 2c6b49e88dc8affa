/** Tells the time, in milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** The machine's clock. */
export const systemClock: Clock = () => Date.now();

/** A time as the API writes it. */
export const formatTime: (time: number) => string = createTimeFormat();

/**
 * Makes what formats times. To format one costs as much as to make an id, and under load most times equal the one before:
 * so the latest text is kept.
 */
export function createTimeFormat(): (time: number) => string {
  let latest = Number.NaN;
  let text: string;
  return (time) => {
    if (time !== latest) {
      text = new Date(time).toISOString();
      latest = time;
    }
    return text;
  };
}
