import type { Arbitrary } from "fast-check";
import type { Conversation } from "./conversation.ts";
import type { FastCheck } from "./fast-check.ts";
import type { ModelSession } from "./model.ts";
import { anyObject } from "./values.ts";

/** Something to do in a conversation. It does nothing where it needs a session, and there is none yet. */
export type Command = (conversation: Conversation) => Promise<unknown>;

const MOST_COMMANDS = 14;

const nothing: Command = async () => {};

/** Leaves out one command in turn. */
export function* withoutOne(commands: readonly Command[]): Iterable<readonly Command[]> {
  const left = commands.filter((command) => command !== nothing);
  for (const index of left.keys()) yield left.toSpliced(index, 1);
}

/**
 * Draws sequences of commands: create, send, stream, read, page, close, and passing time.
 *
 * They are arrays in which each command can shrink to nothing, and no `fc.commands`: that one takes the last command of
 * a failing sequence for the culprit and never leaves it out, while a conversation is checked as a whole at its end;
 * it needs more than a path to replay; and it draws many sequences that are too short to show anything.
 */
export function commandSequences(
  fc: FastCheck,
  { passTime }: { readonly passTime: boolean },
): Arbitrary<readonly Command[]> {
  // Few sessions, so that much happens to each.
  const index = fc.nat({ max: 1 });
  const limit = fc.oneof({ withCrossShrink: true }, fc.integer({ min: 1, max: 4 }), fc.constantFrom(20, 100));
  const metadata = fc.option(
    anyObject(fc).map((value) => ({ metadata: value })),
    { nil: {} },
  );
  const message = fc
    .tuple(fc.record({ message: fc.constantFrom("Hello", "Bye"), stream: fc.boolean() }), metadata)
    .map(([fields, others]) => ({ ...fields, ...others }));

  const create = metadata.map(
    (request): Command =>
      (conversation) =>
        conversation.create(request),
  );
  const open = message.map(
    (request): Command =>
      (conversation) =>
        conversation.send(request),
  );
  const send = fc
    .tuple(index, message)
    .map(([at, request]) => onSession(at, (conversation, session) => conversation.send(request, session)));
  const read = index.map((at) => onSession(at, (conversation, session) => conversation.read(session)));
  const page = fc
    .tuple(index, limit)
    .map(([at, size]) => onSession(at, (conversation, session) => conversation.page(session, size)));
  const close = index.map((at) => onSession(at, (conversation, session) => conversation.close(session)));
  const pass = fc.constantFrom(1.3, 0.7, 0.4).map(
    (part): Command =>
      (conversation) =>
        conversation.passTime(part),
  );
  const command = fc.oneof(
    { weight: 2, arbitrary: create },
    { weight: 1, arbitrary: open },
    { weight: 4, arbitrary: send },
    { weight: 2, arbitrary: read },
    { weight: 3, arbitrary: page },
    { weight: 1, arbitrary: close },
    { weight: passTime ? 3 : 0, arbitrary: pass },
  );
  const commandOrNothing = fc.option(command, { nil: nothing, freq: 8 });
  return fc.array(commandOrNothing, { minLength: MOST_COMMANDS, maxLength: MOST_COMMANDS });
}

/**
 * A command on a session.
 *
 * @param index 0 for the newest session, 1 for the one before it: so the command means the same one when others, before
 * it, are left out
 */
function onSession(
  index: number,
  run: (conversation: Conversation, session: ModelSession) => Promise<unknown>,
): Command {
  return async (conversation) => {
    const { sessions } = conversation;
    const session = sessions.at(-1 - index) ?? sessions[0];
    if (session) await run(conversation, session);
  };
}
