import { readFileSync } from "node:fs";
import { faultsOf, percent, scoreOf } from "./compare.ts";
import { type MutationReport, readReport } from "./report.ts";
import survivors from "./survivors.json" with { type: "json" };

const report: MutationReport = JSON.parse(
  readFileSync(new URL("../../reports/mutation.json", import.meta.url), "utf8"),
);
const result = readReport(report);
const faults = faultsOf(result, survivors);
const { caught } = result;
const total = caught + result.survivors.length;
process.stdout.write(`The rules caught ${caught} of ${total} mutants: ${percent(scoreOf(result))}\n`);
for (const fault of faults) process.stderr.write(`error: ${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
