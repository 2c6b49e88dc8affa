import type { IncomingMessage, RequestListener } from "node:http";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { withFaultyServer } from "./faulty-server.ts";
import { exchange, type HttpRequest, NoResponse } from "./http.ts";

/** Sends a request, and returns it as the server got it. */
async function received(request: Partial<HttpRequest>) {
  let seen: Pick<IncomingMessage, "method" | "url" | "rawHeaders"> | undefined;
  const pieces: Buffer[] = [];
  const listener: RequestListener = (incoming, response) => {
    seen = incoming;
    incoming.on("data", (piece: Buffer) => pieces.push(piece));
    incoming.on("end", () => response.end());
  };
  await withFaultyServer(listener, (baseUrl) =>
    exchange(baseUrl, { method: "POST", path: "/", headers: [], ...request }, { timeout: 2000 }),
  );
  return {
    method: seen?.method,
    url: seen?.url,
    headers: seen?.rawHeaders ?? [],
    body: Buffer.concat(pieces),
  };
}

function answerOf(
  listener: RequestListener,
  { timeout = 2000, ...request }: Partial<HttpRequest> & { readonly timeout?: number } = {},
) {
  return withFaultyServer(listener, (baseUrl) =>
    exchange(baseUrl, { method: "GET", path: "/", headers: [], ...request }, { timeout }),
  );
}

/** The answer of a server that sends these bytes and closes the connection. */
async function answerOfBytes(bytes: string) {
  const server = createServer((socket) => socket.resume().end(bytes));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  try {
    const request = { method: "GET", path: "/", headers: [] };
    return await exchange(new URL(`http://127.0.0.1:${port}`), request, { timeout: 2000 });
  } finally {
    server.close();
  }
}

describe("A request goes out as it is", () => {
  it.each(["/%zz", "/a%2Fb/../c/./d", "//x", "/%00?limit=%ff&&", `/${"x".repeat(10_000)}`])(
    "path %s",
    async (path) => {
      expect((await received({ path })).url).toBe(path);
    },
  );

  it("with the same header twice, or without a value", async () => {
    const { headers } = await received({
      headers: [
        ["Authorization", "one"],
        ["X-Empty", ""],
        ["Authorization", "two"],
      ],
    });
    expect(headers.join(":")).toContain("Authorization:one:Authorization:two:X-Empty:");
  });

  it("without a body: no length, no media type", async () => {
    const { headers } = await received({});
    expect(headers.join(" ")).not.toMatch(/content|encoding/i);
  });

  it("with a body of any bytes, and no media type", async () => {
    const body = Uint8Array.of(0, 255, 254, 13, 10);
    const { headers, ...seen } = await received({ body });
    expect(new Uint8Array(seen.body)).toEqual(body);
    expect(headers).toEqual(expect.arrayContaining(["Content-Length", "5"]));
    expect(headers.join(" ")).not.toMatch(/content-type|transfer-encoding/i);
  });

  it("in chunks, without a length", async () => {
    const { headers, body } = await received({ body: Buffer.from("hello"), chunked: true });
    expect(headers).toEqual(expect.arrayContaining(["Transfer-Encoding", "chunked"]));
    expect(headers).not.toContain("Content-Length");
    expect(body.toString()).toBe("hello");
  });

  it("below the base URL's own path", async () => {
    let url: string | undefined;
    await withFaultyServer(
      (incoming, response) => {
        url = incoming.url;
        response.end();
      },
      (baseUrl) =>
        exchange(new URL("/api/", baseUrl), { method: "GET", path: "/v1", headers: [] }, { timeout: 2000 }),
    );
    expect(url).toBe("/api/v1");
  });
});

describe("A response comes back as it is", () => {
  it("with status, headers, bytes, text and JSON", async () => {
    const response = await answerOf((_request, answer) => {
      answer.writeHead(404, [
        ["X-Twice", "1"],
        ["x-twice", "2"],
      ]);
      answer.end('{"ü":1}');
    });
    expect(response).toMatchObject({ status: 404, text: '{"ü":1}', json: { ü: 1 }, complete: true });
    expect(response.headers.get("x-twice")).toBe("1, 2");
    expect(response.rawHeaders.slice(0, 4)).toEqual(["X-Twice", "1", "x-twice", "2"]);
  });

  it("where the body is no JSON, or no UTF-8", async () => {
    expect((await answerOf((_request, answer) => answer.end("{"))).json).toBeUndefined();
    expect(
      (await answerOf((_request, answer) => answer.end(Buffer.from([34, 255, 34])))).json,
    ).toBeUndefined();
  });

  it("where only the end of the connection ends the body", async () => {
    const body = "x".repeat(1_000_000);
    const response = await answerOfBytes(`HTTP/1.1 200 OK\r\nX: y\r\n\r\n${body}`);
    expect(response).toMatchObject({ status: 200, text: body, complete: true });
  });

  it("as far as it has come, where the client leaves", async () => {
    let hasLeft = false;
    const response = await answerOf(
      (incoming, answer) => {
        incoming.socket.on("close", () => {
          hasLeft = true;
        });
        answer.write("one\n");
        setTimeout(() => answer.write("two\n"), 10);
      },
      { leaveWhen: (text) => text.includes("two") },
    );
    expect(response).toMatchObject({ text: "one\ntwo\n", complete: false });
    await expect.poll(() => hasLeft).toBe(true);
  });
});

describe("An exchange that fails says why", () => {
  it("nobody listens", async () => {
    const gone = await withFaultyServer({ status: 200, body: "" }, async (baseUrl) => baseUrl);
    const request = { method: "GET", path: "/", headers: [] };
    await expect(exchange(gone, request, { timeout: 2000 })).rejects.toThrow(
      /no complete response: .*ECONNREFUSED/,
    );
  });

  it("the connection breaks off within the body", async () => {
    const cut: RequestListener = (_request, answer) => {
      answer.writeHead(200, { "Content-Length": "100" });
      answer.write("half", () => answer.destroy());
    };
    await expect(answerOf(cut)).rejects.toThrow(/no complete response: aborted/);
  });

  it("the stream of events never ends", async () => {
    const listener: RequestListener = (_request, answer) => {
      answer.writeHead(200, { "Content-Type": "text/event-stream", "X-Mark": "here" });
      for (let number = 1; number <= 5000; number += 1)
        answer.write(`: comment\n\ndata: event ${number}\n\n`);
    };
    const reason: unknown = await answerOf(listener, { timeout: 300 }).catch((error: unknown) => error);
    if (!(reason instanceof NoResponse)) throw new Error("It has an end.");
    expect(reason.message).toBe("the response did not end within 0.3 s; 200 and 5,000 events came");
    const { partial } = reason;
    expect(partial).toMatchObject({ status: 200, events: 5000 });
    expect(partial?.rawHeaders.join()).toContain("X-Mark,here");
    expect(partial?.start).toMatch(/^: comment\n\ndata: event 1\n/);
    expect(partial?.end).toMatch(/\ndata: event 5000\n\n$/);
    expect(partial?.size).toBeGreaterThan(100_000);
    expect(`${partial?.start}${partial?.end}`.length).toBeLessThan(40_000);
  });

  it("a body that is no stream of events stops half-way", async () => {
    const listener: RequestListener = (_request, answer) => {
      answer.writeHead(201, { "Content-Type": "application/json" });
      answer.write('{"half":');
    };
    const reason: unknown = await answerOf(listener, { timeout: 300 }).catch((error: unknown) => error);
    expect(reason).toMatchObject({
      message: "the response did not end within 0.3 s; 201 and 8 bytes came",
      partial: { status: 201, size: 8, start: '{"half":', end: "" },
    });
  });

  it("the stream has more events than any reply", async () => {
    const flood: RequestListener = (_request, answer) => {
      answer.writeHead(200, { "Content-Type": "text/event-stream" });
      const piece = "data:\n\n".repeat(10_000);
      const pour = () => {
        while (!answer.destroyed && answer.write(piece));
        answer.once("drain", pour);
      };
      pour();
    };
    const reason: unknown = await answerOf(flood, { timeout: 20_000 }).catch((error: unknown) => error);
    expect(reason).toMatchObject({
      message: "no complete response: the stream did not end within 100,000 events",
      partial: { status: 200 },
    });
  });

  it("the answer never stops", async () => {
    const flood: RequestListener = (_request, answer) => {
      const piece = "x".repeat(65_536);
      const pour = () => {
        while (!answer.destroyed && answer.write(piece));
        answer.once("drain", pour);
      };
      pour();
    };
    await expect(answerOf(flood)).rejects.toThrow(/larger than 16 MiB/);
  });

  it("the server changes protocols", async () => {
    const upgrade: RequestListener = (_request, answer) => {
      answer.socket?.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
    };
    await expect(answerOf(upgrade)).rejects.toThrow(/no complete response/);
  });

  it("the answer is no HTTP", async () => {
    await expect(answerOfBytes("hello\r\n\r\n")).rejects.toThrow(/no complete response: Parse Error/);
  });

  it("the connection is closed without an answer", async () => {
    await expect(answerOfBytes("")).rejects.toThrow(/no complete response: socket hang up/);
  });

  it("the rule's time is up", async () => {
    const controller = new AbortController();
    const request = { method: "GET", path: "/", headers: [] };
    await withFaultyServer(
      () => controller.abort(),
      async (baseUrl) => {
        const limits = { timeout: 2000, signal: controller.signal };
        await expect(exchange(baseUrl, request, limits)).rejects.toThrow(/rule's time was up/);
      },
    );
  });
});
