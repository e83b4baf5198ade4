import { at } from '../../../sim/record/must.ts';
/** Edits (insert, delete, replace, swap of neighbours) that turn one word into another. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(best, at(before, j - 2) + 1) : best);
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

/** The known word that a mistyped one probably meant; undefined if none is close (a third of its letters, at least 2). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let found: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(word.length - candidate.length) >= least) continue; // every letter too many is an edit
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      found = candidate;
    }
  }
  return found;
}

/** Cure text for an unknown word: the probable one, or the list of all. */
export function didYouMean(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return guess ? `Did you mean ${guess}?` : `Known: ${known.join(', ')}`;
}

/** Cure text where the message before it lists what is known: the probable word, or to take one of the list. */
export function oneOfThem(word: string, listed: readonly string[]): string {
  const guess = nearest(word, listed);
  return guess ? `Did you mean ${guess}?` : 'Write one of them';
}
