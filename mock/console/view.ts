import type { Session } from "../../generated/index.ts";
import type { Mode, RecordedRequest } from "../activity.ts";
import type { Scenario, SettingValues } from "../settings.ts";

/** A request as a line of a list. */
export interface RequestRow {
  readonly id: string;
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  /** Absent until the contract's checks are made. */
  readonly isValid?: boolean;
  /** The first thing that is wrong with it. */
  readonly fault?: string;
  /** Absent until the answer begins. */
  readonly status?: number;
  /** In milliseconds; absent until the answer has ended. */
  readonly duration?: number;
  /** Whether the answer ended before it was complete. */
  readonly isCut: boolean;
}

/** A session as a line of a list: all but its metadata, which can be large. */
export type SessionRow = Omit<Session, "metadata">;

/** A streamed reply that is on its way, as far as it has come. */
export interface LiveReply {
  readonly requestId: string;
  readonly sessionId: string;
  readonly messageId: string;
  readonly text: string;
}

/** All that the console shows, at one moment. */
export interface Snapshot {
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  readonly mode: Mode;
  readonly settings: SettingValues;
  /** How the mock behaves unless told otherwise. */
  readonly defaults: SettingValues;
  /** Newest first; `null` in the modes that keep no sessions. */
  readonly sessions: readonly SessionRow[] | null;
  /** Oldest first. */
  readonly requests: readonly RequestRow[];
  readonly replies: readonly LiveReply[];
  /** How many rows a list has at most. */
  readonly mostRows: number;
  /** A channel that there is. */
  readonly channel: string;
  /** What can be asked of a reply. */
  readonly scenarios: readonly Scenario[];
}

/** What has changed since the snapshot, or since the changes before. */
export interface Changes {
  readonly settings?: SettingValues;
  readonly sessions: readonly SessionRow[];
  /** The ids of the sessions that made room for newer ones. */
  readonly droppedSessions: readonly string[];
  readonly requests: readonly RequestRow[];
  /** The text of each is what was added. */
  readonly replies: readonly LiveReply[];
}

/** How many requests, and how many sessions, the console lists. */
export const MOST_ROWS = 200;

const LONGEST_PATH = 300;

export function showRequest(request: RecordedRequest): RequestRow {
  const { id, receivedAt, method, path, verdict, answer } = request;
  const [fault] = verdict?.faults ?? [];
  return {
    id,
    receivedAt,
    method,
    path: path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path,
    ...(verdict && { isValid: verdict.isValid }),
    ...(fault && { fault: fault.message }),
    ...(answer && { status: answer.status }),
    ...(answer?.duration !== undefined && { duration: answer.duration }),
    isCut: answer?.duration !== undefined && !answer.isComplete,
  };
}

export function showSession({ metadata: _large, ...session }: Session): SessionRow {
  return session;
}

/** The replies that are on their way, as the requests have recorded them. */
export function findLiveReplies(requests: readonly RecordedRequest[]): LiveReply[] {
  return requests.flatMap(({ id, answer }) => {
    if (answer === undefined || answer.duration !== undefined) return [];
    const deltas = answer.events.filter(isDelta);
    const [first] = deltas;
    if (!first) return [];
    const text = deltas.map(({ delta }) => delta).join("");
    return [{ requestId: id, sessionId: first.session_id, messageId: first.id, text }];
  });
}

function isDelta(event: unknown): event is { id: string; session_id: string; delta: string } {
  return (
    typeof event === "object" && event !== null && "delta" in event && "session_id" in event && "id" in event
  );
}
