import { InvalidArgumentError } from "../command-line/command.ts";
import { parseTimeout } from "../command-line/options.ts";
import type { SettingValues } from "./settings.ts";

/**
 * Reads a time that may be nothing: a number of milliseconds, or a time with its unit, such as `40`, `40ms` or `2s`.
 *
 * @throws InvalidArgumentError
 */
export function parseDelay(text: string): number {
  if (/^0+$/.test(text)) return 0;
  try {
    return parseTimeout(/^\d+$/.test(text) ? `${text}ms` : text);
  } catch {
    throw new InvalidArgumentError("Give milliseconds, or a time with its unit, such as 40, 40ms or 2s.");
  }
}

/**
 * Reads a latency: one time, or two to draw from between, such as `200..800` or `200ms..2s`.
 *
 * @throws InvalidArgumentError
 */
export function parseLatency(text: string): SettingValues["latency"] {
  const [least = "", most = least, ...more] = text.split("..");
  try {
    const [min, max] = [parseDelay(least), parseDelay(most)];
    if (min <= max && more.length === 0) return { min, max };
  } catch {
    // The message below says more than that of its parts.
  }
  throw new InvalidArgumentError(
    "Give one time or two, the shorter first, such as 300, 200..800 or 200ms..2s.",
  );
}

/**
 * Reads a percentage into a share, from 0 to 1.
 *
 * @throws InvalidArgumentError
 */
export function parseShare(text: string): number {
  const percentage = Number(/^(\d+(?:\.\d+)?)%$/.exec(text)?.[1]);
  if (percentage <= 100) return percentage / 100;
  throw new InvalidArgumentError("Give a percentage from 0% to 100%, such as 5%.");
}
