import { parseArgs, styleText } from "node:util";
import { compareFiles, writeFiles } from "./output.ts";

const HELP = `Usage: npm run generate [-- --check]

Compiles spec/ and writes everything that follows from it into generated/.

Options:
  --check     write nothing; fail, naming each file of generated/ that differs
  -h, --help  show this help
`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(
    styleText("red", error instanceof Error ? error.message : String(error), { stream: process.stderr }),
  );
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const options = readOptions();
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const start = performance.now();
  // Not before it is needed: the compiler takes a second to load.
  const { generateFiles } = await import("./generate-files.ts");
  const files = await generateFiles();
  if (options.check) {
    const differences = await compareFiles(files);
    for (const difference of differences) console.error(difference);
    if (differences.length > 0) {
      console.error(
        "generated/ does not follow from spec/. Run `npm run generate` and commit what it writes.",
      );
      return 1;
    }
    console.log(`generated/ follows from spec/: ${files.size} files, nothing differs.`);
    return 0;
  }
  for (const line of await writeFiles(files)) console.log(line);
  console.log(`Wrote ${files.size} files in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return 0;
}

function readOptions(): { check: boolean; help: boolean } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return undefined;
  }
}
