import { styleText } from "node:util";

const COLOURS = { error: "red", warn: "yellow", info: "green", debug: "gray" } as const;

/** A record of the log. */
export type LogRecord = Readonly<Record<string, unknown>>;

/** Writes a record as a line for people, in colour where standard error is a terminal that wants it. */
export function formatLine({ level, time, msg, pid: _pid, ...fields }: LogRecord): string {
  const name = String(level).padEnd(5);
  const colour = Object.entries(COLOURS).find(([known]) => known === level)?.[1];
  const coloured = colour ? styleText(colour, name, { stream: process.stderr }) : name;
  const words = Object.entries(fields).map(([key, value]) => `${key}=${formatValue(value)}`);
  return `${String(time).slice(11, 23)} ${coloured} ${[msg, ...words].join(" ")}\n`;
}

function formatValue(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^[\w.:/-]+$/.test(text) ? text : JSON.stringify(value);
}
