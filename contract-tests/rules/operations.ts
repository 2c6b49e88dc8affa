import { unknownId } from "../calls.ts";
import type { Call, Target } from "../target.ts";

/** A request for an operation, which is well-formed. The ids of sessions in it name nothing. */
export interface OperationRequest {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly call: Call;
}

/** Makes a well-formed request for each operation. */
export function everyOperation({ channel }: Target): readonly OperationRequest[] {
  const onChannel = `/v1/channels/${encodeURIComponent(channel)}`;
  const onSession = `/v1/sessions/${unknownId("ses")}`;
  return [
    { operation: "createSession", method: "POST", path: `${onChannel}/sessions`, call: { json: {} } },
    { operation: "getSession", method: "GET", path: onSession, call: {} },
    {
      operation: "sendMessage",
      method: "POST",
      path: `${onChannel}/messages`,
      call: { json: { message: "Hello" } },
    },
    { operation: "listMessages", method: "GET", path: `${onSession}/messages`, call: {} },
    { operation: "closeSession", method: "POST", path: `${onSession}/close`, call: {} },
  ];
}
