import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { createRouter, type Listening, listen, type SessionsApi } from "../../generated/stub/index.ts";
import { createHandlers } from "../../server/handlers.ts";
import {
  type Caller,
  configure,
  createSettableClock,
  EXAMPLE_CHANNEL,
  LOCAL_KEY,
  MemoryStore,
  Sessions,
  type Store,
} from "../../server/index.ts";
import { createAuthenticator } from "../../server/keys.ts";
import type { Rule } from "../rule.ts";
import { type RuleResult, runRules } from "../runner.ts";
import { type Conditions, Target, type TargetOptions } from "../target.ts";
import { generatedRules } from "./rules.ts";

const SEED = 7;

/** What the parts of a server are, for a fault to change. */
interface Parts {
  readonly api: SessionsApi<Caller>;
  readonly store: Store;
}

/** One thing that is wrong with a server. */
interface PlantedFault {
  /** In what store it keeps its sessions. */
  readonly store?: Store;
  /** Makes handlers that are wrong out of those that are right. */
  readonly change?: (parts: Parts) => Partial<SessionsApi<Caller>>;
  /** Changes a request before it is looked at. */
  readonly onRequest?: (request: IncomingMessage, parts: Parts) => Promise<void>;
}

/** Faults that only show after something else has happened, or for some values. */
const plantedFaults = {
  metadataLosesNull: {
    change: ({ api }) => ({
      createSession({ body, ...input }) {
        const kept = Object.entries(body?.metadata ?? {}).filter(([, value]) => value !== null);
        return api.createSession({ ...input, body: { ...body, metadata: Object.fromEntries(kept) } });
      },
    }),
  },
  messageIsTrimmed: {
    change: ({ api }) => ({
      sendMessage: ({ body, ...input }) =>
        api.sendMessage({ ...input, body: { ...body, message: body.message.trim() || body.message } }),
    }),
  },
  countDriftsAfterStream: {
    change({ api }) {
      const streamed = new Set<string | undefined>();
      return {
        sendMessage(input) {
          if (input.body.stream) streamed.add(input.body.session_id);
          return api.sendMessage(input);
        },
        async getSession(input) {
          const outcome = await api.getSession(input);
          if (outcome.status !== 200 || !streamed.has(input.params.session_id)) return outcome;
          return { ...outcome, body: { ...outcome.body, message_count: outcome.body.message_count + 1 } };
        },
      };
    },
  },
  expiryMovesOnReads: {
    change({ api }) {
      const reads = new Map<string, number>();
      return {
        async getSession(input) {
          const outcome = await api.getSession(input);
          if (outcome.status !== 200) return outcome;
          const { id, expires_at } = outcome.body;
          const before = reads.get(id) ?? 0;
          reads.set(id, before + 1);
          const moved = new Date(Date.parse(expires_at) + before * 1000).toISOString();
          return { ...outcome, body: { ...outcome.body, expires_at: moved } };
        },
      };
    },
  },
  pageRepeatsAnItem: {
    store: new (class extends MemoryStore {
      override messages(id: string, position: number, limit: number): ReturnType<Store["messages"]> {
        return super.messages(id, Math.max(0, position - 1), limit);
      }
    })(),
  },
  closedSessionReopensWhenRead: {
    change({ api }) {
      const reopened = new Set<string | undefined>();
      return {
        async getSession(input) {
          const outcome = await api.getSession(input);
          if (outcome.status === 200 && outcome.body.status === "closed") reopened.add(outcome.body.id);
          return outcome;
        },
        sendMessage: (input) =>
          reopened.has(input.body.session_id) ? fakeReply(input.body) : api.sendMessage(input),
      };
    },
  },
  expiredSessionRevivesWhenRead: {
    change({ api }) {
      const revived = new Set<string | undefined>();
      return {
        async getSession(input) {
          const outcome = await api.getSession(input);
          if (outcome.status === 200 && outcome.body.status === "expired") revived.add(outcome.body.id);
          return outcome;
        },
        sendMessage: (input) =>
          revived.has(input.body.session_id) ? fakeReply(input.body) : api.sendMessage(input),
      };
    },
  },
  versionIsIgnored: {
    async onRequest(request) {
      delete request.headers["thinklio-version"];
    },
  },
  refusedCloseCloses: {
    async onRequest({ url = "", headers }, { store }) {
      const [, id] = /^\/v1\/sessions\/(ses_[^/]+)\/close$/.exec(url) ?? [];
      if (id !== undefined && headers["x-channel-user-id"] !== undefined)
        await store.close(id).catch(() => {});
    },
  },
} as const satisfies Readonly<Record<string, PlantedFault>>;

describe("The reference server", () => {
  it.each(generatedRules.map((rule) => [rule.id, rule] as const))("keeps %s", async (_, rule) => {
    expect(await runOn({}, rule)).toMatchObject({ outcome: "passed" });
  });
});

describe("A generated test catches, with the shortest way there,", () => {
  it.each([
    ["GEN-001", "metadataLosesNull", /^the session A, at \/metadata\/.*null/, 1],
    ["GEN-002", "messageIsTrimmed", /^item 1 in the history.* is not what it should be/, 2],
    ["GEN-002", "countDriftsAfterStream", /\(2\) stream "[^"]+" to A/, 2],
    ["GEN-003", "versionIsIgnored", /the header Thinklio-Version: "[^"]*"/, 2],
    [
      "GEN-003",
      "refusedCloseCloses",
      /^status of session A.*closeSession with the header X-Channel-User-Id/,
      2,
    ],
    ["GEN-004", "pageRepeatsAnItem", /read the next page of A/, 4],
    ["GEN-005", "metadataLosesNull", /create session A, with \{"metadata":\{"":null\}\}/, 1],
    ["GEN-005", "countDriftsAfterStream", /create session A; \(2\) stream "Hello" to A\./, 2],
    ["GEN-005", "expiryMovesOnReads", / A; \(2\) read A\./, 2],
    [
      "GEN-005",
      "pageRepeatsAnItem",
      /read the first page of A, of up to 1; \(\d\) read the next page of A/,
      4,
    ],
    ["GEN-005", "closedSessionReopensWhenRead", /close A; \(3\) read A; \(4\) send "Hello" to A\./, 4],
    ["GEN-006", "expiredSessionRevivesWhenRead", /lifetime pass; \(3\) read A; \(4\) send "Hello" to A\./, 4],
  ] as const)("by %s: %s", async (id, name, expected, steps) => {
    const message = messageOf(await runOn(plantedFaults[name], ruleOf(id)));
    expect(message).toMatch(expected);
    expect(message.match(/\(\d+\) /g)?.length).toBeLessThanOrEqual(steps);
    expect(message).toMatch(/ Drawn with seed 7, path [\d:]+/);
  });
});

describe("A seed", () => {
  it.each(generatedRules.map((rule) => [rule.id, rule] as const))(
    "draws the same requests again: %s",
    async (_, rule) => {
      const first = await requestsOf(rule, { timeout: 5000, seed: SEED });
      expect(first.length).toBeGreaterThan(50);
      expect(await requestsOf(rule, { timeout: 5000, seed: SEED })).toEqual(first);
      expect(await requestsOf(rule, { timeout: 5000, seed: SEED + 1 })).not.toEqual(first);
    },
  );

  it("and a path go straight to the failure", async () => {
    for (const id of ["GEN-001", "GEN-005"]) {
      const found = await runOn(plantedFaults.metadataLosesNull, ruleOf(id));
      const [, path] = /path (.+)$/.exec(messageOf(found)) ?? [];
      const repeated = await runOn(plantedFaults.metadataLosesNull, ruleOf(id), { path, effort: 0 });
      expect(messageOf(repeated)).toBe(messageOf(found));
    }
  });
});

describe("An effort", () => {
  it("is how many inputs are tried", async () => {
    const rule = ruleOf("GEN-001");
    const usual = await requestsOf(rule, { timeout: 5000 });
    const less = await requestsOf(rule, { timeout: 5000, effort: 0.5 });
    // One session that tells how long sessions live, and two requests for each input.
    expect([usual.length, less.length]).toEqual([161, 81]);
  });
});

describe("A failure", () => {
  it("shows the exchanges of the shortest way alone", async () => {
    const result = await runOn(plantedFaults.countDriftsAfterStream, ruleOf("GEN-005"));
    const exchanges = result.outcome === "failed" ? result.exchanges : [];
    expect(exchanges.map(({ request: { method } }) => method)).toEqual(["POST", "POST", "GET"]);
  });

  it("that is a violation is shrunk as well", async () => {
    const fault: PlantedFault = {
      change: ({ api }) => ({
        async closeSession(input) {
          const outcome = await api.closeSession(input);
          const isRight = outcome.status !== 200 || outcome.body.message_count === 0;
          return isRight ? outcome : { ...outcome, body: { ...outcome.body, created_at: "yesterday" } };
        },
      }),
    };
    const message = messageOf(await runOn(fault, ruleOf("GEN-005")));
    expect(message).toMatch(/\(1\) (create|send|stream).*close A\. Drawn/);
    expect(message.match(/\(\d+\) /g)?.length).toBeLessThanOrEqual(3);
  });

  it("that is a missing answer is one as well", async () => {
    const clock = createSettableClock();
    const server = await startWith({}, clock.now);
    await server.close();
    const [result] = await runRules({ rules: [ruleOf("GEN-001")], target: targetOf(server.url, clock) });
    expect(result && messageOf(result)).toContain("no complete response");
  });
});

/** Starts the reference server with a fault in it, or without one. */
function startWith(
  { store = new MemoryStore(), change, onRequest }: PlantedFault,
  clock: () => number,
): Promise<Listening> {
  const configuration = configure({ store, clock, onError: () => {} });
  const healthy = createHandlers(new Sessions(configuration));
  const parts = { api: healthy, store };
  const router = createRouter(
    { ...healthy, ...change?.(parts) },
    { authenticate: createAuthenticator([LOCAL_KEY], store.secret) },
  );
  return listen(
    (request, response) => {
      void (onRequest?.(request, parts) ?? Promise.resolve()).then(() => router(request, response));
    },
    { host: "127.0.0.1", port: 0 },
  );
}

function fakeReply({ session_id = "" }: { readonly session_id?: string }) {
  const created_at = "2026-03-19T12:00:00Z";
  const body = {
    id: "msg_fake",
    session_id,
    role: "assistant",
    content: "",
    created_at,
    tokens: 0,
    model: "",
  } as const;
  return { status: 200, type: "application/json", body } as const;
}

/** Runs a rule on a server of its own. */
async function runOn(
  fault: PlantedFault,
  rule: Rule,
  conditions: Pick<Conditions, "path" | "effort"> = {},
): Promise<RuleResult> {
  const clock = createSettableClock();
  const server = await startWith(fault, clock.now);
  const target = targetOf(server.url, clock);
  const [result] = await runRules({ rules: [rule], target, seed: SEED, ...conditions });
  await server.close();
  if (result === undefined) throw new Error("There is no result.");
  return result;
}

/** What a rule sends: ids and cursors, which the server chooses, are numbered in the order in which they come. */
async function requestsOf(rule: Rule, conditions: Conditions): Promise<string[]> {
  const clock = createSettableClock();
  const server = await startWith({}, clock.now);
  const target = new Target(targetOf(server.url, clock), conditions);
  await rule.check(target);
  await server.close();
  const numbers = new Map<string, number>();
  return target.exchanges.map(({ request: { method, path, headers, body = "" } }) =>
    `${method} ${path} ${JSON.stringify(headers)} ${Buffer.from(body).toString("base64").length} ${Buffer.from(body)}`.replaceAll(
      /(?<=cursor=)[^&\s]+|ses_\w+/g,
      (id) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size);
        return `#${numbers.get(id)}`;
      },
    ),
  );
}

function targetOf(url: string, clock: ReturnType<typeof createSettableClock>): TargetOptions {
  const passTime = async (milliseconds: number) => clock.advance(milliseconds);
  return {
    baseUrl: new URL(url),
    key: LOCAL_KEY.key,
    channel: EXAMPLE_CHANNEL.id,
    agent: EXAMPLE_CHANNEL.agents[0],
    offers: { write: true, "pass-time": passTime },
  };
}

function ruleOf(id: string): Rule {
  const rule = generatedRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return rule;
}

function messageOf(result: RuleResult): string {
  if (result.outcome !== "failed") throw new Error(`The rule ${result.outcome}.`);
  return result.findings[0]?.message ?? "";
}
