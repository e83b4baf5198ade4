import { type Interval, tQuantile } from './interval.ts';

/** What an estimate varies by because a fitted line is not the truth: points scatter about it. */
export interface Scatter {
  /** Variance of the estimate by it, in the square of its unit. */
  readonly variance: number;
  /** Degrees of freedom that it was told from: points less coefficients. */
  readonly df: number;
}

/**
 * An interval over days that covers the scatter about a fitted line too: other points would have given another line. Both variances add up;
 * degrees of freedom are Satterthwaite's. More days lessen the one part, more points the other.
 */
export function withScatter(days: Interval, { variance, df }: Scatter): Interval {
  const { mean, sd, n, confidence } = days;
  const ofDays = (sd * sd) / n;
  const total = ofDays + variance;
  if (n < 2 || variance === 0) return days;
  const joint = (total * total) / ((ofDays * ofDays) / (n - 1) + (variance * variance) / df);
  const halfWidth = tQuantile(0.5 + confidence / 2, joint) * Math.sqrt(total);
  return { ...days, halfWidth, lo: mean - halfWidth, hi: mean + halfWidth, scatterShare: variance / total };
}
