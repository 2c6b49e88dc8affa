import { type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../index.ts";
import { refuseUnknownHost } from "./protection.ts";

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** Sends exactly these headers, which `fetch` would not. */
function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(mock.url + path, { method, headers }, async (response) => {
      const text = (await response.setEncoding("utf8").toArray()).join("");
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    sent.on("error", reject).end(body);
  });
}

const JSON_BODY = { "Content-Type": "application/json" };

function change(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return call("POST", "/_console/settings", { ...JSON_BODY, ...headers }, JSON.stringify(body));
}

function messageOf({ text }: Answer): unknown {
  const { error }: { error: { message: unknown } } = JSON.parse(text);
  return error.message;
}

const DATA = [
  "/_console/statements",
  "/_console/requests/req_1",
  "/_console/sessions/ses_1",
  "/_console/events",
];

describe("A page of another origin", () => {
  const others: Record<string, string>[] = [
    { Origin: "https://example.com" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    // Another port of the same machine, where the page under development is.
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site" },
  ];

  it.each(others)("cannot turn a switch: %o", async (headers) => {
    const answer = await change({ errorRate: 1 }, headers);
    expect([answer.status, mock.settings.values.errorRate]).toEqual([403, 0]);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it.each(others)("cannot reset the mock: %o", async (headers) => {
    await call("GET", "/v1/sessions/ses_1", { Authorization: "Bearer any" });
    const answer = await call("POST", "/_console/reset", { ...JSON_BODY, ...headers }, "{}");
    expect([answer.status, mock.requests.length]).toEqual([403, 1]);
  });

  it.each(DATA.flatMap((path) => others.map((headers) => ({ path, headers }))))(
    "cannot read $path: $headers",
    async ({ path, headers }) => {
      const answer = await call("GET", path, headers);
      expect(answer.status).toBe(403);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    },
  );

  it("cannot send what needs no preflight, such as a form", async () => {
    const types = ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"];
    const answers = await Promise.all(
      types.map((type) => call("POST", "/_console/settings", { "Content-Type": type }, '{"errorRate":1}')),
    );
    expect(answers.map(({ status }) => status)).toEqual([415, 415, 415]);
    expect(mock.settings.values.errorRate).toBe(0);
  });

  it("gets no leave from a preflight", async () => {
    const answer = await call("OPTIONS", "/_console/settings", {
      Origin: "https://example.com",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    });
    expect(answer.status).toBe(403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("may use the API", async () => {
    const headers = { Origin: "https://example.com", "Sec-Fetch-Site": "cross-site" };
    const answer = await call("GET", "/v1/sessions/ses_1", { Authorization: "Bearer any", ...headers });
    expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([404, "*"]);
  });

  it("may not show the console in a frame", async () => {
    const { headers } = await call("GET", "/_console");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});

describe("A name that somebody has pointed at this machine", () => {
  it.each(["example.com", "localhost.example.com", "127.0.0.1.example.com", "a b"])(
    "%j shows nothing and switches nothing",
    async (name) => {
      const host = { Host: `${name}:${mock.port}` };
      const answers = await Promise.all([
        call("GET", "/_console", host),
        call("GET", "/_console/statements", host),
        change({ errorRate: 1 }, host),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect(mock.settings.values.errorRate).toBe(0);
    },
  );

  it.each(["localhost", "LOCALHOST", "mock.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "192.168.1.5"])(
    "%s is none",
    async (name) => {
      expect((await call("GET", "/_console", { Host: `${name}:4010` })).status).toBe(200);
    },
  );
});

describe("The switches", () => {
  it("are turned by the mock's own page, and by curl", async () => {
    const own = { Origin: mock.url, "Sec-Fetch-Site": "same-origin" };
    expect((await change({ latency: { min: 1, max: 2 } }, own)).status).toBe(200);
    const { status, text } = await change({ errorRate: 0.5, scenario: "slow-start" });
    expect([status, JSON.parse(text)]).toEqual([200, mock.settings.values]);
    expect(mock.settings.values).toMatchObject({
      latency: { min: 1, max: 2 },
      errorRate: 0.5,
      scenario: "slow-start",
    });
    await change({ scenario: null });
    expect(mock.settings.values.scenario).toBeUndefined();
  });

  it.each([
    [{ errorRate: 2 }, "errorRate: give a number from 0 to 1"],
    [{ latency: 5 }, "latency: give two numbers of milliseconds, the smaller first"],
    [{ scenario: "<b>" }, /^scenario: give one of slow-start/],
    [{ colour: "red" }, /^colour is no switch\. There are latency, errorRate/],
    [JSON.parse('{"__proto__":{"errorRate":1}}'), /^__proto__ is no switch/],
    [[], /^Send an object/],
    [null, /^Send an object/],
  ])("say what is wrong with %j", async (body, message) => {
    const before = mock.settings.values;
    const answer = await change(body);
    expect([answer.status, messageOf(answer)]).toEqual([
      400,
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
    expect(mock.settings.values).toEqual(before);
  });

  it("say what is wrong with a body that is not JSON, or too large", async () => {
    const malformed = await call("POST", "/_console/settings", JSON_BODY, "{");
    expect([malformed.status, messageOf(malformed)]).toEqual([400, "The body is not JSON."]);
    expect((await change({ scenario: "x".repeat(20_000) })).status).toBe(413);
  });

  it("take POST only, and say so", async () => {
    const answer = await call("GET", "/_console/settings");
    expect([answer.status, answer.headers.allow]).toEqual([405, "POST"]);
  });
});

describe("The console's data", () => {
  it("never hold the key", async () => {
    await call("GET", "/v1/sessions/ses_1", { Authorization: "Bearer tk_secret" });
    const [recorded] = mock.requests;
    const { status, text } = await call("GET", `/_console/requests/${recorded?.id}`);
    expect([status, JSON.parse(text)]).toMatchObject([200, { path: "/v1/sessions/ses_1" }]);
    expect(text).not.toContain("tk_secret");
  });

  it("say what the mock has forgotten, or never had", async () => {
    const unknown = await call("GET", "/_console/nothing");
    expect([unknown.status, messageOf(unknown)]).toEqual([
      404,
      expect.stringContaining("The console is at /_console"),
    ]);
    const answers = await Promise.all([
      call("GET", "/_console/requests/req_1"),
      call("GET", "/_console/sessions/ses_1"),
      call("GET", "/_docs/nothing.js"),
      call("GET", "/_console/..%2findex.ts"),
      call("GET", "/_console/tsconfig.json"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it("are no requests to the API: they are neither recorded nor delayed", async () => {
    mock.settings.change({ latency: { min: 60_000, max: 60_000 } });
    await Promise.all(["/_console", "/_docs", "/_console/statements"].map((path) => call("GET", path)));
    expect(mock.requests).toEqual([]);
  });

  it("stream until the mock stops, and do not hold it up", async () => {
    const other = await startMock();
    const response = await fetch(`${other.url}/_console/events`);
    const text = response.text();
    const before = performance.now();
    await other.close();
    expect(performance.now() - before).toBeLessThan(5000);
    expect(await text).toMatch(/^retry: 1000\n\nevent: snapshot\ndata: \{.*"mode":"\w+"/);
  });
});

describe("HEAD", () => {
  it.each(["/_console", "/_docs", "/_console/events"])(
    "%s is answered as GET, without a body",
    async (path) => {
      const { status, text } = await call("HEAD", path);
      expect([status, text]).toEqual([200, ""]);
    },
  );
});

describe("The name that the mock was told to listen at", () => {
  it("is one to call it by", () => {
    const refuse = (host: string) => refuseUnknownHost({ headers: { host } }, "mock.example");
    expect(refuse("Mock.Example:4010")).toBeUndefined();
    expect(refuse("mock.example.com:4010")).toBeDefined();
  });
});
