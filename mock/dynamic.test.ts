import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message, MessagePage, Session } from "../generated/index.ts";
import { contract } from "../generated/stub/index.ts";
import { validateErrorEnvelope } from "../generated/validators.js";
import { type Mock, startMock } from "./index.ts";

let mock: Mock;
let twin: Mock;
let other: Mock;
beforeAll(async () => {
  [mock, twin, other] = await Promise.all([
    startMock({ mode: "dynamic", seed: 1, tokenDelay: 0 }),
    startMock({ mode: "dynamic", seed: 1, tokenDelay: 0 }),
    startMock({ mode: "dynamic", seed: 2, tokenDelay: 0 }),
  ]);
});
afterAll(() => Promise.all([mock.close(), twin.close(), other.close()]));

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  at = mock,
): Promise<Response> {
  return fetch(at.url + path, {
    method,
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function read<Body>(...request: Parameters<typeof call>): Promise<Body> {
  const body: Body = JSON.parse(await (await call(...request)).text());
  return body;
}

const MESSAGES = "/v1/channels/ch_a/messages";

describe("The same seed and the same request get the same answer", () => {
  it.each<[string, string, unknown?]>([
    ["GET", "/v1/sessions/ses_a"],
    ["GET", "/v1/sessions/ses_a/messages?limit=5"],
    ["POST", "/v1/channels/ch_a/sessions", { metadata: { a: 1 } }],
    ["POST", MESSAGES, { message: "Hello!" }],
    ["POST", MESSAGES, { message: "Hello!", stream: true }],
  ])("%s %s %j", async (method, path, body) => {
    const answers = await Promise.all(
      [mock, mock, twin, other].map(async (at) => (await call(method, path, body, {}, at)).text()),
    );
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
    expect(answers[3]).not.toBe(answers[0]);
  });

  it("another request gets another", async () => {
    const [first, second] = [await read(...send("a")), await read(...send("b"))];
    expect(first).not.toEqual(second);
  });
});

function send(message: string, session_id?: string): Parameters<typeof call> {
  return ["POST", MESSAGES, { message, ...(session_id !== undefined && { session_id }) }];
}

describe("Answers agree", () => {
  it("with the id in the path, and with what was sent", async () => {
    expect(await read("GET", "/v1/sessions/ses_mine")).toMatchObject({ id: "ses_mine", status: "active" });
    expect(await read("POST", "/v1/sessions/ses_mine/close")).toMatchObject({
      id: "ses_mine",
      status: "closed",
    });
    const metadata = { nested: [{ null: null }] };
    expect(
      await read("POST", "/v1/channels/ch_mine/sessions", { agent_id: "agt_mine", metadata }),
    ).toMatchObject({ channel_id: "ch_mine", agent_id: "agt_mine", metadata, message_count: 0 });
    expect(await read(...send("Hello!", "ses_mine"))).toMatchObject({ session_id: "ses_mine" });
  });

  it("with themselves: the times of a session follow each other", async () => {
    for (const id of ["ses_a", "ses_b", "ses_c"]) {
      const session = await read<Session>("GET", `/v1/sessions/${id}`);
      const [created, last, expires] = [
        session.created_at,
        session.last_message_at ?? "",
        session.expires_at,
      ];
      expect(Date.parse(created)).toBeLessThan(Date.parse(last));
      expect(Date.parse(expires) - Date.parse(last)).toBe(24 * 60 * 60 * 1000);
    }
  });

  it("with the Location of what was created", async () => {
    const response = await call("POST", "/v1/channels/ch_a/sessions");
    const { id }: Session = JSON.parse(await response.text());
    expect(response.headers.get("location")).toBe(`/v1/sessions/${id}`);
  });

  it("with each other: the pages of a history are one history, as long as its session says", async () => {
    const session = await read<Session>("GET", "/v1/sessions/ses_a");
    const items: Message[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${cursor}`;
      const page: MessagePage = await read("GET", `/v1/sessions/ses_a/messages?limit=7${query}`);
      expect(page.has_more).toBe(page.next_cursor !== null);
      items.push(...page.data);
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(items).toHaveLength(session.message_count);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.every(({ session_id }) => session_id === "ses_a")).toBe(true);
    expect(items.map(({ role }) => role).slice(0, 4)).toEqual(["user", "assistant", "user", "assistant"]);
    expect(items.at(-1)?.created_at).toBe(session.last_message_at);
    const times = items.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort());
  });

  it("a reply is streamed in pieces", async () => {
    const text = await (
      await call("POST", MESSAGES, { message: "Hello!", session_id: "ses_a", stream: true })
    ).text();
    const events = text.split("\n\n").filter((block) => block.startsWith("data: {"));
    expect(events.length).toBeGreaterThan(1);
    expect(text).toMatch(/data: \[DONE\]\n\n$/);
  });

  it.each([
    ["GET", "/v1/sessions/mine", undefined, "session_not_found"],
    ["POST", "/v1/channels/mine/sessions", {}, "channel_not_found"],
    ["POST", "/v1/channels/ch_a/sessions", { agent_id: "mine" }, "agent_not_found"],
    ["POST", MESSAGES, { message: "Hello!", session_id: "mine" }, "session_not_found"],
  ])("%s %s %j names what no answer could repeat: %s", async (method, path, body, code) => {
    expect(await read(method, path, body)).toMatchObject({ error: { code } });
  });

  it("a cursor that was made up, or given for another session, is refused", async () => {
    const { next_cursor } = await read<MessagePage>("GET", "/v1/sessions/ses_a/messages?limit=1");
    for (const path of [`ses_b/messages?cursor=${next_cursor}`, "ses_a/messages?cursor=cur_1_made"]) {
      expect((await call("GET", `/v1/sessions/${path}`)).status).toBe(400);
    }
  });
});

describe("Prefer", () => {
  const statuses = contract.operations.flatMap(({ id, method, path, responses }) =>
    Object.keys(responses).map((status) => ({ id, method, path: `/${path.join("/")}`, status })),
  );

  // Every answer is checked against its schema before it goes out: one that does not fit would be a 500.
  it.each(statuses)(
    "code=$status of $id is generated, and fits the contract",
    async ({ method, path, status }) => {
      const filled = path.replace("{channel_id}", "ch_a").replace("{session_id}", "ses_a");
      for (let round = 0; round < 5; round += 1) {
        const body = method === "GET" ? undefined : { message: `Hello ${round}!` };
        const response = await call(method, filled, body, { Prefer: `code=${status}` });
        expect(response.status).toBe(Number(status));
        const answer: unknown = await response.json();
        if (response.status < 400) continue;
        if (!validateErrorEnvelope(answer)) throw new Error(`No envelope: ${JSON.stringify(answer)}`);
        expect(answer.error.message).toBe(contract.errors[answer.error.code]?.message);
        expect(answer.error.request_id).toBe(mock.requests.at(-1)?.id);
      }
    },
  );

  it("example=expired, or dynamic=false, gets an example", async () => {
    const example = { id: "ses_01hxyz" };
    expect(await read("GET", "/v1/sessions/ses_a", undefined, { Prefer: "example=expired" })).toMatchObject(
      example,
    );
    expect(await read("GET", "/v1/sessions/ses_a", undefined, { Prefer: "dynamic=false" })).toMatchObject(
      example,
    );
  });
});

it("Many requests of every kind are answered within the contract", async () => {
  for (let number = 0; number < 60; number += 1) {
    const responses = await Promise.all([
      call("GET", `/v1/sessions/ses_${number}`),
      call("GET", `/v1/sessions/ses_${number}/messages?limit=3`),
      call("POST", `/v1/channels/ch_${number}/sessions`, { metadata: { number } }),
      call("POST", MESSAGES, { message: `Hello ${number}!` }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 201, 200]);
  }
});
