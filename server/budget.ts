import type { Store } from "./stores/store.ts";

/** How many tokens the tenant of that name may use; `Infinity` for as many as it likes. */
export type TokenLimit = (tenant: string) => number;

/** Counts the tokens that each tenant uses, against its limit. Where it may use as many as it likes, none are counted. */
export class TokenBudget {
  readonly #limitOf: TokenLimit;
  readonly #store: Store;

  constructor(limitOf: TokenLimit, store: Store) {
    this.#limitOf = limitOf;
    this.#store = store;
  }

  /** Whether the tenant has used up its tokens. A reply that began before may still go beyond the limit. */
  async isExhausted(tenant: string): Promise<boolean> {
    const limit = this.#limitOf(tenant);
    return Number.isFinite(limit) && (await this.#store.tokensSpent(tenant)) >= limit;
  }

  /** Counts tokens that a reply to the tenant has cost. */
  async spend(tenant: string, tokens: number): Promise<void> {
    if (Number.isFinite(this.#limitOf(tenant))) await this.#store.spendTokens(tenant, tokens);
  }
}
