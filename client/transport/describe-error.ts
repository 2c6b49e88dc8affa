/** Says what is thrown, in one line, with what caused it: by itself, a failed fetch says only that it failed. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Where several addresses were tried, the platform's error has a code, and no message.
  const text = error.message || ("code" in error ? String(error.code) : error.name);
  return error.cause === undefined ? text : `${text}: ${describeError(error.cause)}`;
}
