import { Command, Option } from "../../command-line/command.ts";
import { parseDuration, parsePositiveInteger } from "../../command-line/options.ts";
import { run } from "../../command-line/run.ts";
import { bold, showProgress } from "../../command-line/terminal.ts";
import { MODES, type Mode } from "../../mock/activity.ts";
import { type Judgment, judge, MOST_GROWTH, type Sample } from "./memory.ts";
import { soak } from "./soak.ts";

const REQUESTS = 1_000_000;
const TIME = 3 * 60_000;

const HELP = `
Of 12 samples, the first four do not count: what is bounded fills up. Memory is flat if the median of the last four is
at most ${percent(MOST_GROWTH.heap)} above that of the four before (heap), and ${percent(MOST_GROWTH.resident)} (resident).

Exits with 1 if memory is not flat, or if an answer is another than it should be.`;

const number = new Intl.NumberFormat("en");

interface Flags {
  readonly mode?: Mode;
  readonly requests: number;
  readonly time?: number;
}

const command = new Command("npm run soak:mock --")
  .description("Send a great many requests to the mock, and see whether its memory stays flat.")
  .addOption(new Option("--mode <mode>", "one mode (default: each in turn)").choices(MODES))
  .option("--requests <count>", "how many requests to each", parsePositiveInteger, REQUESTS)
  .option(
    "--time <time>",
    "how long for each mode at most (default: 3m, and examples as long as it takes)",
    parseDuration,
  )
  .addHelpText(HELP)
  .action(async ({ mode, requests, time }: Flags) => {
    const modes = mode === undefined ? MODES : [mode];
    for (const each of modes) {
      if (!(await soakMode(each, requests, time))) process.exitCode = 1;
    }
  });

await run(command);

async function soakMode(mode: Mode, requests: number, time: number | undefined): Promise<boolean> {
  const limit = time ?? (mode === "examples" ? Number.POSITIVE_INFINITY : TIME);
  print(
    bold(
      `${mode}: ${number.format(requests)} requests${Number.isFinite(limit) ? `, in ${limit / 1000} s at most` : ""}`,
    ),
  );
  print(row("requests", "seconds", "heap, MiB", "resident, MiB"));
  const start = performance.now();
  let told = 0;
  const samples = await soak({
    mode,
    requests,
    time: limit,
    onSample(sample, seconds) {
      showProgress("");
      print(describeSample(sample, seconds));
    },
    onRequest(count) {
      const seconds = (performance.now() - start) / 1000;
      if (seconds < told + 1) return;
      told = seconds;
      showProgress(
        `${number.format(count)} requests, ${number.format(Math.round(count / seconds))} a second`,
      );
    },
  });
  const judgment = judge(samples);
  print(`${describeJudgment(judgment)}\n`);
  return judgment.isFlat;
}

function describeSample({ requests, heap, resident }: Sample, seconds: number): string {
  return row(number.format(requests), seconds.toFixed(0), mebibytes(heap), mebibytes(resident));
}

function describeJudgment({ growth, isFlat, smallestLeak }: Judgment): string {
  const heap = `heap ${percent(growth.heap)} (at most ${percent(MOST_GROWTH.heap)})`;
  const resident = `resident ${percent(growth.resident)} (at most ${percent(MOST_GROWTH.resident)})`;
  const leak = `a leak of ${Math.ceil(smallestLeak)} bytes a request would show`;
  return `${bold(isFlat ? "Flat" : "NOT FLAT")}: ${heap}, ${resident}; ${leak}.`;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart([11, 9, 11, 15][index] ?? 0)).join("");
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
