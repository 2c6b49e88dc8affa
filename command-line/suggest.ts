/** How many letters of a word may be wrong, at most, for another to be meant. */
const FARTHEST = 3;

/** Says, in brackets, which of the names was perhaps meant by a word; nothing if none is alike. */
export function suggest(word: string, names: readonly string[]): string {
  const [nearest] = names
    .map((name) => ({ name, distance: countEdits(word, name) }))
    .filter(
      ({ name, distance }) => distance <= FARTHEST && distance < 0.6 * Math.max(word.length, name.length),
    )
    .sort((one, other) => one.distance - other.distance);
  return nearest === undefined ? "" : ` (Did you mean ${nearest.name}?)`;
}

/** How many letters are to be added, removed or changed to make one word of another: Levenshtein's distance. */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, counterpart] of [...other].entries()) {
      const [above = 0, before = 0, diagonal = 0] = [row[column + 1], next[column], row[column]];
      next.push(Math.min(above + 1, before + 1, diagonal + (letter === counterpart ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
