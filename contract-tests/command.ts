import { Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../command-line/usage-error.ts";
import { exchange, NoResponse } from "./http.ts";
import { createProgress, renderReport, renderRules } from "./report.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./runner.ts";
import type { TargetOptions } from "./target.ts";

interface Flags {
  readonly baseUrl?: URL;
  readonly apiKey?: string;
  readonly secondApiKey?: string;
  readonly channel: string;
  readonly agent: string;
  readonly only?: readonly string[];
  readonly list?: true;
  readonly timeout: number;
}

/**
 * The command `test`: runs the rules of the contract on a server. The exit code is 0 if every rule that ran passed,
 * and 1 if one failed, none ran, or there is no server.
 */
export function testCommand(): Command {
  return new Command("test")
    .description("Test whether a server keeps the contract.")
    .addOption(
      new Option("--base-url <url>", "where the server is: what goes before /v1")
        .env("THINKLIO_BASE_URL")
        .argParser(parseBaseUrl),
    )
    .addOption(new Option("--api-key <key>", "a key that may do everything").env("THINKLIO_API_KEY"))
    .addOption(new Option("--second-api-key <key>", "a key of another tenant").env("THINKLIO_SECOND_API_KEY"))
    .option("--channel <id>", "a channel that the key may see", "ch_01hxyz")
    .option("--agent <id>", "the channel's default agent", "agt_01hxyz")
    .option("--only <id...>", "run only these rules")
    .option("--list", "list the rules and run none")
    .addOption(
      new Option("--timeout <seconds>", "how long one exchange may take")
        .default(5000, "5")
        .argParser(parseSeconds),
    )
    .action(async (flags: Flags) => {
      const selected = selectRules(flags.only);
      if (flags.list) {
        process.stdout.write(renderRules(selected));
        return;
      }
      const target = readTarget(flags);
      await demandServer(target, flags.timeout);
      process.exitCode = await test(selected, target, flags.timeout);
    });
}

async function test(selected: readonly Rule[], target: TargetOptions, timeout: number): Promise<0 | 1> {
  const { stdout } = process;
  const progress = createProgress(stdout, selected.length);
  const start = performance.now();
  const results = await runRules({ rules: selected, target, timeout, onResult: progress.step });
  progress.end();
  stdout.write(renderReport(results, target, performance.now() - start, stdout));
  const ran = results.filter(({ outcome }) => outcome !== "skipped");
  if (ran.length === 0) throw new Error("no rule ran: each needs something that was not given");
  return ran.every(({ outcome }) => outcome === "passed") ? 0 : 1;
}

function readTarget({ baseUrl, apiKey, secondApiKey, channel, agent }: Flags): TargetOptions {
  if (baseUrl === undefined)
    throw new UsageError("give the server's URL with --base-url or THINKLIO_BASE_URL");
  if (apiKey === undefined) throw new UsageError("give a key with --api-key or THINKLIO_API_KEY");
  // Not in the options' parsers: their errors repeat what was given.
  demandKey("--api-key", apiKey);
  if (secondApiKey !== undefined) demandKey("--second-api-key", secondApiKey);
  if (secondApiKey === apiKey) throw new UsageError("--second-api-key must be a key of another tenant");
  return {
    baseUrl,
    key: apiKey,
    channel,
    agent,
    offers: { write: true, ...(secondApiKey !== undefined && { "second-key": secondApiKey }) },
  };
}

function demandKey(option: string, key: string): void {
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new UsageError(`${option} is no key: a key is of visible ASCII characters, without spaces`);
  }
}

/** @throws (rejects) if nothing answers, so that one line says so and not each rule */
async function demandServer({ baseUrl }: TargetOptions, timeout: number): Promise<void> {
  try {
    await exchange(baseUrl, { method: "GET", path: "/v1", headers: [] }, { timeout });
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error;
    throw new Error(
      `no server answers at ${baseUrl.href} (${error.message}); start it, or give another --base-url`,
    );
  }
}

function selectRules(ids: readonly string[] | undefined): readonly Rule[] {
  if (ids === undefined) return rules;
  const wanted = new Set(ids.flatMap((id) => id.split(/[\s,]+/)).map((id) => id.toUpperCase()));
  const unknown = [...wanted].filter((id) => !rules.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    throw new UsageError(`there is no rule ${unknown.join(", ")}; --list shows all rules`);
  }
  return rules.filter(({ id }) => wanted.has(id));
}

function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}` === "") return url;
  throw new InvalidArgumentError("Give a URL such as http://127.0.0.1:3000.");
}

function parseSeconds(text: string): number {
  const milliseconds = Number(text) * 1000;
  if (!(milliseconds >= 1 && milliseconds <= 3_600_000)) {
    throw new InvalidArgumentError("Give a number of seconds, up to 3600.");
  }
  return milliseconds;
}
