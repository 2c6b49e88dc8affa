import { setTimeout as delay } from "node:timers/promises";
import type { Agent, Clock, Store } from "../../server/index.ts";
import { MemoryStore } from "../../server/index.ts";
import type { Change } from "./fault.ts";

/** What a faulty part may need to know of the healthy server. */
interface Surroundings {
  readonly clock: Clock;
  /** In milliseconds. */
  readonly sessionTtl: number;
}

/** Replaces methods of the store. */
export function changeStore(
  change: (healthy: MemoryStore, surroundings: Surroundings) => Partial<Store>,
): Change {
  return {
    parts(surroundings) {
      const healthy = new MemoryStore();
      const store: Store = {
        insert: (stored, messages) => healthy.insert(stored, messages),
        find: (tenant, sessionId) => healthy.find(tenant, sessionId),
        append: (sessionId, messages) => healthy.append(sessionId, messages),
        close: (sessionId) => healthy.close(sessionId),
        messages: (sessionId, position, limit) => healthy.messages(sessionId, position, limit),
        secret: healthy.secret,
        takeTurn: (sessionId, signal) => healthy.takeTurn(sessionId, signal),
        tokensSpent: (tenant) => healthy.tokensSpent(tenant),
        spendTokens: (tenant, tokens) => healthy.spendTokens(tenant, tokens),
        end: () => healthy.end(),
        ...change(healthy, surroundings),
      };
      return { store };
    },
  };
}

/** Replaces the agent. */
export function changeAgent(change: (healthy: Agent) => Partial<Agent>): Change {
  return {
    parts: ({ agent }) => ({
      agent: { model: agent.model, reply: (turn) => agent.reply(turn), ...change(agent) },
    }),
  };
}

/** Messages join the history one by one, with a pause after each, in milliseconds. */
export function appendOneByOne(store: MemoryStore, pause: number): Pick<Store, "append"> {
  return {
    async append(id, messages) {
      for (const message of messages) {
        await store.append(id, [message]);
        await delay(pause);
      }
    },
  };
}

/** Nobody waits for a turn, as with several instances of a server that do not know of each other. */
export const takeNoTurns: Pick<Store, "takeTurn"> = { takeTurn: async () => () => {} };
