import { tQuantile } from './interval.ts';

/** A mean with its standard error and what that stands on. */
export interface Spread {
  readonly mean: number;
  readonly se: number;
  readonly df: number;
}

/** The interval of a mean whose scatter was measured together with that of others. */
export interface PooledInterval extends Spread {
  readonly lo: number;
  readonly hi: number;
}

/**
 * Intervals of means that were each measured in so few worlds that their scatter is chance itself (two worlds that happen to agree would
 * leave none): the scatter of all counts for each, with the degrees of freedom of all. It holds where the means scatter alike. Worlds that
 * all means share make it a little narrow: of 95 in 100 it covers 94.8 where a world adds 0.4 of what each measurement adds by itself,
 * and 92.9 where it adds as much (five means, two worlds; `test/scenarios/stats/pooled.test.ts`).
 */
export function pooledIntervals(spreads: readonly Spread[], confidence = 0.95): PooledInterval[] {
  const known = spreads.filter((spread) => spread.df > 0);
  const df = known.reduce((sum, spread) => sum + spread.df, 0);
  const squares = known.reduce((sum, spread) => sum + spread.df * spread.se * spread.se, 0);
  const se = df === 0 ? Infinity : Math.sqrt(squares / df);
  return spreads.map(({ mean }) => around({ mean, se, df }, confidence));
}

/** The t interval of a mean; without degrees of freedom it has no ends. */
function around(spread: Spread, confidence: number): PooledInterval {
  const { mean, se, df } = spread;
  const half = df === 0 ? Infinity : tQuantile(0.5 + confidence / 2, df) * se;
  return { ...spread, lo: mean - half, hi: mean + half };
}

/**
 * The interval of how far the last of several means lies above the first, all measured in the same worlds ([means, worlds]): the scatter of
 * such a difference from world to world, pooled over all pairs of means.
 */
export function pooledRise(table: readonly (readonly number[])[], confidence = 0.95): PooledInterval | null {
  const [first, last] = [table[0], table.at(-1)];
  const worlds = first?.length ?? 0;
  if (first === undefined || last === undefined || table.length < 2 || worlds < 2) return null;
  if (table.some((row) => row.length !== worlds)) return null;
  const meanOf = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const rows = table.map(meanOf);
  const columns = first.map((_, world) => meanOf(table.map((row) => row[world] ?? 0)));
  const grand = meanOf(rows);
  let squares = 0;
  table.forEach((row, k) => {
    row.forEach((value, world) => {
      const rest = value - (rows[k] ?? 0) - (columns[world] ?? 0) + grand;
      squares += rest * rest;
    });
  });
  const df = (table.length - 1) * (worlds - 1);
  const se = Math.sqrt(((2 / worlds) * squares) / df);
  return around({ mean: meanOf(last) - meanOf(first), se, df }, confidence);
}
