import { setTimeout as delay } from "node:timers/promises";
import { exchange, NoResponse } from "./http.ts";
import type { TargetOptions } from "./target.ts";

/** How long to wait before asking again whether the server has started, in milliseconds. */
const PAUSE = 200;
/** How a proxy answers for a server that has not started. */
const NOT_READY: readonly number[] = [502, 503, 504];

/**
 * Makes sure that a server has started, so that one line says so if it has not, and not each rule.
 *
 * @param timeout how long one answer may take, in milliseconds
 * @param wait how long it may take to start, in milliseconds
 * @throws (rejects) if nothing answers, or only a proxy in its place
 */
export async function demandServer(baseUrl: URL, { timeout, wait = 0 }: ServerPatience): Promise<void> {
  const end = performance.now() + wait;
  for (;;) {
    const problem = await findProblem(baseUrl, timeout);
    if (problem === undefined) return;
    if (performance.now() + PAUSE > end) throw new Error(problem);
    await delay(PAUSE);
  }
}

/** What would have every rule fail, in one line: that nothing answers, or that the key is refused. */
export async function findObstacle(
  { baseUrl, key }: TargetOptions,
  timeout: number,
): Promise<string | undefined> {
  const problem = await findProblem(baseUrl, timeout);
  if (problem !== undefined) return problem;
  const isRefused = await refusesKey(baseUrl, key, timeout);
  return isRefused ? `the server at ${baseUrl.href} refuses the target's key: is it right?` : undefined;
}

/** Whether a server refuses a key. What does not come to its end is left for the rules to see. */
export async function refusesKey(baseUrl: URL, key: string, timeout: number): Promise<boolean> {
  const headers = [["Authorization", `Bearer ${key}`]] as const;
  const request = { method: "GET", path: "/v1/sessions/ses_none", headers };
  const response = await exchange(baseUrl, request, { timeout }).catch(() => undefined);
  return response?.status === 401;
}

interface ServerPatience {
  readonly timeout: number;
  readonly wait?: number;
}

async function findProblem(baseUrl: URL, timeout: number): Promise<string | undefined> {
  try {
    const { status } = await exchange(baseUrl, { method: "GET", path: "/v1", headers: [] }, { timeout });
    if (!NOT_READY.includes(status)) return undefined;
    return `the server at ${baseUrl.href} is not ready: it answers ${status} to GET /v1; give it time to start, as --wait does`;
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error;
    return `no server answers at ${baseUrl.href} (${error.message}); start it, or give another base URL`;
  }
}
