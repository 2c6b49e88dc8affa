import { InvalidArgumentError } from "../command-line/command.ts";
import { type ReporterName, reporterNames } from "./reports/index.ts";

/** A report to make, and the file that it goes to; standard output if there is none. */
export interface ReportRequest {
  readonly reporter: ReporterName;
  readonly file?: string;
}

/**
 * Reads where a server is.
 *
 * @throws InvalidArgumentError
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}` === "") return url;
  throw new InvalidArgumentError("Give a URL such as http://127.0.0.1:3000.");
}

/**
 * Reads a number of seconds, up to an hour, into milliseconds.
 *
 * @throws InvalidArgumentError
 */
export function parseSeconds(text: string): number {
  const milliseconds = Number(text) * 1000;
  if (milliseconds >= 1 && milliseconds <= 3_600_000) return milliseconds;
  throw new InvalidArgumentError("Give a number of seconds, up to 3600.");
}

/**
 * Reads a percentage.
 *
 * @throws InvalidArgumentError
 */
export function parsePercentage(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number <= 100) return number;
  throw new InvalidArgumentError("Give a number from 0 to 100.");
}

/**
 * Reads a seed of random values.
 *
 * @throws InvalidArgumentError
 */
export function parseSeed(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number < 2 ** 31) return number;
  throw new InvalidArgumentError("Give a whole number from 0 to 2147483647.");
}

/**
 * Reads `NAME[=FILE]`, and adds it to the reports that were asked for before.
 *
 * @throws InvalidArgumentError
 */
export function parseReporter(
  text: string,
  previous: readonly ReportRequest[] = [],
): readonly ReportRequest[] {
  const [, name, file] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const reporter = reporterNames.find((known) => known === name);
  if (reporter === undefined) {
    throw new InvalidArgumentError(
      `Give NAME or NAME=FILE, where NAME is one of ${reporterNames.join(", ")}.`,
    );
  }
  return [...previous, { reporter, ...(file !== undefined && { file }) }];
}
