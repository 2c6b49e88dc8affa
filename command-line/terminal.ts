import { styleText } from "node:util";

/** Where text is written. */
type Output = typeof process.stdout | typeof process.stderr;

/** Shows how far something has come, in a line that the next call writes over; shows nothing but on a terminal. */
export function showProgress(text: string, stream: NodeJS.WriteStream = process.stderr): void {
  if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
}

/** Sets text in bold where the output is a terminal; NO_COLOR and FORCE_COLOR are respected. */
export function bold(text: string, stream: Output = process.stdout): string {
  return styleText("bold", text, { stream });
}
