import { describe, expect, it } from "vitest";
import { UsageError } from "../command-line/usage-error.ts";
import { startMock } from "./index.ts";
import { chooseReply } from "./replies.ts";
import { parseReplies, readReplies } from "./replies-file.ts";

const choose = (...given: Parameters<typeof chooseReply>) => chooseReply(...given)?.text;

describe("A scripted reply", () => {
  it("is the first that fits", () => {
    const replies = [
      { when: "refund", reply: "A refund takes a week." },
      { when: /^order (\d+)/i, reply: "Order $1 is on its way, not $2." },
      { reply: "Ask me about an order." },
    ];
    expect(choose(replies, "Can I get a REFUND?", 0)).toBe("A refund takes a week.");
    expect(choose(replies, "Order 7 please", 0)).toBe("Order 7 is on its way, not $2.");
    expect(choose(replies, "Hello", 0)).toBe("Ask me about an order.");
    expect(choose(replies.slice(0, 1), "Hello", 0)).toBeUndefined();
  });

  it("of several is the one whose turn it is", () => {
    const replies = [{ reply: ["first", "second"] }];
    expect([0, 1, 2].map((turn) => choose(replies, "Hello", turn))).toEqual(["first", "second", "first"]);
  });

  it("is found by a pattern with a memory of its own, too", () => {
    const replies = [{ when: /a/g, reply: "found" }];
    expect([0, 1].map((turn) => choose(replies, "a", turn))).toEqual(["found", "found"]);
  });

  it("answers in the mock, with its scenario, and an echo answers the rest", async () => {
    const mock = await startMock({
      tokenDelay: 0,
      replies: [
        { when: "order", reply: "It is on its way." },
        { when: "break", reply: "This does not get far.", scenario: "broken-stream" },
      ],
    });
    const send = async (message: string) => {
      const response = await fetch(`${mock.url}/v1/channels/ch_01hxyz/messages`, {
        method: "POST",
        headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
        body: JSON.stringify({ message }),
      });
      return response.json();
    };
    expect(await send("Where is my order?")).toMatchObject({ content: "It is on its way." });
    expect(await send("break")).toMatchObject({ error: { code: "internal_error" } });
    expect(await send("Hello!")).toMatchObject({ content: "Hello!" });
    await mock.close();
  });
});

describe("A file of replies", () => {
  const yaml = `# What the demo says
- when: /order (\\d+)/i
  reply: Order $1 is on its way.
- when: refund
  reply:
    - One.
    - Two.
  scenario: slow-start
- reply: |
    Several
    lines.
`;

  it("is YAML", async () => {
    expect(await parseReplies(yaml, "replies.yaml")).toEqual([
      { when: /order (\d+)/i, reply: "Order $1 is on its way." },
      { when: "refund", reply: ["One.", "Two."], scenario: "slow-start" },
      { reply: "Several\nlines.\n" },
    ]);
  });

  it("or JSON", async () => {
    expect(await parseReplies('[{"when": "/a+/", "reply": "b"}, {"reply": ["c"]}]', "replies.json")).toEqual([
      { when: /a+/, reply: "b" },
      { reply: ["c"] },
    ]);
  });

  it.each<[string, string, string | RegExp]>([
    ["nothing", "", "replies.yaml:1:1: give a list of replies, each with `reply` and perhaps `when`"],
    [
      "no list",
      "reply: Hello",
      "replies.yaml:1:1: give a list of replies, each with `reply` and perhaps `when`",
    ],
    ["an empty list", "[]", "replies.yaml:1:1: give at least one reply"],
    [
      "an entry that is text",
      "- reply: a\n- b",
      "replies.yaml:2:3: give an entry with `reply`, and perhaps `when`",
    ],
    ["no reply", "- when: a", "replies.yaml:1:3: this entry has no `reply`"],
    [
      "an unknown field",
      "- reply: a\n  then: b",
      /^replies\.yaml:2:3: there is no `then`: an entry has when, reply/,
    ],
    [
      "a number",
      "- reply: a\n- when: 7\n  reply: b",
      "replies.yaml:2:9: `when` must be text; put it in quotes",
    ],
    ["an empty reply", '- reply: ""', /^replies\.yaml:1:10: `reply` must be text/],
    ["no turn", "- reply: []", "replies.yaml:1:10: give at least one reply"],
    ["a turn that is none", "- reply:\n    - a\n    - 7", /^replies\.yaml:3:7: `reply` must be text/],
    ["a bad pattern", "- when: /(/\n  reply: a", /^replies\.yaml:1:9: Invalid regular expression: /],
    ["bad flags", "- when: /a/xx\n  reply: a", /^replies\.yaml:1:9: Invalid flags/],
    [
      "no scenario",
      "- reply: a\n  scenario: x",
      /^replies\.yaml:2:13: `scenario` must be one of slow-start, /,
    ],
    ["no YAML", "- reply: a\n bad: [", /^replies\.yaml:\d+:\d+: \S.*[^\n]$/],
    ["JSON with a comma missing", '[\n  {"reply": "a"}\n  {"reply": "b"}\n]', /^replies\.yaml:3:3: \S/],
    ["a field twice", "- reply: a\n  reply: b", /^replies\.yaml:2:3: Map keys must be unique/],
  ])("with %s says where, in one line", async (_name, text, message) => {
    const error: unknown = await parseReplies(text, "replies.yaml").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty("message", expect.stringMatching(message));
    expect(error).not.toHaveProperty("message", expect.stringContaining("\n"));
  });

  it("that is not there says so", async () => {
    await expect(readReplies("/nowhere/replies.yaml")).rejects.toThrow(
      "there is no file /nowhere/replies.yaml",
    );
    await expect(readReplies(import.meta.dirname)).rejects.toThrow(/ cannot be read: EISDIR$/);
  });
});
