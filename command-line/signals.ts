import { setTimeout } from "node:timers/promises";

/** Something that runs until it is closed. */
export interface Closable {
  /** Finishes what is under way, within limits of its own, and stops. */
  close(): Promise<void>;
}

/** The signals that ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** A signal that asks a program to end. */
type Signal = (typeof SIGNALS)[number];

/** `npm start` passes a Ctrl+C on to a program that the terminal has sent it to already: within this time it is the same. */
const SAME_SIGNAL = 300;

/**
 * Waits for a signal to end (SIGINT or SIGTERM) and then closes all that runs. A second signal ends the program at
 * once, with exit code 130. Whoever pressed Ctrl+C is told so if the end takes its time.
 */
export async function untilSignal(running: readonly Closable[]): Promise<void> {
  const first = await nextSignal();
  const asked = Date.now();
  // They stay: without a handler, a signal that comes late would end the program as if it had not closed.
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (Date.now() - asked > SAME_SIGNAL) process.exit(130);
    });
  }
  let isClosed = false;
  const close = async () => {
    try {
      await Promise.all(running.map((one) => one.close()));
    } finally {
      isClosed = true;
    }
  };
  const wait = async () => {
    await setTimeout(SAME_SIGNAL);
    // What sends a SIGTERM is no person, and may read standard error line by line as a log.
    if (isClosed || first !== "SIGINT") return;
    process.stderr.write("Waiting for requests and streams in flight; Ctrl+C again ends at once.\n");
  };
  await Promise.all([close(), wait()]);
}

function nextSignal(): Promise<Signal> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(signal));
  });
}
