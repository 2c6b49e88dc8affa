import type { Arbitrary } from "fast-check";
import { openSession } from "../calls.ts";
import type { Rule } from "../rule.ts";
import type { Target } from "../target.ts";
import { type Attempts, tryInputs } from "./attempts.ts";
import { commandSequences, withoutOne } from "./commands.ts";
import { Conversation } from "./conversation.ts";
import type { FastCheck } from "./fast-check.ts";
import { demandRefusal, faultyRequests } from "./faults.ts";
import { createRequests, messageRequests, optionalHeaders } from "./requests.ts";

/** Rules that draw what they send at random: values from the schemas of the contract, and sequences of requests. */
export const generatedRules: readonly Rule[] = [
  {
    id: "GEN-001",
    title: "Any valid session is created, and comes back the same",
    statement:
      "createSession takes whatever fits its schema, and the session is what was asked for, at once and when it is read.",
    covers: ["Session 9", "Session 11", "Session 24", "Session 25", "Request 4", "Request 5", "Request 10"],
    needs: ["write", "fast-check"],
    check: (target) =>
      tryConversations(target, {
        runs: 80,
        inputs: (fc) => fc.tuple(createRequests(fc, target), optionalHeaders(fc)),
        async attempt(conversation, [request, headers]) {
          await conversation.read(await conversation.create(request, headers));
        },
      }),
  },
  {
    id: "GEN-002",
    title: "Any valid message is answered, and comes back the same",
    statement:
      "sendMessage takes whatever fits its schema, whole or streamed, and the history holds what was sent and answered.",
    covers: ["Message 1", "Message 5", "Message 6", "History 11", "History 13", "History 14", "Stream 8"],
    needs: ["write", "fast-check"],
    check: (target) =>
      tryConversations(target, {
        runs: 40,
        inputs: (fc) => fc.array(messageRequests(fc), { maxLength: 3 }),
        async attempt(conversation, messages) {
          const session = await conversation.create({});
          for (const message of messages) await conversation.send(message, session);
          await conversation.checkAll();
        },
      }),
  },
  {
    id: "GEN-003",
    title: "A request with exactly one fault is refused for it",
    statement:
      "A request that is valid but for one thing gets the status, the code and the path in details that go with it, and leaves no trace.",
    covers: ["Error 4", "Error 6", "Error 7", "Error 30", "Error 33", "Error 34", "History 5", "History 16"],
    needs: ["write", "fast-check"],
    check: (target) =>
      tryConversations(target, {
        runs: 160,
        inputs: (fc) => fc.tuple(faultyRequests(fc, target), fc.boolean()),
        async attempt(conversation, [fault, hasMessages]) {
          const session = await conversation.create({});
          if (hasMessages) await conversation.send({ message: "Hello" }, session);
          demandRefusal(fault, await conversation.sendFaulty(fault, session));
          await conversation.checkAll();
        },
      }),
  },
  {
    id: "GEN-004",
    title: "Pages of any sizes together are the history",
    statement:
      "A history read in pages of any sizes, one after the other, holds each message once and in order.",
    covers: ["History 2", "History 3", "History 6", "History 7"],
    needs: ["write", "fast-check"],
    check: (target) =>
      tryConversations(target, {
        runs: 25,
        inputs: (fc) =>
          fc.tuple(
            fc.integer({ min: 0, max: 6 }),
            fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
          ),
        async attempt(conversation, [messages, limits]) {
          const session = await conversation.create({});
          for (let number = 1; number <= messages; number += 1) {
            await conversation.send({ message: `Message ${number}` }, session);
          }
          // Every limit in turn until the last page was read.
          for (let pages = 0; pages === 0 || session.position.index > 0; pages += 1) {
            await conversation.page(session, limits[pages % limits.length] ?? 1);
          }
        },
      }),
  },
  {
    id: "GEN-005",
    title: "Any sequence of requests keeps to the lifecycle",
    statement:
      "Whatever the order in which sessions are created, written to, read and closed, each is what the lifecycle says.",
    covers: [
      "Session 8",
      "Session 20",
      "Lifecycle 3",
      "Lifecycle 4",
      "Lifecycle 10",
      "Lifecycle 20",
      "History 6",
    ],
    needs: ["write", "fast-check"],
    check: (target) => trySequences(target, { runs: 50, passTime: false }),
  },
  {
    id: "GEN-006",
    title: "Any sequence of requests over time keeps to the lifecycle",
    statement:
      "Whatever the order in which time passes and sessions are written to, read and closed, each is what the lifecycle says.",
    covers: ["Lifecycle 3", "Lifecycle 4", "Lifecycle 5", "Lifecycle 8", "Lifecycle 13", "Lifecycle 14"],
    needs: ["write", "fast-check", "pass-time"],
    check: (target) => trySequences(target, { runs: 60, passTime: true }),
  },
];

interface Conversations<Input> extends Pick<Attempts<Input>, "runs" | "simplify"> {
  /** What to draw what they are about from. */
  readonly inputs: (fc: FastCheck) => Arbitrary<Input>;
  readonly attempt: (conversation: Conversation, input: Input) => Promise<void>;
}

/** Has a new conversation with the server about each input. */
async function tryConversations<Input>(
  target: Target,
  { inputs, attempt, ...others }: Conversations<Input>,
): Promise<void> {
  const fc = await import("fast-check");
  const { created_at, expires_at } = await openSession(target);
  const lifetime = Date.parse(expires_at) - Date.parse(created_at);
  await tryInputs(fc, {
    ...others,
    target,
    inputs: inputs(fc),
    attempt: (input, steps) => attempt(new Conversation(target, steps, lifetime), input),
  });
}

function trySequences(
  target: Target,
  { runs, passTime }: { readonly runs: number; readonly passTime: boolean },
): Promise<void> {
  return tryConversations(target, {
    runs,
    inputs: (fc) => commandSequences(fc, { passTime }),
    simplify: withoutOne,
    async attempt(conversation, commands) {
      for (const command of commands) await command(conversation);
      await conversation.checkAll();
    },
  });
}
