/** Finds the word somebody most likely meant. Knows no language and no product. */

/**
 * The nearest of some words: the same letters in other case or with other separators first, then the fewest slips of the keyboard.
 * Undefined when none is near: half of a short word is no slip.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const plain = plainLetters(word);
  let nearest: string | undefined;
  let least = allowedSlips(plain) + 1;
  for (const candidate of candidates) {
    const other = plainLetters(candidate);
    if (Math.abs(other.length - plain.length) >= least) continue;
    const slips = countSlips(plain, other, least);
    if (slips < least) {
      least = slips;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Nobody mistypes a longer word by a slip or two, and comparing goes with the square of its length. */
const longestWord = 100;

function plainLetters(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_.-]/g, "");
}

function allowedSlips(word: string): number {
  if (word.length <= 3) return word.length <= 1 ? 0 : 1;
  return word.length <= 7 ? 2 : 3;
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up at `limit`. */
function countSlips(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let slips = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
      smallest = Math.min(smallest, slips);
    }
    if (smallest >= limit) return limit;
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? limit;
}
