import { Command, Option } from "commander";
import { parsePort, parseTimeout } from "../command-line/options.ts";
import { loadWithPeers } from "../command-line/peers.ts";
import { untilSignal } from "../command-line/signals.ts";
import { bold } from "../command-line/terminal.ts";
import type { Listening } from "../generated/stub/index.ts";
import type { MockOptions } from "./index.ts";

const DEFAULT_PORT = 4010;

/** The command `mock`: runs the mock until a signal ends it. */
export function mockCommand(): Command {
  return new Command("mock")
    .description("Run a mock that answers with the contract's examples, and accepts any key.")
    .addOption(
      new Option("--port <port>", "where to listen; 0 takes a free port (default: 4010)")
        .env("THINKLIO_MOCK_PORT")
        .argParser(parsePort),
    )
    .addOption(
      new Option("--host <address>", "where to listen (default: 127.0.0.1)").env("THINKLIO_MOCK_HOST"),
    )
    .addOption(
      new Option("--request-timeout <time>", "how long a request's body may take to arrive (default: 10s)")
        .env("THINKLIO_MOCK_REQUEST_TIMEOUT")
        .argParser(parseTimeout),
    )
    .action(async (options: MockOptions) => untilSignal([await mock(options)]));
}

/**
 * Starts the mock, on port 4010 unless told otherwise, and prints where it is and how to call it.
 *
 * @throws (rejects) as `startMock` does, and if Prism is not installed
 */
export async function mock({ port = DEFAULT_PORT, ...options }: MockOptions = {}): Promise<Listening> {
  const { startMock } = await loadWithPeers(
    () => import("./index.ts"),
    ["@stoplight/prism-http", "@stoplight/prism-core"],
  );
  const listening = await startMock({ port, ...options });
  process.stdout.write(
    `${bold("Mock")}  ${listening.url}\n` +
      "  API key: any\n" +
      "  Try it; Prefer chooses another answer:\n" +
      `  curl ${listening.url}/v1/sessions/ses_01hxyz -H "Authorization: Bearer any"\n` +
      `  curl ${listening.url}/v1/sessions/ses_01hxyz -H "Authorization: Bearer any" -H "Prefer: code=404"\n`,
  );
  return listening;
}
