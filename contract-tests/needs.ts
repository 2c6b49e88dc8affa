/**
 * What a rule may need, and in which form a target offers it. A target that leaves one out has the rules
 * that need it skipped.
 */
export interface Offers {
  /** Leave to create sessions and to send messages. */
  readonly write: true;
  /** A good key of another tenant, which may see neither the first key's channel nor its sessions. */
  readonly "second-key": string;
  /** A good key of the same tenant that may read, and may not create, send or close. */
  readonly "read-only-key": string;
  /** A good key of any tenant that runs into its rate limit after at most 200 requests. */
  readonly "rate-limited-key": string;
  /** A good key that runs out of budget after at most 20 messages of 2,000 words, and a channel that it may see. */
  readonly "spent-key": { readonly key: string; readonly channel: string };
  /** Another channel that the first key may see. */
  readonly "second-channel": string;
  /** An agent of the channel that is not its default one. */
  readonly "second-agent": string;
  /** An agent that exists, and that the first key may not see. */
  readonly "hidden-agent": string;
  /** A message that the policy blocks. */
  readonly "blocked-message": string;
  /** A message that the agent fails on before it has said anything. */
  readonly "failing-message": string;
  /** A message that the agent breaks off its reply to, after it has said something. */
  readonly "breaking-message": string;
  /** A message that the agent replies to slowly, and how long the reply takes at most, in milliseconds. */
  readonly "slow-message": { readonly message: string; readonly duration: number };
  /** A message that makes the agent's reply repeat the earlier messages and the initial context. */
  readonly "recalling-message": string;
  /** How long a session lives without activity, in milliseconds. */
  readonly "session-lifetime": number;
  /** How long the server waits for a body that does not arrive, in milliseconds. */
  readonly "body-timeout": number;
  /** The library that draws random values is installed. The runner finds that out. */
  readonly "fast-check": true;
  /** Makes the given number of milliseconds pass, for the server. */
  readonly "pass-time": (milliseconds: number) => Promise<void>;
}

/** The name of something that a rule may need. */
export type Need = keyof Offers;

/** What would let a rule run that lacks this, in words that complete "needs …". */
export const needs: Readonly<Record<Need, string>> = {
  write: "leave to create sessions and send messages (no --read-only)",
  "second-key": "a key of another tenant (--second-api-key)",
  "read-only-key": "a key of the same tenant that may only read (--read-only-api-key)",
  "rate-limited-key":
    "a key that at most 200 requests exhaust (--rate-limited-api-key, or --rate-limit if that is so low)",
  "spent-key": "a key with a small token budget (--spent-api-key and --spent-channel)",
  "second-channel": "a second channel of the same tenant (--second-channel)",
  "second-agent": "a second agent of the channel (--second-agent)",
  "hidden-agent": "an agent that the key may not see (--hidden-agent)",
  "blocked-message": "a message that the policy blocks (--blocked-message)",
  "failing-message": "a message that the agent fails on (--failing-message)",
  "breaking-message": "a message that the agent breaks off its reply to (--breaking-message)",
  "slow-message": "a message that is answered slowly (--slow-message)",
  "recalling-message": "a message that makes the agent repeat what it was told (--recalling-message)",
  "session-lifetime": "to know how long a session lives (--session-ttl)",
  "body-timeout": "to know how long the server waits for a body (--body-timeout)",
  "fast-check": "fast-check (npm install --save-dev fast-check)",
  "pass-time": "sessions that live so shortly that it can be waited for (--session-ttl of 1s to 1m)",
};
