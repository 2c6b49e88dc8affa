import { fork } from "node:child_process";
import { once } from "node:events";
import { Connection } from "./connection.ts";
import type { Size } from "./fill.ts";

/** A server that runs in a process of its own. */
export interface Running {
  connect(): Promise<Connection>;
  stop(): Promise<void>;
}

/** Starts the server with a store. */
export async function startServerOn(address: string, size?: Size): Promise<Running> {
  const script = new URL("server.ts", import.meta.url);
  const sizes = size === undefined ? [] : [`${size.sessions}`, `${size.messages}`];
  const child = fork(script, [address, ...sizes], { execArgv: ["--max-old-space-size=6000"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const [url]: unknown[] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`The server with ${address} did not start.`))),
  ]);
  return {
    connect: () => Connection.open(String(url)),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}
