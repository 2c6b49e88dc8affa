/** Counts the tokens that each tenant uses, against one limit for all. */
export class TokenBudget {
  readonly #limit: number;
  readonly #used = new Map<string, number>();

  /** @param limit how many tokens a tenant may use; `Infinity` for as many as it likes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether the tenant has used up its tokens. A reply that began before may still go beyond the limit. */
  isExhausted(tenant: string): boolean {
    return (this.#used.get(tenant) ?? 0) >= this.#limit;
  }

  /** Counts tokens that a reply to the tenant has cost. */
  spend(tenant: string, tokens: number): void {
    this.#used.set(tenant, (this.#used.get(tenant) ?? 0) + tokens);
  }
}
