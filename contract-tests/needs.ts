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
  /** Makes the given number of milliseconds pass, for the server. */
  readonly "pass-time": (milliseconds: number) => Promise<void>;
}

/** The name of something that a rule may need. */
export type Need = keyof Offers;

/** What would let a rule run that lacks this, in words that complete "needs …". */
export const needs: Readonly<Record<Need, string>> = {
  write: "leave to create sessions and send messages",
  "second-key": "a key of another tenant (--second-api-key)",
  "read-only-key": "a key that may only read",
  "rate-limited-key": "a key with a low rate limit",
  "spent-key": "a key with a spent budget",
  "second-channel": "a second channel of the same tenant",
  "second-agent": "a second agent of the channel",
  "blocked-message": "a message that the policy blocks",
  "failing-message": "a message that the agent fails on",
  "breaking-message": "a message that the agent breaks off its reply to",
  "slow-message": "a message that is answered slowly",
  "recalling-message": "a message that makes the agent repeat what it was told",
  "session-lifetime": "to know how long a session lives",
  "pass-time": "a way to make time pass on the server",
};
