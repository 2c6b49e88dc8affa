import { untilAborted } from "../abort.ts";

/** Lets one at a time have what a key names; the others wait in the order in which they came. */
export class Queue {
  readonly #ends = new Map<string, Promise<unknown>>();

  /**
   * Resolves when it is the caller's turn, with a function that ends the turn. Calling that again does nothing.
   *
   * @throws (rejects) with the signal's reason if it aborts before; the caller has then left the queue
   */
  async take(key: string, signal: AbortSignal): Promise<() => void> {
    const before = this.#ends.get(key);
    let endTurn = () => {};
    const turn = new Promise<void>((resolve) => {
      endTurn = resolve;
    });
    const end = Promise.all([before, turn]);
    this.#ends.set(key, end);
    void end.then(() => {
      if (this.#ends.get(key) === end) this.#ends.delete(key);
    });
    try {
      if (before === undefined) signal.throwIfAborted();
      else await untilAborted(before, signal);
    } catch (reason) {
      endTurn();
      throw reason;
    }
    return endTurn;
  }
}
