import type { Store } from "./stores/store.ts";

/** How many tokens each tenant may use, or a tenant of that name; `Infinity` for as many as it likes. */
export type TokenLimit = number | ((tenant: string) => number);

/** Counts the tokens that each tenant uses, against its limit. Where it may use as many as it likes, none are counted. */
export class TokenBudget {
  readonly #limit: TokenLimit;
  readonly #store: Store;

  constructor(limit: TokenLimit, store: Store) {
    this.#limit = limit;
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

  #limitOf(tenant: string): number {
    return typeof this.#limit === "function" ? this.#limit(tenant) : this.#limit;
  }
}
