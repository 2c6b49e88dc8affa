import { suggest } from "../command-line/suggest.ts";
import { MODES } from "./activity.ts";
import { isScenario } from "./prefer.ts";
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

/** Names up to this length are alike by accident: the case of their letters alone is taken for a mistake. */
const SHORT = 5;

/**
 * Sees to it that a program without types gives options, and of each kind one that there is. What else it gives is its
 * own affair, unless it looks like an option.
 *
 * @throws TypeError saying what there is
 */
export function demandOptions(options: MockOptions): void {
  if (typeof options !== "object" || options === null)
    throw new TypeError(`${options} is no object: give options, such as { mode: "examples" }`);
  const { mode } = options;
  for (const name of Object.keys(options).filter((given) => !OPTIONS.includes(given))) {
    const alike = OPTIONS.filter((option) => option.length > SHORT || option === name.toLowerCase());
    const meant = suggest(name, alike);
    if (meant) throw new TypeError(`${name} is no option${meant}`);
  }
  if (mode !== undefined && !MODES.includes(mode))
    throw new TypeError(`mode: give one of ${MODES.join(", ")}`);
  demandEach("replies", options.replies, isReply, '{ reply: "Hello!" }');
  demandEach("channels", options.channels, isChannel, '{ id: "ch_1", agents: ["agt_1"] }');
}

function demandEach(name: string, items: unknown, fits: (item: unknown) => boolean, example: string): void {
  if (items === undefined || (Array.isArray(items) && items.every(fits))) return;
  throw new TypeError(`${name}: give a list of ${name}, such as [${example}]`);
}

function isReply(item: unknown): boolean {
  const {
    reply,
    when = "",
    scenario,
  }: { reply?: unknown; when?: unknown; scenario?: unknown } = Object(item);
  const isPattern = typeof when === "string" || when instanceof RegExp;
  const isKnown = scenario === undefined || (typeof scenario === "string" && isScenario(scenario));
  return isPattern && isKnown && (typeof reply === "string" || isTexts(reply));
}

function isChannel(item: unknown): boolean {
  const { id, agents }: { id?: unknown; agents?: unknown } = Object(item);
  return typeof id === "string" && isTexts(agents);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
