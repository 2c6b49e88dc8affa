import { describe, expect, it } from "vitest";
import { needs } from "./needs.ts";
import { rules, topicOf, topics } from "./rules/index.ts";

describe("The rules", () => {
  it("have ids of their own", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it("are on every topic", () => {
    expect(new Set(rules.map(topicOf))).toEqual(new Set(Object.keys(topics)));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("%s says what it is about", (id, rule) => {
    expect(id).toMatch(/^[A-Z]{3}-\d{3}$/);
    expect(rule.title).toMatch(/^\S.{4,75}$/);
    expect(rule.statement).toMatch(/^\S.*\.$/);
    expect(new Set(rule.needs).size).toBe(rule.needs.length);
  });

  it("use every need that there is", () => {
    expect(new Set(rules.flatMap((rule) => rule.needs))).toEqual(new Set(Object.keys(needs)));
  });
});
