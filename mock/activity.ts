import type { Message, Session } from "../generated/index.ts";
import type { SettingValues } from "./settings.ts";

/** The ways to answer: with the contract's examples, with generated data, or with sessions that are really kept. */
export const MODES = ["examples", "dynamic", "stateful"] as const;

/** One of the ways to answer. */
export type Mode = (typeof MODES)[number];

/** One thing that is wrong with a request, or with an answer. */
export interface Fault {
  readonly in: "route" | "key" | "path" | "query" | "header" | "body";
  /** A parameter's name, or a JSON pointer into the body; empty where it concerns the whole. */
  readonly path: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** The ids of the statements that say so (`generated/statements.ts`). */
  readonly statements: readonly string[];
}

/** What the contract says about a request. */
export interface Verdict {
  readonly isValid: boolean;
  /** Why it is not. The contract's checks come in an order, and those behind the first that fails are not made. */
  readonly faults: readonly Fault[];
}

/** What Prism says about a request and its answer. It knows less than the contract's own checks: a second opinion. */
export interface PrismVerdict {
  readonly request: readonly Fault[];
  readonly answer: readonly Fault[];
}

/** How a request was answered. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** The body; `undefined` where the answer is an event stream. */
  readonly body: unknown;
  /** The data of a stream's events, so far. */
  readonly events: readonly unknown[];
  /** The statements that say why it is an error, where the contract has some for this error. */
  readonly statements: readonly string[];
  /** From the request's arrival to the answer's last byte, in milliseconds; `undefined` until then. */
  readonly duration: number | undefined;
  /** Whether the answer was written to its end: not if the client left or the connection was cut. */
  readonly isComplete: boolean;
}

/** A request that the mock got, as far as it is known. */
export interface RecordedRequest {
  /** Begins with `req_`; an error's envelope carries the same. */
  readonly id: string;
  /** When it came, as an RFC 3339 date-time in UTC. */
  readonly receivedAt: string;
  readonly mode: Mode;
  readonly method: string;
  /** The path and the query, as sent. */
  readonly path: string;
  /** By their names in lower case. The key in `authorization` is redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The operation that the request leads to. */
  readonly operationId: string | undefined;
  /** The body as parsed, or as text where it is not JSON; `undefined` while it has not come, or where there is none. */
  readonly body: unknown;
  /** `undefined` until the contract's checks are made. */
  readonly verdict: Verdict | undefined;
  /** `undefined` until Prism has judged. It only judges requests that lead to an operation, and complete answers. */
  readonly prism: PrismVerdict | undefined;
  /** `undefined` until the answer begins. */
  readonly answer: RecordedAnswer | undefined;
}

/** Something that happened in the mock. */
export type ActivityEvent =
  /** A request came, was judged, is being answered, or ended. The latest of the same id counts. */
  | { readonly type: "request"; readonly request: RecordedRequest }
  /** A piece of a reply went out. */
  | {
      readonly type: "delta";
      readonly requestId: string;
      readonly sessionId: string;
      readonly messageId: string;
      readonly delta: string;
    }
  /** A session was opened, or something about it changed, other than by time alone. */
  | { readonly type: "session"; readonly session: Session }
  /** A session was dropped to make room for newer ones. */
  | { readonly type: "session-dropped"; readonly sessionId: string }
  /** A switch was changed. */
  | { readonly type: "settings"; readonly settings: SettingValues }
  /** Everything was put back to the start. */
  | { readonly type: "reset" }
  /** The mock is about to stop: the last event. */
  | { readonly type: "stopped" };

/** What happens in the mock. */
export interface Activity {
  /** The latest requests, oldest first. Older ones are forgotten. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Tells a listener of everything that happens from now on, at once and in order.
   *
   * @param listener must not throw
   * @returns a function that ends it
   */
  subscribe(listener: (event: ActivityEvent) => void): () => void;
}

/** The sessions that the mock keeps; only in the mode `stateful`. */
export interface SessionsView {
  /** The sessions as they are now, the newest first. */
  list(): readonly Session[];
  /** A session's history, oldest first; `undefined` if there is no such session. */
  messages(sessionId: string): readonly Message[] | undefined;
}
