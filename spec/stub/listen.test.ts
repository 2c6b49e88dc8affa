import { existsSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Listening, type ListenOptions, listen } from "../../generated/stub/index.ts";

const servers: Listening[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await server.close(0);
});

async function start(handler: RequestListener, options?: ListenOptions): Promise<Listening> {
  const server = await listen(handler, options);
  servers.push(server);
  return server;
}

/** Opens a connection, and sends something on it. */
async function open({ port }: Listening, text = ""): Promise<{ socket: Socket; received: () => string }> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  sockets.push(socket);
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write(text);
  return { socket, received: () => received };
}

const REQUEST = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
const hello: RequestListener = (_request, response) => void response.end("hello");

/** A handler that keeps its response until the test ends it. */
function hold() {
  const held: ServerResponse[] = [];
  const handler: RequestListener = (_request, response) => void held.push(response);
  const request = () => vi.waitFor(() => held[0] ?? expect.fail("No request has come yet."));
  return { handler, held, request };
}

async function elapsed(promise: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await promise;
  return performance.now() - start;
}

describe("listen()", () => {
  it("takes a free port on the loopback address, and says where", async () => {
    const server = await start(hello);
    expect(server.port).toBeGreaterThan(0);
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect(await (await fetch(server.url)).text()).toBe("hello");
  });

  it("gives its handler requests that end, also where they have no body, so that one can read or pass them on", async () => {
    const server = await start(
      (request, response) => void request.resume().on("end", () => response.end("read")),
    );
    for (const body of [null, "a body"]) {
      const method = body === null ? "GET" : "POST";
      const response = await fetch(server.url, { method, body, signal: AbortSignal.timeout(2000) });
      expect(await response.text()).toBe("read");
    }
  });

  it("writes an IPv6 address as a URL does", async ({ skip }) => {
    const server = await start(hello, { host: "::1" }).catch((error: NodeJS.ErrnoException) => {
      skip(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT", "There is no IPv6 here.");
      throw error;
    });
    expect(server.url).toBe(`http://[::1]:${server.port}`);
  });

  it.each([-1, 0.5, 65_536, Number.NaN])("rejects the port %d, which is none", async (port) => {
    await expect(listen(() => {}, { port })).rejects.toThrow(`${port} is no port: give a whole number`);
  });

  it.each(["", null, true, "abc"])(
    "rejects the port %j, of which Node would make what it likes",
    async (port) => {
      await expect(Reflect.apply(listen, undefined, [() => {}, { port }])).rejects.toThrow(" is no port: ");
      expect(existsSync("abc")).toBe(false);
    },
  );

  it("rejects with EADDRINUSE where the port is taken, and leaves the other server alone", async () => {
    const server = await start(hello);
    await expect(listen(hello, { port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    expect((await fetch(server.url)).status).toBe(200);
  });

  it("rejects with the system's error where the address is not ours", async () => {
    await expect(listen(hello, { host: "192.0.2.1" })).rejects.toMatchObject({ code: "EADDRNOTAVAIL" });
  });
});

describe("close()", () => {
  it("takes no new connection", async () => {
    const server = await start(hello);
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it("finishes a request in flight, then resolves at once", async () => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { received, socket } = await open(server, REQUEST);
    const response = await request();
    const closed = server.close(5000);
    const isClosed = vi.fn();
    void closed.then(isClosed);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isClosed).not.toHaveBeenCalled();
    response.end("finished");
    expect(await elapsed(closed)).toBeLessThan(500);
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    expect(received()).toMatch(/^HTTP\/1\.1 200 .*finished$/s);
  });

  it("tells the client of a request in flight not to use the connection again", async () => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { received } = await open(server, REQUEST);
    const response = await request();
    const closed = server.close(5000);
    response.end("finished");
    await closed;
    await vi.waitFor(() => expect(received()).toMatch(/\r\nConnection: close\r\n/i));
  });

  it("ends a connection that is kept alive at once", async () => {
    const server = await start(hello);
    const { received, socket } = await open(server, REQUEST);
    await vi.waitFor(() => expect(received()).toContain("hello"));
    expect(await elapsed(server.close(5000))).toBeLessThan(500);
    await vi.waitFor(() => expect(socket.closed).toBe(true));
  });

  it("ends a connection that has not been used at once", async () => {
    const server = await start(hello);
    await open(server);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await elapsed(server.close(2000))).toBeLessThan(500);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["has not begun", () => {}],
    ["has begun", (response) => void response.write("half")],
  ])("cuts an answer that %s when the grace is over", async (_name, begin) => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { socket } = await open(server, REQUEST);
    begin(await request());
    const time = await elapsed(server.close(200));
    expect(time).toBeGreaterThan(150);
    expect(time).toBeLessThan(700);
    await vi.waitFor(() => expect(socket.closed).toBe(true));
  });

  it("finishes each of the requests that one connection has in flight", async () => {
    const { handler, held } = hold();
    const server = await start(handler);
    const { received, socket } = await open(server, REQUEST + REQUEST);
    await vi.waitFor(() => expect(held).toHaveLength(2));
    const closed = server.close(5000);
    held[0]?.end("first");
    await new Promise((resolve) => setTimeout(resolve, 50));
    held[1]?.end("second");
    expect(await elapsed(closed)).toBeLessThan(500);
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    expect(received()).toMatch(/first.*\r\nConnection: close\r\n.*second$/s);
    expect(received().match(/\r\nConnection: close\r\n/g)).toHaveLength(1);
  });

  it("may be called twice: both calls wait for the end", async () => {
    const { handler, request } = hold();
    const server = await start(handler);
    await open(server, REQUEST);
    const response = await request();
    const [first, second] = [server.close(5000), server.close(5000)];
    const isClosed = vi.fn();
    void second.then(isClosed);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isClosed).not.toHaveBeenCalled();
    response.end();
    await Promise.all([first, second]);
    await server.close();
  });
});

describe("a request that is refused", () => {
  it.each([
    ["without a Host", "GET / HTTP/1.1\r\n\r\n"],
    ["for a tunnel", "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
  ])("%s does not take the answer of the one ahead of it", async (_name, refused) => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { socket, received } = await open(server, REQUEST + refused);
    const response = await request();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received()).toBe("");
    response.end("finished");
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    expect(received()).toMatch(/^HTTP\/1\.1 200 .*finished/s);
  });
});

describe("bytes that are no HTTP", () => {
  it("behind a request in flight do not take its answer away, and end the connection", async () => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { socket, received } = await open(server, `${REQUEST}rubbish\r\n\r\n`);
    const response = await request();
    await new Promise((resolve) => setTimeout(resolve, 20));
    response.end("finished");
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    expect(received()).toMatch(/^HTTP\/1\.1 200 .*finished/s);
  });

  it("behind a streamed answer that has begun do not appear in it", async () => {
    const { handler, request } = hold();
    const server = await start(handler);
    const { socket, received } = await open(server, REQUEST);
    const response = await request();
    response.write("half");
    await vi.waitFor(() => expect(received()).toContain("half"));
    socket.write("rubbish\r\n\r\n");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received()).not.toContain("invalid_request");
    response.end();
  });
});
