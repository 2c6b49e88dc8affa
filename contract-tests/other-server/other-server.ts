import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type Caller, callerOf, channelOf } from "./access.ts";
import { Desk, type Kept } from "./desk.ts";
import { Failure } from "./failure.ts";
import { checkHeaders, readFields, readJson } from "./request.ts";
import { type Answer, drain, write } from "./respond.ts";

/** How long a body may take, in milliseconds. */
export const BODY_TIMEOUT = 300;

/** The other server while it runs. */
export interface OtherServer {
  readonly url: string;
  /** Puts its clock forward by so many milliseconds. */
  passTime(milliseconds: number): void;
  close(): Promise<void>;
}

interface Call {
  readonly request: IncomingMessage;
  readonly caller: Caller;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const isText = (value: unknown) => typeof value === "string";
const isFlag = (value: unknown) => typeof value === "boolean";
const isMap = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const isMessage = (value: unknown) => typeof value === "string" && /^.{1,32768}$/su.test(value);

function textOf(fields: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = fields.get(name);
  return typeof value === "string" ? value : undefined;
}

interface Route {
  readonly path: RegExp;
  readonly method: "GET" | "POST";
  /** Whether the operation has a body. */
  readonly takesBody: boolean;
  readonly answer: (call: Call) => Promise<Answer>;
}

/**
 * Runs a second server that keeps the contract, and else does all that the contract leaves free in another way than
 * the reference server, with which it shares no code: ids, texts, further fields, order of keys, framing, speed.
 */
export async function startOtherServer(): Promise<OtherServer> {
  const desk = new Desk();
  const cursors = new Map<string, { readonly session: string; readonly position: number }>();
  const windows = new Map<Caller, { readonly until: number; used: number }>();

  const routes: readonly Route[] = [
    { path: /^\/v1\/channels\/([^/]+)\/sessions$/, method: "POST", takesBody: true, answer: create },
    { path: /^\/v1\/channels\/([^/]+)\/messages$/, method: "POST", takesBody: true, answer: send },
    { path: /^\/v1\/sessions\/([^/]+)$/, method: "GET", takesBody: false, answer: read },
    { path: /^\/v1\/sessions\/([^/]+)\/messages$/, method: "GET", takesBody: false, answer: list },
    { path: /^\/v1\/sessions\/([^/]+)\/close$/, method: "POST", takesBody: false, answer: close },
  ];

  async function create({ caller, id, body = {} }: Call): Promise<Answer> {
    const fields = readFields(body, { agent_id: isText, metadata: isMap, initial_context: isText });
    const agent_id = textOf(fields, "agent_id");
    const context = textOf(fields, "initial_context");
    const { agents } = channelOf(caller, id);
    if (agent_id !== undefined && !agents.includes(agent_id)) throw new Failure(404, "agent_not_found");
    const agent = agent_id ?? agents[0];
    const session = desk.open({
      tenant: caller.tenant,
      channel: id,
      agent,
      metadata: fields.get("metadata") ?? {},
      context,
    });
    return { status: 201, headers: { location: `/v1/sessions/${session.id}` }, body: desk.show(session) };
  }

  async function read({ caller, id }: Call): Promise<Answer> {
    return { status: 200, body: desk.show(desk.find(caller.tenant, id)) };
  }

  async function close({ caller, id }: Call): Promise<Answer> {
    if (!caller.mayWrite) throw new Failure(403, "insufficient_scope");
    const session = desk.find(caller.tenant, id);
    if (desk.statusOf(session) === "expired") throw new Failure(409, "session_expired");
    session.isClosed = true;
    return { status: 200, body: desk.show(session) };
  }

  async function list({ caller, id, query }: Call): Promise<Answer> {
    if (query.getAll("limit").length > 1 || query.getAll("cursor").length > 1) {
      throw new Failure(400, "invalid_request");
    }
    const limit = query.get("limit") ?? "20";
    if (!/^([1-9]\d?|100)$/.test(limit)) throw new Failure(400, "invalid_request");
    const given = query.get("cursor");
    const { session: owner, position } =
      given === null ? { session: id, position: 0 } : (cursors.get(given) ?? {});
    if (owner !== id || position === undefined) throw new Failure(400, "invalid_request");
    const { items } = desk.find(caller.tenant, id);
    const end = position + Number(limit);
    const has_more = end < items.length;
    const next_cursor = has_more ? `${Buffer.from(String(Math.random())).toString("hex")}==` : null;
    if (next_cursor) cursors.set(next_cursor, { session: id, position: end });
    return {
      status: 200,
      body: { total: items.length, next_cursor, has_more, data: items.slice(position, end) },
    };
  }

  async function send({ caller, id, body, request }: Call): Promise<Answer> {
    if (body === undefined) throw new Failure(400, "invalid_request");
    const types = { message: isMessage, session_id: isText, stream: isFlag, metadata: isMap };
    const fields = readFields(body, types, "message");
    const message = textOf(fields, "message") ?? "";
    const session_id = textOf(fields, "session_id");
    const metadata = fields.get("metadata");
    const { agents } = channelOf(caller, id);
    const fresh = { tenant: caller.tenant, channel: id, agent: agents[0], metadata: {}, context: undefined };
    const session = session_id === undefined ? desk.open(fresh) : desk.find(caller.tenant, session_id);
    if (session.channel !== id) throw new Failure(404, "session_not_found");
    desk.admit(session, message);
    const endTurn = await desk.takeTurn(session);
    const sending = { message, ...(metadata !== undefined && { metadata }) };
    if (fields.get("stream") === true) {
      try {
        desk.admit(session, message);
        return { status: 200, events: await startStream(session, sending, request, endTurn) };
      } catch (error) {
        endTurn();
        throw error;
      }
    }
    try {
      desk.admit(session, message);
      const question = desk.createQuestion(session, sending);
      let content = "";
      for await (const piece of desk.converse(session, message)) content += piece;
      const answer = desk.createReply(session, content, desk.createReplyId());
      desk.keep(session, question, answer);
      return { status: 200, body: answer };
    } finally {
      endTurn();
    }
  }

  async function startStream(
    session: Kept,
    sending: { readonly message: string },
    request: IncomingMessage,
    endTurn: () => void,
  ): Promise<AsyncIterable<string>> {
    const pieces = desk.converse(session, sending.message);
    const first = await pieces.next();
    const replyId = desk.createReplyId();
    desk.keep(session, desk.createQuestion(session, sending));
    return (async function* () {
      try {
        let content = "";
        yield ": hello\r\n\r\n";
        for (let next = first; !next.done; next = await pieces.next()) {
          if (request.socket.destroyed) return;
          content += next.value;
          const [id, delta] = [JSON.stringify(replyId), JSON.stringify(next.value)];
          yield `data:{"index":0,"delta":${delta},\r\ndata: "session_id":"${session.id}","id":${id}}\r\n\r\n`;
        }
        if (request.socket.destroyed) return;
        desk.keep(session, desk.createReply(session, content, replyId));
        yield "data:[DONE]\r\n\r\n: bye\r\n\r\n";
      } catch {
        const { envelope } = new Failure(500, "internal_error");
        yield `data: ${JSON.stringify(envelope)}\r\nevent: error\r\n\r\n`;
      } finally {
        endTurn();
      }
    })();
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const [path = "", search = ""] = (request.url ?? "").split("?", 2);
    const possible = routes.filter((route) => route.path.test(path));
    if (possible.length === 0) throw new Failure(404, "not_found");
    const route = possible.find(({ method }) => method === request.method);
    const allow = ["OPTIONS", "HEAD", ...possible.map(({ method }) => method)].join(", ");
    if (route === undefined) throw new Failure(405, "method_not_allowed", { headers: { allow } });
    const caller = callerOf(request);
    checkRate(caller);
    const body = route.takesBody ? await readJson(request, BODY_TIMEOUT) : undefined;
    checkHeaders(request);
    const id = decode(route.path.exec(path)?.[1] ?? "");
    return route.answer({ request, caller, id, query: new URLSearchParams(search), body });
  }

  function checkRate(caller: Caller): void {
    if (caller.limit === undefined) return;
    const now = desk.now();
    let window = windows.get(caller);
    if (window === undefined || now >= window.until) window = { until: now + 30_000, used: 0 };
    windows.set(caller, window);
    window.used += 1;
    if (window.used <= caller.limit) return;
    const reset_at = new Date(window.until).toISOString();
    throw new Failure(429, "rate_limit_exceeded", {
      headers: { "retry-after": String(Math.ceil((window.until - now) / 1000)) },
      details: { bucket: "key", reset_at, remaining: 0, limit: caller.limit },
    });
  }

  const server = createServer({ keepAlive: true }, (request, response) => {
    void (async () => {
      await delay(3);
      try {
        await write(response, await answer(request));
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure(500, "internal_error");
        const { status, headers, envelope: body } = failure;
        await drain(request);
        await write(response, { status, headers, body });
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP address.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    passTime: (milliseconds) => desk.passTime(milliseconds),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Failure(400, "invalid_request");
  }
}
