/** An element of XML: its name, its attributes, the elements in it, and the text in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads XML that has elements, attributes and text, and nothing else. It is stricter than a parser needs to be.
 *
 * @throws if it is not well formed
 */
export function parseXml(text: string): XmlElement {
  if (/(?![\n\t\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error("It has a character that XML has not.");
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  for (const [token] of rest.matchAll(/<[^>]*>|[^<]+|</g)) {
    const parent = open.at(-1) ?? root;
    const [, end, name = "", attributes = "", empty] =
      /^<(\/)?([a-z]+)((?: [a-z]+="[^"<]*")*)(\/)?>$/.exec(token) ?? [];
    if (!token.startsWith("<")) parent.text += decode(token);
    else if (name === "") throw new Error(`It is no tag: ${token}`);
    else if (end) {
      if (open.pop()?.name !== name || open.length === 0)
        throw new Error(`It ends what did not begin: ${token}`);
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length > 1 || only === undefined || others.length > 0 || root.text.trim() !== "") {
    throw new Error("It is not one element.");
  }
  return only;
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, decode(value)] as const,
  );
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error("An attribute comes twice.");
  return Object.fromEntries(found);
}

function decode(text: string): string {
  return text.replaceAll(/&([^;]*;)?/g, (reference, name: string | undefined) => {
    const entity = name?.slice(0, -1) ?? "";
    const number = /^#(\d+)$/.exec(entity)?.[1];
    const decoded = number === undefined ? ENTITIES[entity] : String.fromCodePoint(Number(number));
    if (decoded === undefined) throw new Error(`It is no reference: ${reference}`);
    return decoded;
  });
}
