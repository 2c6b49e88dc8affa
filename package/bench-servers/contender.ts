import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "../free-port.ts";
import { CREATE } from "./conversations.ts";
import { firstAnswer } from "./load.ts";

/** A server to compare, in a process of its own. */
export interface Contender {
  readonly name: string;
  /** The words after `node`, for a port. */
  readonly command: (port: number) => readonly string[];
}

/** How long a server may take to answer for the first time, in milliseconds. */
const LONGEST_START = 30_000;
/** How often to try, each time on another port. */
const ATTEMPTS = 3;

/** A contender that runs. */
export class Running {
  readonly port: number;
  /** How long it took from the start of the process to the first answer, in milliseconds. */
  readonly startTime: number;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, port: number, startTime: number) {
    this.#process = child;
    this.port = port;
    this.startTime = startTime;
  }

  /** Starts a contender, and waits for its first answer. */
  static async start(contender: Contender): Promise<Running> {
    // Whatever else runs on the machine may take the port that was free: what answers then is not the contender.
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await Running.#startOnce(contender);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  static async #startOnce({ name, command }: Contender): Promise<Running> {
    const port = await findFreePort();
    const start = performance.now();
    const child = spawn(process.execPath, command(port), { stdio: "ignore" });
    const patience = setTimeout(() => child.kill("SIGKILL"), LONGEST_START);
    const ended = once(child, "exit").then(() => {
      throw new Error(`${name} did not start, or has ended.`);
    });
    // It may end later, when nobody waits for that.
    ended.catch(() => {});
    try {
      await Promise.race([firstAnswer(port, CREATE), ended]);
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    } finally {
      clearTimeout(patience);
    }
    return new Running(child, port, performance.now() - start);
  }

  /** The memory that the process has in use (its resident set), in MiB. */
  memory(): number {
    return (
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(this.#process.pid)], { encoding: "utf8" })) / 1024
    );
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await exit;
  }
}
