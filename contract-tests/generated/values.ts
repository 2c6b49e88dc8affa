import type { Arbitrary } from "fast-check";
import type { FastCheck } from "./fast-check.ts";

/** Code points on which encoders, escapes and databases differ. */
const SPECIAL_CHARACTERS: readonly string[] = [
  ...["\u0000", "\b", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ufffd"],
  ...['"', "\\", "/", "'", "<", "%", "$", "{", "é", "\u0301", "你", "\u202e", "🙂", "\u{10ffff}"],
];

/** Keys that objects of some languages have without being told, or cannot have. */
const SPECIAL_KEYS: readonly string[] = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "toJSON"],
  ...["", " ", "0", "-1", "a.b", "a/b", "a~b", "a[0]", "$ref", "$set", "null", "metadata"],
];

const SPECIAL_NUMBERS: readonly number[] = [
  ...[0, -1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21],
  ...[Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE],
];

/** Text of so many code points: any that there are, but no lone surrogates. */
export function anyText(fc: FastCheck, shortest = 0, longest = 16): Arbitrary<string> {
  const unit = fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.constantFrom(...SPECIAL_CHARACTERS) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  );
  return fc.string({ unit, minLength: shortest, maxLength: Math.max(shortest, longest) });
}

/** Text of exactly so many code points, all the same. */
export function uniformText(fc: FastCheck, length: Arbitrary<number>): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom("x", "é", "🙂"), length)
    .map(([character, count]) => character.repeat(count));
}

/** Any JSON value, a few levels deep. */
export function anyJson(fc: FastCheck): Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 2, arbitrary: anyNumber(fc) },
      { weight: 3, arbitrary: anyText(fc, 0, 8) },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
      { weight: 2, arbitrary: objectOf(fc, tie("value")) },
    ),
  }));
  return value;
}

/** A JSON object with any keys and any values, a few levels deep. */
export function anyObject(fc: FastCheck): Arbitrary<Readonly<Record<string, unknown>>> {
  return objectOf(fc, anyJson(fc));
}

/** A finite double. JSON does not promise the sign of zero, so there is one zero. */
function anyNumber(fc: FastCheck): Arbitrary<number> {
  return fc
    .oneof(
      { withCrossShrink: true },
      fc.integer(),
      fc.constantFrom(...SPECIAL_NUMBERS),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    .map((value) => (value === 0 ? 0 : value));
}

function objectOf(fc: FastCheck, value: Arbitrary<unknown>): Arbitrary<Readonly<Record<string, unknown>>> {
  const key = fc.oneof({ withCrossShrink: true }, anyText(fc, 0, 6), fc.constantFrom(...SPECIAL_KEYS));
  // Object.fromEntries gives the object a property __proto__ of its own; an assignment would not.
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}
