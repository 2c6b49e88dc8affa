import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "../generated/stub/index.ts";
import { readDeclaredExamples } from "../spec/testing/declared-examples.ts";
import { DOCUMENT, readExamples } from "./examples.ts";
import { type Mock, startMock } from "./index.ts";
import { CONFIG } from "./prism.ts";

const examples = await readDeclaredExamples();
const declared = examples.map(({ path, ...example }) => {
  return { ...example, path: path.replace(/\{(\w+)_id\}/, "$1_1") };
});

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ mode: "examples", tokenDelay: 0 });
});
afterAll(() => mock.close());

const BODY = { createSession: "{}", sendMessage: '{"message":"Hello!"}' };

function call(
  { id, method, path }: { id: string; method: string; path: string },
  headers: Record<string, string> = {},
  body = id === "createSession" || id === "sendMessage" ? BODY[id] : undefined,
): Promise<Response> {
  return fetch(mock.url + path, {
    method,
    headers: { Authorization: "Bearer any", ...(body && { "Content-Type": "application/json" }), ...headers },
    ...(body && { body }),
  });
}

async function parse(response: Response): Promise<unknown> {
  return response.headers.get("content-type") === "application/json" ? response.json() : response.text();
}

describe("The mock answers with the contract's examples", () => {
  it.each(declared)("$id: Prefer: code=$status, example=$name", async (example) => {
    const response = await call(example, { Prefer: `code=${example.status}, example=${example.name}` });
    expect(response.status).toBe(example.status);
    expect(response.headers.get("content-type")).toBe(example.mediaType);
    const received = await parse(response);
    if (example.name === "broken_stream") {
      expect(received).toMatch(
        /^data: \{.*\}\n\nevent: error\ndata: \{"error":\{"code":"internal_error".*\}\n\n$/,
      );
    } else {
      expect(received).toEqual(example.value);
    }
  });

  it.each(declared)("$id: Prefer: example=$name is enough", async (example) => {
    const response = await call(example, { Prefer: `example=${example.name}` });
    expect(response.headers.get("content-type")).toBe(example.mediaType);
    expect(response.status).toBe(example.status);
  });

  it.each(declared)("$id: Prefer: code=$status gives the first example of $status", async (example) => {
    const response = await call(example, { Prefer: `code=${example.status}` });
    expect(response.status).toBe(example.status);
    const first = declared.find(({ id, status }) => id === example.id && status === example.status);
    expect(await parse(response)).toEqual(first?.value);
  });

  it("streams the reply where the body asks for a stream", async () => {
    const send = { id: "sendMessage", method: "POST", path: "/v1/channels/ch_01hxyz/messages" };
    const response = await call(send, {}, '{"message":"Hello!","stream":true}');
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(await response.text()).toMatch(
      /"delta":"Your order "\}\n\n.*"delta":"is on its way\."\}\n\ndata: \[DONE\]\n\n$/s,
    );
  });

  it("gives a refusal in JSON to a request for a stream", async () => {
    const send = { id: "sendMessage", method: "POST", path: "/v1/channels/ch_01hxyz/messages" };
    const response = await call(send, { Prefer: "code=409" }, '{"message":"Hello!","stream":true}');
    expect([response.status, response.headers.get("content-type")]).toEqual([409, "application/json"]);
  });
});

describe("What the mock reads from the document", () => {
  it("is what Prism picks, for every example", async () => {
    const operations = await getHttpOperationsFromSpec(DOCUMENT);
    const prism = createInstance(CONFIG, { logger: createLogger("test", { enabled: false }) });
    const examples = await readExamples();
    expect([...examples.values()].flat()).toHaveLength(declared.length);
    for (const { id, method, path } of contract.operations) {
      for (const { status, mediaType, name, answer } of examples.get(id) ?? []) {
        const mock = { dynamic: false, code: status, mediaTypes: [mediaType], exampleKey: name };
        const request = {
          method: method === "GET" ? ("get" as const) : ("post" as const),
          url: { path: `/${path.join("/")}` },
        };
        const result = await prism.request(request, operations, { ...CONFIG, mock })();
        if (result._tag === "Left") throw result.left;
        const { statusCode, headers, body } = result.right.output;
        expect({ status: statusCode, headers, body }).toEqual({
          ...answer,
          headers: { ...answer.headers, "Content-type": mediaType },
        });
      }
    }
  });
});

describe("The mock refuses what the contract refuses", () => {
  const get = { id: "getSession", method: "GET", path: "/v1/sessions/ses_01hxyz" };

  it("a preference that the operation does not have is invalid_request, and the message lists what it has", async () => {
    const response = await call(get, { Prefer: "code=418" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: {
        code: "invalid_request",
        message: expect.stringContaining("200, 400, 401, 403, 404, 405, 429, 500"),
      },
    });
    const named = await call(get, { Prefer: "code=404, example=nothing" });
    expect(await named.json()).toMatchObject({
      error: { code: "invalid_request", message: expect.stringContaining("session_not_found, not_found") },
    });
  });

  it("no key is 401, and any bearer key is accepted", async () => {
    const refused = await fetch(mock.url + get.path);
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await call(get, { Authorization: "bearer something-else" })).status).toBe(200);
  });

  it("malformed JSON, an unknown route, a wrong method and a wrong media type get the contract's errors", async () => {
    const send = { id: "sendMessage", method: "POST", path: "/v1/channels/ch_01hxyz/messages" };
    const code = async (response: Response) => {
      const body: unknown = await response.json();
      return [response.status, body];
    };
    const error = (name: string) =>
      expect.objectContaining({ error: expect.objectContaining({ code: name }) });
    expect(await code(await call(send, {}, '{"message":'))).toEqual([400, error("invalid_request")]);
    expect(await code(await call({ ...get, path: "/v1/nothing" }))).toEqual([404, error("not_found")]);
    const wrong = await call({ ...get, method: "DELETE" });
    expect(wrong.headers.get("allow")).toBe("GET");
    expect(await code(wrong)).toEqual([405, error("method_not_allowed")]);
    const text = await call(send, { "Content-Type": "text/plain" });
    expect(await code(text)).toEqual([415, error("unsupported_media_type")]);
  });
});

describe("Pages of every origin may use the mock", () => {
  const url = "/v1/channels/ch_01hxyz/sessions";

  it("a preflight is answered, with the headers that the page asks for", async () => {
    const response = await fetch(mock.url + url, {
      method: "OPTIONS",
      headers: {
        Origin: "https://app.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,prefer",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization,content-type,prefer");
  });

  it("an answer, and a refusal too, may be read, with the contract's headers", async () => {
    for (const key of ["Bearer any", "none"]) {
      const response = await fetch(mock.url + url, { method: "POST", headers: { Authorization: key } });
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("access-control-expose-headers")?.split(", ")).toEqual(
        expect.arrayContaining(["Location", "Retry-After", "WWW-Authenticate", "Allow"]),
      );
    }
  });
});
