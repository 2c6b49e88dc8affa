import type { Rule } from "./rule.ts";
import { rules, topicOf } from "./rules/index.ts";
import { isDocumented } from "./statements.ts";
import type { Profile } from "./target.ts";

/** Which rules to run. */
export interface Selection {
  /** All of them unless given. */
  readonly rules?: readonly Rule[] | undefined;
  /** Only those whose statements the vendor documents, or all; all unless given. */
  readonly profile?: Profile | undefined;
  /** Only those that create no session and send no message. */
  readonly readOnly?: boolean | undefined;
}

/** The rules that a selection leaves. */
export function selectRules({
  rules: given = rules,
  profile = "full",
  readOnly,
}: Selection): readonly Rule[] {
  return given.filter(
    (rule) => (profile === "full" || isDocumented(rule)) && !(readOnly && rule.needs.includes("write")),
  );
}

/** The rules with these ids, or with ids that begin with these letters; and the words that name none. */
export function findRules(words: readonly string[]): { found: readonly Rule[]; unknown: readonly string[] } {
  const wanted = new Set(words.flatMap((word) => word.split(/[\s,]+/)).map((word) => word.toUpperCase()));
  return {
    found: rules.filter((rule) => wanted.has(rule.id) || wanted.has(topicOf(rule))),
    unknown: [...wanted].filter((word) => !rules.some((rule) => rule.id === word || topicOf(rule) === word)),
  };
}
