import fc from "fast-check";
import { validateErrorEnvelope } from "../../generated/validators.js";
import { type BadRequest, badRequests, type Surroundings } from "./bad-request.ts";
import { Client } from "./client.ts";

/** Requests that are sent at the same time, each on a connection of its own. */
const CONNECTIONS = 16;

/** A request that was not answered as it must be. */
export interface Finding {
  /** The request's number, by which the seed makes it again. */
  readonly index: number;
  readonly kind: string;
  readonly what: string;
  readonly bytes: Buffer;
}

/** What to send where. */
export interface FuzzOptions {
  readonly port: number;
  readonly surroundings: Surroundings;
  readonly seed: number;
  /** How many requests to send. */
  readonly count: number;
  /** The number of the first of them. */
  readonly first?: number;
  /** Called after each request, with how many are done. */
  readonly onProgress?: (done: number) => void | Promise<void>;
}

/** Sends bad requests until all are sent, or one was not refused as it must be. */
export async function fuzz({
  port,
  surroundings,
  seed,
  count,
  first = 0,
  onProgress,
}: FuzzOptions): Promise<Finding | undefined> {
  const generator = badRequests(surroundings);
  let next = first;
  let done = 0;
  let finding: Finding | undefined;
  const work = async () => {
    const client = new Client(port);
    while (next < first + count && finding === undefined) {
      const index = next++;
      const request = generate(generator, seed, index);
      const what = await send(client, request).catch((error: Error) => error.message);
      if (what !== undefined) finding ??= { index, kind: request.kind, what, bytes: request.bytes };
      done += 1;
      await onProgress?.(done);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return finding;
}

/** The request of that number: it depends on the seed and the number alone. */
function generate(generator: fc.Arbitrary<BadRequest>, seed: number, index: number): BadRequest {
  const [request] = fc.sample(generator, { seed: Math.imul(seed, 0x9e3779b1) ^ index, numRuns: 1 });
  if (request === undefined) throw new Error("fast-check made nothing.");
  return request;
}

/** Sends a request; returns what is wrong with how it was taken. */
async function send(
  client: Client,
  { bytes, statuses, isAborted, isHead }: BadRequest,
): Promise<string | undefined> {
  if (isAborted) {
    await client.sendAndLeave(bytes);
    return undefined;
  }
  if (statuses === undefined) {
    const answered = await client.sendLast(bytes);
    const wrong = answered.find((status) => status < 400 || status > 499);
    return wrong === undefined ? undefined : `It was answered with ${wrong}.`;
  }
  const { status, body } = await client.ask(bytes, isHead ?? false);
  if (!statuses.includes(status))
    return `It was answered with ${status}, not ${statuses.join(" or ")}: ${body}`;
  if (!isHead && !validateErrorEnvelope(JSON.parse(body))) return `The body is no envelope: ${body}`;
  return undefined;
}
