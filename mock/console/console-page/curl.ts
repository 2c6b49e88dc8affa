import type { RecordedRequest } from "../../activity.ts";

/** What curl says by itself, or what only a browser or a proxy has to say. */
const LEFT_OUT =
  /^(?:host|connection|keep-alive|content-length|transfer-encoding|expect|accept-encoding|accept-language|user-agent|origin|referer|dnt|priority|pragma|cache-control|sec-.*|x-forwarded-.*)$/;

/** Stands for the key, which the console is not told. The mock accepts any. */
const KEY = ["$", "{THINKLIO_API_KEY:-any}"].join("");

/** A request as a line for a POSIX shell that sends it again. */
export function curlLine(origin: string, request: RecordedRequest): string {
  const { method, path, headers, body } = request;
  const words = ["curl", "-i"];
  if (isStreaming(body)) words.push("-N");
  // curl would tidy dots away, and take brackets for a pattern.
  if (/\/\.|[[\]{}]/.test(path)) words.push("--path-as-is", "--globoff");
  if (method !== (body === undefined ? "GET" : "POST")) words.push("-X", quote(method));
  words.push(quote(origin + path));
  for (const [name, value] of Object.entries(headers)) {
    if (LEFT_OUT.test(name) || (name === "accept" && value === "*/*")) continue;
    words.push("-H", name === "authorization" ? quoteKey(value) : quoteHeader(name, value));
  }
  if (body !== undefined) {
    // Else curl would call it a form.
    if (!("content-type" in headers)) words.push("-H", quote("content-type:"));
    words.push("--data-binary", quote(bodyText(request)));
  }
  return inLines(words);
}

/** A line that says something in a session. */
export function sendMessageLine(origin: string, channelId: string, sessionId?: string): string {
  const body = { message: "Hello!", ...(sessionId !== undefined && { session_id: sessionId }), stream: true };
  return inLines([
    ...["curl", "-N", quote(`${origin}/v1/channels/${encodeURIComponent(channelId)}/messages`)],
    ...["-H", `"Authorization: Bearer ${KEY}"`, "-H", "'Content-Type: application/json'"],
    ...["--data-binary", quote(JSON.stringify(body))],
  ]);
}

/** One command, with a line for each header and the body. */
function inLines(words: readonly string[]): string {
  return words.map((word) => (word === "-H" || word === "--data-binary" ? `\\\n  ${word}` : word)).join(" ");
}

function bodyText({ body, answer }: RecordedRequest): string {
  // A text is what was no JSON; only a string in JSON gets as far as to the schema.
  if (typeof body === "string" && answer?.status !== 422) return body;
  return JSON.stringify(body);
}

function isStreaming(body: unknown): boolean {
  return typeof body === "object" && body !== null && "stream" in body && body.stream === true;
}

function quoteHeader(name: string, value: string): string {
  // A header without a value is written with a semicolon; curl leaves out one that ends with the colon.
  return quote(value === "" ? `${name};` : `${name}: ${value}`);
}

function quoteKey(authorization: string): string {
  const isBearer = /^bearer\s/i.test(authorization);
  return isBearer ? `"authorization: Bearer ${KEY}"` : quoteHeader("authorization", authorization);
}

/** One word for the shell, with no character in it that a terminal would obey. */
function quote(text: string): string {
  if (/^[\w./:=@%+-]+$/.test(text)) return text;
  if (!/(?![\n\t])\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replaceAll(/[\\%]|\p{Cc}/gu, escapeForPrintf).replaceAll("'", "'\\''");
  return `"$(printf '${escaped}')"`;
}

function escapeForPrintf(character: string): string {
  if (character === "%") return "%%";
  if (character === "\\") return "\\\\";
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
    .join("");
}
