import { readFileSync } from "node:fs";

/** A fenced block of the README, or of another page. */
export interface Block {
  /** The heading that it stands under. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/**
 * Reads the fenced blocks of a page.
 *
 * @param page its path from the top of the repository; the README unless given
 */
export function readBlocks(page = "README.md"): readonly Block[] {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), "utf8");
  return text.split(/^#+ (?=.*$)/m).flatMap((part) => {
    const section = part.split("\n", 1).join();
    return [...part.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", block = ""]) => ({
      section,
      language,
      text: block,
    }));
  });
}

/** Makes the request of a `curl` line, without `curl`. */
export function runCurl(line: string): Promise<Response> {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  const headers = new Headers();
  let method: string | undefined;
  let body: string | undefined;
  let url: string | undefined;
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (word === "-X") method = words[++index];
    else if (word === "-d") body = words[++index];
    else if (word === "-H") {
      const [name = "", value = ""] = (words[++index] ?? "").split(": ");
      headers.append(name, value);
    } else if (word === "-N") {
      // Every response is read as it comes.
    } else if (word?.startsWith("-")) throw new Error(`The option ${word} is not known here.`);
    else url = word;
  }
  if (url === undefined) throw new Error(`No URL in: ${line}`);
  return fetch(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body !== undefined && { body }),
  });
}
