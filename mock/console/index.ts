import type { IncomingMessage, ServerResponse } from "node:http";
import type { Activity, Mode, SessionsView } from "../activity.ts";
import type { Settings } from "../settings.ts";
import { createPages } from "./pages.ts";

/** What the console shows and switches. */
export interface ConsoleOptions {
  readonly mode: Mode;
  /** The name or address that the mock was told to listen at. */
  readonly host: string;
  /** A channel that there is. */
  readonly channel: string;
  readonly activity: Activity;
  readonly settings: Settings;
  /** `undefined` in the modes that keep no sessions. */
  readonly sessions: SessionsView | undefined;
  /** Forgets all sessions and requests, and puts the settings back. */
  reset(): void;
}

/**
 * Answers a request to the mock's own pages.
 *
 * @returns whether it does; if not, the request is one to the API
 */
export type Console = (request: IncomingMessage, response: ServerResponse) => boolean;

const OWN_PATH = /^\/_(?:console|docs)(?:[/?]|$)/;

/**
 * Makes the mock's own pages: `/_console` and `/_docs`, and what they load. The requests to them are not recorded, are
 * not slowed down, and carry no permission for pages of other origins.
 */
export function createConsole(options: ConsoleOptions): Console {
  const answer = createPages(options);
  return (request, response) => {
    const { url = "/" } = request;
    if (!url.startsWith("/_") || !OWN_PATH.test(url)) return false;
    answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
    return true;
  };
}
