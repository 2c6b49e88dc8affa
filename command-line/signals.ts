/** Something that runs until it is closed. */
export interface Closable {
  /** Finishes what is under way, within limits of its own, and stops. */
  close(): Promise<void>;
}

/** The signals that ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** `npm start` passes a Ctrl+C on to a program that the terminal has sent it to already: within this time it is the same. */
const SAME_SIGNAL = 500;

/**
 * Waits for a signal to end (SIGINT or SIGTERM) and then closes all that runs. A second signal ends the program at
 * once, with exit code 130.
 */
export async function untilSignal(running: readonly Closable[]): Promise<void> {
  await nextSignal();
  const asked = Date.now();
  const insist = () => {
    if (Date.now() - asked > SAME_SIGNAL) process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, insist);
  try {
    await Promise.all(running.map((one) => one.close()));
  } finally {
    for (const signal of SIGNALS) process.off(signal, insist);
  }
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      for (const signal of SIGNALS) process.off(signal, settle);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, settle);
  });
}
