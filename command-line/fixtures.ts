/**
 * What a server has that shows every side of the contract, and what the contract tests need to know of it:
 * `serve --fixtures` and `test --fixtures` agree on it. Everybody knows the keys, so they are only for one's own
 * machine.
 */
export const fixtures = {
  key: "tk_local",
  readOnlyKey: "tk_reader",
  tenant: "default",
  channel: "ch_01hxyz",
  agent: "agt_01hxyz",
  secondAgent: "agt_second",
  secondChannel: "ch_second",

  secondKey: "tk_other",
  secondTenant: "other",

  rateLimitedKey: "tk_limited",
  rateLimitedTenant: "limited",
  /** The window is in milliseconds. */
  rateLimit: { limit: 20, window: 2000 },

  spentKey: "tk_spent",
  spentTenant: "spent",
  spentChannel: "ch_spent",
  spentAgent: "agt_spent",
  /** Fewer tokens than 20 messages of 2,000 words cost. */
  spentBudget: 20_000,

  blockedWord: "forbidden",
  failingWord: "fail",
  /** In milliseconds: long enough for a rule to use a session, and short enough to wait for its end. */
  sessionTtl: 6000,
  /** In milliseconds. */
  bodyTimeout: 1000,
} as const;
