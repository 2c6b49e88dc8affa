import type { ServerResponse } from "node:http";
import type { ActivityEvent } from "../activity.ts";
import { DEFAULT_SETTINGS, SCENARIOS } from "../settings.ts";
import type { ConsoleOptions } from "./index.ts";
import { beginEventStream } from "./respond.ts";
import {
  type Changes,
  findLiveReplies,
  type LiveReply,
  MOST_ROWS,
  type RequestRow,
  type SessionRow,
  type Snapshot,
  showRequest,
  showSession,
} from "./view.ts";

/** How long changes are gathered before they go out together, in milliseconds: no eye sees the difference. */
const GATHERING = 40;

/** How much may wait for a page that does not read, in bytes. It is cut off then, and begins anew when it is back. */
const MOST_WAITING = 4 * 1024 * 1024;

/** Tells a page what there is, and from then on what changes, until it leaves or the mock stops. */
export function feed(options: ConsoleOptions, response: ServerResponse): void {
  const { activity } = options;
  let gathered = new Gathered();
  let timer: NodeJS.Timeout | undefined;

  const send = (event: string, value: Snapshot | Changes) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
    if (response.writableLength > MOST_WAITING) response.destroy();
  };
  const flush = () => {
    timer = undefined;
    const changes = gathered.changes(options);
    gathered = new Gathered();
    send("changes", changes);
  };
  const unsubscribe = activity.subscribe((event) => {
    if (event.type === "stopped") response.end();
    else if (event.type === "reset") {
      gathered = new Gathered();
      send("snapshot", takeSnapshot(options));
    } else {
      gathered.add(event);
      timer ??= setTimeout(flush, GATHERING);
    }
  });
  response.once("close", () => {
    unsubscribe();
    clearTimeout(timer);
  });

  beginEventStream(response);
  response.write("retry: 1000\n\n");
  send("snapshot", takeSnapshot(options));
}

function takeSnapshot({ mode, channel, activity, settings, sessions }: ConsoleOptions): Snapshot {
  const requests = activity.requests.slice(-MOST_ROWS);
  return {
    now: Date.now(),
    mode,
    settings: settings.values,
    defaults: DEFAULT_SETTINGS,
    sessions: sessions ? sessions.list().slice(0, MOST_ROWS).map(showSession) : null,
    requests: requests.map(showRequest),
    replies: findLiveReplies(requests),
    mostRows: MOST_ROWS,
    channel,
    scenarios: SCENARIOS,
  };
}

/** What happens between two writes; of each thing only the latest. */
class Gathered {
  readonly #requests = new Map<string, RequestRow>();
  readonly #sessions = new Map<string, SessionRow>();
  readonly #dropped = new Set<string>();
  readonly #replies = new Map<string, LiveReply>();
  #settingsChanged = false;

  add(event: Exclude<ActivityEvent, { type: "reset" | "stopped" }>): void {
    switch (event.type) {
      case "request":
        keep(this.#requests, event.request.id, showRequest(event.request));
        break;
      case "session":
        keep(this.#sessions, event.session.id, showSession(event.session));
        break;
      case "session-dropped":
        this.#sessions.delete(event.sessionId);
        this.#dropped.add(event.sessionId);
        break;
      case "delta": {
        const { type: _type, delta, ...ids } = event;
        const text = (this.#replies.get(ids.messageId)?.text ?? "") + delta;
        this.#replies.set(ids.messageId, { ...ids, text });
        break;
      }
      case "settings":
        this.#settingsChanged = true;
    }
  }

  changes({ settings, sessions }: ConsoleOptions): Changes {
    // When sessions expire is a switch, and concerns all of them.
    const changed = this.#settingsChanged
      ? (sessions?.list().slice(0, MOST_ROWS).map(showSession) ?? [])
      : [...this.#sessions.values()];
    return {
      ...(this.#settingsChanged && { settings: settings.values }),
      sessions: changed,
      droppedSessions: [...this.#dropped],
      requests: [...this.#requests.values()],
      replies: [...this.#replies.values()],
    };
  }
}

/** Under load more happens between two writes than a page lists. */
function keep<Value>(map: Map<string, Value>, id: string, value: Value): void {
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > MOST_ROWS && oldest !== undefined) map.delete(oldest);
}
