import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createRouter,
  type Listening,
  listen,
  type ObservedAnswer,
  type Observer,
  type RequestFault,
} from "../../generated/stub/index.ts";

/** What an observer was told of one request. */
interface Seen {
  readonly calls: string[];
  operationId?: string;
  body?: unknown;
  faults?: readonly RequestFault[];
  answer?: ObservedAnswer;
  readonly events: unknown[];
}

let server: Listening;
const onError = vi.fn();
beforeEach(() => void onError.mockReset());
afterEach(() => server.close());

async function serve(observe?: () => Observer): Promise<Seen[]> {
  const all: Seen[] = [];
  const watch = (): Observer => {
    const seen: Seen = { calls: [], events: [] };
    all.push(seen);
    return {
      operation(operationId) {
        seen.calls.push("operation");
        seen.operationId = operationId;
      },
      body(body) {
        seen.calls.push("body");
        seen.body = body;
      },
      judged(faults) {
        seen.calls.push("judged");
        seen.faults = faults;
      },
      answer(answer) {
        seen.calls.push("answer");
        seen.answer = answer;
      },
      event(event) {
        seen.calls.push("event");
        seen.events.push(event);
      },
    };
  };
  const notFound = {
    status: 404,
    error: { code: "session_not_found", message: "There is no such session." },
  } as const;
  server = await listen(
    createRouter(
      {
        createSession: () => {
          throw new Error("A bug.");
        },
        getSession: () => notFound,
        sendMessage: () => ({
          status: 200,
          type: "text/event-stream",
          events: (async function* () {
            yield { id: "msg_1", session_id: "ses_1", delta: "Hello" };
          })(),
        }),
        listMessages: () => ({ status: 200, body: { data: [], has_more: false, next_cursor: null } }),
        closeSession: () => notFound,
      },
      { authenticate: (key) => key, onError, observe: observe ?? watch },
    ),
  );
  return all;
}

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, {
    ...init,
    headers: { Authorization: "Bearer key", "Content-Type": "application/json", ...init.headers },
  });
}

describe("An observer sees", () => {
  it("the operation, the verdict and the answer", async () => {
    const all = await serve();
    const response = await call("/v1/sessions/ses_1/messages");
    expect(all).toMatchObject([
      {
        calls: ["operation", "judged", "answer"],
        operationId: "listMessages",
        faults: [],
        answer: {
          status: 200,
          body: { data: [] },
          length: Number(response.headers.get("content-length")),
        },
      },
    ]);
  });

  it("the body, and each event of a stream", async () => {
    const all = await serve();
    const response = await call("/v1/channels/ch_1/messages", { method: "POST", body: '{"message":"Hi"}' });
    await response.text();
    expect(all).toMatchObject([
      {
        calls: ["operation", "body", "judged", "answer", "event"],
        body: { message: "Hi" },
        events: [{ delta: "Hello" }],
      },
    ]);
  });

  it("every fault of a body, and a refusal's answer", async () => {
    const all = await serve();
    await call("/v1/channels/ch_1/messages", { method: "POST", body: '{"stream":"yes"}' });
    expect(all).toMatchObject([
      { calls: ["operation", "body", "judged", "answer"], answer: { status: 400 } },
    ]);
    expect(all[0]?.faults).toEqual([
      { in: "body", path: "/message", check: "required", message: "The field /message is required." },
      { in: "body", path: "/stream", check: "type", message: "The field /stream must be of type boolean." },
    ]);
  });

  it("the bytes of a body that is no JSON", async () => {
    const all = await serve();
    await call("/v1/channels/ch_1/messages", { method: "POST", body: "{" });
    expect(all).toMatchObject([{ body: Buffer.from("{"), faults: [{ in: "body", check: "syntax" }] }]);
  });

  it("that there is no operation, or no key", async () => {
    const all = await serve();
    await call("/v1/nothing");
    await call("/v1/sessions/ses_1", { headers: { Authorization: "" } });
    expect(all).toMatchObject([
      { calls: ["judged", "answer"], faults: [{ in: "route", check: "path" }] },
      { calls: ["operation", "judged", "answer"], faults: [{ in: "key", check: "key" }] },
    ]);
  });

  it("the answer to a bug", async () => {
    const all = await serve();
    await call("/v1/channels/ch_1/sessions", { method: "POST" });
    expect(all).toMatchObject([{ calls: ["operation", "judged", "answer"], answer: { status: 500 } }]);
  });
});

describe("An observer that fails", () => {
  const fail = (): never => {
    throw new Error("It does not want to know.");
  };
  const told = (operationId: string) =>
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: "It does not want to know." }),
      expect.objectContaining({ operationId }),
    );

  it.each<[string, () => Observer]>([
    ["to begin", fail],
    ["at the operation", () => ({ operation: fail })],
    ["at the verdict", () => ({ judged: fail })],
  ])("%s is a bug like any other: 500", async (_name, observe) => {
    await serve(observe);
    expect((await call("/v1/sessions/ses_1")).status).toBe(500);
    told("getSession");
  });

  it("at the answer does not keep that from the client", async () => {
    await serve(() => ({ answer: fail }));
    const response = await call("/v1/sessions/ses_1/messages");
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ data: [] })]);
    told("listMessages");
  });

  it("at the answer to a bug is one more bug", async () => {
    await serve(() => ({ answer: fail }));
    expect((await call("/v1/channels/ch_1/sessions", { method: "POST" })).status).toBe(500);
    expect(onError).toHaveBeenCalledTimes(2);
  });
});
