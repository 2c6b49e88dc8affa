/** A time limit that stands still while something is waited for on purpose. */
export interface Stopwatch {
  /** Rejects when the time is up. */
  readonly expiry: Promise<never>;
  /** Lets the time stand still until a promise is settled, and returns what it resolves to. */
  pause<Value>(wait: Promise<Value>): Promise<Value>;
  /** Ends it: from then on it never expires. */
  stop(): void;
}

/**
 * Starts a time limit.
 *
 * @param duration in milliseconds
 * @param createError makes what the expiry rejects with
 */
export function startStopwatch(duration: number, createError: () => Error): Stopwatch {
  const { promise: expiry, reject } = withReject();
  let left = duration;
  let pauses = 0;
  let start = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    start = performance.now();
    timer = setTimeout(() => reject(createError()), left);
  };
  const halt = () => {
    clearTimeout(timer);
    left = Math.max(0, left - (performance.now() - start));
  };
  let stopped = false;
  run();
  return {
    expiry,
    async pause(wait) {
      if (pauses === 0 && !stopped) halt();
      pauses += 1;
      try {
        return await wait;
      } finally {
        pauses -= 1;
        if (pauses === 0 && !stopped) run();
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
