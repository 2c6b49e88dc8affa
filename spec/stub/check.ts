import type { Awaitable } from "./awaitable.ts";
import type { ContractDefinition, OperationDefinition } from "./definition.ts";
import type { RouterOptions } from "./options.ts";
import type { ErrorOutcome } from "./outcome.ts";
import type { Passage } from "./passage.ts";
import type { Refusals } from "./refusals.ts";

/** What a check finds: that the request may go on, what refuses it, or that its client has left. */
export type Verdict = "passed" | ErrorOutcome | "gone";

/** Checks one thing about a request, and notes in its passage what it reads on the way. */
export type Check<Context> = (passage: Passage<Context>) => Awaitable<Verdict>;

/** What the checks of an operation are made of. */
export interface CheckOptions<Context> {
  readonly contract: ContractDefinition;
  readonly operation: OperationDefinition;
  readonly options: RouterOptions<Context>;
  readonly refusals: Refusals;
}
