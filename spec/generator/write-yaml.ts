import { Document, isCollection, visit } from "yaml";

/** Parts smaller than this are written again, since an alias would be harder to read than they are. */
const SMALLEST_SHARED = 100;
/** Parts up to this length, in JSON, are written in one line. */
const LONGEST_LINE = 160;

/** Writes a document in YAML. Larger parts that come more than once, as examples do, are written once. */
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
  const yaml = new Document(share(document), { anchorPrefix: "shared" });
  visit(yaml, {
    Collection(_key, node, path) {
      // The outermost levels are for finding one's way.
      if (path.length < 4 || !isCollection(node)) return undefined;
      const text = JSON.stringify(node);
      if (text.length > LONGEST_LINE || text.includes("\\n")) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return yaml.toString({ lineWidth: 0, blockQuote: "literal", flowCollectionPadding: true });
}
