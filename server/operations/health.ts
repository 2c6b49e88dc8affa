import { setTimeout } from "node:timers/promises";
import type { Endpoint } from "./requests.ts";

/** How long what is checked may take, in milliseconds. */
const CHECK_TIMEOUT = 2000;

/** Tells whether the process lives, and whether it should be sent requests. */
export class Health {
  readonly #check: () => Promise<unknown>;
  #isShuttingDown = false;
  #checking: Promise<boolean> | undefined;

  /** @param check rejects while the server cannot do its work, as when its store is out of reach */
  constructor(check: () => Promise<unknown>) {
    this.#check = check;
  }

  /** `/healthz`: 200 for as long as the process can answer at all. */
  readonly live: Endpoint = () => ({ status: 200, text: "ok\n" });

  /** `/readyz`: 200 if requests are welcome, 503 while the check fails, or from the beginning of a shutdown on. */
  readonly ready: Endpoint = async () => {
    if (this.#isShuttingDown) return { status: 503, text: "shutting down\n" };
    return (await this.#isWell()) ? { status: 200, text: "ready\n" } : { status: 503, text: "not ready\n" };
  };

  /** Wants no more requests from now on. */
  shutDown(): void {
    this.#isShuttingDown = true;
  }

  /** One check at a time, however many ask: anybody may, without a key. */
  #isWell(): Promise<boolean> {
    this.#checking ??= Promise.race([
      this.#check().then(
        () => true,
        () => false,
      ),
      setTimeout(CHECK_TIMEOUT, false, { ref: false }),
    ]).finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }
}
