import type { OperationDefinition } from "../../generated/client/transport.ts";
import type { Settings } from "./settings.ts";

/** Statuses of a server, or of something in front of it, that may well answer the next time. */
const TRANSIENT = [500, 502, 503, 504];

/**
 * Whether a call may be sent again. One that was refused with 429 was not carried out: the rate limit is checked before
 * all that has an effect. In any other case the API may have carried it out, so that only an idempotent one is safe.
 *
 * @param response the answer; `undefined` if none came
 */
export function mayRepeat({ idempotent }: OperationDefinition, response: Response | undefined): boolean {
  if (response?.status === 429) return true;
  return idempotent && (response === undefined || TRANSIENT.includes(response.status));
}

/**
 * How long to wait before the next try, in milliseconds; `undefined` if that is longer than the caller would wait.
 *
 * @param repeats how often the call was repeated already
 */
export function retryDelay(
  response: Response | undefined,
  repeats: number,
  { minDelay, maxDelay }: Settings["retries"],
): number | undefined {
  // Callers that were refused together must not come back together, hence the chance in both waits.
  const asked = readRetryAfter(response?.headers.get("Retry-After") ?? "");
  if (asked === undefined) return Math.min(maxDelay, minDelay * 2 ** repeats) * (0.5 + Math.random() / 2);
  return asked > maxDelay ? undefined : Math.min(maxDelay, asked + minDelay * Math.random());
}

/** Reads a number of seconds, or a date as servers in front of the API may send it (RFC 9110, section 10.2.3). */
function readRetryAfter(value: string): number | undefined {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Without the zone it is no date of HTTP, and `Date.parse` makes one of almost anything.
  const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Waits; rejects with the signal's reason if it is aborted before. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
  });
}
