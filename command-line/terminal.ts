import { styleText } from "node:util";

/** Where text is written. */
type Output = typeof process.stdout | typeof process.stderr;

/** Sets text in bold where the output is a terminal; NO_COLOR and FORCE_COLOR are respected. */
export function bold(text: string, stream: Output = process.stdout): string {
  return styleText("bold", text, { stream });
}
