import { type Violation, violation } from "./violation.ts";

/** What stack traces, files and exceptions of the usual languages look like. */
const INSIDE =
  /\bat [^\n]+:\d+|Traceback|goroutine \d|node_modules|\.(?:[cm]?[jt]s|py|rb|go|java|cs|rs|php):\d+|\b\w*Exception\b|\b(?:Type|Range|Reference|Syntax)Error\b/;

/** Judges what a server says of its own failure: nothing of its inside (Error 40 of the contract's statements). */
export function judgeInside(text: string): Violation[] {
  const [actual] = INSIDE.exec(text) ?? [];
  return actual === undefined
    ? []
    : [violation("a failure must not tell of the server's inside", { actual })];
}
