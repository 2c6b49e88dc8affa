// Written by `npm run generate` from spec/. Do not edit.

import { andThen } from "./awaitable.ts";
import { checkBody, checkBodySchema } from "./body-checks.ts";
import type { Check, CheckOptions } from "./check.ts";
import { readBearerKey } from "./headers.ts";
import { createParameterReader } from "./parameters.ts";

/** Prepares the checks of an operation, in the contract's order. */
export function createChecks<Context>(means: CheckOptions<Context>): readonly Check<Context>[] {
  const { operation, options } = means;
  return [
    checkKey(means),
    ...(options.rateLimit ? [checkRateLimit(means)] : []),
    ...(operation.body ? [checkBody(means)] : []),
    checkParameters(means),
    ...(operation.body ? [checkBodySchema(operation.body, means)] : []),
    ...(options.authorize ? [checkScope(means)] : []),
    checkPathIds(means),
  ];
}

function checkKey<Context>({ options, refusals }: CheckOptions<Context>): Check<Context> {
  return (passage) => {
    const key = readBearerKey(passage.request);
    const refuse = (check: string) =>
      refusals.refuseFault(passage, "invalid_api_key", { in: "key", path: "Authorization", check });
    if (key === undefined) return refuse("key");
    return andThen(options.authenticate(key, passage.request), (context) => {
      if (context === undefined || context === null || context === false) return refuse("known-key");
      passage.context = context;
      return "passed";
    });
  };
}

function checkRateLimit<Context>({ options, refusals }: CheckOptions<Context>): Check<Context> {
  return ({ context }) =>
    andThen(options.rateLimit?.(context), (limited) => {
      if (!limited) return "passed";
      const { retryAfter, ...details } = limited;
      return refusals.refuse("rate_limit_exceeded", { details, headers: { "Retry-After": retryAfter } });
    });
}

function checkParameters<Context>({ operation, refusals }: CheckOptions<Context>): Check<Context> {
  const readParameters = createParameterReader(operation);
  return (passage) => {
    const read = readParameters(passage);
    if ("fault" in read) {
      const { fault: message, parameter, check } = read;
      const fault = { in: parameter.in, path: parameter.name, check };
      return refusals.refuseFault(passage, "invalid_request", fault, { message });
    }
    passage.parameters = read;
    return "passed";
  };
}

function checkScope<Context>({ operation, options, refusals }: CheckOptions<Context>): Check<Context> {
  return ({ context }) =>
    andThen(options.authorize?.(context, operation.id), (isAuthorized) =>
      isAuthorized === true ? "passed" : refusals.refuse("insufficient_scope"),
    );
}

/** An id that does not fit its schema names nothing: that is found out here, and not with the other parameters. */
function checkPathIds<Context>({ operation, refusals }: CheckOptions<Context>): Check<Context> {
  return (passage) => {
    for (const { name, notFound, validate } of operation.parameters) {
      if (notFound !== undefined && !validate(passage.parameters.params[name])) {
        const check = validate.errors?.[0]?.keyword ?? "";
        return refusals.refuseFault(passage, notFound, { in: "path", path: name, check });
      }
    }
    return "passed";
  };
}
