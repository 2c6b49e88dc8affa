import { existsSync } from "node:fs";
import { Command, Option } from "../../command-line/command.ts";
import { parseDuration } from "../../command-line/options.ts";
import { showProgress } from "../../command-line/terminal.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { formatTime } from "../clock.ts";
import { type DatabaseAddress, openDatabase, parseDatabase } from "./open-store.ts";
import { prune } from "./prune.ts";

interface Flags {
  readonly store: DatabaseAddress;
  readonly olderThan: number;
  readonly sessionTtl: number;
}

/** The command `prune`: removes old sessions from a database. */
export function pruneCommand(): Command {
  return new Command("prune")
    .description(
      "Remove sessions without a message for a time, and their messages. Servers can run meanwhile, and none needs it.",
    )
    .addOption(
      new Option("--store <store>", "sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE")
        .env("THINKLIO_STORE")
        .argParser(parseDatabase)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--older-than <time>", "how long ago the last message was, such as 30d")
        .argParser(parseDuration)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--session-ttl <time>", "as the servers have it: what may be active stays")
        .env("THINKLIO_SESSION_TTL")
        .argParser(parseDuration)
        .default(24 * 60 * 60 * 1000, "24h"),
    )
    .action(async ({ store, olderThan, sessionTtl }: Flags) => {
      if (olderThan < sessionTtl) {
        throw new UsageError(
          "--older-than is less than --session-ttl: that would remove active sessions; give a longer time",
        );
      }
      if (store.kind === "sqlite" && !existsSync(store.location)) {
        throw new Error(`${store.name} does not exist; give the file that the server has`);
      }
      const database = await openDatabase(store);
      try {
        let removed = 0;
        for await (const count of prune(database, formatTime(Date.now() - olderThan))) {
          removed += count;
          showProgress(`Removed so far: ${removed}`);
        }
        showProgress("");
        process.stdout.write(`Removed ${removed} ${removed === 1 ? "session" : "sessions"}.\n`);
      } finally {
        await database.end();
      }
    });
}
