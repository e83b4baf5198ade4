import { type Interval, meanInterval, tQuantile } from '../../../../scenarios/stats/interval.ts';

/** Welch's interval of mean(a) - mean(b) for independent samples of unlike variance. */
export function welchInterval(a: readonly number[], b: readonly number[], confidence = 0.95): Interval {
  const left = meanInterval(a, confidence);
  const right = meanInterval(b, confidence);
  const va = (left.sd * left.sd) / left.n;
  const vb = (right.sd * right.sd) / right.n;
  const df = ((va + vb) * (va + vb)) / ((va * va) / (left.n - 1) + (vb * vb) / (right.n - 1));
  const sd = Math.sqrt(va + vb);
  const mean = left.mean - right.mean;
  const halfWidth = tQuantile(0.5 + confidence / 2, df) * sd;
  return { mean, sd, n: left.n + right.n, halfWidth, lo: mean - halfWidth, hi: mean + halfWidth, confidence };
}
