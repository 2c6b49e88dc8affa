/** Waits for a value, but rejects with the signal's reason as soon as that aborts. */
export function untilAborted<Value>(value: Promise<Value> | Value, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
    const settle = () => signal.removeEventListener("abort", abort);
    Promise.resolve(value).then(resolve, reject).then(settle);
  });
}
