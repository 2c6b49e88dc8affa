import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

/** What the server's debugger says of itself on standard error. */
const DEBUGGER = /^(Debugger (listening|attached|ending)|For help, see|Waiting for the debugger).*\n/gm;

/** The reference server in a process of its own, whose memory can be measured. */
export class ServerProcess {
  readonly #process: ChildProcess;
  #stdout = "";
  #stderr = "";

  private constructor(options: readonly string[]) {
    const words = ["--inspect=127.0.0.1:0", CLI, "serve", "--port=0", ...options];
    this.#process = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process.stdout?.on("data", (text) => {
      this.#stdout += text;
    });
    this.#process.stderr?.on("data", (text) => {
      this.#stderr += text;
    });
  }

  /** Starts the command `serve`. */
  static async start(options: readonly string[]): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    for (let tries = 0; tries < 200; tries += 1) {
      if (server.#stdout.includes("curl")) return server;
      if (server.#process.exitCode !== null) break;
      await setTimeout(100);
    }
    server.kill();
    throw new Error(`The server did not start: ${server.#stderr}`);
  }

  /** The base URL. */
  get url(): string {
    return /http:\S+/.exec(this.#stdout)?.[0] ?? "";
  }

  /** What it has printed on standard error: each failure that it logs. */
  get errors(): string {
    return this.#stderr.replace(DEBUGGER, "").trim();
  }

  /** How many bytes its objects and buffers take, when everything that is garbage is gone. */
  async memory(): Promise<number> {
    const address = /ws:\/\/\S+/.exec(this.#stderr)?.[0];
    if (address === undefined) throw new Error("The server has no debugger.");
    const debug = new WebSocket(address);
    await new Promise((resolve, reject) => {
      debug.addEventListener("open", resolve);
      debug.addEventListener("error", reject);
    });
    const ask = async (method: string, params = {}): Promise<string> => {
      debug.send(JSON.stringify({ id: 1, method, params }));
      return new Promise((resolve) => {
        debug.addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
      });
    };
    await ask("HeapProfiler.collectGarbage");
    const expression = "(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())";
    const answer = await ask("Runtime.evaluate", { expression, returnByValue: true });
    debug.close();
    return JSON.parse(answer).result.result.value;
  }

  /** Ends it as an operator would; returns the exit code. */
  async stop(): Promise<number | null> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    const [code] = await ended;
    return code;
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }
}
