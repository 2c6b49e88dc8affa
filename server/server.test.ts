import { request } from "node:http";
import createClient from "openapi-fetch";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Message, MessageDelta, paths } from "../generated/index.ts";
import type { Listening } from "../generated/stub/index.ts";
import type { Agent } from "./agents/agent.ts";
import { type StartOptions, startServer } from "./start.ts";

const ON_CHANNEL = { params: { path: { channel_id: "ch_01hxyz" } } };

const servers: Listening[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close(0)));
});

async function start(options: StartOptions = {}) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const server = await startServer({ validateResponses: true, onError, ...options });
  servers.push(server);
  const headers = { Authorization: "Bearer tk_local" };
  const api = createClient<paths>({ baseUrl: server.url, headers });
  const stream = (message: string, session_id?: string, init: RequestInit = {}) =>
    fetch(`${server.url}/v1/channels/ch_01hxyz/messages`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ message, session_id, stream: true }),
      ...init,
    });
  const history = async (session_id: string): Promise<Message[]> => {
    const { data } = await api.GET("/v1/sessions/{session_id}/messages", {
      params: { path: { session_id } },
    });
    return data?.data ?? [];
  };
  return { server, api, stream, history, errors };
}

function readEvents(text: string): { event?: string; data: string }[] {
  return text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s, 2))));
}

describe("the server", () => {
  it("creates, answers, lists and closes", async () => {
    const { api, history, errors } = await start();
    const created = await api.POST("/v1/channels/{channel_id}/sessions", {
      ...ON_CHANNEL,
      body: { metadata: { ticket: "T-1" }, initial_context: "a regular" },
    });
    const session_id = created.data?.id ?? "";
    expect(created.response.status).toBe(201);
    expect(created.response.headers.get("location")).toBe(`/v1/sessions/${session_id}`);
    expect(created.response.headers.has("x-powered-by")).toBe(false);

    const sent = await api.POST("/v1/channels/{channel_id}/messages", {
      ...ON_CHANNEL,
      body: { message: "Hello", session_id, stream: false },
    });
    expect(sent.data).toMatchObject({ content: 'Hello (context: "a regular")', session_id });
    expect(await history(session_id)).toEqual([
      expect.objectContaining({ role: "user", content: "Hello" }),
      sent.data,
    ]);

    const path = { params: { path: { session_id } } };
    const closed = await api.POST("/v1/sessions/{session_id}/close", path);
    expect(closed.data).toMatchObject({ status: "closed", message_count: 2, metadata: { ticket: "T-1" } });
    expect((await api.GET("/v1/sessions/{session_id}", path)).data).toEqual(closed.data);
    expect(errors).toEqual([]);
  });

  it("streams a reply as events that end with [DONE]", async () => {
    const { stream, history } = await start();
    const response = await stream("Where is my order?");
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const events = readEvents(await response.text());
    expect(events.pop()).toEqual({ data: "[DONE]" });
    const deltas = events.map(({ data }): MessageDelta => JSON.parse(data));
    expect(deltas.map(({ delta }) => delta)).toEqual(["Where ", "is ", "my ", "order?"]);
    const [, reply] = await history(deltas[0]?.session_id ?? "");
    expect(reply).toMatchObject({ id: deltas[0]?.id, content: "Where is my order?" });
  });

  it("ends a stream that its agent breaks off with an error, and keeps the message", async () => {
    const { stream, history, errors } = await start({ failingWord: "crash" });
    const events = readEvents(await (await stream("please crash now")).text());
    const { session_id }: MessageDelta = JSON.parse(events[0]?.data ?? "");
    expect(events).toHaveLength(2);
    expect(events[1]?.event).toBe("error");
    expect(JSON.parse(events[1]?.data ?? "")).toHaveProperty("error.code", "internal_error");
    expect(errors).toHaveLength(1);
    expect((await history(session_id)).map(({ role }) => role)).toEqual(["user"]);
  });

  it("stops the agent when the client leaves its stream, and goes on with the session", async () => {
    let wasStopped = false;
    const agent: Agent = {
      model: "endless-1",
      async *reply({ message, signal }) {
        if (message !== "endless") return yield message;
        try {
          for (;;) yield await new Promise<string>((resolve) => setTimeout(resolve, 5, "on and "));
        } finally {
          wasStopped = signal.aborted;
        }
      },
    };
    const { api, stream, history, errors } = await start({ agent });
    const created = await api.POST("/v1/channels/{channel_id}/sessions", ON_CHANNEL);
    const session_id = created.data?.id ?? "";
    const client = new AbortController();
    const response = await stream("endless", session_id, { signal: client.signal });
    await response.body?.getReader().read();

    const waiting = api.POST("/v1/channels/{channel_id}/messages", {
      ...ON_CHANNEL,
      body: { message: "hello", session_id, stream: false },
    });
    client.abort();
    expect((await waiting).data).toHaveProperty("content", "hello");
    await vi.waitFor(() => expect(wasStopped).toBe(true));
    expect((await history(session_id)).map(({ content }) => content)).toEqual(["endless", "hello", "hello"]);
    expect(errors).toEqual([]);
  });

  it("shows each tenant its own sessions and channels alone", async () => {
    const { server } = await start({
      keys: [
        { key: "one", tenant: "one", scopes: ["read", "write"] },
        { key: "two", tenant: "two", scopes: ["read", "write"] },
      ],
      channels: [{ id: "ch_01hxyz", agents: ["agt_a"], tenant: "one" }],
    });
    const api = (key: string) =>
      createClient<paths>({ baseUrl: server.url, headers: { Authorization: `Bearer ${key}` } });
    const created = await api("one").POST("/v1/channels/{channel_id}/sessions", ON_CHANNEL);
    const path = { params: { path: { session_id: created.data?.id ?? "" } } };
    expect((await api("one").GET("/v1/sessions/{session_id}", path)).data).toEqual(created.data);
    expect((await api("two").GET("/v1/sessions/{session_id}", path)).error?.error.code).toBe(
      "session_not_found",
    );
    expect((await api("two").POST("/v1/channels/{channel_id}/sessions", ON_CHANNEL)).error?.error.code).toBe(
      "channel_not_found",
    );
  });

  it("answers for another tenant's session as for one that does not exist, to the letter", async () => {
    const scopes = ["read", "write"] as const;
    const { server } = await start({
      keys: [
        { key: "one", tenant: "one", scopes },
        { key: "two", tenant: "two", scopes },
      ],
    });
    const call = async (key: string, method: string, path: string, body?: object) => {
      const response = await fetch(server.url + path, {
        method,
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      const { date: _date, ...headers } = Object.fromEntries(response.headers);
      const text = (await response.text()).replace(/req_\w+/, "req_");
      return { status: response.status, headers, text };
    };
    const hidden: string = JSON.parse((await call("one", "POST", "/v1/channels/ch_01hxyz/sessions")).text).id;
    const unknown = hidden.replace(/.{8}$/, "00000000");
    const answers = async (id: string) => [
      await call("two", "GET", `/v1/sessions/${id}`),
      await call("two", "GET", `/v1/sessions/${id}/messages`),
      await call("two", "POST", `/v1/sessions/${id}/close`),
      await call("two", "POST", "/v1/channels/ch_01hxyz/messages", { message: "Hello", session_id: id }),
    ];
    expect(await answers(hidden)).toEqual(await answers(unknown));
    expect((await answers(hidden)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await call("one", "GET", `/v1/sessions/${hidden}`)).status).toBe(200);
  });

  it("refuses to be open to others with the key that everybody knows", async () => {
    for (const host of ["0.0.0.0", "::", "", "127.0.0.1.example.org"]) {
      await expect(startServer({ host })).rejects.toThrow("--api-key");
    }
    const keys = [{ key: "mine", tenant: "default", scopes: ["read", "write"] as const }];
    const server = await startServer({ host: "0.0.0.0", keys });
    servers.push(server);
    expect(server.port).toBeGreaterThan(0);
  });

  it("gives up on a body that does not arrive", async () => {
    const { server } = await start({ bodyTimeout: 50 });
    const status = await new Promise((resolve, reject) => {
      const pending = request(`${server.url}/v1/channels/ch_01hxyz/messages`, {
        method: "POST",
        headers: { Authorization: "Bearer tk_local", "Content-Type": "application/json" },
      });
      pending.on("response", (response) => resolve(response.statusCode)).on("error", reject);
      pending.write('{"message":');
    });
    expect(status).toBe(400);
  });
});
