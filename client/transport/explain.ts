import type { OperationDefinition } from "../../generated/client/transport.ts";
import { ThinklioError, type ThinklioErrorReason } from "../errors.ts";
import { readReported } from "./reported.ts";

/** How much of what is not understood an error quotes, in UTF-16 code units. */
const LONGEST_QUOTE = 200;

/**
 * Makes an error of what the contract does not declare, and quotes it.
 *
 * @param what what came, for a person to read
 * @param body what came: a JSON value or a text, without the key
 */
export function explain(
  { id }: OperationDefinition,
  reason: ThinklioErrorReason,
  what: string,
  body: unknown,
  status: number,
): ThinklioError {
  const { code, message, request_id: requestId } = readReported(body) ?? {};
  const said = code === undefined ? quote(body) : `${code}: ${message}`;
  return new ThinklioError(reason, `${id}: ${what} that the contract does not declare: ${said}`, {
    status,
    code,
    requestId,
  });
}

function quote(body: unknown): string {
  const line = (typeof body === "string" ? body : JSON.stringify(body)).replace(/\s+/g, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line || "nothing";
}
