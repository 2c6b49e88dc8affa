import { fixtures } from "../../command-line/fixtures.ts";
import type { ConfigurationOptions } from "../configuration.ts";
import type { ApiKey } from "../keys.ts";

const scopes: ApiKey["scopes"] = ["read", "write"];

/** A configuration that shows every side of the contract: what `test --fixtures` takes for granted. */
export const fixtureConfiguration: ConfigurationOptions = {
  keys: [
    { key: fixtures.key, tenant: fixtures.tenant, scopes },
    { key: fixtures.readOnlyKey, tenant: fixtures.tenant, scopes: ["read"] },
    { key: fixtures.secondKey, tenant: fixtures.secondTenant, scopes },
    {
      key: fixtures.rateLimitedKey,
      tenant: fixtures.rateLimitedTenant,
      scopes,
      rateLimit: fixtures.rateLimit,
    },
    { key: fixtures.spentKey, tenant: fixtures.spentTenant, scopes },
  ],
  channels: [
    { id: fixtures.channel, agents: [fixtures.agent, fixtures.secondAgent], tenant: fixtures.tenant },
    { id: fixtures.secondChannel, agents: [fixtures.secondAgent], tenant: fixtures.tenant },
    { id: fixtures.spentChannel, agents: [fixtures.spentAgent], tenant: fixtures.spentTenant },
  ],
  blockedWords: [fixtures.blockedWord],
  failingWord: fixtures.failingWord,
  tokenBudget: (tenant) =>
    tenant === fixtures.spentTenant ? fixtures.spentBudget : Number.POSITIVE_INFINITY,
  sessionTtl: fixtures.sessionTtl,
  bodyTimeout: fixtures.bodyTimeout,
};
