import { Command, Option } from "../../command-line/command.ts";
import {
  collect,
  parseDuration,
  parsePort,
  parsePositiveInteger,
  parseRateLimit,
  parseTimeout,
} from "../../command-line/options.ts";
import { loadWithPeers } from "../../command-line/peers.ts";
import { untilSignal } from "../../command-line/signals.ts";
import { bold } from "../../command-line/terminal.ts";
import type { Listening } from "../../generated/stub/index.ts";
import { findChannel } from "../channel.ts";
import { type ConfigurationOptions, EXAMPLE_CHANNEL, LOCAL_KEY } from "../configuration.ts";
import { LOG_LEVELS } from "../operations/logger.ts";
import { type StartOptions, startServer } from "../start.ts";
import { type DatabaseAddress, openStore, parseStore } from "../stores/open-store.ts";
import { fixtureConfiguration } from "./fixtures.ts";
import { parseApiKey, parseChannel, parseLogLevel, parseWord } from "./options.ts";

const DEFAULT_PORT = 3000;

/** How to start the server, with the store by its address. */
export type ServeOptions = Omit<StartOptions, "store"> & {
  readonly store?: DatabaseAddress | "memory" | undefined;
  /** Whether what is not given is that of the fixtures, and not the default. */
  readonly fixtures?: true | undefined;
};

/** The options by the names of their flags. */
type Flags = Pick<
  StartOptions,
  | "port"
  | "host"
  | "sessionTtl"
  | "rateLimit"
  | "tokenBudget"
  | "failingWord"
  | "logLevel"
  | "metrics"
  | "shutdownDelay"
  | "shutdownGrace"
> & {
  readonly store?: ServeOptions["store"];
  readonly fixtures?: ServeOptions["fixtures"];
  readonly apiKey?: StartOptions["keys"];
  readonly channel?: StartOptions["channels"];
  readonly blockedWord?: StartOptions["blockedWords"];
  readonly requestTimeout?: StartOptions["bodyTimeout"];
};

/** The command `serve`: runs the reference server until a signal ends it. */
export function serveCommand(): Command {
  const command = new Command("serve").description("Run the reference server.");
  const add = command.withVariables("THINKLIO_");
  command.option("--fixtures", "keys, channels and words with which test --fixtures runs every rule");
  add("--port <port>", "PORT", "where to listen; 0 takes a free port (default: 3000)", parsePort);
  add("--host <address>", "HOST", "where to listen (default: 127.0.0.1)", String);
  add(
    "--api-key <key>",
    "API_KEYS",
    "KEY[:TENANT[:SCOPE,SCOPE]], scopes read and write *",
    collect(parseApiKey),
  );
  add(
    "--channel <channel>",
    "CHANNELS",
    "[TENANT/]CHANNEL=AGENT[,AGENT...], default agent first; without TENANT all see it *",
    collect(parseChannel),
  );
  add(
    "--store <store>",
    "STORE",
    "memory, sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE (default: memory)",
    parseStore,
  );
  add(
    "--session-ttl <time>",
    "SESSION_TTL",
    "life of a session without messages (default: 24h)",
    parseDuration,
  );
  add(
    "--rate-limit <limit>",
    "RATE_LIMIT",
    "requests of each key: LIMIT/WINDOW, such as 100/1m",
    parseRateLimit,
  );
  add(
    "--blocked-word <word>",
    "BLOCKED_WORDS",
    "a word that no message may have in it *",
    collect(parseWord),
  );
  add("--token-budget <tokens>", "TOKEN_BUDGET", "how many tokens each tenant may use", parsePositiveInteger);
  add("--failing-word <word>", "FAILING_WORD", "a word of a message at which the agent fails", parseWord);
  add(
    "--request-timeout <time>",
    "REQUEST_TIMEOUT",
    "time for a body to arrive (default: 10s)",
    parseTimeout,
  );
  add(
    "--log-level <level>",
    "LOG_LEVEL",
    `${LOG_LEVELS.join(", ")}: info logs each request (default: errors alone)`,
    parseLogLevel,
  );
  command.addOption(new Option("--metrics", "serve /metrics for Prometheus").env("THINKLIO_METRICS"));
  add(
    "--shutdown-delay <time>",
    "SHUTDOWN_DELAY",
    "how long a shutdown still takes requests, while /readyz is 503 (default: not at all)",
    parseTimeout,
  );
  add(
    "--shutdown-grace <time>",
    "SHUTDOWN_GRACE",
    "how long requests in flight may take in a shutdown (default: 10s)",
    parseTimeout,
  );
  command.addHelpText("\n* can be repeated; a variable separates several with white space");
  return command.action(async (flags: Flags) => {
    const { apiKey, channel, blockedWord, requestTimeout, ...others } = flags;
    const lists = { keys: apiKey, channels: channel, blockedWords: blockedWord };
    await untilSignal([await serve({ ...others, ...lists, bodyTimeout: requestTimeout })]);
  });
}

/**
 * Starts the reference server, on port 3000 unless told otherwise, and prints where it is and how to call it.
 *
 * @throws (rejects) as `startServer` and `openStore` do, and if Express is not installed
 */
export async function serve({
  port = DEFAULT_PORT,
  store: address = "memory",
  fixtures,
  ...given
}: ServeOptions = {}): Promise<Listening> {
  const options = fixtures ? withFixtures(given) : given;
  // Before there is a database, which would be left behind.
  await loadWithPeers(() => import("express"), ["express"]);
  const store = await openStore(address);
  try {
    const server = await startServer({ port, store, ...options });
    process.stdout.write(describe(server.url, options) + (fixtures ? describeFixtures(server.url) : ""));
    return {
      ...server,
      async close(grace) {
        await server.close(grace);
        await store.end();
      },
    };
  } catch (error) {
    await store.end();
    throw error;
  }
}

function withFixtures<Options extends ConfigurationOptions>(options: Options): Options {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...options, ...fixtureConfiguration, ...Object.fromEntries(given) };
}

function describeFixtures(url: string): string {
  return `  Test it, every rule:\n  npx thinklio-sessions test --fixtures --base-url ${url}\n`;
}

/** What runs where, and how to call it. A key is only told if everybody knows it anyway. */
function describe(url: string, { keys = [LOCAL_KEY], channels = [EXAMPLE_CHANNEL] }: ServeOptions): string {
  const [first = LOCAL_KEY] = keys;
  const isLocal = first.key === LOCAL_KEY.key;
  const lines = [`${bold("Reference server")}  ${url}`];
  if (isLocal) lines.push(`  API key: ${first.key} (the default, for this machine only)`);
  const channel = channels.find(({ id }) => findChannel(channels, first.tenant, id));
  if (channel) {
    lines.push(
      isLocal ? "  Try it:" : "  Try it, with your key in THINKLIO_API_KEY:",
      `  curl -X POST ${url}/v1/channels/${channel.id}/sessions` +
        ` -H "Authorization: Bearer ${isLocal ? first.key : "$THINKLIO_API_KEY"}"`,
    );
  }
  return `${lines.join("\n")}\n`;
}
