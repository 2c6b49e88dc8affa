import type { Store } from "./stores/store.ts";

/** Counts the tokens that each tenant uses, against one limit for all. */
export class TokenBudget {
  readonly #limit: number;
  readonly #isLimited: boolean;
  readonly #store: Store;

  /** @param limit how many tokens a tenant may use; `Infinity` for as many as it likes, and then none are counted */
  constructor(limit: number, store: Store) {
    this.#limit = limit;
    this.#isLimited = Number.isFinite(limit);
    this.#store = store;
  }

  /** Whether the tenant has used up its tokens. A reply that began before may still go beyond the limit. */
  async isExhausted(tenant: string): Promise<boolean> {
    return this.#isLimited && (await this.#store.tokensSpent(tenant)) >= this.#limit;
  }

  /** Counts tokens that a reply to the tenant has cost. */
  async spend(tenant: string, tokens: number): Promise<void> {
    if (this.#isLimited) await this.#store.spendTokens(tenant, tokens);
  }
}
