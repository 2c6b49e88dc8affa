#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, Option } from "./command-line/command.ts";
import { parsePort } from "./command-line/options.ts";
import { run } from "./command-line/run.ts";
import { untilSignal } from "./command-line/signals.ts";
import { testCommand } from "./contract-tests/command.ts";
import { mock, mockCommand } from "./mock/command.ts";
import { serve, serveCommand } from "./server/command/serve.ts";
import { pruneCommand } from "./server/stores/prune-command.ts";

// By the package's own name, because the built file is in another folder than this one.
const { name, description, version }: Record<"name" | "description" | "version", string> = createRequire(
  import.meta.url,
)("thinklio-sessions/package.json");

const startCommand = new Command("start")
  .description(
    "Run the reference server and the mock, with the defaults of serve and mock but for the ports.",
  )
  .addOption(
    new Option("--port <port>", "the server's port (default: 3000)")
      .env("THINKLIO_PORT")
      .argParser(parsePort),
  )
  .addOption(
    new Option("--mock-port <port>", "the mock's port (default: 4010)")
      .env("THINKLIO_MOCK_PORT")
      .argParser(parsePort),
  )
  .action(async ({ port, mockPort }: { port?: number; mockPort?: number }) => {
    const server = await serve({ port });
    try {
      await untilSignal([server, await mock({ port: mockPort })]);
    } finally {
      await server.close();
    }
  });

await run(
  new Command(name)
    .description(description)
    .version(version)
    .addCommand(serveCommand())
    .addCommand(pruneCommand())
    .addCommand(mockCommand())
    .addCommand(testCommand())
    .addCommand(startCommand),
);
