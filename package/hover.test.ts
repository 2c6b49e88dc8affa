import { afterAll, beforeAll, expect, it } from "vitest";
import { Editor } from "./hover.ts";
import { type Consumer, installPacked } from "./packed.ts";

const TEXT = `import { ERROR_STATUS, type ErrorsByStatus, type Message, type Session } from "thinklio-sessions";
import { createClient } from "thinklio-sessions/client";

declare const session: Session;
session.expires_at;
ERROR_STATUS.session_expired;

declare const conflict: ErrorsByStatus[409];
conflict.code;

declare const message: Message;
if (message.role === "assistant") message.tokens;

const client = createClient({ apiKey: "tk_local" });
const closed = await client.closeSession(session.id);
if (closed.status === 409) closed.error.code;
for await (const piece of client.streamMessage("ch_01hxyz", { message: "Hello" })) piece.delta;
`;

let consumer: Consumer;
let editor: Editor;

beforeAll(async () => {
  consumer = await installPacked([]);
  editor = new Editor(consumer.folder, TEXT);
});
afterAll(() => consumer.remove());

it("The code is right, without the types of Node or of a browser", () => {
  expect(editor.problems()).toEqual([]);
});

it.each([
  [
    "const session: ",
    "(alias) interface Session\nimport Session\n\nA conversation with an agent, on a channel.",
  ],
  [
    "session.",
    `(property) expires_at: string

When the session expires if no message comes: the session time-to-live (24 hours unless configured) after
its last message, or after its creation while there is none. Reading does not move it.`,
  ],
  ["ERROR_STATUS.", "(property) session_expired: 409\n\nThe session has expired."],
  [
    "conflict.",
    `(property) code: "session_expired" | "session_closed"

Always \`session_expired\`.
Always \`session_closed\`.`,
  ],
  ['"assistant") message.', "(property) tokens: number\n\nHow many tokens the reply cost."],
  [
    "await client.",
    `(method) Client.closeSession(session_id: string, options?: CallOptions | undefined): Promise<CloseSessionResult>

Close a session.

Closes the session: it can still be read, but takes no new message. Closing it again changes nothing; an expired
session cannot be closed.

This operation is decided by this contract: the vendor only says that a session can be closed.

@param session_id The session. An unknown one, or one that your key may not see, is 404 \`session_not_found\`, whatever the id looks like.

@param options what this call has of its own

@throws (rejects) ThinklioError if there is no answer, or none that the contract declares`,
  ],
  ["closed.status === 409) closed.error.", '(property) code: "session_expired"\n\nAlways `session_expired`.'],
  ['"tk_local" });\nconst ', "const closed: CloseSessionResult"],
  ["for await (const ", "const piece: MessageDelta"],
  ["})) piece.", "(property) delta: string\n\nThe next piece. All pieces joined are the reply's `content`."],
])("The cursor after %j shows what the contract says of it", (before, shown) => {
  expect(editor.hover(before)).toBe(shown);
});
