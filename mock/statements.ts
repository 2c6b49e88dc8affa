import type { RequestFault } from "../generated/stub/index.ts";

/** The statements behind each check that a request can fail, by where the fault is. */
const BY_CHECK: Readonly<Record<string, readonly string[]>> = {
  "route/path": ["Error 26"],
  "route/method": ["Error 27"],
  "key/missing": ["Error 11"],
  "key/repeated": ["Error 15", "Error 12"],
  "key/malformed": ["Error 12"],
  "key/known-key": ["Error 13"],
  "header/media-type": ["Error 30"],
  "header/charset": ["Error 31"],
  "header/coding": ["Error 32"],
  "body/size": ["Error 29"],
  "body/time": ["Error 10"],
  "body/encoding": ["Error 5"],
  "body/syntax": ["Error 4"],
  "body/depth": ["Error 8"],
  "body/number": ["Error 9"],
  "body/required": ["Error 6"],
  "path/percent-encoding": ["Operation 13"],
  "path/maxLength": ["Operation 11"],
};

/** The statements about each field and parameter; a check's own comes before that of the whole. */
const BY_PLACE: Readonly<Record<string, readonly string[]>> = {
  "sendMessage/body/message": ["Message 1"],
  "sendMessage/body/message/minLength": ["Message 2"],
  "sendMessage/body/message/maxLength": ["Message 3"],
  "sendMessage/body/session_id": ["Message 4"],
  "sendMessage/body/stream": ["Message 5"],
  "sendMessage/body/metadata": ["Message 6"],
  "createSession/body/agent_id": ["Session 23"],
  "createSession/body/metadata": ["Session 24"],
  "createSession/body/initial_context": ["Session 25"],
  "listMessages/query/limit": ["History 5"],
  "listMessages/query/cursor": ["History 8"],
  "header/X-Channel-User-Id": ["Request 4"],
  "header/Thinklio-Version": ["Request 9"],
  "header/Thinklio-Version/formatMinimum": ["Request 8"],
};

/** The statements that say why a fault is one, the most telling first. */
export function statementsOfFault(
  { in: place, path, check }: Omit<RequestFault, "message">,
  operationId: string | undefined,
): readonly string[] {
  const general = BY_CHECK[`${place}/${check}`];
  // Only the first step of a pointer: what is deeper belongs to the same field.
  const [name = ""] = path.replace(/^\//, "").split("/");
  const spot = place === "header" ? `header/${name}` : `${operationId}/${place}/${name}`;
  const special = BY_PLACE[`${spot}/${check}`] ?? BY_PLACE[spot] ?? [];
  if (place === "body") return [...special, ...(general ?? ["Error 33"])];
  return general ?? (special.length > 0 ? special : ["Error 7"]);
}

/** The statements behind each refusal that does not lie in the request alone. */
const BY_CODE: Readonly<Record<string, readonly string[]>> = {
  channel_not_found: ["Error 20"],
  session_not_found: ["Error 22", "Message 7", "Message 8"],
  agent_not_found: ["Error 24"],
  session_expired: ["Lifecycle 8", "Lifecycle 13"],
  session_closed: ["Lifecycle 10"],
  insufficient_scope: ["Error 17"],
  policy_violation: ["Error 18"],
  budget_exceeded: ["Error 19"],
  rate_limit_exceeded: ["Error 35"],
  internal_error: ["Error 39"],
};

/** Some statements concern one operation only. */
const ONLY: Readonly<Record<string, string>> = {
  "Message 7": "sendMessage",
  "Message 8": "sendMessage",
  "Lifecycle 8": "sendMessage",
  "Lifecycle 13": "closeSession",
};

/** The statements that say why a request without fault is answered with an error. */
export function statementsOfError(code: string, operationId: string | undefined): readonly string[] {
  return (BY_CODE[code] ?? []).filter((id) => ONLY[id] === undefined || ONLY[id] === operationId);
}
