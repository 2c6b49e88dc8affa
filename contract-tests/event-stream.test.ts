import { describe, expect, it } from "vitest";
import { createEventCounter, parseEventStream } from "./event-stream.ts";

describe("An event stream", () => {
  it.each([
    ["one event", "data: a\n\n", ["a"]],
    ["two events", "data: a\n\ndata: b\n\n", ["a", "b"]],
    ["CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]],
    ["CR", "data: a\r\rdata: b\r\r", ["a", "b"]],
    ["no space after the colon", "data:a\n\n", ["a"]],
    ["only the first space goes", "data:  a\n\n", [" a"]],
    ["several lines of data", "data: a\ndata:\ndata: b\n\n", ["a\n\nb"]],
    ["a field without a colon", "data\n\n", [""]],
    ["comments", ": ping\n\ndata: a\n: ping\n\n", ["a"]],
    ["unknown fields", "datum: x\ndata: a\nretry: 1\n\n", ["a"]],
    ["an event without data is none", "event: x\n\ndata: a\n\n", ["a"]],
    ["many blank lines", "\n\n\ndata: a\n\n\n\n", ["a"]],
    ["a byte order mark", "\uFEFFdata: a\n\n", ["a"]],
  ])("%s", (_name, text, data) => {
    const { events, rest } = parseEventStream(text);
    expect(events.map((event) => event.data)).toEqual(data);
    expect(rest).toBe("");
  });

  it("has the type and the id of its events", () => {
    expect(parseEventStream("id: 7\nevent: error\ndata: a\n\ndata: b\n\n").events).toEqual([
      { event: "error", id: "7", data: "a" },
      { event: undefined, id: undefined, data: "b" },
    ]);
  });

  it.each(["data: b\n", "data: b", "dat"])("keeps apart what follows the last event: %j", (rest) => {
    const stream = parseEventStream(`data: a\n\n${rest}`);
    expect(stream.events).toHaveLength(1);
    expect(stream.rest).not.toBe("");
  });
});

describe("Events are counted as they come", () => {
  it.each(["\n", "\r", "\r\n"])("however they are cut, with lines that end in %j", (end) => {
    const stream = Buffer.from(
      [": ping", "", "data: ü", "data", "", "event: error", "", "data", "", "data"].join(end),
    );
    for (const size of [1, 2, 3, 7, 100]) {
      const count = createEventCounter();
      let counted = 0;
      for (let start = 0; start < stream.length; start += size)
        counted = count(stream.subarray(start, start + size));
      expect(counted).toBe(2);
    }
  });
});
