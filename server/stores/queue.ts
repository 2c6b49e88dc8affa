/** Lets one at a time have what a key names; the others wait in the order in which they came. */
export class Queue {
  /** What lets in those who wait, first come first; a key is in it for as long as somebody has its turn. */
  readonly #waiting = new Map<string, (() => void)[]>();

  /**
   * Resolves when it is the caller's turn, with a function that ends the turn. Calling that again does nothing.
   *
   * @throws (rejects) with the signal's reason if it aborts before; the caller has then left the queue
   */
  async take(key: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const others = this.#waiting.get(key);
    const waiting = others ?? [];
    if (others) await waitAmong(others, signal);
    else this.#waiting.set(key, waiting);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const letNextIn = waiting.shift();
      if (letNextIn) letNextIn();
      else this.#waiting.delete(key);
    };
  }
}

function waitAmong(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const letIn = () => {
      signal.removeEventListener("abort", leave);
      resolve();
    };
    const leave = () => {
      waiting.splice(waiting.indexOf(letIn), 1);
      reject(signal.reason);
    };
    waiting.push(letIn);
    signal.addEventListener("abort", leave);
  });
}
