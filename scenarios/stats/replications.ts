import { type Interval, meanInterval, tQuantile } from './interval.ts';

/** What is asked of means before replicating may stop. */
export interface Precision {
  /** Half-width of the interval: relative to |mean|, or in the unit of the values. */
  readonly target: number;
  /** Use `absolute` where the mean may lie near 0 (regret, differences): relative precision is undefined there. */
  readonly kind: 'relative' | 'absolute';
  readonly confidence?: number;
  /** How far the rule looks ahead before it believes the precision. */
  readonly lookAhead?: number;
  /** Replications that are run in any case. */
  readonly least?: number;
}

/** The rule's answer: how many replications are needed, and how many had to be run to know it. */
export interface ReplicationAnswer {
  readonly needed: number;
  readonly run: number;
}

/** Precise means wait for so many replications more that stay precise (Hoad, Robinson and Davies, WSC 2007) (memory). */
export const LOOK_AHEAD = 5;

/**
 * The replication rule of Hoad, Robinson and Davies (WSC 2007): the first n >= 3 at which every series meets the target and
 * keeps meeting it over the look-ahead. Returns null while the values at hand do not decide it.
 */
export function replicationsNeeded(
  series: readonly (readonly number[])[],
  precision: Precision,
): ReplicationAnswer | null {
  const { lookAhead = LOOK_AHEAD, least = 0 } = precision;
  const length = Math.min(...series.map((values) => values.length));
  /** How many counts in a row, up to the one looked at, were precise. */
  let streak = 0;
  let needed = 3;
  for (let n = 3; n <= length; n++) {
    streak = series.every((values) => precisionOf(values.slice(0, n), precision) <= precision.target)
      ? streak + 1
      : 0;
    if (streak === 0) needed = n + 1;
    while (runOf(needed, lookAhead) < least) needed += 1;
    if (streak > 0 && n >= runOf(needed, lookAhead)) return { needed, run: n };
  }
  return null;
}

/** Replications after which `needed` of them are believed. */
function runOf(needed: number, lookAhead: number): number {
  return needed + (needed <= 100 ? lookAhead : Math.floor((lookAhead * needed) / 100));
}

/** Half-width of the interval of the values, relative to the mean or absolute. */
export function precisionOf(values: readonly number[], precision: Precision): number {
  const { mean, halfWidth } = meanInterval(values, precision.confidence);
  return precision.kind === 'absolute' ? halfWidth : halfWidth / Math.abs(mean);
}

/** More values than this nobody waits for: beyond it only "more than so many" is said. */
export const MOST_TO_SETTLE = 1_000_000;

/**
 * How many more values would put 0 outside of an interval if mean and spread stay as they are: 0 if it lies outside already,
 * undefined if no number up to `MOST_TO_SETTLE` would (no difference was seen), or if one value says nothing of the spread.
 */
export function moreToSettle({ mean, sd, n, lo, hi, confidence }: Interval): number | undefined {
  if (lo > 0 || hi < 0) return 0;
  if (n < 2 || mean === 0) return undefined;
  const settles = (count: number) =>
    (tQuantile(0.5 + confidence / 2, count - 1) * sd) / Math.sqrt(count) < Math.abs(mean);
  if (!settles(MOST_TO_SETTLE)) return undefined;
  let [below, above] = [n, MOST_TO_SETTLE];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (settles(middle)) above = middle;
    else below = middle;
  }
  return above - n;
}
