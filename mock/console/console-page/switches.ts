import type { SettingValues } from "../../settings.ts";
import { announce } from "./copy.ts";
import { formatDuration, parseDuration } from "./duration.ts";
import { element, find, setText } from "./element.ts";
import type { State } from "./state.ts";

/** A switch as a text that can be typed, written as the command line writes it. */
interface Field {
  readonly name: keyof SettingValues;
  readonly label: string;
  readonly option: string;
  /** What to type, in a few words. */
  readonly hint: string;
  /** What could have been meant, where it was something else. */
  readonly remedy: string;
  format(settings: SettingValues): string;
  /** @returns `undefined` for what cannot be meant */
  parse(text: string): Partial<SettingValues> | undefined;
}

const FIELDS: readonly Field[] = [
  {
    name: "latency",
    label: "Latency",
    option: "--latency",
    hint: "ms, as 0 or 200..800",
    remedy: "Give 300, or 200..800",
    format: ({ latency: { min, max } }) => (min === max ? `${min}` : `${min}..${max}`),
    parse(text) {
      const times = text.split("..").map(parseDuration);
      const [min, max = min] = times;
      const isMeant = times.length <= 2 && !times.includes(undefined);
      if (!isMeant || min === undefined || max === undefined || min > max) return undefined;
      return { latency: { min, max } };
    },
  },
  {
    name: "errorRate",
    label: "Errors",
    option: "--error-rate",
    hint: "from 0% to 100%",
    remedy: "Give 0% to 100%",
    format: ({ errorRate }) => `${Number((errorRate * 100).toFixed(4))}%`,
    parse(text) {
      const { share } = /^(?<share>\d+(?:\.\d+)?)\s*%?$/.exec(text)?.groups ?? {};
      return Number(share) <= 100 ? { errorRate: Number(share) / 100 } : undefined;
    },
  },
  {
    name: "expireAfter",
    label: "Expire after",
    option: "--expire-after",
    hint: "as 30s, 15m or 24h",
    remedy: "Give 30s, 15m or 24h",
    format: ({ expireAfter }) => formatDuration(expireAfter),
    parse(text) {
      const expireAfter = parseDuration(text);
      return expireAfter ? { expireAfter } : undefined;
    },
  },
  {
    name: "tokenDelay",
    label: "Token delay",
    option: "--token-delay",
    hint: "per piece, as 40ms",
    remedy: "Give 0, or 40ms",
    format: ({ tokenDelay }) => `${tokenDelay}ms`,
    parse(text) {
      const tokenDelay = parseDuration(text);
      return tokenDelay === undefined ? undefined : { tokenDelay };
    },
  },
];

/** The mock's switches. What is typed takes effect with Enter, or when the field is left. */
export function createSwitches(state: State): () => void {
  const form = find("#switches", HTMLFormElement);
  const inputs = FIELDS.map((field) => createInput(field));
  const scenario = createScenario();
  const line = element("code");
  const command = element("p", { class: "command" }, "To start it like this: ", line);
  const reset = element("button", { type: "button", class: "quiet" }, "Reset mock");
  reset.title = "Forgets all sessions and requests, and puts the switches back.";
  reset.addEventListener("click", async () => {
    const error = await post("/_console/reset", {});
    announce(error ?? "The mock is as new.");
  });
  form.append(...inputs.map(({ label }) => label), scenario.label, reset, command);
  form.addEventListener("submit", (event) => event.preventDefault());

  return () => {
    const { settings, defaults, scenarios } = state;
    if (!settings || !defaults) return;
    for (const { field, input, label, isEdited } of inputs) {
      label.classList.toggle("changed", field.format(settings) !== field.format(defaults));
      if (!isEdited()) input.value = field.format(settings);
    }
    if (scenario.select.length === 1) {
      scenario.select.append(...scenarios.map((name) => element("option", { value: name }, name)));
    }
    scenario.select.value = settings.scenario ?? "";
    scenario.label.classList.toggle("changed", settings.scenario !== undefined);
    const options = FIELDS.filter((field) => field.format(settings) !== field.format(defaults)).map(
      (field) => `${field.option} ${field.format(settings)}`,
    );
    if (settings.scenario !== undefined) options.push(`--scenario ${settings.scenario}`);
    command.hidden = options.length === 0;
    showWords(line, ["npx thinklio-sessions mock", ...options]);
  };
}

/** Shows a command whose options stay whole where it does not fit in a line. */
function showWords(line: HTMLElement, words: readonly string[]): void {
  if (line.textContent === words.join(" ")) return;
  const parts = words.map((word) => element("span", { class: "whole" }, word));
  line.replaceChildren(...parts.flatMap((part, index) => (index === 0 ? [part] : [" ", part])));
}

function createInput(field: Field) {
  const id = `switch-${field.name}`;
  const hint = element("small", { id: `${id}-hint` }, field.hint);
  const input = element("input", {
    id,
    type: "text",
    spellcheck: "false",
    "aria-describedby": hint.id,
  });
  const label = element("label", { for: id }, element("span", {}, field.label), input, hint);
  let isEdited = false;
  const say = (problem: string | undefined) => {
    label.classList.toggle("wrong", problem !== undefined);
    input.setAttribute("aria-invalid", String(problem !== undefined));
    setText(hint, problem ?? field.hint);
    if (problem !== undefined) announce(problem);
  };
  input.addEventListener("input", () => {
    isEdited = true;
  });
  input.addEventListener("change", async () => {
    const changes = field.parse(input.value.trim());
    const problem = changes ? await post("/_console/settings", changes) : field.remedy;
    say(problem);
    if (problem === undefined) isEdited = false;
  });
  return { field, input, label, isEdited: () => isEdited };
}

function createScenario() {
  const select = element(
    "select",
    { id: "switch-scenario", "aria-describedby": "switch-scenario-hint" },
    element("option", { value: "" }, "none"),
  );
  const label = element(
    "label",
    { for: select.id },
    element("span", {}, "Scenario"),
    select,
    element("small", { id: "switch-scenario-hint" }, "of streamed replies"),
  );
  select.addEventListener("change", async () => {
    const problem = await post("/_console/settings", { scenario: select.value === "" ? null : select.value });
    if (problem !== undefined) announce(problem);
  });
  return { select, label };
}

/** @returns what is wrong, or `undefined` if all went well */
async function post(path: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    const { error }: { error: { message: string } } = await response.json();
    return error.message;
  } catch {
    return "The mock does not answer.";
  }
}
