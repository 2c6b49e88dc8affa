import type { ContractDefinition } from "./definition.ts";
import type { Observer, RequestFault } from "./observer.ts";
import type { ErrorOutcome, Refuse } from "./outcome.ts";

/** What refuses requests with the contract's errors. */
export interface Refusals {
  readonly refuse: Refuse;
  /** Refuses a request for a fault of its own, and tells its observer. The message is the error's, unless it has another. */
  readonly refuseFault: (
    observed: { readonly observer: Observer | undefined },
    code: string,
    fault: Omit<RequestFault, "message">,
    refusal?: Parameters<Refuse>[1],
  ) => ErrorOutcome;
}

/** Makes what refuses requests. */
export function createRefusals(errors: ContractDefinition["errors"]): Refusals {
  const refuse: Refuse = (code, { message, details, headers } = {}) => {
    const standard = errors[code];
    if (standard === undefined) throw new Error(`The contract has no error ${code}.`);
    const error = { code, message: message ?? standard.message };
    return {
      status: standard.status,
      ...(headers && { headers }),
      error: details === undefined ? error : { ...error, details },
    };
  };
  return {
    refuse,
    refuseFault({ observer }, code, fault, refusal) {
      const outcome = refuse(code, refusal);
      observer?.judged?.([{ ...fault, message: outcome.error.message }]);
      return outcome;
    },
  };
}
