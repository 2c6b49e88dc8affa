/** The event of a response whose time is over, because the server shuts down. */
export const SHUTDOWN = "shutdown";

/** Why something was ended that was well: the server shuts down. */
export class ShutdownError extends Error {
  override readonly name = "ShutdownError";

  constructor() {
    super("The server shuts down.");
  }
}
