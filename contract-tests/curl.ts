import { isUtf8 } from "node:buffer";
import type { HttpRequest } from "./http.ts";
import { redact, type Secret } from "./redact.ts";

const LONGEST_BODY = 1000;

/** A request as a line for a POSIX shell that sends it again with curl. Keys are environment variables in it. */
export function curlLine(base: URL, request: HttpRequest, secrets: readonly Secret[]): string {
  const { method, path, headers, body } = request;
  const quoted = (text: string) => quote(text, secrets);
  const words = ["curl", "-i", "--path-as-is", "--globoff", "-X", method];
  words.push(quoted(base.href.replace(/\/$/, "") + path));
  // A header without a value is written with a semicolon; curl leaves out one that ends with the colon.
  for (const [name, value] of headers)
    words.push("-H", quoted(value === "" ? `${name};` : `${name}: ${value}`));
  if (!body) return words.join(" ");
  if (!headers.some(([name]) => name.toLowerCase() === "content-type")) words.push("-H", "'Content-Type:'");
  if (request.chunked) words.push("-H", "'Transfer-Encoding: chunked'");
  const text = Buffer.from(body).toString("utf8");
  if (body.byteLength > LONGEST_BODY) {
    const shown = quoted(`${redact(text, secrets).slice(0, 100)}…`);
    return `${words.join(" ")} --data-binary ${shown} # cut; the body has ${body.byteLength} bytes`;
  }
  // A terminal shows no control characters, and a shell's word cannot hold all of them.
  if (isUtf8(body) && !/(?![\n\t])\p{Cc}/u.test(text))
    return `${words.join(" ")} --data-binary ${quoted(text)}`;
  const octal = [...body].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  return `printf '${octal}' | ${words.join(" ")} --data-binary @-`;
}

function quote(text: string, secrets: readonly Secret[]): string {
  const redacted = redact(text, secrets);
  if (redacted === text) return `'${text.replaceAll("'", "'\\''")}'`;
  // The placeholders are for the shell to fill in, and nothing else is.
  const placeholders = new Set(secrets.map(({ placeholder }) => placeholder));
  const parts = redacted.split(/(\$\{[A-Z_]+\})/);
  return `"${parts.map((part) => (placeholders.has(part) ? part : part.replaceAll(/["\\$`]/g, "\\$&"))).join("")}"`;
}
