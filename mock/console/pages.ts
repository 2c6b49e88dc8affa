import type { IncomingMessage, ServerResponse } from "node:http";
import { statements } from "../../generated/statements.ts";
import { answerDocs } from "./docs.ts";
import { feed } from "./feed.ts";
import type { ConsoleOptions } from "./index.ts";
import { readPageFile } from "./page-files.ts";
import { refuseOtherOrigin, refuseUnknownHost } from "./protection.ts";
import { sendError, sendJson, sendText } from "./respond.ts";
import { changeSettings, readJsonBody } from "./switches.ts";
import { MOST_ROWS } from "./view.ts";

/** What a page of another origin may not see or do; the rest is the same for everybody, and so no secret. */
type Access = "everybody" | "own page";

interface Route {
  readonly method: "GET" | "POST";
  /** What it matches is an id or a file's name. */
  readonly path: RegExp;
  readonly access: Access;
  answer(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> | void;
}

/** Nothing but the page's own files, whatever the data say: no inline script, no markup made from text, no other host. */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Makes the handler of everything below `/_console` and `/_docs`. */
export function createPages(
  options: ConsoleOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { activity, sessions, settings } = options;

  const showPage = async (response: ServerResponse, name: string) => {
    const file = await readPageFile("console-page", name);
    if (!file) return notFound(response, `The console has no file ${name}.`);
    sendText(response, file.type, file.text, { "Content-Security-Policy": CONSOLE_POLICY });
  };

  const routes: readonly Route[] = [
    {
      method: "GET",
      path: /^\/_console\/?$/,
      access: "everybody",
      answer: (_request, response) => showPage(response, "index.html"),
    },
    {
      method: "GET",
      path: /^\/_console\/([\w-]+\.\w+)$/,
      access: "everybody",
      answer: (_request, response, name) => showPage(response, name),
    },
    {
      method: "GET",
      path: /^\/_console\/statements$/,
      access: "own page",
      answer: (_request, response) => sendJson(response, statements),
    },
    {
      method: "GET",
      path: /^\/_console\/events$/,
      access: "own page",
      answer: (_request, response) => feed(options, response),
    },
    {
      method: "GET",
      path: /^\/_console\/requests\/([\w-]+)$/,
      access: "own page",
      answer(_request, response, id) {
        const found = activity.requests.findLast((request) => request.id === id);
        if (found) sendJson(response, found);
        else notFound(response, "The mock has forgotten this request: it keeps the latest only.");
      },
    },
    {
      method: "GET",
      path: /^\/_console\/sessions\/([\w-]+)$/,
      access: "own page",
      answer(_request, response, id) {
        const session = sessions?.list().find((candidate) => candidate.id === id);
        if (!session) return notFound(response, "The mock keeps no such session.");
        const messages = sessions?.messages(id) ?? [];
        sendJson(response, { session, messages: messages.slice(-MOST_ROWS) });
      },
    },
    {
      method: "POST",
      path: /^\/_console\/settings$/,
      access: "own page",
      answer: (request, response) => changeSettings(settings, request, response),
    },
    {
      method: "POST",
      path: /^\/_console\/reset$/,
      access: "own page",
      async answer(request, response) {
        if ((await readJsonBody(request, response)) === undefined) return;
        options.reset();
        sendJson(response, {});
      },
    },
    {
      method: "GET",
      path: /^\/_docs(?:\/([\w-]+\.\w+)?)?$/,
      access: "everybody",
      answer: (_request, response, name) => answerDocs(options, response, name),
    },
  ];

  return async (request, response) => {
    const path = (request.url ?? "/").replace(/\?.*$/s, "");
    const found = routes.find((route) => route.path.test(path));
    const refusal =
      refuseUnknownHost(request, options.host) ??
      (found?.access === "own page" ? refuseOtherOrigin(request) : undefined);
    if (refusal !== undefined) return sendError(response, 403, "insufficient_scope", refusal);
    if (!found)
      return notFound(
        response,
        "There is no such page. The console is at /_console, the reference at /_docs.",
      );
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (method !== found.method) {
      const message = `This takes ${found.method} only.`;
      return sendError(response, 405, "method_not_allowed", message, { Allow: found.method });
    }
    await found.answer(request, response, found.path.exec(path)?.[1] ?? "");
    // Else the head of an event stream would never end.
    if (request.method === "HEAD") response.end();
  };
}

function notFound(response: ServerResponse, message: string): void {
  sendError(response, 404, "not_found", message);
}
