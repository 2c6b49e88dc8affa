import { loadWithPeers } from "../../command-line/peers.ts";
import { formatLine } from "./format-line.ts";

/** How much is logged: each level has all that is before it, too. */
export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;

/** One of the levels. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where those who run the server read what it does. */
export interface Logger {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** Where log lines are written. */
export type LogStream = Pick<NodeJS.WriteStream, "isTTY" | "write">;

/**
 * Makes a logger: lines for people on a terminal, else JSON by pino, a line for each record.
 *
 * @param level how much to log; without it errors alone, for people, and pino is not needed
 * @throws (rejects) with the way to install pino if it is needed and missing
 */
export async function createLogger(
  level: LogLevel | undefined,
  stream: LogStream = process.stderr,
): Promise<Logger> {
  if (level === undefined) return createPlainLogger(stream);
  const { pino } = await loadWithPeers(() => import("pino"), ["pino"]);
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  // pino's own destination writes at once, so that no line is lost in a crash: that costs 3 µs a line.
  const json = stream === process.stderr ? pino.destination(2) : stream;
  const people = { write: (line: string) => stream.write(formatLine(JSON.parse(line))) };
  const logger: Logger = pino(options, stream.isTTY ? people : json);
  return logger;
}

/** Logs errors alone. */
function createPlainLogger(stream: LogStream): Logger {
  const nothing = () => {};
  return {
    error: (fields, msg) =>
      stream.write(formatLine({ level: "error", time: new Date().toISOString(), msg, ...fields })),
    warn: nothing,
    info: nothing,
    debug: nothing,
  };
}
