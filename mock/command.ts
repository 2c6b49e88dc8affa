import { Command, InvalidArgumentError } from "../command-line/command.ts";
import {
  collect,
  parseDuration,
  parsePort,
  parsePositiveInteger,
  parseTimeout,
} from "../command-line/options.ts";
import { untilSignal } from "../command-line/signals.ts";
import { bold } from "../command-line/terminal.ts";
import { parseChannel } from "../server/command/options.ts";
import { MODES } from "./activity.ts";
import { parseDelay, parseLatency, parseShare } from "./options.ts";
import { readReplies } from "./replies-file.ts";
import { SCENARIOS } from "./settings.ts";
import type { Mock, MockChannel, MockOptions } from "./start.ts";

const DEFAULT_PORT = 4010;
const EXAMPLE_CHANNEL_ID = "ch_01hxyz";

/** The options by the names of their flags. */
type Flags = Omit<MockOptions, "channels" | "replies" | "mostSessions"> & {
  readonly channel?: readonly MockChannel[];
  readonly replies?: string;
  readonly maxSessions?: number;
};

const HELP = `
Modes
  examples   the contract's examples, the same for every request
  dynamic    data that Prism generates, all of March 2026: the same for the same seed and request
  stateful   what you create, send and close is there when you read it; an echo, or your replies, answer

For one request, by its header
  Prefer: code=429                 an error, or another success, of the operation
  Prefer: example=expired          an example of the contract, by its name
  Prefer: dynamic=true             generated data; with false, an example
  Prefer: scenario=broken-stream   a scenario, as below

Scenarios of a reply
  slow-start       nothing comes for three seconds
  broken-stream    it breaks off after three words: an error event, or 500 where it is not streamed
  cut-connection   the connection is cut after three words
  long-reply       it goes on for 2,000 words

Replies, as YAML or JSON: the first entry that fits answers
  - when: /order (\\d+)/i            a pattern, or text that the message contains
    reply: Order $1 is on its way.  or a list, to be taken in turn
  - reply: Ask me about an order.   without "when": every message
    scenario: slow-start            perhaps

Any key is good. Sessions are kept within bounds: the ones that were quiet the longest go first.

* can be repeated; a variable separates several with white space`;

/** The command `mock`: runs the mock until a signal ends it. */
export function mockCommand(): Command {
  const command = new Command("mock").description(
    "Run a mock that keeps sessions, streams replies, fails when asked to, and accepts any key.",
  );
  const add = command.withVariables("THINKLIO_MOCK_");
  add("--port <port>", "PORT", "where to listen; 0 takes a free port (default: 4010)", parsePort);
  add("--host <address>", "HOST", "where to listen (default: 127.0.0.1)", String);
  add("--mode <mode>", "MODE", `${MODES.join(", ")} (default: stateful)`, oneOf(MODES));
  add("--token-delay <time>", "TOKEN_DELAY", "time of each word of a stream (default: 40ms)", parseDelay);
  add("--latency <times>", "LATENCY", "time before each answer, such as 200..800", parseLatency);
  add(
    "--error-rate <share>",
    "ERROR_RATE",
    "how many requests fail, with 500 or 429, such as 5%",
    parseShare,
  );
  add(
    "--expire-after <time>",
    "EXPIRE_AFTER",
    "life of a session without messages (default: 24h)",
    parseDuration,
  );
  add("--scenario <name>", "SCENARIO", `${SCENARIOS.join(", ")}`, oneOf(SCENARIOS));
  add("--replies <file>", "REPLIES", "what to reply to which message: a JSON or YAML file", String);
  add("--seed <seed>", "SEED", "what all that is random follows from (default: a new one)", String);
  add(
    "--channel <channel>",
    "CHANNELS",
    `CHANNEL=AGENT[,AGENT...], default agent first (default: ${EXAMPLE_CHANNEL_ID}=agt_01hxyz) *`,
    collect(parseMockChannel),
  );
  add(
    "--max-sessions <count>",
    "MAX_SESSIONS",
    "how many sessions are kept (default: 1000)",
    parsePositiveInteger,
  );
  add(
    "--request-timeout <time>",
    "REQUEST_TIMEOUT",
    "time for a body to arrive (default: 10s)",
    parseTimeout,
  );
  command.addHelpText(HELP);
  return command.action(async ({ channel, replies, maxSessions, ...others }: Flags) => {
    const scripted = replies === undefined ? undefined : await readReplies(replies);
    const options = { ...others, channels: channel, replies: scripted, mostSessions: maxSessions };
    await untilSignal([await mock(options)]);
  });
}

/**
 * Starts the mock, on port 4010 unless told otherwise, and prints where it is and how to call it.
 *
 * @throws (rejects) as `startMock` does
 */
export async function mock({ port = DEFAULT_PORT, ...options }: MockOptions = {}): Promise<Mock> {
  // By the module that users import: published, any other would be one more file.
  const { startMock } = await import("./index.ts");
  let hasDropped = false;
  const onDrop = () => {
    if (!hasDropped)
      process.stdout.write("Too many sessions: the ones that were quiet the longest go first.\n");
    hasDropped = true;
  };
  const running = await startMock({ port, onDrop, ...options });
  process.stdout.write(describe(running, options));
  return running;
}

/** What runs where, and how to call it. */
function describe({ url, mode, seed }: Mock, { channels, errorRate, latency }: MockOptions): string {
  const channel = channels?.[0]?.id ?? EXAMPLE_CHANNEL_ID;
  const isRandom = mode === "dynamic" || errorRate !== undefined || latency !== undefined;
  const key = '-H "Authorization: Bearer any"';
  const lines = [
    `${bold("Mock")}  ${url}`,
    `  Mode: ${mode}${isRandom ? `, seed: ${seed}` : ""}`,
    "  API key: any",
    `  Console: ${url}/_console  Reference: ${url}/_docs`,
    "  Try it; Prefer chooses another answer:",
    `  curl -X POST ${url}/v1/channels/${channel}/sessions ${key}`,
    `  curl ${url}/v1/sessions/ses_01hxyz ${key} -H "Prefer: code=404"`,
  ];
  return `${lines.join("\n")}\n`;
}

function parseMockChannel(text: string): MockChannel {
  try {
    if (!text.includes("/")) return parseChannel(text);
  } catch {
    // The message below is without a tenant.
  }
  throw new InvalidArgumentError(
    "Give CHANNEL=AGENT[,AGENT...], such as ch_support=agt_first,agt_second; the mock knows no tenants.",
  );
}

function oneOf<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const name = names.find((known) => known === text);
    if (name === undefined) throw new InvalidArgumentError(`Give one of ${names.join(", ")}.`);
    return name;
  };
}
