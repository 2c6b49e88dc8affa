import { stringify } from "yaml";

/** Parts smaller than this are written again, since an alias would be harder to read than they are. */
const SMALLEST_SHARED = 120;

/** Writes a document in YAML. Larger parts that come more than once, as error responses do, are written once. */
export function writeYaml(document: object): string {
  const seen = new Map<string, unknown>();
  const share = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const copy = Array.isArray(value)
      ? value.map(share)
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part)]));
    const text = JSON.stringify(copy);
    if (text.length < SMALLEST_SHARED) return copy;
    if (!seen.has(text)) seen.set(text, copy);
    return seen.get(text);
  };
  return stringify(share(document), { lineWidth: 0, blockQuote: "literal", anchorPrefix: "shared" });
}
