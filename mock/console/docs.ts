import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DOCUMENT } from "../examples.ts";
import type { ConsoleOptions } from "./index.ts";
import { readPageFile } from "./page-files.ts";
import { sendError, sendJson, sendText } from "./respond.ts";

/** The viewer's files that the page loads; the package has more. */
const VIEWER_FILES: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** The viewer styles elements inline; all else comes from the mock, and whatever it sends goes to the mock. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Answers with the API reference, or a file that it loads.
 *
 * @param name the file; the page itself if it is empty
 */
export async function answerDocs(
  { channel }: ConsoleOptions,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const headers = { "Content-Security-Policy": DOCS_POLICY };
  if (name === "openapi.json") return sendJson(response, await readDocument(channel));
  const viewer = findViewer();
  if (name === "") {
    const page = await readPageFile("docs-page", viewer ? "index.html" : "missing.html");
    return sendText(response, page?.type ?? "", page?.text ?? "", headers, viewer ? 200 : 501);
  }
  const type = Object.hasOwn(VIEWER_FILES, name) ? VIEWER_FILES[name] : undefined;
  if (viewer && type) return sendText(response, type, await readFile(join(viewer, name)), headers);
  const file = await readPageFile("docs-page", name);
  if (file) sendText(response, file.type, file.text, headers);
  else sendError(response, 404, "not_found", `The reference has no file ${name}.`);
}

interface Document {
  readonly servers: readonly unknown[];
  readonly components: { readonly parameters: Record<string, Record<string, unknown>> };
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { examples?: object }> } }>
  >;
}

/**
 * The contract's document, for a first try without a thought: the API is here, the channel is one that there is, and the
 * body that the viewer fills in is the first that speaks of no session.
 */
async function readDocument(channel: string): Promise<Document> {
  const document: Document = JSON.parse(await readFile(DOCUMENT, "utf8"));
  for (const parameter of Object.values(document.components.parameters)) {
    if (parameter.name === "channel_id") parameter.example = channel;
  }
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const content of Object.values(operation.requestBody?.content ?? {})) {
      const namesSession = ([, example]: [string, unknown]) => JSON.stringify(example).includes("session_id");
      const examples = Object.entries(content.examples ?? {});
      content.examples = Object.fromEntries(
        examples.toSorted((one, other) => Number(namesSession(one)) - Number(namesSession(other))),
      );
    }
  }
  return { ...document, servers: [{ url: "/", description: "This mock" }] };
}

function findViewer(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  } catch {
    return undefined;
  }
}
