import { generatedRules } from "../generated/rules.ts";
import type { Rule } from "../rule.ts";
import { authenticationRules } from "./authentication.ts";
import { errorRules } from "./error.ts";
import { historyRules } from "./history.ts";
import { httpRules } from "./http.ts";
import { lifecycleRules } from "./lifecycle.ts";
import { messageRules } from "./message.ts";
import { mutationGapRules } from "./mutation-gaps.ts";
import { orderRules } from "./order.ts";
import { proofGapRules } from "./proof-gaps.ts";
import { sessionRules } from "./session.ts";
import { streamRules } from "./stream.ts";

/** Every rule of the contract, by topic. */
export const rules: readonly Rule[] = [
  ...sessionRules,
  ...messageRules,
  ...historyRules,
  ...streamRules,
  ...lifecycleRules,
  ...errorRules,
  ...orderRules,
  ...authenticationRules,
  ...httpRules,
  ...proofGapRules,
  ...mutationGapRules,
  ...generatedRules,
];

/** What each topic is called, by the letters that the ids of its rules begin with. */
export const topics: Readonly<Record<string, string>> = {
  SES: "Sessions",
  MSG: "Messages",
  STR: "Streaming",
  LIF: "Lifecycle",
  ERR: "Errors",
  AUT: "Authentication",
  HTT: "HTTP",
  GEN: "Generated",
};

/** The letters of the topic that a rule belongs to. */
export function topicOf({ id }: Rule): string {
  return id.slice(0, 3);
}
