/** How often each of some words comes; the shares add up to 1. */
export type Shares = Readonly<Record<string, number>>;

/** The mean of several distributions. */
export function meanOfShares(all: readonly Shares[]): Shares {
  const mean: Record<string, number> = {};
  for (const shares of all)
    for (const [word, share] of Object.entries(shares)) mean[word] = (mean[word] ?? 0) + share / all.length;
  return mean;
}

/** `from` at 0, `to` at 1, mixed between. */
export function blendOfShares(from: Shares, to: Shares, weight: number): Shares {
  if (weight <= 0) return from;
  if (weight >= 1) return to;
  const words = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...words].map((word) => [word, (1 - weight) * (from[word] ?? 0) + weight * (to[word] ?? 0)]),
  );
}

/** The word at a uniform number 0..1, words in alphabetical order so that equal shares give equal words. */
export function pickShare(shares: Shares, u: number): string {
  const words = Object.keys(shares).sort();
  let left = u;
  for (const word of words) {
    left -= shares[word]!;
    if (left < 0) return word;
  }
  return words[words.length - 1]!;
}
