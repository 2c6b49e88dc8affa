const start = performance.now();

/** Says on standard error what goes on, and since when: in one place on a terminal, else line by line. */
export function progress(text: string): void {
  const { isTTY } = process.stderr;
  if (text === "") return void (isTTY && process.stderr.write("\r\u001b[K"));
  const line = `${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`;
  process.stderr.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
}
