import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEventParser, type ServerSentEvent } from "./event-stream.ts";

/** Parses bytes that come in chunks, as they come from a connection. */
function parseChunks(chunks: readonly Uint8Array[]): ServerSentEvent[] {
  const parse = createEventParser();
  const decoder = new TextDecoder();
  return chunks.flatMap((chunk) => parse(decoder.decode(chunk, { stream: true })));
}

const encode = (text: string) => new TextEncoder().encode(text);
const parseText = (text: string) => parseChunks([encode(text)]);
const data = (...values: readonly string[]) => values.map((value) => ({ type: "", data: value }));

/** Cuts bytes at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}

describe("an event stream", () => {
  it.each<[string, string, readonly ServerSentEvent[]]>([
    ["one event", "data: a\n\n", data("a")],
    ["several events", "data: a\n\ndata: b\n\n", data("a", "b")],
    ["LF, CR and CRLF, mixed", "data: a\r\rdata: b\r\n\r\ndata: c\n\r\n", data("a", "b", "c")],
    ["data of several lines", "data: a\ndata:\ndata: b\n\n", data("a\n\nb")],
    ["no space after the colon", "data:a\n\n", data("a")],
    ["one space of several", "data:  a \n\n", data(" a ")],
    ["a colon in the data", "data: a: b\n\n", data("a: b")],
    ["data that is empty", "data\n\ndata:\n\n", data("", "")],
    ["comments", ": hello\n\n:\ndata: a\n: b\n\n", data("a")],
    ["a type", "event: error\ndata: a\n\ndata: b\n\n", [{ type: "error", data: "a" }, ...data("b")]],
    ["a type without data, which is no event", "event: error\n\ndata: a\n\n", data("a")],
    ["fields that mean nothing here", "id: 1\nretry: 10\nfoo: bar\ndata: a\n\n", data("a")],
    ["a byte order mark at the start", "\uFEFFdata: a\n\n", data("a")],
    ["line separators that are none here", "data: a\u2028b\u0085c\n\n", data("a\u2028b\u0085c")],
    ["an event that is not complete", "data: a\n\ndata: b\n", data("a")],
    ["nothing", "", []],
  ])("has %s", (_name, text, events) => {
    expect(parseText(text)).toStrictEqual(events);
  });

  it("gives an event as soon as its last line ends, with CR too", () => {
    const parse = createEventParser();
    expect([parse("data: a\r"), parse("\r"), parse("\ndata: b\r\n\r\n")]).toStrictEqual([
      [],
      data("a"),
      data("b"),
    ]);
  });

  it("takes a line feed for the end that began in the piece before, also if nothing comes between", () => {
    const parse = createEventParser();
    const pieces = ["data: a\r", "", "\ndata: b\r\n\r\n"];
    expect(pieces.flatMap(parse)).toStrictEqual(data("a\nb"));
  });

  it("reads the same in every split into two, one after every byte included", () => {
    const text = ': ☎\r\nevent: e\rdata: {"delta": "Zoë 😀"}\n\ndata: a\r\n\r\ndata: ü\r\rdata: [DONE]\n\n';
    const bytes = encode(text);
    const whole = parseText(text);
    expect(whole).toHaveLength(4);
    for (let place = 0; place <= bytes.length; place += 1) {
      expect(parseChunks(cut(bytes, [place]))).toStrictEqual(whole);
    }
    expect(parseChunks(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toStrictEqual(whole);
  });

  it("that was written by any server, and cut anywhere, has the events that were written", () => {
    const end = fc.constantFrom("\n", "\r\n", "\r");
    const line = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, "😀"));
    const event = fc.record({
      type: line,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      comment: line,
      end,
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (events, places) => {
          const text = events
            .map(({ type, lines, comment, end: newline }) =>
              [
                `:${comment}`,
                ...(type ? [`event: ${type}`] : []),
                ...lines.map((one) => `data: ${one}`),
                "",
                "",
              ].join(newline),
            )
            .join("");
          const expected = events.map(({ type, lines }) => ({ type, data: lines.join("\n") }));
          expect(parseChunks(cut(encode(text), places))).toStrictEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
