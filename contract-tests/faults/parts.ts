import type { Agent, Clock, Configuration, Store } from "../../server/index.ts";
import { createApp, MemoryStore } from "../../server/index.ts";
import type { Change } from "./fault.ts";

/** What a faulty part may need to know of the healthy server. */
interface Surroundings {
  readonly clock: Clock;
  /** In milliseconds. */
  readonly sessionTtl: number;
}

/** Replaces methods of the store. */
export function changeStore(change: (healthy: Store, surroundings: Surroundings) => Partial<Store>): Change {
  return {
    parts(surroundings) {
      const healthy = new MemoryStore();
      const store: Store = {
        insert: (stored, messages) => healthy.insert(stored, messages),
        find: (tenant, sessionId) => healthy.find(tenant, sessionId),
        append: (sessionId, messages) => healthy.append(sessionId, messages),
        close: (sessionId) => healthy.close(sessionId),
        messages: (sessionId, position, limit) => healthy.messages(sessionId, position, limit),
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

/** Several instances of the application that share one store, and take turns with the requests. */
export const severalInstances: Required<Pick<Change, "application">> = {
  application(configuration: Configuration) {
    const instances = Array.from({ length: 4 }, () => createApp(configuration));
    let next = 0;
    return (request, response) => {
      next = (next + 1) % instances.length;
      instances[next]?.(request, response);
    };
  },
};
