import { showProgress } from "../../command-line/terminal.ts";

const start = performance.now();

/** Says on standard error what goes on, and since when: in one place on a terminal, else line by line. */
export function progress(text: string): void {
  const { isTTY } = process.stderr;
  const line = `${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`;
  if (text === "") showProgress("");
  else if (isTTY) showProgress(line);
  else process.stderr.write(`${line}\n`);
}
