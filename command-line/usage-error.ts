/** The caller asked for something that cannot be. The message says in one line what, and the way out. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
