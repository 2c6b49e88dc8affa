import { converse, converseStreaming, openSession } from "../calls.ts";
import { demand } from "../demand.ts";
import type { Rule } from "../rule.ts";

/** What the agent knows of a session. */
export const agentRules: readonly Rule[] = [
  {
    id: "LIF-020",
    title: "The agent sees the earlier messages",
    statement: "The agent's reply can draw on the earlier messages of the session.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      await converse(target, { message: "My order is number 748231.", session_id });
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the earlier message");
    },
  },
  {
    id: "LIF-021",
    title: "The agent sees the initial context",
    statement: "The agent's reply can draw on the initial_context of the session.",
    covers: ["Lifecycle 19"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target, {
        initial_context: "The order is number 748231.",
      });
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the initial context");
    },
  },
  {
    id: "LIF-300",
    title: "The agent sees the last message of many",
    statement: "However many messages a session has, the agent's reply can draw on the last one before.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (const message of ["Hello", "I need help.", "My order is number 748231."]) {
        await converse(target, { message, session_id });
      }
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the last message before");
    },
  },
  {
    id: "LIF-301",
    title: "The agent sees the earlier messages when it streams, too",
    statement: "A streamed reply can draw on the earlier messages of the session like any other.",
    covers: ["Lifecycle 18"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const { id: session_id } = await openSession(target);
      for (const message of ["Hello", "My order is number 748231."]) {
        await converse(target, { message, session_id });
      }
      const message = target.offer("recalling-message");
      const { answer, deltas } = await converseStreaming(target, { message, session_id });
      const reply = deltas.map(({ delta }) => delta).join("");
      demand(reply.includes("748231"), "the reply does not show the earlier message", answer);
    },
  },
  {
    id: "LIF-202",
    title: "The agent sees no other session",
    statement: "The agent's reply draws on the messages of its own session, and not on those of others.",
    covers: ["Lifecycle 20"],
    needs: ["write", "recalling-message"],
    async check(target) {
      await converse(target, { message: "My order is number 905517." });
      const { content } = await converse(target, { message: target.offer("recalling-message") });
      demand(!content.includes("905517"), "the reply shows a message of another session");
    },
  },
  {
    id: "LIF-027",
    title: "The agent sees the initial context with every message",
    statement:
      "However many messages came before, the agent's reply can draw on the initial_context of the session.",
    covers: ["Lifecycle 19"],
    needs: ["write", "recalling-message"],
    async check(target) {
      const initial_context = "The order is number 748231.";
      const { id: session_id } = await openSession(target, { initial_context });
      for (const message of ["Hello", "I need help."]) await converse(target, { message, session_id });
      const { content } = await converse(target, { message: target.offer("recalling-message"), session_id });
      demand(content.includes("748231"), "the reply does not show the initial context");
    },
  },
];
