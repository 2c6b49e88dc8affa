import { describe, expect, it } from "vitest";
import { faultsOf, scoreOf } from "./compare.ts";
import { type MutantStatus, type MutationReport, readReport } from "./report.ts";

const SOURCE = "const one = 1;\n  if (left === right) {\n    stop();\n  }\n";
const CONDITION = { start: { line: 2, column: 7 }, end: { line: 2, column: 21 } };
const BLOCK = { start: { line: 2, column: 23 }, end: { line: 4, column: 4 } };
const SURVIVOR = {
  file: "server/one.ts",
  line: "if (left === right) {",
  code: "left === right",
  mutation: "true",
};

/** A report with one mutant of each of these, and so many others that were killed. */
function reportOf(statuses: readonly MutantStatus[], killed: number): MutationReport {
  const mutant = (status: MutantStatus) => ({ status, replacement: "true", location: CONDITION });
  const others = Array.from({ length: killed }, () => mutant("Killed"));
  return { files: { "server/one.ts": { source: SOURCE, mutants: [...statuses.map(mutant), ...others] } } };
}

describe("Reading a mutation report", () => {
  it("counts a mutant that never came to an end as caught, and one that no rule reached as a survivor", () => {
    const { caught, survivors } = readReport(reportOf(["Timeout", "Survived", "NoCoverage"], 1));
    expect(caught).toBe(2);
    expect(survivors).toEqual([SURVIVOR, SURVIVOR]);
  });

  it("leaves out mutants that could not run", () => {
    const result = readReport(reportOf(["RuntimeError", "Ignored"], 1));
    expect(result).toEqual({ caught: 1, survivors: [] });
  });

  it("names code over several lines in one", () => {
    const mutants = [{ status: "Survived", replacement: "{}", location: BLOCK }] as const;
    const { survivors } = readReport({ files: { "server/one.ts": { source: SOURCE, mutants } } });
    expect(survivors).toEqual([{ ...SURVIVOR, code: "{ stop(); }", mutation: "{}" }]);
  });
});

describe("Checking a mutation report", () => {
  const listed = [{ reason: "No client can see it.", mutants: [SURVIVOR] }];

  it("finds nothing wrong where the survivors are those listed", () => {
    expect(faultsOf(readReport(reportOf(["Survived"], 9)), listed)).toEqual([]);
  });

  it("finds a score below 90 %", () => {
    const result = readReport(reportOf(["Survived", "Survived"], 17));
    expect(scoreOf(result)).toBeCloseTo(0.8947);
    expect(faultsOf(result, [...listed, ...listed])).toEqual(["the score is 89.47 %, below 90.00 %"]);
  });

  it("finds a survivor that is not listed, also where its twin is", () => {
    expect(faultsOf(readReport(reportOf(["Survived", "Survived"], 98)), listed)).toEqual([
      expect.stringContaining("a survivor is not listed: server/one.ts: if (left === right) {"),
    ]);
  });

  it("finds a listed mutant that was caught", () => {
    expect(faultsOf(readReport(reportOf(["Killed"], 9)), listed)).toEqual([
      expect.stringContaining("no survivor any more, but listed: server/one.ts: if (left === right) {"),
    ]);
  });

  it("finds that no mutant ran at all", () => {
    expect(faultsOf({ caught: 0, survivors: [] }, [])).toEqual(["the score is NaN %, below 90.00 %"]);
  });
});
