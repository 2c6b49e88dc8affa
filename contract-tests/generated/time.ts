/** A moment, as far as the client can tell when it is for the server. */
export interface Moment {
  readonly real: number;
  readonly passed: number;
  readonly spent: number;
}

/** The bounds of a duration, in milliseconds. */
export interface Duration {
  readonly least: number;
  readonly most: number;
}

/** How time goes by for the server, whose clock may be the real one, or one that is set. */
export class Time {
  /** How much time was made to pass. */
  #passed = 0;
  /** How much real time that took. */
  #spent = 0;

  /** Makes time pass. */
  async pass(milliseconds: number, passTime: (milliseconds: number) => Promise<void>): Promise<void> {
    const begin = performance.now();
    await passTime(milliseconds);
    this.#passed += milliseconds;
    this.#spent += performance.now() - begin;
  }

  now(): Moment {
    return { real: performance.now(), passed: this.#passed, spent: this.#spent };
  }

  /**
   * How long ago something was.
   *
   * @param begin when it can have been at the earliest
   * @param end when it can have been at the latest
   */
  since(begin: Moment, end: Moment): Duration {
    const now = this.now();
    const real = now.real - begin.real;
    const passed = now.passed - begin.passed;
    // Time that is waited for goes by on both clocks, and must not count twice.
    return {
      least: now.passed - end.passed,
      most: Math.max(real, passed + real - (now.spent - begin.spent)),
    };
  }
}
