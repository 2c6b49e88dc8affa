import { randomInt } from "node:crypto";
import { Command, InvalidArgumentError, Option } from "../../command-line/command.ts";
import { parsePositiveInteger } from "../../command-line/options.ts";
import { run } from "../../command-line/run.ts";
import { showProgress } from "../../command-line/terminal.ts";
import { fuzzStore, STORES, type StoreName } from "./run.ts";

interface Flags {
  readonly count: number;
  readonly seed: number;
  readonly store: readonly StoreName[];
  readonly only?: number;
}

const command = new Command("npm run test:fuzz --")
  .description("Send generated bad requests to the reference server, with each of its stores.")
  .addOption(
    new Option("--count <requests>", "how many to send").default(100_000).argParser(parsePositiveInteger),
  )
  .addOption(
    new Option("--seed <number>", "what to generate them from (default: at random)")
      .default(randomInt(1, 2 ** 31), "")
      .argParser(parsePositiveInteger),
  )
  .addOption(new Option("--store <stores...>", "which stores").choices(STORES).default(STORES))
  .addOption(new Option("--only <index>", "send the request of this number alone").argParser(parseIndex))
  .action(async ({ count, seed, store: stores, only }: Flags) => {
    for (const store of stores) {
      const range = only === undefined ? { count } : { count: 1, first: only };
      const result = await fuzzStore(store, {
        seed,
        ...range,
        onProgress(done) {
          if (done % 500 === 0) showProgress(`${store}: ${done} of ${range.count}`);
        },
      });
      const { faults, finding, growth, duration } = result;
      showProgress("");
      const memory =
        growth === undefined ? "" : `, memory ${growth < 0 ? "" : "+"}${Math.round(growth / 1024)} KiB`;
      const seconds = (duration / 1000).toFixed(1);
      process.stdout.write(
        `${store.padEnd(8)}  ${range.count} bad requests, seed ${seed}: ${seconds} s${memory}\n`,
      );
      if (finding) {
        process.exitCode = 1;
        process.stdout.write(
          `  ${finding.kind}: ${finding.what}\n  ${JSON.stringify(finding.bytes.toString("latin1").slice(0, 2000))}\n`,
        );
        process.stdout.write(
          `  again: npm run test:fuzz -- --store ${store} --seed ${seed} --only ${finding.index}\n`,
        );
      }
      for (const fault of faults) {
        process.exitCode = 1;
        process.stdout.write(`  ${fault}\n`);
      }
    }
  });

function parseIndex(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give the number of a request.");
}

await run(command);
