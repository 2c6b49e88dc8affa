import { generatedRules } from "../generated/rules.ts";
import type { Rule } from "../rule.ts";
import { agentRules } from "./agent.ts";
import { authenticationRules } from "./authentication.ts";
import { bodyRules } from "./bodies.ts";
import { errorRules } from "./error.ts";
import { expiryRules } from "./expiry.ts";
import { historyRules } from "./history.ts";
import { lifecycleRules } from "./lifecycle.ts";
import { messageRules } from "./message.ts";
import { metadataRules } from "./metadata.ts";
import { orderRules } from "./order.ts";
import { parameterRules } from "./parameters.ts";
import { routingRules } from "./routing.ts";
import { sessionRules } from "./session.ts";
import { streamRules } from "./stream.ts";
import { turnRules } from "./turns.ts";

/** Every rule of the contract, by topic. */
export const rules: readonly Rule[] = [
  ...sessionRules,
  ...metadataRules,
  ...messageRules,
  ...historyRules,
  ...streamRules,
  ...turnRules,
  ...lifecycleRules,
  ...expiryRules,
  ...agentRules,
  ...errorRules,
  ...orderRules,
  ...authenticationRules,
  ...routingRules,
  ...parameterRules,
  ...bodyRules,
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
