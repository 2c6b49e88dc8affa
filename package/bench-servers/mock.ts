import { fileURLToPath } from "node:url";
import { compare } from "./compare.ts";
import { mockConversation } from "./conversations.ts";
import { OURS, prepare } from "./prepare.ts";
import { report } from "./report.ts";

// `npm run bench:mock`: the mock, with the contract's examples, beside other mocks of the same document. Every burst
// takes the same time, because the slowest would take minutes for what the fastest does in a second.

const PRISM = "prism mock";
const SILENT = "prism mock -v silent";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DOCUMENT = pathOf("../../generated/openapi.json");
const prism = (port: number, ...options: string[]) => [
  pathOf("../../node_modules/@stoplight/prism-cli/dist/index.js"),
  "mock",
  DOCUMENT,
  "--host=127.0.0.1",
  `--port=${port}`,
  ...options,
];

await prepare();
const results = await compare({
  contenders: [
    {
      name: "thinklio-sessions mock",
      command: (port) => [OURS, "mock", "--mode=examples", `--port=${port}`],
    },
    { name: PRISM, command: (port) => prism(port) },
    { name: SILENT, command: (port) => prism(port, "-v", "silent") },
    { name: "@scalar/mock-server", command: (port) => [pathOf("servers/scalar.mjs"), `${port}`] },
    {
      name: "Mockoon's CLI",
      command: (port) => [
        pathOf("node_modules/@mockoon/cli/bin/run.js"),
        "start",
        "--data",
        DOCUMENT,
        "--hostname=127.0.0.1",
        `--port=${port}`,
        "--disable-log-to-file",
      ],
    },
  ],
  mixes: { "all four": mockConversation },
  burst: { milliseconds: 500 },
  rounds: 21,
  starts: 7,
});
report(results, PRISM, [
  { of: { mix: "all four" }, over: PRISM, atLeast: 6 },
  { of: { mix: "all four" }, over: SILENT, atLeast: 3 },
  { of: { cost: "starts" }, over: PRISM, atMost: 0.8 },
  { of: { cost: "memory" }, over: PRISM, atMost: 1 },
]);
