import type { Failure, Success } from "../../generated/client/answer.ts";
import type { OperationDefinition } from "../../generated/client/transport.ts";
import type { Exchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { isObject, parseJson } from "./json.ts";
import { readReported } from "./reported.ts";
import type { Settings } from "./settings.ts";

type Answer = Success<number, object> | Failure<number, { readonly code: string }>;

/**
 * Makes an answer of a response.
 *
 * @throws ThinklioError if the contract does not declare it for the operation
 */
export function readAnswer<Result>(
  operation: OperationDefinition,
  { response, body: sent }: Exchange,
  { redact }: Settings,
): Result {
  const { status, type } = response;
  const body = response.ok ? sent : redact(parseJson(sent) ?? sent);
  const answer = toAnswer(response, body);
  if (answer && isDeclared<Result>(answer, operation)) return answer;
  const isStatusDeclared = status === operation.success || status in operation.failures;
  const [reason, what] = isStatusDeclared
    ? answer
      ? (["unknown_code", " and a code"] as const)
      : (["invalid_response", " and a body"] as const)
    : (["undeclared_status", ", a status"] as const);
  // A page may not look into a redirect, so that there it has no status.
  const answered = `answered with ${type === "opaqueredirect" ? "a redirect" : status}`;
  throw explain(operation, reason, answered + what, redact(body), status);
}

function toAnswer(response: Response, body: unknown): Answer | undefined {
  const { status } = response;
  if (response.ok) {
    const value = parseJson(body);
    return isObject(value) ? { ok: true, status, body: value, response } : undefined;
  }
  const reported = readReported(body);
  return reported && { ok: false, status, error: reported, response };
}

/** The types of the results say what this has seen, and beyond that what the contract promises of a body. */
function isDeclared<Result>(
  answer: Answer,
  { success, failures }: OperationDefinition,
): answer is Answer & Result {
  if (answer.ok) return answer.status === success;
  return failures[answer.status]?.includes(answer.error.code) ?? false;
}
