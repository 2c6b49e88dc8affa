import { fileURLToPath } from "node:url";
import { compare } from "./compare.ts";
import type { Contender } from "./contender.ts";
import { createAndGet, sendAndPage } from "./conversations.ts";
import { OURS, prepare } from "./prepare.ts";
import { report } from "./report.ts";

// `npm run bench:server`: the reference server beside bare and other servers. Every burst has the same number of
// requests, so that all keep the same number of sessions when their memory is read.

const EXPRESS = "Express 5, bare";
const FASTIFY = "Fastify 5 with schemas";
const VALIDATOR = "express-openapi-validator";

function server(name: string, file: string): Contender {
  const path = fileURLToPath(new URL(`servers/${file}`, import.meta.url));
  return { name, command: (port) => [path, `${port}`] };
}

await prepare();
const results = await compare({
  contenders: [
    { name: "thinklio-sessions serve", command: (port) => [OURS, "serve", `--port=${port}`] },
    server(EXPRESS, "express.mjs"),
    server(FASTIFY, "fastify.mjs"),
    server(VALIDATOR, "express-openapi-validator.mjs"),
    server("node:http, raw", "node-http.mjs"),
  ],
  mixes: { "create and get": () => createAndGet(), "send and page": () => sendAndPage() },
  burst: { requests: 4000 },
  rounds: 21,
  starts: 11,
});
report(results, EXPRESS, [
  ...["create and get", "send and page"].flatMap((mix) => [
    { of: { mix }, over: EXPRESS, atLeast: 1.5 },
    { of: { mix }, over: VALIDATOR, atLeast: 2.8 },
    { of: { mix }, over: FASTIFY, atLeast: 0.9 },
  ]),
  { of: { cost: "starts" }, over: EXPRESS, atMost: 1.3 },
  { of: { cost: "memory" }, over: EXPRESS, atMost: 1.2 },
]);
