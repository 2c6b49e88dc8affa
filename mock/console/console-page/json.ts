import { element } from "./element.ts";

const MOST_CHARACTERS = 20_000;

/** A value as indented JSON, or a text as it is; long ones are cut. */
export function showValue(value: unknown, label: string): HTMLElement {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  const isLong = text.length > MOST_CHARACTERS;
  const shown = isLong ? `${text.slice(0, MOST_CHARACTERS)}\n… cut; it has ${text.length} characters` : text;
  return element("pre", { class: "value", tabindex: "0", "aria-label": label }, element("code", {}, shown));
}

/** Names and values, such as headers. */
export function showPairs(pairs: Readonly<Record<string, string | number>>): HTMLElement {
  return element(
    "dl",
    { class: "pairs" },
    ...Object.entries(pairs).map(([name, value]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, String(value))),
    ),
  );
}
