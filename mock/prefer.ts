import { SCENARIOS, type Scenario } from "./settings.ts";

/** What a request asks of the mock by its `Prefer` header (RFC 7240). */
export interface Preference {
  /** The status to answer with. */
  readonly code?: string;
  /** The name of the example to answer with. */
  readonly example?: string;
  /** Whether to answer with generated data (`true`), or with an example (`false`). */
  readonly dynamic?: string;
  /** What to see in the reply. */
  readonly scenario?: string;
}

const NAMES = ["code", "example", "dynamic", "scenario"] as const;

/** What a request without the header prefers. */
const NONE: Preference = {};

/** Reads the preferences that the mock knows; others are left alone, as the RFC asks. */
export function readPreference(header: string | string[] | undefined): Preference {
  if (header === undefined) return NONE;
  const preference: { -readonly [Name in keyof Preference]: Preference[Name] } = {};
  const text = typeof header === "string" ? header : header.join(",");
  for (const part of text.split(/[,;]/)) {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim());
    const key = NAMES.find((known) => known === name.toLowerCase());
    if (key !== undefined) preference[key] ??= value.replace(/^"(.*)"$/, "$1");
  }
  return preference;
}

/** What is wrong with a preference, for the caller; `undefined` if the mock can see to it. */
export function findPreferenceFault({ dynamic, scenario }: Preference): string | undefined {
  if (dynamic !== undefined && dynamic !== "true" && dynamic !== "false") {
    return `Prefer: dynamic=${dynamic} is neither true nor false.`;
  }
  if (scenario !== undefined && !isScenario(scenario)) {
    return `Prefer: scenario=${scenario} is none of the mock's. It has ${SCENARIOS.join(", ")}.`;
  }
  return undefined;
}

/** Whether the mock has a scenario of that name. */
export function isScenario(text: string | undefined): text is Scenario {
  return SCENARIOS.some((name) => name === text);
}
