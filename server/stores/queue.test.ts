import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { Queue } from "./queue.ts";

const { signal } = new AbortController();

/** Takes a turn, and tells whether it has come. */
function take(queue: Queue, key: string, until = signal) {
  const came = vi.fn();
  const turn = queue.take(key, until);
  turn.then(came, () => {});
  return { came, turn };
}

describe("a turn", () => {
  it("comes when the one before it has ended, in the order in which they were asked for", async () => {
    const queue = new Queue();
    const [first, second, third] = [take(queue, "a"), take(queue, "a"), take(queue, "a")];
    const endFirst = await first.turn;
    await setImmediate();
    expect(second.came).not.toHaveBeenCalled();
    endFirst();
    const endSecond = await second.turn;
    await setImmediate();
    expect(third.came).not.toHaveBeenCalled();
    endSecond();
    await third.turn;
  });

  it("does not wait for those of other keys", async () => {
    const queue = new Queue();
    await take(queue, "a").turn;
    await take(queue, "b").turn;
  });

  it("ends once: to end it again takes no other's away", async () => {
    const queue = new Queue();
    const [first, second, third] = [take(queue, "a"), take(queue, "a"), take(queue, "a")];
    const endFirst = await first.turn;
    endFirst();
    endFirst();
    await second.turn;
    await setImmediate();
    expect(third.came).not.toHaveBeenCalled();
  });

  it("can be had at once again after the last has ended", async () => {
    const queue = new Queue();
    (await queue.take("a", signal))();
    (await queue.take("a", signal))();
    await queue.take("a", signal);
  });
});

describe("who gives up", () => {
  it("gets the signal's reason, and leaves the queue to the others", async () => {
    const queue = new Queue();
    const leaving = new AbortController();
    const [first, second, third] = [take(queue, "a"), take(queue, "a", leaving.signal), take(queue, "a")];
    const endFirst = await first.turn;
    leaving.abort("tired");
    await expect(second.turn).rejects.toBe("tired");
    await setImmediate();
    expect(third.came).not.toHaveBeenCalled();
    endFirst();
    await third.turn;
  });

  it("before it asks, gets no turn, even if it is free", async () => {
    const queue = new Queue();
    await expect(queue.take("a", AbortSignal.abort("gone"))).rejects.toBe("gone");
    await queue.take("a", signal);
  });

  it("when its turn has come already, has it", async () => {
    const queue = new Queue();
    const leaving = new AbortController();
    const [first, second, third] = [take(queue, "a"), take(queue, "a", leaving.signal), take(queue, "a")];
    const endFirst = await first.turn;
    endFirst();
    leaving.abort();
    const endSecond = await second.turn;
    await setImmediate();
    expect(third.came).not.toHaveBeenCalled();
    endSecond();
    await third.turn;
  });
});
