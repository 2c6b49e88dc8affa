import type { Rule } from "../rule.ts";
import { demandSameMetadata } from "./values.ts";

/** That metadata comes back equal to what was sent. */
export const metadataRules: readonly Rule[] = [
  {
    id: "SES-016",
    title: "metadata comes back as it was sent",
    statement: "A session's metadata is equal to what was sent: every key, every value, every type.",
    covers: ["Session 9"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(
        target,
        '{"ticket":"T-1042","priority":3,"open":true,"ratio":-0.25,"ключ":"🔑"}',
      );
    },
  },
  {
    id: "SES-017",
    title: "metadata keeps nested values",
    statement:
      "Objects and arrays in a session's metadata come back with all that is in them, empty ones too.",
    covers: ["Session 11"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, '{"user":{"id":7,"tags":["a",["b",{}],[]]},"none":{}}');
    },
  },
  {
    id: "SES-018",
    title: "metadata keeps null",
    statement: "A null in a session's metadata comes back as null, and its key does not vanish.",
    covers: ["Session 12"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, '{"nothing":null,"list":[null],"inside":{"nothing":null}}');
    },
  },
  {
    id: "SES-019",
    title: "metadata keeps the key __proto__",
    statement: "The key __proto__ in a session's metadata comes back like any other, at any depth.",
    covers: ["Session 13"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(
        target,
        '{"__proto__":{"admin":true},"constructor":1,"inside":{"__proto__":null,"toString":"x"}}',
      );
    },
  },
  {
    id: "SES-020",
    title: "metadata keeps the empty key",
    statement: "The empty string as a key in a session's metadata comes back like any other.",
    covers: ["Session 14"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, '{"":"empty"," ":"space","a/b~c":"pointer","inside":{"":""}}');
    },
  },
  {
    id: "SES-200",
    title: "metadata keeps values that look like others",
    statement:
      "false, 0, empty strings, strings of digits, capital letters and combining characters in metadata come back as they are.",
    covers: ["Session 11"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(
        target,
        '{"no":false,"zero":0,"text":"","digits":"007","Key":"Value","KEY":"VALUE","e\\u0301":"e\\u0301 \\u00e9","nul":"\\u0000"}',
      );
    },
  },
  {
    id: "SES-201",
    title: "metadata keeps long values",
    statement:
      "A string of 200,000 characters in a session's metadata comes back whole, and so do 2,000 keys.",
    covers: ["Session 11"],
    needs: ["write"],
    async check(target) {
      await demandSameMetadata(target, JSON.stringify({ long: "x".repeat(200_000) }));
      const keys = Array.from({ length: 2000 }, (_, index) => [`key ${index}`, index]);
      await demandSameMetadata(target, JSON.stringify(Object.fromEntries(keys)));
    },
  },
];
