import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../command-line/usage-error.ts";
import type { ReporterName } from "./reports/index.ts";

/** A report that goes to a file. */
export interface FileReport {
  readonly reporter: ReporterName;
  readonly file: string;
}

/**
 * Makes sure that a report can be written later on, and makes the folder that it goes to. What is in the file stays.
 *
 * @throws UsageError if it cannot
 */
export function demandPlace({ reporter, file }: FileReport): void {
  try {
    makeFolder(dirname(file));
    const isNew = !existsSync(file);
    // To open a pipe would be to wait for its reader.
    if (!isNew && isSpecial(file)) return;
    closeSync(openSync(file, "a"));
    if (isNew) rmSync(file);
  } catch (error) {
    throw new UsageError(describe({ reporter, file }, error));
  }
}

/**
 * Writes a report: the whole of it, or nothing.
 *
 * @throws saying which report could not be written, and why
 */
export function writeReport(report: FileReport, text: string): void {
  try {
    replace(report.file, text);
  } catch (error) {
    throw new Error(describe(report, error));
  }
}

function replace(file: string, text: string): void {
  const place = existsSync(file) ? realpathSync(file) : file;
  if (existsSync(place) && isSpecial(place)) {
    writeFileSync(place, text);
    return;
  }
  const temporary = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    // Some files can be written, and not be replaced: one in a folder of somebody else's, or that is mounted.
    if (!hasCode(error, "EACCES", "EPERM", "EBUSY")) throw error;
    writeFileSync(place, text);
  }
}

/** Whether it is a pipe or a device, such as `/dev/stdout`. */
function isSpecial(file: string): boolean {
  const stats = statSync(file);
  return !stats.isFile() && !stats.isDirectory();
}

/** Step by step: where a folder cannot be, as in `/proc`, Node's recursive mode tries again without end. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

function describe({ reporter, file }: FileReport, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `the ${reporter} report cannot be written to ${file}: ${reason}`;
}
