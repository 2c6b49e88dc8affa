import { describe, expect, it } from "vitest";
import { firstDifference } from "./json.ts";

describe("Two JSON values", () => {
  it.each([
    ["1", "1.0"],
    ["0", "-0"],
    ['{"a":1,"b":[null,{}]}', '{"b":[null,{}],"a":1}'],
    ['{"__proto__":{"x":1},"":""}', '{"":"","__proto__":{"x":1}}'],
  ])("%s and %s are equal", (one, other) => {
    expect(firstDifference(JSON.parse(one), JSON.parse(other))).toBeUndefined();
  });

  it.each([
    ["1", '"1"', ""],
    ["null", "{}", ""],
    ["[]", "{}", ""],
    ["[1,2]", "[1,3]", "/1"],
    ["[1]", "[1,2]", "/1"],
    ["[1,2]", "[1]", "/1"],
    ['{"a":{"b":1}}', '{"a":{"b":2}}', "/a/b"],
    ['{"a":1}', "{}", "/a"],
    ["{}", '{"a":null}', "/a"],
    ['{"a/b~":1}', "{}", "/a~1b~0"],
    ["{}", '{"__proto__":{}}', "/__proto__"],
    ['{"__proto__":1}', '{"__proto__":2}', "/__proto__"],
    ["{}", '{"":1}', "/"],
    ["{}", '{"constructor":1}', "/constructor"],
  ])("%s and %s differ at %j", (actual, expected, pointer) => {
    expect(firstDifference(JSON.parse(actual), JSON.parse(expected))?.pointer).toBe(pointer);
  });
});
