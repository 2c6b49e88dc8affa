import type { Survivors } from "./compare.ts";

/** The mutants of the reference server that no rule catches, by the reason why no client could tell. */
export const survivors: readonly Survivors[] = [
  {
    reason:
      "A client that left before its turn shows at the first wait that follows; it gets no answer in any case.",
    mutants: [
      {
        file: "server/abort.ts",
        line: "if (signal.aborted) abort();",
        code: "signal.aborted",
        mutation: "false",
      },
    ],
  },
  {
    reason: "A listener that nobody needs any more stays: it only holds memory.",
    mutants: [
      {
        file: "server/abort.ts",
        line: 'else signal.addEventListener("abort", abort, { once: true });',
        code: "{ once: true }",
        mutation: "{}",
      },
      {
        file: "server/abort.ts",
        line: 'else signal.addEventListener("abort", abort, { once: true });',
        code: "true",
        mutation: "false",
      },
      {
        file: "server/abort.ts",
        line: '.finally(() => signal.removeEventListener("abort", abort));',
        code: '() => signal.removeEventListener("abort", abort)',
        mutation: "() => undefined",
      },
      {
        file: "server/abort.ts",
        line: '.finally(() => signal.removeEventListener("abort", abort));',
        code: '"abort"',
        mutation: '""',
      },
    ],
  },
  {
    reason: "What a failure prints on standard error is for the operator.",
    mutants: [
      {
        file: "server/app.ts",
        line: "...(onError && { onError }),",
        code: "onError && { onError }",
        mutation: "true",
      },
      {
        file: "server/app.ts",
        line: "...(onError && { onError }),",
        code: "onError && { onError }",
        mutation: "onError || { onError }",
      },
      {
        file: "server/app.ts",
        line: "...(onError && { onError }),",
        code: "onError && { onError }",
        mutation: "false",
      },
      { file: "server/app.ts", line: "...(onError && { onError }),", code: "{ onError }", mutation: "{}" },
    ],
  },
  {
    reason: "The contract leaves other headers free.",
    mutants: [
      { file: "server/app.ts", line: 'app.disable("x-powered-by");', code: '"x-powered-by"', mutation: '""' },
    ],
  },
  {
    reason:
      "What a reply costs, and so which message is the last one within the budget, the contract leaves free.",
    mutants: [
      {
        file: "server/budget.ts",
        line: "return (this.#used.get(tenant) ?? 0) >= this.#limit;",
        code: "(this.#used.get(tenant) ?? 0) >= this.#limit",
        mutation: "(this.#used.get(tenant) ?? 0) > this.#limit",
      },
    ],
  },
  {
    reason: "No agent of the rules replies with nothing. A server's own agent may.",
    mutants: [
      {
        file: "server/exchange.ts",
        line: "await (this.#pieces.length === 0 ? this.#store(this.#question, reply) : this.#store(reply));",
        code: "this.#pieces.length === 0",
        mutation: "false",
      },
    ],
  },
  {
    reason: "The agent's work for a client that left shows in no answer (Stream 16).",
    mutants: [
      {
        file: "server/exchange.ts",
        line: "} finally {",
        code: "{ // Not awaited, and deaf to failures: a generator that hangs does not return, and its work is no longer wanted. pieces.return?.().catch(() => {}); }",
        mutation: "{}",
      },
    ],
  },
  {
    reason: "The router knows by `body` or `events` which of the two a 200 is; `type` is for the types.",
    mutants: [
      {
        file: "server/handlers.ts",
        line: 'return { status: 200, type: "text/event-stream", events: begun.value };',
        code: '"text/event-stream"',
        mutation: '""',
      },
      {
        file: "server/handlers.ts",
        line: 'return { status: 200, type: "application/json", body: sent.value };',
        code: '"application/json"',
        mutation: '""',
      },
    ],
  },
  {
    reason: "What follows an id's prefix is opaque.",
    mutants: [
      {
        file: "server/identifier.ts",
        line: 'return `${prefix}_${randomUUID().replaceAll("-", "")}`;',
        code: '"-"',
        mutation: '""',
      },
      {
        file: "server/identifier.ts",
        line: 'return `${prefix}_${randomUUID().replaceAll("-", "")}`;',
        code: '""',
        mutation: '"Stryker was here!"',
      },
    ],
  },
  {
    reason: "The service asks the store for no session that it has not found or inserted.",
    mutants: [
      {
        file: "server/memory-store.ts",
        line: "if (entry === undefined) throw new Error(`There is no session ${sessionId} in the store.`);",
        code: "entry === undefined",
        mutation: "false",
      },
      {
        file: "server/memory-store.ts",
        line: "if (entry === undefined) throw new Error(`There is no session ${sessionId} in the store.`);",
        code: "`There is no session ${sessionId} in the store.`",
        mutation: "``",
      },
    ],
  },
  {
    reason: "Nothing in the server changes what the store has: freezing it only makes sure.",
    mutants: [
      {
        file: "server/memory-store.ts",
        line: "if (Object.isFrozen(value)) return value;",
        code: "Object.isFrozen(value)",
        mutation: "true",
      },
      {
        file: "server/memory-store.ts",
        line: "for (const part of Object.values(Object.freeze(value) ?? {})) deepFreeze(part);",
        code: "Object.freeze(value) ?? {}",
        mutation: "Object.freeze(value) && {}",
      },
    ],
  },
  {
    reason: "Which messages a policy blocks, beside those that have its words, the contract leaves free.",
    mutants: [
      {
        file: "server/policy.ts",
        line: "text",
        code: 'text .normalize("NFKC") .toLowerCase()',
        mutation: 'text.normalize("NFKC").toUpperCase()',
      },
      {
        file: "server/policy.ts",
        line: ".match(/[\\p{L}\\p{M}\\p{N}]+/gu) ?? [];",
        code: "/[\\p{L}\\p{M}\\p{N}]+/gu",
        mutation: "/[\\p{L}\\p{M}\\p{N}]/gu",
      },
      {
        file: "server/policy.ts",
        line: ".match(/[\\p{L}\\p{M}\\p{N}]+/gu) ?? [];",
        code: "[]",
        mutation: '["Stryker was here"]',
      },
    ],
  },
  {
    reason: "An entry that stays behind, and has ended, makes nobody wait: it only holds memory.",
    mutants: [
      {
        file: "server/queue.ts",
        line: "const end = Promise.all([before, turn]).then(() => {",
        code: "{ if (this.#ends.get(key) === end) this.#ends.delete(key); }",
        mutation: "{}",
      },
      {
        file: "server/queue.ts",
        line: "if (this.#ends.get(key) === end) this.#ends.delete(key);",
        code: "this.#ends.get(key) === end",
        mutation: "true",
      },
      {
        file: "server/queue.ts",
        line: "if (this.#ends.get(key) === end) this.#ends.delete(key);",
        code: "this.#ends.get(key) === end",
        mutation: "false",
      },
      {
        file: "server/queue.ts",
        line: "if (this.#ends.get(key) === end) this.#ends.delete(key);",
        code: "this.#ends.get(key) === end",
        mutation: "this.#ends.get(key) !== end",
      },
    ],
  },
  {
    reason:
      "A client that left the queue gets no answer: its message is broken off before the agent or as it begins.",
    mutants: [
      {
        file: "server/queue.ts",
        line: "} catch (reason) {",
        code: "{ endTurn(); throw reason; }",
        mutation: "{}",
      },
    ],
  },
  {
    reason: "No client can set the server's clock back.",
    mutants: [
      {
        file: "server/rate-limit.ts",
        line: "if (current === undefined || now >= current.start + window || now < current.start) {",
        code: "now < current.start",
        mutation: "false",
      },
    ],
  },
  {
    reason:
      "When a client leaves, the signal and the router's `return` both end a stream. Each does without the other.",
    mutants: [
      {
        file: "server/sessions.ts",
        line: 'sending.signal.addEventListener("abort", () => void deltas.return(), { once: true });',
        code: '"abort"',
        mutation: '""',
      },
      {
        file: "server/sessions.ts",
        line: 'sending.signal.addEventListener("abort", () => void deltas.return(), { once: true });',
        code: "() => void deltas.return()",
        mutation: "() => undefined",
      },
      {
        file: "server/sessions.ts",
        line: 'sending.signal.addEventListener("abort", () => void deltas.return(), { once: true });',
        code: "{ once: true }",
        mutation: "{}",
      },
      {
        file: "server/sessions.ts",
        line: 'sending.signal.addEventListener("abort", () => void deltas.return(), { once: true });',
        code: "true",
        mutation: "false",
      },
      {
        file: "server/sessions.ts",
        line: "return { [Symbol.asyncIterator]: () => ({ next, return: () => others.return() }) };",
        code: "() => others.return()",
        mutation: "() => undefined",
      },
    ],
  },
  {
    reason: "A session that is opened and never stored is no session.",
    mutants: [
      {
        file: "server/sessions.ts",
        line: "const opened = session_id === undefined ? this.#open(tenant, channel) : undefined;",
        code: "session_id === undefined",
        mutation: "true",
      },
    ],
  },
  {
    reason: "Only a store that fails comes here, and the one in memory does not.",
    mutants: [
      {
        file: "server/sessions.ts",
        line: "} catch (error) {",
        code: "{ onEnd(); throw error; }",
        mutation: "{}",
      },
    ],
  },
];
