/** The accuracy on validation items of one training at a learning rate. */
export interface Rated {
  readonly rate: number;
  readonly accuracy: number;
}

/** Rates that a search may come to, about three to a decade. */
const LADDER = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1];

/** Mean accuracy at a rate once all its seeds are there. */
function meanAt(rate: number, rated: readonly Rated[], seeds: number): number | undefined {
  const own = rated.filter((one) => one.rate === rate);
  if (own.length < seeds) return undefined;
  return own.reduce((sum, { accuracy }) => sum + accuracy, 0) / own.length;
}

/** The rate with the best mean accuracy (the first of equals); undefined before one of them is known. */
export function best(tried: readonly number[], rated: readonly Rated[], seeds: number): number | undefined {
  let found: { readonly rate: number; readonly accuracy: number } | undefined;
  for (const rate of tried) {
    const accuracy = meanAt(rate, rated, seeds);
    if (accuracy !== undefined && (found === undefined || accuracy > found.accuracy))
      found = { rate, accuracy };
  }
  return found?.rate;
}

/**
 * Rates to try, in rising order: those given, and one beyond an edge for as long as that edge is the best of all. A search of one
 * rate is none and stays as it is.
 */
export function rates(given: readonly number[], rated: readonly Rated[], seeds: number): number[] {
  const tried = [...given].sort((a, b) => a - b);
  while (tried.length > 1 && tried.every((rate) => meanAt(rate, rated, seeds) !== undefined)) {
    const winner = best(tried, rated, seeds);
    const [low, high] = [tried[0]!, tried.at(-1)!];
    const beyond =
      winner === low
        ? LADDER.filter((rate) => rate < low).at(-1)
        : winner === high
          ? LADDER.find((rate) => rate > high)
          : undefined;
    if (beyond === undefined) break;
    if (beyond < low) tried.unshift(beyond);
    else tried.push(beyond);
  }
  return tried;
}
