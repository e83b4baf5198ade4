import { type Interval, tQuantile } from './interval.ts';

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
