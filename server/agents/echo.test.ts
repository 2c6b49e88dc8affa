import { describe, expect, it } from "vitest";
import type { Message } from "../../generated/index.ts";
import type { Turn } from "./agent.ts";
import { createEcho } from "./echo.ts";

function createTurn(
  message: string,
  { earlier = [], ...others }: Partial<Turn> & { earlier?: Message[] } = {},
): Turn {
  return {
    agentId: "agt_01hxyz",
    message,
    history: { length: earlier.length, newest: async (limit) => earlier.slice(-limit) },
    initialContext: undefined,
    signal: new AbortController().signal,
    ...others,
  };
}

async function listen(turn: Turn, echo = createEcho()): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of echo.reply(turn)) pieces.push(piece);
  return pieces;
}

const item = { id: "msg_1", session_id: "ses_1", created_at: "2026-03-19T12:00:00Z" };
const question = (content: string): Message => ({ ...item, role: "user", content });
const reply = (content: string): Message => ({
  ...item,
  role: "assistant",
  content,
  tokens: 1,
  model: "echo-1",
});

describe("the echo", () => {
  it("says the message word by word, each with the white space that follows it", async () => {
    expect(await listen(createTurn("Where is  my\norder?"))).toEqual(["Where ", "is  ", "my\n", "order?"]);
  });

  it.each(["  leading", "trailing \t", " \n ", "a", "👋🏽 wörld", "x".repeat(32_768)])(
    "keeps the message as it is: %j",
    async (message) => {
      expect((await listen(createTurn(message))).join("")).toBe(message);
    },
  );

  it("tells what it sees of the earlier messages and the initial context", async () => {
    const earlier = [question("first"), reply("first"), question("second"), reply("second")];
    const turn = createTurn("third", { earlier, initialContext: "a regular" });
    expect((await listen(turn)).join("")).toBe(
      'third (earlier messages: 4, your last: "second"; context: "a regular")',
    );
  });

  it("sees an earlier message that has no reply", async () => {
    const turn = createTurn("third", { earlier: [question("first"), reply("first"), question("second")] });
    expect((await listen(turn)).join("")).toContain('your last: "second"');
  });

  it("cuts long quotes between characters", async () => {
    const turn = createTurn("hi", { initialContext: "👋".repeat(81) });
    expect((await listen(turn)).join("")).toBe(`hi (context: "${"👋".repeat(80)}…")`);
  });

  it("says the same to the same turn", async () => {
    const turn = () => createTurn("again and again", { initialContext: "twice" });
    expect(await listen(turn())).toEqual(await listen(turn()));
  });

  it("fails when it comes to the failing word, having said those before it", async () => {
    const pieces: string[] = [];
    const speak = async () => {
      for await (const piece of createEcho({ failingWord: "crash" }).reply(createTurn("please crash now"))) {
        pieces.push(piece);
      }
    };
    await expect(speak()).rejects.toThrow("failing word");
    expect(pieces).toEqual(["please "]);
  });

  it("does not fail over a failing word of an earlier message", async () => {
    const turn = createTurn("fine", { earlier: [question("please crash")] });
    expect((await listen(turn, createEcho({ failingWord: "crash" }))).join("")).toContain("please crash");
  });

  it("lets others have a turn, again and again", async () => {
    let turns = 0;
    const count = () => {
      turns += 1;
      others = setImmediate(count);
    };
    let others = setImmediate(count);
    for await (const _word of createEcho().reply(createTurn("word ".repeat(1000))));
    clearImmediate(others);
    expect(turns).toBeGreaterThan(50);
  });

  it("stops when nobody listens any more", async () => {
    const listener = new AbortController();
    const pieces = createEcho()
      .reply(createTurn("one two", { signal: listener.signal }))
      [Symbol.asyncIterator]();
    expect(await pieces.next()).toEqual({ done: false, value: "one " });
    listener.abort();
    await expect(pieces.next()).rejects.toThrow("aborted");
  });
});
