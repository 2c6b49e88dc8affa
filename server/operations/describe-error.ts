/** What is kept of an error in a log. */
export interface ErrorDescription {
  readonly name: string;
  /** Such as `ECONNREFUSED`. */
  readonly [property: string]: unknown;
  /** Where it was thrown, innermost first. */
  readonly stack: readonly string[];
}

/** What system, SQLite and PostgreSQL errors say of themselves, and never of the data. */
const SAFE_PROPERTIES = [
  "code",
  "errno",
  "syscall",
  "address",
  "port",
  "errcode",
  "errstr",
  "severity",
  "routine",
  "constraint",
];

/** How many causes of causes are followed. */
const MOST_CAUSES = 5;

/**
 * Describes an error by its kind, its code and where it was thrown. Its message is left out: an agent, a driver or
 * a parser may quote in it what a client has sent, and that must not get into a log.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const properties = new Map(Object.entries(error));
  const safe = SAFE_PROPERTIES.flatMap((name) => {
    const value = properties.get(name);
    return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
  });
  return {
    name: error.constructor.name,
    ...Object.fromEntries(safe),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The frames of a stack: what stands behind the message, which can look like frames itself. */
function framesOf({ stack = "", message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const lines = stack.slice(start + message.length).split("\n");
  return lines.flatMap((line) => /^ {4}at (.+)$/.exec(line)?.[1] ?? []);
}
