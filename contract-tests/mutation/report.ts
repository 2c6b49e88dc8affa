/** What became of a mutant: `Survived` and `NoCoverage` say that no rule caught it. */
export type MutantStatus =
  | "Killed"
  | "Timeout"
  | "Survived"
  | "NoCoverage"
  | "CompileError"
  | "RuntimeError"
  | "Ignored"
  | "Pending";

/** A place in a file; both numbers begin at 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The part of Stryker's JSON report that the check reads (mutation-testing-report-schema, version 2). */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly replacement?: string;
          readonly status: MutantStatus;
          /** The end is behind the last character. */
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
}

/** A mutant, named by what the file says, so that other lines may move. */
export interface Mutant {
  readonly file: string;
  /** The line that the mutated code begins on, without its indentation. */
  readonly line: string;
  /** The mutated code, with each run of white space as one space. */
  readonly code: string;
  /** What stands in its place, likewise. */
  readonly mutation: string;
}

/** What the run says of the mutants: how many were caught, and which were not. */
export interface MutationResult {
  readonly caught: number;
  readonly survivors: readonly Mutant[];
}

/** Reads a report. Mutants that Stryker could not run count neither way. */
export function readReport({ files }: MutationReport): MutationResult {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.map(({ status, replacement = "", location: { start, end } }) => {
      const covered = lines.slice(start.line - 1, end.line);
      const last = covered.length - 1;
      covered[last] = (covered[last] ?? "").slice(0, end.column - 1);
      covered[0] = (covered[0] ?? "").slice(start.column - 1);
      const line = (lines[start.line - 1] ?? "").trim();
      return {
        status,
        mutant: { file, line, code: flat(covered.join("\n")), mutation: flat(replacement) },
      };
    });
  });
  return {
    caught: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
    survivors: mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ mutant }) => mutant),
  };
}

function flat(code: string): string {
  return code.replace(/\s+/g, " ").trim();
}
