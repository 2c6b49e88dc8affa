import { AsyncLocalStorage } from "node:async_hooks";
import type {
  CloseSessionInput,
  CreateSessionInput,
  GetSessionInput,
  Handler,
  ListMessagesInput,
  OperationId,
  Outcome,
  SendMessageInput,
} from "../generated/stub/index.ts";
import type { Agent } from "../server/agents/agent.ts";
import { createEcho } from "../server/agents/echo.ts";
import type { Channel } from "../server/channel.ts";
import type { Clock } from "../server/clock.ts";
import { createHandlers } from "../server/handlers.ts";
import { Sessions } from "../server/sessions.ts";
import type { SessionsView } from "./activity.ts";
import { BoundedStore } from "./bounded-store.ts";
import { type MockContext, mannerOf } from "./handlers.ts";
import { type Manner, perform, splitWords } from "./perform.ts";
import type { Recorder } from "./recorder.ts";
import { chooseReply, type ScriptedReply } from "./replies.ts";
import type { Settings } from "./settings.ts";

/** What the sessions of a mock are kept with. */
export interface StatefulOptions {
  readonly settings: Settings;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly channels: readonly Channel[];
  readonly replies: readonly ScriptedReply[];
  readonly mostSessions: number;
  /** Called for each session that is dropped to make room. */
  onDrop(sessionId: string): void;
}

/** Sessions that are really kept. */
export interface Stateful {
  /** A handler for each operation, by its id. */
  readonly handlers: Readonly<Record<string, Handler<MockContext>>>;
  readonly view: SessionsView;
  /** Forgets them all. */
  clear(): void;
}

const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Puts the reference server's own sessions, in memory and within bounds, behind the operations. */
export function createStateful({
  settings,
  recorder,
  clock,
  channels,
  replies,
  mostSessions,
  onDrop,
}: StatefulOptions): Stateful {
  const store = new BoundedStore({
    mostSessions,
    mostCharacters: MOST_CHARACTERS,
    changed: (stored) => recorder.emit({ type: "session", session: sessions.show(stored) }),
    dropped(sessionId) {
      recorder.emit({ type: "session-dropped", sessionId });
      onDrop(sessionId);
    },
  });
  /** How the reply to the request at hand is to come: the service has no word for it, and the agent must know. */
  const manners = new AsyncLocalStorage<Manner>();
  const sessions = new Sessions({
    channels,
    agent: createAgent(replies, manners),
    store,
    clock,
    get sessionTtl() {
      return settings.values.expireAfter;
    },
    blockedWords: [],
    tokenBudget: () => Number.POSITIVE_INFINITY,
  });
  const api = createHandlers(sessions);
  const named = describeChannels(channels);

  const handlers: Record<OperationId, Handler<MockContext>> = {
    createSession: {
      handle: async (input: CreateSessionInput<MockContext>) => hint(await api.createSession(input), named),
    },
    getSession: { handle: (input: GetSessionInput<MockContext>) => api.getSession(input) },
    sendMessage: {
      handle: async (input: SendMessageInput<MockContext>) =>
        hint(await manners.run(mannerOf(input, settings), () => api.sendMessage(input)), named),
    },
    listMessages: { handle: (input: ListMessagesInput<MockContext>) => api.listMessages(input) },
    closeSession: { handle: (input: CloseSessionInput<MockContext>) => api.closeSession(input) },
  };
  return {
    handlers,
    view: {
      list: () => Array.from(store.sessions(), (stored) => sessions.show(stored)).reverse(),
      messages: (sessionId) => store.history(sessionId),
    },
    clear: () => store.clear(),
  };
}

/** The agent: it says what the script has for the message, or else it echoes it. */
function createAgent(replies: readonly ScriptedReply[], manners: AsyncLocalStorage<Manner>): Agent {
  const echo = createEcho();
  return {
    model: "mock-1",
    reply(turn) {
      const scripted = chooseReply(replies, turn.message, turn.history.length / 2);
      const pieces = scripted === undefined ? echo.reply(turn) : splitWords(scripted.text);
      const manner = manners.getStore();
      if (manner === undefined) throw new Error("A reply was asked for outside of any request.");
      const scenario = manner.scenario ?? scripted?.scenario;
      return perform(pieces, { ...manner, scenario, signal: turn.signal });
    },
  };
}

/** Someone without an account does not know which channels there are. */
function hint(outcome: Outcome, channels: string): Outcome {
  if (!("error" in outcome)) return outcome;
  const { code, message } = outcome.error;
  if (code !== "channel_not_found" && code !== "agent_not_found") return outcome;
  return { ...outcome, error: { ...outcome.error, message: `${message} ${channels}` } };
}

function describeChannels(channels: readonly Channel[]): string {
  const named = channels.map(({ id, agents }) => `${id} (${agents.join(", ")})`);
  return `This mock has ${named.join("; ")}: add others with --channel.`;
}
