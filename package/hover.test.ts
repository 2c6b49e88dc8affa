import { afterAll, beforeAll, expect, it } from "vitest";
import { Editor } from "./hover.ts";
import { type Consumer, installPacked } from "./packed.ts";

const TEXT = `import { ERROR_STATUS, type ErrorsByStatus, type Message, type Session } from "thinklio-sessions";

declare const session: Session;
session.expires_at;
ERROR_STATUS.session_expired;

declare const conflict: ErrorsByStatus[409];
conflict.code;

declare const message: Message;
if (message.role === "assistant") message.tokens;
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
])("The cursor after %j shows what the contract says of it", (before, shown) => {
  expect(editor.hover(before)).toBe(shown);
});
