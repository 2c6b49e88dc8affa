import type { LogStream } from "./logger.ts";

/** Collects what is logged. For tests. */
export class LogCapture implements LogStream {
  readonly isTTY: boolean;
  text = "";

  /** @param isTTY whether it says that it is a terminal */
  constructor(isTTY = false) {
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }

  /** The records, where they are JSON. */
  records(): Record<string, unknown>[] {
    return this.text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  }
}
