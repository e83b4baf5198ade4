import jstat from 'jstat';
import { at } from '../../sim/record/must.ts';
import type { CrossedParts } from './parts.ts';

/** A mean with its two-sided Student t interval. */
export interface Interval {
  readonly mean: number;
  /** Sample standard deviation (n - 1 in the denominator); 0 for one value. */
  readonly sd: number;
  readonly n: number;
  /** Infinity when n < 2: one value says nothing of its spread. */
  readonly halfWidth: number;
  readonly lo: number;
  readonly hi: number;
  readonly confidence: number;
  /** Of a mean over several trainings: what its variance is made of; absent where it covers days alone. */
  readonly crossed?: CrossedParts;
  /** Of a line through points: share of the variance that is their scatter about it, 0..1; absent where the interval covers days alone. */
  readonly scatterShare?: number;
}

/** Quantile of Student's t at probability p (0..1) with df >= 1 degrees of freedom. */
export function tQuantile(p: number, df: number): number {
  return jstat.jStat.studentt.inv(p, df);
}

/** Two-sided p-value of a t statistic with df degrees of freedom. */
export function tPValue(t: number, df: number): number {
  return 2 * jstat.jStat.studentt.cdf(-Math.abs(t), df);
}

/** Mean and t interval of independent values; throws on an empty list or a value that is not finite. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval {
  if (values.length === 0) throw new Error('meanInterval: needs at least one value, got none');
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new Error(`meanInterval: value ${bad} must be finite, got ${values[bad]}`);
  const n = values.length;
  const mean = sum(values) / n;
  if (n === 1) return { mean, sd: 0, n, halfWidth: Infinity, lo: -Infinity, hi: Infinity, confidence };
  const sd = Math.sqrt(sum(values.map((value) => (value - mean) * (value - mean))) / (n - 1));
  const halfWidth = (tQuantile(0.5 + confidence / 2, n - 1) * sd) / Math.sqrt(n);
  return { mean, sd, n, halfWidth, lo: mean - halfWidth, hi: mean + halfWidth, confidence };
}

/** The interval of a mean in another unit: everything times a factor above 0. */
export function scaled(interval: Interval, factor: number): Interval {
  const { mean, sd, halfWidth, lo, hi } = interval;
  const more = { mean: factor * mean, sd: factor * sd, halfWidth: factor * halfWidth };
  return { ...interval, ...more, lo: factor * lo, hi: factor * hi };
}

/** Interval of the mean of a - b over pairs that share their random numbers; lengths must agree. */
export function pairedInterval(a: readonly number[], b: readonly number[], confidence = 0.95): Interval {
  if (a.length !== b.length)
    throw new Error(`pairedInterval: needs lists of equal length, got ${a.length} and ${b.length}`);
  return meanInterval(
    a.map((value, index) => value - at(b, index)),
    confidence,
  );
}

/**
 * How many times wider the interval of a weighted sum would be had each series met days of its own: what common random numbers
 * are worth. Undefined where the sum does not vary.
 */
export function narrowedBy(
  weights: readonly number[],
  series: readonly (readonly number[])[],
): number | undefined {
  const days = series[0]?.length ?? 0;
  if (days < 2) return undefined;
  const sums = Array.from({ length: days }, (_, day) =>
    series.reduce((total, values, i) => total + at(weights, i) * at(values, day), 0),
  );
  const apart = series.map((values, i) => at(weights, i) * meanInterval(values).sd);
  const { sd } = meanInterval(sums);
  // A sum that is constant but for rounding varies by that alone.
  const most = Math.max(...apart.map(Math.abs));
  return sd <= 1e-12 * most || most === 0 ? undefined : Math.sqrt(sum(apart.map((x) => x * x))) / sd;
}

/** Two-sided p-value of a paired t test; 1 when all differences are 0. */
export function pairedPValue(a: readonly number[], b: readonly number[]): number {
  const { mean, sd, n } = pairedInterval(a, b);
  if (n < 2) return 1;
  if (sd === 0) return mean === 0 ? 1 : 0;
  return tPValue((mean * Math.sqrt(n)) / sd, n - 1);
}

/**
 * Interval of sum(a) / sum(b) over pairs, by the jackknife: each pair left out once, t with n - 1 degrees of freedom. Without
 * bounds where one pair has all of b: without it there is no ratio.
 */
export function ratioInterval(a: readonly number[], b: readonly number[], confidence = 0.95): Interval {
  if (a.length !== b.length)
    throw new Error(`ratioInterval: needs lists of equal length, got ${a.length} and ${b.length}`);
  const [above, below, n] = [sum(a), sum(b), a.length];
  const mean = above / below;
  if (n < 2 || b.some((value) => below - value === 0))
    return { mean, sd: 0, n, halfWidth: Infinity, lo: -Infinity, hi: Infinity, confidence };
  // Pseudo-values: what each pair adds to the ratio, as if they were independent measurements of it.
  const pseudo = a.map((value, i) => n * mean - ((n - 1) * (above - value)) / (below - at(b, i)));
  const { sd, halfWidth } = meanInterval(pseudo, confidence);
  return { mean, sd, n, halfWidth, lo: mean - halfWidth, hi: mean + halfWidth, confidence };
}

/** Holm's step-down adjustment: p-values that control the family-wise error over the whole list. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((i, j) => at(pValues, i) - at(pValues, j) || i - j);
  const adjusted = new Array<number>(pValues.length);
  let running = 0;
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * at(pValues, index)));
    adjusted[index] = running;
  });
  return adjusted;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
