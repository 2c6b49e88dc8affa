/** Tells whether a message is permitted. */
export type Policy = (message: string) => boolean;

/**
 * A policy that blocks messages with certain words in them. Case and punctuation make no difference, and a word
 * only counts where it stands by itself.
 */
export function blockWords(blockedWords: readonly string[]): Policy {
  if (blockedWords.length === 0) return () => true;
  const blocked = blockedWords.filter(hasWord).map(normalise);
  return (message) => {
    const words = normalise(message);
    return !blocked.some((word) => words.includes(word));
  };
}

/** Whether the text has a word in it: a letter or a digit. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The words of the text in lower case, each between two spaces. */
function normalise(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}
