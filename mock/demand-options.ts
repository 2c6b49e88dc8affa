import { MODES } from "./activity.ts";
import { type Changes, DEFAULT_SETTINGS } from "./settings.ts";
import type { MockOptions } from "./start.ts";

/** The names of all options: that none is missing is what the type is for. */
const OPTIONS = Object.keys({
  mode: 1,
  host: 1,
  port: 1,
  requestTimeout: 1,
  seed: 1,
  replies: 1,
  channels: 1,
  mostSessions: 1,
  clock: 1,
  onDrop: 1,
} satisfies Record<Exclude<keyof MockOptions, keyof Changes>, 1>).concat(Object.keys(DEFAULT_SETTINGS));

/**
 * Sees to it that a program without types gives only options that there are, and a mode.
 *
 * @throws TypeError saying which there are
 */
export function demandOptions(options: MockOptions): void {
  const { mode } = options;
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`${unknown} is no option: the options are ${OPTIONS.join(", ")}`);
  if (mode !== undefined && !MODES.includes(mode))
    throw new TypeError(`mode: give one of ${MODES.join(", ")}`);
}
