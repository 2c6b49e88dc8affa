import type { Mode } from "../../activity.ts";
import type { Scenario, SettingValues } from "../../settings.ts";
import type { Changes, LiveReply, RequestRow, SessionRow, Snapshot } from "../view.ts";

/** What the detail pane shows. */
export interface Selection {
  readonly kind: "session" | "request";
  readonly id: string;
}

/** Whether news of the mock arrive. */
export type Connection = "connecting" | "live" | "lost";

/** All that the page knows. Those who show it are told when it has changed. */
export class State {
  connection: Connection = "connecting";
  mode: Mode | undefined;
  settings: SettingValues | undefined;
  defaults: SettingValues | undefined;
  scenarios: readonly Scenario[] = [];
  /** A channel that there is. */
  channel = "";
  /** Newest first; `undefined` where the mode keeps none. */
  sessions: readonly SessionRow[] | undefined;
  /** Newest first. */
  requests: readonly RequestRow[] = [];
  /** The replies that are on their way, by the id of their message. */
  replies: ReadonlyMap<string, LiveReply> = new Map();
  selection: Selection | undefined;
  onlyInvalid = false;
  /** What the list of requests leaves out because it was emptied. */
  #cleared = new Set<string>();
  /** How far the mock's clock is ahead of the browser's, in milliseconds. */
  #ahead = 0;
  #mostRows = 0;
  readonly #onChange: () => void;

  /** @param onChange is called at most once a frame */
  constructor(onChange: () => void) {
    let isDue = false;
    this.#onChange = () => {
      if (isDue) return;
      isDue = true;
      // A frame would never come while the page is hidden.
      setTimeout(() => {
        isDue = false;
        onChange();
      }, 16);
    };
  }

  /** The mock's time, in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Whether a session is expired can be seen on the clock. */
  statusOf({ status, expires_at }: SessionRow): SessionRow["status"] {
    return status === "active" && Date.parse(expires_at) <= this.now() ? "expired" : status;
  }

  /** Time has passed. */
  tick(): void {
    this.#onChange();
  }

  connect(connection: Connection): void {
    this.connection = connection;
    this.#onChange();
  }

  select(selection: Selection | undefined): void {
    this.selection = selection;
    this.#onChange();
  }

  filter(onlyInvalid: boolean): void {
    this.onlyInvalid = onlyInvalid;
    this.#onChange();
  }

  clearRequests(): void {
    this.#cleared = new Set(this.requests.map(({ id }) => id));
    this.#onChange();
  }

  /** The requests to list. */
  listedRequests(): readonly RequestRow[] {
    return this.requests.filter(
      ({ id, isValid }) => !this.#cleared.has(id) && !(this.onlyInvalid && isValid !== false),
    );
  }

  begin(snapshot: Snapshot): void {
    this.#ahead = snapshot.now - Date.now();
    this.#mostRows = snapshot.mostRows;
    this.mode = snapshot.mode;
    this.scenarios = snapshot.scenarios;
    this.channel = snapshot.channel;
    this.settings = snapshot.settings;
    this.defaults = snapshot.defaults;
    this.sessions = snapshot.sessions ? newestFirst(snapshot.sessions) : undefined;
    this.requests = snapshot.requests.toReversed();
    this.replies = new Map(snapshot.replies.map((reply) => [reply.messageId, reply]));
    this.connection = "live";
    this.#onChange();
  }

  apply(changes: Changes): void {
    if (changes.settings) this.settings = changes.settings;
    if (this.sessions) {
      const dropped = new Set(changes.droppedSessions);
      const kept = this.sessions.filter(({ id }) => !dropped.has(id));
      this.sessions = newestFirst(merge(kept, changes.sessions)).slice(0, this.#mostRows);
    }
    this.requests = merge(this.requests, changes.requests).slice(0, this.#mostRows);
    const replies = new Map(this.replies);
    for (const reply of changes.replies) {
      replies.set(reply.messageId, {
        ...reply,
        text: (replies.get(reply.messageId)?.text ?? "") + reply.text,
      });
    }
    const ended = new Set(
      changes.requests.filter(({ duration }) => duration !== undefined).map(({ id }) => id),
    );
    for (const [messageId, { requestId }] of replies) if (ended.has(requestId)) replies.delete(messageId);
    this.replies = replies;
    this.#onChange();
  }
}

/** Puts changed rows in their places, and new ones on top. */
function merge<Row extends { readonly id: string }>(rows: readonly Row[], changed: readonly Row[]): Row[] {
  const latest = new Map(changed.map((row) => [row.id, row]));
  const old = rows.map((row) => {
    const now = latest.get(row.id);
    latest.delete(row.id);
    return now ?? row;
  });
  return [...[...latest.values()].toReversed(), ...old];
}

/** An order that stays as it is while the sessions are used, so that no row moves away from the pointer. */
function newestFirst(sessions: readonly SessionRow[]): SessionRow[] {
  return sessions.toSorted(
    (one, other) =>
      Date.parse(other.created_at) - Date.parse(one.created_at) ||
      Number(one.id < other.id) - Number(one.id > other.id),
  );
}
