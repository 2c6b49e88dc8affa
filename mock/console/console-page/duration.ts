const MILLISECONDS: readonly (readonly [unit: string, milliseconds: number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
];

/** Reads a time as the command line does, such as `500ms`, `30s` or `24h`; a mere number is milliseconds. */
export function parseDuration(text: string): number | undefined {
  const { amount, unit } = /^(?<amount>\d+)\s*(?<unit>ms|s|m|h|d)?$/.exec(text.trim())?.groups ?? {};
  const factor = MILLISECONDS.find(([name]) => name === (unit ?? "ms"))?.[1];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** Writes a time so that `parseDuration` and the command line read it. */
export function formatDuration(milliseconds: number): string {
  const [unit, factor] = MILLISECONDS.find(
    ([name, size]) => milliseconds % size === 0 && milliseconds >= (name === "d" ? 2 : 1) * size,
  ) ?? ["ms", 1];
  return `${milliseconds / factor}${unit}`;
}

/** A time that runs down, in the two units that matter: `23h 59m`, `4m 09s`, `12s`. */
export function formatTimeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (count: number) => String(count).padStart(2, "0");
  if (seconds >= 2 * 86_400)
    return `${Math.floor(seconds / 86_400)}d ${Math.floor((seconds % 86_400) / 3600)}h`;
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
  if (seconds >= 60) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  return `${seconds}s`;
}

/** How long an answer took: `3 ms`, `1.24 s`. */
export function formatElapsed(milliseconds: number): string {
  if (milliseconds < 1) return "<1 ms";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}
