/** What can be asked of a reply. `npx thinklio-sessions mock --help` says what each does. */
export const SCENARIOS = ["slow-start", "broken-stream", "cut-connection", "long-reply"] as const;

/** Something to see in a reply that seldom happens by itself. */
export type Scenario = (typeof SCENARIOS)[number];

/** The mock's switches, which can be changed while it runs. */
export interface SettingValues {
  /** How long each answer is held back, in milliseconds: as long as drawn between these two. */
  readonly latency: { readonly min: number; readonly max: number };
  /** The share of requests that fail though nothing is wrong with them, from 0 to 1. */
  readonly errorRate: number;
  /** After how long without a message a session expires, in milliseconds. Concerns the sessions that there are, too. */
  readonly expireAfter: number;
  /** How long each piece of a streamed reply takes, in milliseconds. */
  readonly tokenDelay: number;
  /** What to see in every reply; `undefined` for ordinary replies. */
  readonly scenario: Scenario | undefined;
}

/** Some of the switches; `undefined` leaves one as it is, but for the scenario. */
export type Changes = { readonly [Name in keyof SettingValues]?: SettingValues[Name] | undefined };

/** The longest that a timer can wait, in milliseconds: 24 days. */
const LONGEST_WAIT = 24 * 24 * 60 * 60 * 1000;
const TEN_YEARS = 3650 * 24 * 60 * 60 * 1000;

/** How the mock behaves unless told otherwise. */
export const DEFAULT_SETTINGS: SettingValues = {
  latency: { min: 0, max: 0 },
  errorRate: 0,
  expireAfter: 24 * 60 * 60 * 1000,
  tokenDelay: 40,
  scenario: undefined,
};

/** The switches, and those who want to know when one is changed. */
export class Settings {
  readonly #initial: SettingValues;
  readonly #listeners = new Set<(values: SettingValues) => void>();
  #values: SettingValues;

  /** @throws RangeError as `change` does */
  constructor(initial: Changes = {}) {
    this.#initial = merge(DEFAULT_SETTINGS, initial);
    this.#values = this.#initial;
  }

  get values(): SettingValues {
    return this.#values;
  }

  /**
   * Changes some of the switches; all of them, or none if it throws.
   *
   * @throws RangeError if a value is none that the switch can have; the message says which it can
   */
  change(changes: Changes): void {
    this.#set(merge(this.#values, changes));
  }

  /** Puts the switches back to what the mock was started with. */
  reset(): void {
    this.#set(this.#initial);
  }

  /** @returns a function that ends it */
  subscribe(listener: (values: SettingValues) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(values: SettingValues): void {
    this.#values = values;
    for (const listener of this.#listeners) listener(values);
  }
}

/** Only the switches that there are: what comes from a page may hold anything. */
function merge(values: SettingValues, changes: Changes): SettingValues {
  const merged: SettingValues = {
    latency: changes.latency ?? values.latency,
    errorRate: changes.errorRate ?? values.errorRate,
    expireAfter: changes.expireAfter ?? values.expireAfter,
    tokenDelay: changes.tokenDelay ?? values.tokenDelay,
    scenario: "scenario" in changes ? changes.scenario : values.scenario,
  };
  const { latency, errorRate, expireAfter, tokenDelay, scenario } = merged;
  demand(
    isWithin(latency.min, 0, latency.max) && isWithin(latency.max, 0, LONGEST_WAIT),
    "latency: give two numbers of milliseconds, the smaller first",
  );
  demand(isWithin(errorRate, 0, 1), "errorRate: give a number from 0 to 1");
  demand(
    isWithin(expireAfter, 1, TEN_YEARS),
    "expireAfter: give a number of milliseconds, at least 1 and at most ten years",
  );
  demand(isWithin(tokenDelay, 0, LONGEST_WAIT), "tokenDelay: give a number of milliseconds");
  demand(
    scenario === undefined || SCENARIOS.includes(scenario),
    `scenario: give one of ${SCENARIOS.join(", ")}, or none`,
  );
  return Object.freeze(merged);
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

function demand(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message);
}
