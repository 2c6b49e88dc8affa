const LONGEST = 160;

/** A JSON value as one short line for a person; what is not visible ASCII or a letter is escaped. */
export function show(value: unknown): string {
  const text = (JSON.stringify(value) ?? "nothing").replaceAll(
    /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
